// A sitting on a screen of 80 columns: the program's own loop, prompts and views, a shipped deck, a fixed seed, and somebody who
// presses keys. What stands on the screen is what README.md shows.

import { join } from 'node:path';

import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import type { Presentation } from '../../src/model/attempt.ts';
import type { Deck, Pair, Question } from '../../src/model/deck.ts';
import { learn } from '../../src/session/learn.ts';
import type { Examiner } from '../../src/session/ports.ts';
import { createExaminer } from '../../src/terminal/examiner.ts';
import { freeLetters } from '../../src/terminal/prompts/option-list.ts';
import { sittingRoom } from '../session/sitting-room.ts';
import { key, type VirtualScreen, virtualScreen } from '../terminal/virtual-screen.ts';
import { projectFolder } from './made-blocks.ts';

/** Draws a form whose second question is a choice. */
const seed = 5;

/** Positions at which the learner slips; the first of them is the one that is shown. */
const slips: ReadonlySet<number> = new Set([2, 5, 6]);

export interface SittingScreens {
	/** A question, before it is answered. */
	readonly question: string;
	/** The same, answered wrongly: from the answer down. */
	readonly miss: string;
	/** After the last question: result, prescription, and what can be done. */
	readonly result: string;
}

export async function sittingScreens(): Promise<SittingScreens> {
	const deck = shippedDeck('mastery');
	const unit = 'idea';
	const screen = virtualScreen({ columns: 80 });
	const examiner = createExaminer(screen.io);
	const shots = { question: '', miss: '', result: '' };

	const learner: Examiner = {
		...examiner,
		async choose(menu) {
			const reply = examiner.choose(menu);
			await shows(screen, 'Enter go');
			if (menu.about.kind === 'after-not-yet') {
				shots.result = await below(screen, (line) => line === titleOf(deck, unit));
				await screen.press('q');
			} else {
				await screen.press(String(menu.actions.findIndex(({ kind }) => kind === 'quiz' || kind === 'go-on') + 1), key.enter);
			}
			return reply;
		},
		async ask(view) {
			const { position } = view.where;
			const reply = examiner.ask(view);
			await shows(screen, 'Enter answer');
			if (position === Math.min(...slips)) shots.question = await below(screen, (line) => /^─+$/u.test(line));
			await screen.press(...keysFor(view.presentation, questionOf(deck, unit, view.presentation.stem), !slips.has(position)));
			return reply;
		},
		async feedback(view) {
			const { position, asked } = view.where;
			const reply = examiner.feedback(view);
			await shows(screen, position === asked ? 'Enter result' : 'Enter next');
			if (position === Math.min(...slips)) shots.miss = await below(screen, (line) => line.startsWith('▸ '));
			await screen.press(key.enter);
			return reply;
		},
	};
	await learn({ ...sittingRoom(seed).seat({ deck }), examiner: learner }, deck, unit);
	return shots;
}

function shippedDeck(id: string): Deck {
	const { deck } = loadDeck(openDeckFolder(join(projectFolder, 'decks', id)));
	if (deck === undefined) throw new Error(`the deck ${id} has errors`);
	return deck;
}

function titleOf(deck: Deck, unit: string): string | undefined {
	return deck.units.find(({ id }) => id === unit)?.title;
}

function questionOf(deck: Deck, unit: string, stem: string): Question {
	const found = deck.units.find(({ id }) => id === unit)?.questions.find((question) => question.stem === stem);
	if (found === undefined) throw new Error(`no question "${stem}"`);
	return found;
}

/** The prompt that ends in these keys stands on the last line. */
async function shows(screen: VirtualScreen, keys: string): Promise<void> {
	for (let turn = 0; turn < 1_000; turn += 1) {
		if ((await screen.lines()).at(-1)?.includes(keys)) return;
	}
	throw new Error(`"${keys}" did not show:\n${await screen.text()}`);
}

/** From the last line of this kind to the end. */
async function below(screen: VirtualScreen, isFirst: (line: string) => boolean): Promise<string> {
	const lines = await screen.everything();
	return lines.slice(lines.findLastIndex(isFirst)).join('\n');
}

/** A slip is a distractor, one with feedback where there is one; where nothing can be picked, an honest `?`. */
function keysFor(presentation: Presentation, question: Question, right: boolean): readonly string[] {
	const digit = (text: string) => ('options' in presentation ? String(presentation.options.indexOf(text) + 1) : '');
	switch (question.type) {
		case 'choice':
		case 'multiple': {
			const keys = question.options.filter((option) => option.right).map(({ text }) => text);
			const wrong = question.options.filter((option) => !option.right);
			const slip = wrong.find(({ feedback }) => feedback !== undefined) ?? wrong[0];
			return [...(right || slip === undefined ? keys : [slip.text]).map(digit), key.enter];
		}
		case 'true-false':
			return [question.key === right ? 't' : 'f', key.enter];
		case 'text':
			return right ? [question.keys[0] ?? '', key.enter] : [key.escape, '?'];
		case 'number':
			return right ? [question.key, key.enter] : [key.escape, '?'];
		case 'cloze':
			return right ? question.blanks.flatMap(({ keys }) => [keys[0] ?? '', key.enter]) : [key.escape, '?'];
		case 'order':
			return right ? [...keysToArrange(presentation, question.items), key.enter] : ['?'];
		case 'match':
			return right ? [...keysToPair(presentation, question.pairs), key.enter] : ['?'];
	}
}

/** Each item in turn is marked, taken up, carried to its place and put down. */
function keysToArrange(presentation: Presentation, items: readonly string[]): readonly string[] {
	const now = presentation.type === 'order' ? [...presentation.items] : [];
	return items.flatMap((item, place) => {
		const from = now.indexOf(item);
		now.splice(place, 0, ...now.splice(from, 1));
		return from === place ? [] : [String(from + 1), key.space, String(place + 1), key.space];
	});
}

/** The left sides come one after another by themselves. */
function keysToPair(presentation: Presentation, pairs: readonly Pair[]): readonly string[] {
	const rights = presentation.type === 'match' ? presentation.rights : [];
	return pairs.map(({ right }) => freeLetters[rights.indexOf(right)] ?? '');
}
