// Two versions of a deck laid side by side: which unit, section and question became which. Found once, for all rules that look at changes.

import type { Deck, Question, Section, Unit } from '../../model/deck.ts';
import { gather } from '../gather.ts';
import type { CheckedDeck, CheckedQuestion, CheckedUnit, DeckChange } from '../rule.ts';
import { tracesOf } from './likeness.ts';
import { pairQuestions, type QuestionPair } from './pair-questions.ts';
import { pairSections, type SectionPair } from './pair-sections.ts';
import { pairUnits, type UnitMatch } from './pair-units.ts';

export interface UnitPair extends UnitMatch {
	readonly questions: {
		/** Under the same id, whether or not anything of it is as it was. */
		readonly kept: readonly QuestionPair[];
		readonly renamed: readonly QuestionPair[];
		/** Neither in this unit nor, as far as can be seen, in another. */
		readonly removed: readonly Question[];
	};
	readonly sections: {
		readonly kept: readonly SectionPair[];
		readonly renamed: readonly SectionPair[];
		/** Those that went to another unit with most of their questions are not among them. */
		readonly removed: readonly Section[];
	};
}

interface MovedQuestion extends QuestionPair {
	readonly from: Unit;
	readonly to: CheckedUnit;
}

export interface Pairing {
	/** In the order of the new version. */
	readonly units: readonly UnitPair[];
	readonly removed: readonly Unit[];
	/** From one unit to another, out of removed units too. */
	readonly moved: readonly MovedQuestion[];
}

const nobody: Pairing = { units: [], removed: [], moved: [] };

const known = new WeakMap<CheckedDeck, { readonly before: Deck; readonly pairing: Pairing }>();

/** Two decks with different ids and no unit in common are two decks, of which nothing can be told. */
export function pairingOf({ before, after, checked }: DeckChange): Pairing {
	const found = known.get(checked);
	if (found?.before === before) return found.pairing;
	const units = pairUnits(before, checked);
	const pairing = units.length === 0 && before.id !== after.id ? nobody : pairingWith(before, checked, units);
	known.set(checked, { before, pairing });
	return pairing;
}

function pairingWith(before: Deck, { units }: CheckedDeck, pairs: readonly UnitMatch[]): Pairing {
	const withQuestions = pairs.map((pair) => ({ ...pair, questions: pairQuestions(pair.before, pair.after) }));
	const paired = new Set(pairs.map((pair) => pair.before));
	const removed = before.units.filter((unit) => !paired.has(unit));
	const taken = new Set(pairs.map(({ after }) => after));
	const added = units.filter((unit) => !taken.has(unit));
	const moved = movedBetween(
		[
			...withQuestions.flatMap(({ before: from, questions }) => questions.gone.map((question) => ({ question, from }))),
			...removed.flatMap((from) => from.questions.map((question) => ({ question, from }))),
		],
		[
			...withQuestions.flatMap(({ after: to, questions }) => questions.come.map((checked) => ({ checked, to }))),
			...added.flatMap((to) => to.questions.map((checked) => ({ checked, to }))),
		],
	);
	const left = new Set(moved.map((move) => move.before));
	return { units: withQuestions.map((pair) => unitPairOf(pair, left)), removed, moved };
}

/** @param left questions that are in another unit now. */
function unitPairOf(
	{ before, after, questions }: UnitMatch & { readonly questions: ReturnType<typeof pairQuestions> },
	left: ReadonlySet<Question>,
): UnitPair {
	const { kept, renamed, gone } = questions;
	const sections = pairSections(before, after, [...kept, ...renamed]);
	const wentAway = ({ id }: Section) => {
		const own = before.questions.filter(({ section }) => section === id);
		return own.length > 0 && 2 * own.filter((question) => left.has(question)).length >= own.length;
	};
	return {
		before,
		after,
		questions: { kept, renamed, removed: gone.filter((question) => !left.has(question)) },
		sections: { kept: sections.kept, renamed: sections.renamed, removed: sections.gone.filter((section) => !wentAway(section)) },
	};
}

interface Departure {
	readonly question: Question;
	readonly from: Unit;
}

interface Arrival {
	readonly checked: CheckedQuestion;
	readonly to: CheckedUnit;
}

function movedBetween(departures: readonly Departure[], arrivals: readonly Arrival[]): readonly MovedQuestion[] {
	if (departures.length === 0 || arrivals.length === 0) return [];
	const byTrace = gather(arrivals, ({ checked }) => tracesOf(checked.question));
	const arrived = new Set<Arrival>();
	return departures.flatMap(({ question, from }) => {
		for (const trace of tracesOf(question)) {
			const waiting = byTrace.get(trace);
			while (waiting?.[0] !== undefined && arrived.has(waiting[0])) waiting.shift();
			const arrival = waiting?.[0];
			if (arrival === undefined) continue;
			arrived.add(arrival);
			return [{ before: question, after: arrival.checked, from, to: arrival.to }];
		}
		return [];
	});
}
