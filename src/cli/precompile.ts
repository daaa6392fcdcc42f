// For the build: reads the shipped decks once and lays their compiled copies beside the program; and asks the program what can be
// answered without it.

import { storeDeck } from './deck-cache.ts';
import { loadFromYaml, shippedCopy, shippedFolders } from './deck-shelf.ts';
import { createProgram } from './program.ts';
import type { PreparedAnswers } from './quick-answers.ts';

export { answersFile } from './quick-answers.ts';

/** A shipped deck with errors is passed over: `gradus check decks` and the tests tell of it. */
export async function precompileShippedDecks(packageFolder: string, site: string): Promise<void> {
	for (const folder of shippedFolders(packageFolder)) {
		const loaded = await loadFromYaml(folder);
		if (loaded.ok) storeDeck(shippedCopy(site, folder), loaded.deck, loaded.files);
	}
}

/** What the whole program says, for a terminal of the usual width. */
export function preparedBy(): PreparedAnswers {
	let help = '';
	const printer = { print: (text: string) => (help += text), complain: () => undefined, settled: async () => ({}) };
	const program = createProgram(printer, async () => undefined);
	program.outputHelp();
	const suggested = program.createHelp().visibleCommands(program);
	return {
		help: help.endsWith('\n') ? help : `${help}\n`,
		commands: program.commands.map((each) => each.name()),
		suggested: suggested.map((each) => each.name()),
	};
}
