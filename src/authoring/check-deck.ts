// A deck's folder -> everything that is wrong with it: what the files say wrongly, then what every rule finds in the parts that are sound.

import { inOrder } from '../deck/diagnostic-order.ts';
import type { DeckFolder } from '../deck/folder.ts';
import { type DeckReading, readDeck } from '../deck/load-deck.ts';
import type { UnitReading } from '../deck/read-unit.ts';
import type { Located } from '../deck/source-node.ts';
import type { Deck } from '../model/deck.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CheckedDeck, CheckedQuestion, CheckedUnit, Finding, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { atLevel, type Levels, readSettings } from './settings.ts';
import { silence } from './silencers.ts';

export interface CheckOptions {
	/** Said on the command line; it goes before what the deck says. */
	readonly levels?: Levels;
	/** The deck as it was, for the rules about changes. */
	readonly before?: Deck;
}

export interface DeckCheck {
	/** There exactly when learners can use the deck. */
	readonly deck?: Deck;
	/** What is sound of it. */
	readonly checked?: CheckedDeck;
	/** By file, then by place. */
	readonly diagnostics: readonly Diagnostic[];
	/** The text of every file that was read, by its path from the folder. */
	readonly sources: ReadonlyMap<string, string>;
	/** Every path that was asked for, in order. */
	readonly named: readonly string[];
	/** Diagnostics that a comment in the deck silenced. */
	readonly silenced: number;
}

/** More in one file are only counted: so many are one mistake, made by a program. */
const mostDiagnostics = 1_000;

export function checkDeck(folder: DeckFolder, { levels = new Map(), before }: CheckOptions = {}): DeckCheck {
	const reading = readDeck(folder, Number.POSITIVE_INFINITY);
	const checked = checkedDeckOf(reading);
	const settings = readSettings(reading.located);
	const chosen = new Map([...settings.levels, ...levels]);
	const change = before === undefined || reading.deck === undefined || checked === undefined ? undefined : { before, after: reading.deck };
	const active = rules.filter(({ code }) => chosen.get(code) !== 'off');
	const questions = checked === undefined ? [] : reading.units.flatMap((unit) => soundQuestions(unit, checked.english));
	const found = checked === undefined ? [] : active.flatMap((rule) => findingsOf(rule, questions, checked, change));
	const told = [...reading.diagnostics, ...settings.diagnostics, ...found];
	const { diagnostics, silenced } = silence(told, reading.trees, reading.sources, chosen);
	return {
		...(reading.deck === undefined ? {} : { deck: reading.deck }),
		...(checked === undefined ? {} : { checked }),
		diagnostics: inOrder(
			diagnostics.flatMap((diagnostic) => atLevel(diagnostic, chosen)),
			reading.named,
			mostDiagnostics,
		),
		sources: reading.sources,
		named: reading.named,
		silenced,
	};
}

/** @param questions every sound one, whatever else is wrong with its unit. */
function findingsOf(
	rule: Rule,
	questions: readonly CheckedQuestion[],
	checked: CheckedDeck,
	change: { readonly before: Deck; readonly after: Deck } | undefined,
): readonly Diagnostic[] {
	switch (rule.scope) {
		case 'reading':
		case 'settings':
			return [];
		case 'question':
			return questions.flatMap((question) => told(rule, rule.check(question)));
		case 'unit':
			return checked.units.flatMap((unit) => told(rule, rule.check(unit)));
		case 'deck':
			return told(rule, rule.check(checked));
		case 'change':
			return change === undefined ? [] : told(rule, rule.check({ ...change, checked }));
	}
}

function told(rule: Rule, findings: readonly Finding[]): readonly Diagnostic[] {
	if (findings.length === 0) return [];
	return findings.map(({ place, message, help, related, severity }) => ({
		code: rule.code,
		severity: severity ?? rule.severity,
		message,
		place,
		...(help === undefined ? {} : { help }),
		...(related === undefined ? {} : { related }),
	}));
}

function checkedDeckOf({ located, raw, units, diagnostics }: DeckReading): CheckedDeck | undefined {
	if (located === undefined) return undefined;
	const english = /^en\b/iu.test(raw?.language ?? 'en');
	const faulty = new Set(diagnostics.flatMap(({ severity, place }) => (severity === 'error' ? [place.file] : [])));
	return { located, english, units: units.flatMap((unit) => checkedUnitOf(unit, located, english, faulty)) };
}

function checkedUnitOf(reading: UnitReading, deckFile: Located, english: boolean, faulty: ReadonlySet<string>): readonly CheckedUnit[] {
	const { unit, located } = reading;
	const files = [located.file, ...reading.questions.map((question) => question.located.file)];
	if (unit === undefined || files.some((file) => faulty.has(file))) return [];
	const sections = reading.sections.flatMap(({ value, located: at }) => (value === undefined ? [] : [{ section: value, located: at }]));
	return [{ unit, located, deckFile, english, sections, questions: soundQuestions(reading, english) }];
}

function soundQuestions({ questions }: UnitReading, english: boolean): readonly CheckedQuestion[] {
	return questions.flatMap(({ value, located }) => (value === undefined ? [] : [{ question: value, located, english }]));
}
