// For authors of the shipped decks: runs the proofs of a deck, or of some of its questions, and tells which do not hold.

import { readProofs } from '../test/decks/proof.ts';
import { faultsOfProofs } from '../test/decks/prove.ts';

/** @param argv a deck's folder, then ids of questions, or none for all. */
export async function main([folder, ...ids]: readonly string[]): Promise<number> {
	if (folder === undefined) {
		console.error('Name the folder of a deck: npm run prove -- decks/git');
		return 2;
	}
	const { questions } = readProofs(folder);
	const asked = ids.length === 0 ? questions : questions.filter(({ question }) => ids.includes(question.id));
	const proven = asked.filter(({ proof }) => proof !== undefined).length;
	const faults = await faultsOfProofs(asked);
	for (const fault of faults) console.log(fault);
	console.log(
		`${proven} of ${asked.length} questions have a proof (${Math.round((100 * proven) / Math.max(1, asked.length))} %), ${faults.length} faults.`,
	);
	return faults.length === 0 ? 0 : 1;
}
