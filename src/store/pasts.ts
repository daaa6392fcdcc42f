// What the attempts of each unit come to, folded from the facts. What ended attempts came to is kept in the file, so that a long history
// is read once; everything that is kept can be thrown away.

import { isDeepStrictEqual } from 'node:util';

import type { AttemptSummary } from '../model/attempt.ts';
import { type FoldPast, type Past, pastForm } from '../model/decision.ts';
import type { Id } from '../model/deck.ts';
import { longestThought } from '../model/report.ts';
import type { Connection } from './connect.ts';
import { decodePast, encodePast } from './past-column.ts';
import { factsOf, keptPastOf, summaryOf, unitRowOf } from './rows.ts';
import { Statement, type Statements, statementsOf } from './statements.ts';

/** What SQLite takes for no limit. */
const withoutLimit = -1;

export interface DeckOf {
	readonly learner: string;
	readonly deck: Id;
}

/** So many ended attempts of a unit are read each time before they are kept; each is ten questions or so. */
const enough = 10;

/** Attempts that are held in memory, and folded in one transaction, at a time. */
const batch = 500;

/** To be called inside a transaction that reads. */
export function pastsIn(statements: Statements, of: DeckOf, fold: FoldPast): ReadonlyMap<Id, Past> {
	return foldedAll(statements, of, unitsIn(statements, of), fold);
}

/** The same, unless there is enough to be kept first. */
export function pastsAsKept(statements: Statements, of: DeckOf, fold: FoldPast): ReadonlyMap<Id, Past> | undefined {
	const units = unitsIn(statements, of);
	return units.some((unit) => unit.enough) ? undefined : foldedAll(statements, of, units, fold);
}

/**
 * To be called inside a transaction that writes, and again until there is nothing to be kept: a little each time, so that nobody waits long.
 * Only ended attempts, and only up to the first that is open: they never change.
 *
 * @returns whether something was kept.
 */
export function keepSome(statements: Statements, of: DeckOf, fold: FoldPast): boolean {
	const found = unitsIn(statements, of).find(({ enough }) => enough);
	const next = found && foldedFurther(statements, of, found.unit, found, found.firstOpen, fold);
	if (found === undefined || next?.past === undefined) return false;
	statements.keepPast.run({ ...of, unit: found.unit, upto: next.upto, form: pastForm, folded: encodePast(next.past) });
	return true;
}

/** Units of which something else is kept than their facts come to. */
export function misfolded(connection: Connection, fold: FoldPast): readonly string[] {
	const statements = statementsOf((sql) => new Statement(connection, sql));
	return connection
		.prepare('SELECT learner, deck, unit, upto, folded FROM past WHERE form = ?')
		.all(pastForm)
		.map(keptPastOf)
		.flatMap(({ learner, deck, unit, upto, folded }) => {
			const { past } = foldedOn(statements, { learner, deck }, { unit, upto: 0 }, fold, upto + 1);
			return isDeepStrictEqual(decodePast(folded), past) ? [] : [`what is kept of ${deck} ${unit} is not what its attempts come to`];
		});
}

/** Every attempt of a deck, or of one unit of it, oldest first. */
export function summariesIn(statements: Statements, of: DeckOf, unit?: Id): readonly AttemptSummary[] {
	if (unit !== undefined) {
		const all = { ...of, unit, after: 0, before: Number.MAX_SAFE_INTEGER, upto: Number.MAX_SAFE_INTEGER };
		const attempts = statements.attemptsBetween.all({ ...all, most: withoutLimit }).map(summaryOf);
		return withFacts(attempts, statements.factsBetween.get({ ...all, longest: longestThought }));
	}
	const attempts = statements.attemptsOfDeck.all(of).map(summaryOf);
	return withFacts(attempts, statements.factsOfDeck.get({ ...of, longest: longestThought }));
}

interface Folded {
	readonly past?: Past;
	/** Ordinal of the latest attempt in it; 0: none. */
	readonly upto: number;
}

interface UnitOf extends Folded {
	readonly unit: Id;
	/** Ordinal of the first attempt that is open; the largest there can be: none is. */
	readonly firstOpen: number;
	/** There is enough to be kept. */
	readonly enough: boolean;
}

/** What is kept and cannot be read is as if it were not there. */
function unitsIn(statements: Statements, of: DeckOf): readonly UnitOf[] {
	return statements.unitsOfDeck
		.all({ ...of, form: pastForm, enough })
		.map(unitRowOf)
		.map(({ folded, ...row }) => {
			const past = folded === undefined ? undefined : decodePast(folded);
			if (past !== undefined) return { ...row, past };
			return { ...row, upto: 0, enough: row.enough || folded !== undefined };
		});
}

function foldedAll(statements: Statements, of: DeckOf, units: readonly UnitOf[], fold: FoldPast): ReadonlyMap<Id, Past> {
	return new Map(units.map((unit) => [unit.unit, foldedOn(statements, of, unit, fold).past ?? fold([])] as const));
}

/** To the latest attempt, or the last one before an ordinal. */
function foldedOn(
	statements: Statements,
	of: DeckOf,
	{ unit, ...from }: Pick<UnitOf, 'unit' | keyof Folded>,
	fold: FoldPast,
	before = Number.MAX_SAFE_INTEGER,
): Folded {
	let folded: Folded = from;
	for (;;) {
		const next = foldedFurther(statements, of, unit, folded, before, fold);
		if (next === undefined) return folded;
		folded = next;
	}
}

/**
 * By a batch.
 *
 * @param before the ordinal at which it ends.
 * @returns undefined where there are no more attempts.
 */
function foldedFurther(
	statements: Statements,
	of: DeckOf,
	unit: Id,
	{ past, upto: after }: Folded,
	before: number,
	fold: FoldPast,
): Folded | undefined {
	const attempts = statements.attemptsBetween.all({ ...of, unit, after, before, most: batch }).map(summaryOf);
	const upto = attempts.at(-1)?.ordinal;
	if (upto === undefined) return undefined;
	const facts = statements.factsBetween.get({ ...of, unit, after, upto, longest: longestThought });
	return { past: fold(withFacts(attempts, facts), past), upto };
}

/** @param row the facts of these attempts. */
function withFacts(attempts: readonly ReturnType<typeof summaryOf>[], row: unknown): readonly AttemptSummary[] {
	const facts = factsOf(row);
	return attempts.map(({ ordinal, summary }) => {
		const { questions = [], time } = facts.get(ordinal) ?? {};
		return { ...summary, questions, ...(time === undefined ? {} : { timeOnTask: time }) };
	});
}
