// From questions with proofs to what they do not prove.

import type { ProvenQuestion } from './proof.ts';
import { runScript } from './run-script.ts';
import { trialsOf } from './trials.ts';

/** Scripts that run side by side. */
const atOnce = 3;

/** @returns a line for each fault: unit, question, and what was printed. */
export async function faultsOfProofs(questions: readonly ProvenQuestion[]): Promise<readonly string[]> {
	const faults: string[] = [];
	const waiting = questions.values();
	const work = async () => {
		for (const each of waiting) faults.push(...(await faultsOf(each)));
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return faults;
}

async function faultsOf({ unit, question, proof }: ProvenQuestion): Promise<readonly string[]> {
	if (proof === undefined) return [];
	const faults: string[] = [];
	try {
		for (const { script, faultOf } of trialsOf(question, proof)) {
			const fault = faultOf(await runScript(proof.language, script));
			if (fault !== undefined) faults.push(`${unit}/${question.id}: ${fault}`);
		}
	} catch (error) {
		faults.push(`${unit}/${question.id}: ${error instanceof Error ? error.message : String(error)}`);
	}
	return faults;
}
