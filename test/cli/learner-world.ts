// A world in which somebody has learned: real sittings in a real record, on the small deck, which lies in the data folder.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { practise, quiz, read } from '../../src/session/learn.ts';
import { openRecord } from '../../src/store/index.ts';
import { interrupt, type Said, scriptedLearner } from '../session/scripted-learner.ts';
import { tickingWorld } from '../session/sitting-room.ts';
import { projectFolder, type World, world } from './run-program.ts';

export const smallDeck = join(projectFolder, 'test/e2e/deck');

/** Says something at each position, from 1; right where nothing is said. */
type Says = Readonly<Record<number, Said>>;

/**
 * `me` has read a section and sat four attempts: `first` not yet, with a question bookmarked and disputed; a practice; `first` again,
 * mastered; `second`, left at question 2. `ada` has read a section. Ids end in 1 to 4.
 */
export async function learnedWorld(): Promise<World> {
	const here = world();
	const data = join(here.folder, '.local/share/gradus');
	cpSync(smallDeck, join(data, 'decks/small'), { recursive: true });
	const file = join(data, 'record.db');
	if (record === undefined) {
		await learnIn(file);
		record = readFileSync(file);
	} else writeFileSync(file, record, { mode: 0o600 });
	return here;
}

/** What was learned, once it has been: every world begins with the same. */
let record: Buffer | undefined;

async function learnIn(file: string): Promise<void> {
	const { deck } = loadDeck(openDeckFolder(smallDeck));
	if (deck === undefined) throw new Error('the small deck has errors');
	const ticking = tickingWorld(1);
	const sitting = (learner: string) => {
		const opened = openRecord(file, learner, { now: () => 0 });
		if (!opened.ok) throw new Error(opened.fault.kind);
		const { record } = opened;
		const seat = (says: Says, marked?: number) => ({
			record,
			world: ticking,
			examiner: scriptedLearner({
				deck,
				say: (_, { where, asides }) => {
					if (where.position === marked) asides.bookmark();
					return says[where.position] ?? 'right';
				},
				onFeedback: ({ where, asides }) => {
					if (where.position === marked) asides.dispute('Both hold.\nSee the text.');
				},
				pick: (menu) => menu.actions.find(({ kind }) => kind === 'go-on'),
			}),
		});
		return { record, seat };
	};
	const me = sitting('me');
	await read(me.seat({}), deck, 'first', 'apples');
	await quiz(me.seat({ 1: 'dont-know', 2: 'missed', 3: 'missed' }, 2), deck, 'first');
	await practise(me.seat({}), deck, 'first');
	await quiz(me.seat({}), deck, 'first');
	await quiz(me.seat({ 2: interrupt }), deck, 'second');
	me.record.close();
	const ada = sitting('ada');
	await read(ada.seat({}), deck, 'first', 'pears');
	ada.record.close();
}
