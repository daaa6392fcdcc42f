// What is sound of a deck that has been read: rules are only shown that.

import type { DeckReading } from '../deck/load-deck.ts';
import type { UnitReading } from '../deck/read-unit.ts';
import type { Located } from '../deck/yaml/source-node.ts';
import type { CheckedDeck, CheckedQuestion, CheckedUnit } from './rule.ts';

export interface CheckedParts {
	readonly checked: CheckedDeck;
	/** Every sound question, whatever else is wrong with its unit. */
	readonly questions: readonly CheckedQuestion[];
}

/** @returns undefined where deck.yaml is not YAML at all. */
export function checkedPartsOf({ located, raw, units, diagnostics }: DeckReading): CheckedParts | undefined {
	if (located === undefined) return undefined;
	const english = /^en\b/iu.test(raw?.language ?? 'en');
	const faulty = new Set(diagnostics.flatMap(({ severity, place }) => (severity === 'error' ? [place.file] : [])));
	return {
		checked: { located, english, units: units.flatMap((unit) => checkedUnitOf(unit, located, english, faulty)) },
		questions: units.flatMap((unit) => soundQuestions(unit, english)),
	};
}

function checkedUnitOf(reading: UnitReading, deckFile: Located, english: boolean, faulty: ReadonlySet<string>): readonly CheckedUnit[] {
	const { unit, located } = reading;
	if (unit === undefined || faulty.has(located.file)) return [];
	if (reading.questions.some((question) => faulty.has(question.located.file))) return [];
	const sections = reading.sections.flatMap(({ value, located: at }) => (value === undefined ? [] : [{ section: value, located: at }]));
	return [{ unit, located, deckFile, english, sections, questions: soundQuestions(reading, english) }];
}

function soundQuestions({ questions }: UnitReading, english: boolean): readonly CheckedQuestion[] {
	return questions.flatMap(({ value, located, path }) => (value === undefined ? [] : [{ question: value, located, path, english }]));
}
