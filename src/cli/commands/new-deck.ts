// `gradus new deck`: a deck with a first unit, written without a problem in it.

import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { newId } from '../../authoring/new-id.ts';
import { draftDeck } from '../../authoring/scaffold/draft-deck.ts';
import { isId } from '../../deck/shape/schema.ts';
import type { Context } from '../context.ts';
import { withAsker } from '../drafting/ask-author.ts';
import { fill, type Given, givenBy, lineOf, oneOf } from '../drafting/fields.ts';
import { finish, refuse, unfilled } from '../drafting/finish.ts';
import type { ExitCode } from '../exit-codes.ts';
import { isFolder } from '../paths.ts';

/** As the command line gives them. */
export interface DeckWords {
	readonly title?: string;
	readonly id?: string;
	readonly unit?: string;
	readonly language?: string;
}

export function newDeckCommand(context: Context, folder: string | undefined, words: DeckWords): Promise<ExitCode> {
	return withAsker(context, async (asker) => {
		const idOf = (given: Given) => newId(basename(resolve(context.environment.workingFolder, oneOf(given, 'folder'))), 'deck');
		const filled = await fill(
			[
				{ key: 'folder', flag: 'a folder', asks: 'In which folder?' },
				{ key: 'title', flag: '--title', asks: 'What is the deck called?' },
				{ key: 'id', flag: '--id', asks: 'Its id? It stays the same for ever.', otherwise: idOf, fault: faultOf },
				{ key: 'unit', flag: '--unit', asks: 'What is its first unit called?', otherwise: () => 'The basics' },
			],
			givenBy({ folder, ...words }),
			asker,
		);
		if (filled.kind !== 'filled') return unfilled(context, 'gradus new deck', filled);
		const { given } = filled;
		const root = resolve(context.environment.workingFolder, oneOf(given, 'folder'));
		const { language } = words;
		if (existsSync(root) && !isFolder(root)) {
			return refuse(context, `${oneOf(given, 'folder')} is a file. Nothing was written. Name a folder; it is made where there is none.`);
		}
		const parts = { id: oneOf(given, 'id'), title: lineOf(given, 'title'), unit: lineOf(given, 'unit') };
		return finish(context, root, draftDeck({ ...parts, ...(language === undefined ? {} : { language }) }));
	});
}

function faultOf(id: string): string | undefined {
	if (isId(id)) return undefined;
	return `An id has lower-case letters, digits and single hyphens, as in ${newId(id, 'deck')}, and ${id} is none.`;
}
