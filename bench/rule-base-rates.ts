// How often each rule speaks of decks that are there: a rule that speaks of a third of good questions is noise.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { checkDeck } from '../src/authoring/check-deck.ts';
import { rules } from '../src/authoring/rules/index.ts';
import { deckFileName, openDeckFolder } from '../src/deck/files/folder.ts';
import type { Diagnostic } from '../src/model/diagnostic.ts';

/** @param argv deck folders (those in decks/); `--list` prints each problem under its rule. */
export async function main(argv: readonly string[], root: string): Promise<number> {
	const list = argv.includes('--list');
	const given = argv.filter((each) => each !== '--list');
	for (const folder of given.length > 0 ? given : shippedDecks(join(root, 'decks'))) tell(folder, list);
	return 0;
}

function shippedDecks(folder: string): readonly string[] {
	return readdirSync(folder)
		.map((name) => join(folder, name))
		.filter((each) => existsSync(join(each, deckFileName)));
}

function tell(folder: string, list: boolean): void {
	const { checked, diagnostics, silenced } = checkDeck(openDeckFolder(folder));
	const units = checked?.units.length ?? 0;
	const questions = checked?.units.reduce((sum, unit) => sum + unit.questions.length, 0) ?? 0;
	console.log(`${folder}: ${questions} questions in ${units} units, ${diagnostics.length} problems, ${silenced} silenced\n`);
	console.log('times | per 100 questions |  per unit | rule');
	for (const rule of rules) {
		const found = diagnostics.filter(({ code }) => code === rule.code);
		if (found.length === 0 && (rule.scope === 'reading' || rule.scope === 'settings')) continue;
		const often = (of: number, scale: number) => (of === 0 ? '-' : ((scale * found.length) / of).toFixed(1));
		console.log(
			`${String(found.length).padStart(5)} | ${often(questions, 100).padStart(17)} | ${often(units, 1).padStart(9)} | ${rule.code} (${rule.severity})`,
		);
		if (list) for (const each of found) console.log(`        ${told(each)}`);
	}
	console.log('');
}

function told({ place, message, related }: Diagnostic): string {
	return `${place.file}:${place.span?.start ?? 0} ${message}${related === undefined ? '' : ` (${related.file}:${related.span?.start ?? 0})`}`;
}
