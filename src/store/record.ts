// One learner's record over one connection: each call that writes is one committed transaction. No files and no schema here.

import type {
	Answer,
	Attempt,
	AttemptId,
	AttemptKind,
	AttemptSummary,
	Bookmark,
	Dispute,
	Exposure,
	Instant,
	Outcome,
	Verdict,
} from '../model/attempt.ts';
import type { FoldPast, Past } from '../model/decision.ts';
import type { Id } from '../model/deck.ts';
import type { LearnerUse } from '../model/report.ts';
import type { LearnerRecord, NewAttempt } from '../session/ports.ts';
import type { Connection } from './connect.ts';
import { encode } from './json-columns.ts';
import { keepSome, pastsAsKept, pastsIn, summariesIn } from './pasts.ts';
import {
	askedOf,
	attemptOf,
	bookmarkOf,
	disputeOf,
	exposureOf,
	integerIn,
	learnerOf,
	placeOf,
	readingOf,
	textIn,
	variantOf,
} from './rows.ts';
import { Statement, statementsOf } from './statements.ts';
import { Transactions } from './transactions.ts';
import { attemptRow, questionRow, storable } from './written-rows.ts';

export interface StoredRecord extends LearnerRecord {
	/** The file, absolute. */
	readonly path: string;
	/**
	 * Closes the file; a second call does nothing, and neither ever throws for a fault of the file: all that matters was
	 * committed long before. `optimise: false` is for signal handlers, which have no time to lose.
	 */
	close(options?: { readonly optimise?: boolean }): void;
}

/** The record over a connection whose tables are at the present version. Throws SQLite's error where they are not. */
export class SqliteRecord implements StoredRecord {
	readonly path: string;
	readonly #learner: string;
	readonly #transactions: Transactions;
	readonly #statements;

	constructor(connection: Connection, path: string, learner: string) {
		this.path = path;
		this.#learner = storable(learner);
		this.#transactions = new Transactions(connection, path);
		this.#statements = statementsOf((sql) => new Statement(connection, sql));
		// It names every table of facts, so that a file with our mark and other tables is not taken for a record.
		this.#statements.nextOrdinal.prepare();
	}

	summaries(deck: Id, unit?: Id): readonly AttemptSummary[] {
		return this.#transactions.look(() => summariesIn(this.#statements, { learner: this.#learner, deck }, unit));
	}

	pasts(deck: Id, fold: FoldPast): ReadonlyMap<Id, Past> {
		const of = { learner: this.#learner, deck };
		const kept = this.#transactions.look(() => pastsAsKept(this.#statements, of, fold));
		if (kept !== undefined) return kept;
		while (this.#transactions.keepIfFree(() => keepSome(this.#statements, of, fold)) === true);
		return this.#transactions.look(() => pastsIn(this.#statements, of, fold));
	}

	exposures(deck: Id, unit: Id): readonly Exposure[] {
		return this.#transactions.look(() => {
			const scope = { learner: this.#learner, deck, unit };
			const variants = grouped(
				this.#statements.variants.all(scope).map(variantOf),
				({ question }) => question,
				({ values }) => values,
			);
			return this.#statements.exposures.all(scope).map((row) => {
				const exposure = exposureOf(row);
				const shown = variants.get(exposure.question);
				return shown === undefined ? exposure : { ...exposure, variants: shown };
			});
		});
	}

	openAttempts(deck?: Id): readonly Attempt[] {
		return this.#transactions.look(() => {
			const open = this.#statements.openAttempts.all({ learner: this.#learner }).map(attemptOf);
			return open.filter((attempt) => deck === undefined || attempt.deck === deck).map((attempt) => this.#withQuestions(attempt));
		});
	}

	attempt(id: AttemptId): Attempt | undefined {
		return this.#transactions.look(() => this.#find(id));
	}

	latestAttempt(): Omit<Attempt, 'asked'> | undefined {
		return this.#transactions.look(() => {
			const row = this.#statements.latestAttempt.get({ learner: this.#learner });
			return row === undefined ? undefined : attemptOf(row);
		});
	}

	attemptsBeginning(prefix: string, most: number): readonly Omit<Attempt, 'asked'>[] {
		return this.#transactions.look(() => this.#statements.attemptsBeginning.all({ learner: this.#learner, prefix, most }).map(attemptOf));
	}

	learners(): readonly LearnerUse[] {
		return this.#transactions.look(() => this.#statements.learners.all({}).map(learnerOf));
	}

	recentDecks(): readonly Id[] {
		return this.#transactions.look(() => this.#statements.recentDecks.all({ learner: this.#learner }).map((row) => textIn(row, 'deck')));
	}

	readings(deck: Id, unit: Id): ReadonlyMap<Id, Instant> {
		return this.#transactions.look(() => new Map(this.#statements.readings.all({ learner: this.#learner, deck, unit }).map(readingOf)));
	}

	bookmarks(deck?: Id): readonly Bookmark[] {
		return this.#transactions.look(() => this.#statements.bookmarks.all({ learner: this.#learner, deck: deck ?? null }).map(bookmarkOf));
	}

	disputes(deck?: Id): readonly Dispute[] {
		return this.#transactions.look(() => this.#statements.disputes.all({ learner: this.#learner, deck: deck ?? null }).map(disputeOf));
	}

	begin(attempt: NewAttempt): { readonly begun: boolean; readonly attempt: Attempt } {
		const { id, deck, unit, kind } = attempt;
		const row = attemptRow(this.#learner, attempt);
		const at = { learner: this.#learner, deck, unit };
		return this.#transactions.keep(() => {
			// Practice shows keys: it never runs beside a quiz whose questions those may be.
			const quiz = kind === 'practice' ? this.#openAttemptId({ ...at, kind: 'quiz' }) : undefined;
			if (quiz !== undefined) return { begun: false, attempt: this.#found(quiz) };
			const practice = kind === 'quiz' ? this.#openAttemptId({ ...at, kind: 'practice' }) : undefined;
			if (practice !== undefined) this.#statements.finish.run({ id: practice, outcome: 'ended', at: attempt.startedAt });
			const begun = this.#statements.addAttempt.run({ ...row, ordinal: this.#nextOrdinal() }).changes === 1;
			if (begun) this.#addQuestions(attempt);
			const open = this.#openAttemptId({ ...at, kind });
			if (open === undefined) throw new Error(`The attempt id ${id} is taken.`);
			return { begun, attempt: this.#found(open) };
		});
	}

	show(id: AttemptId, position: number, at: Instant): 'shown' | 'ended' {
		return this.#transactions.keep(() => {
			const { shown, ended } = this.#place(id, position);
			if (ended) return 'ended';
			if (!shown) this.#statements.show.run({ id, position, at, ordinal: this.#nextOrdinal() });
			return 'shown';
		});
	}

	/** An attempt that was ended elsewhere takes no more answers: that is `already-answered` too. Throws on a question never shown. */
	answer(id: AttemptId, position: number, answer: Answer, verdict: Verdict, at: Instant): 'committed' | 'already-answered' {
		const row = { id, position, answer: encode.answer(answer), verdict: verdict.kind, detail: encode.verdictDetail(verdict), at };
		return this.#transactions.keep(() => {
			const { shown, answered, ended } = this.#place(id, position);
			if (answered || ended) return 'already-answered';
			if (!shown) throw neverShown(id, position);
			const { changes } = this.#statements.answer.run({ ...row, ordinal: this.#nextOrdinal() });
			if (changes !== 1) return 'already-answered';
			if (this.#statements.unanswered.get({ id }) === undefined) this.#statements.finish.run({ id, outcome: 'finished', at });
			return 'committed';
		});
	}

	finish(id: AttemptId, outcome: Outcome, at: Instant): void {
		this.#transactions.keep(() => {
			if (this.#statements.attempt.get({ id, learner: this.#learner }) === undefined) throw new Error(`There is no attempt ${id}.`);
			this.#statements.finish.run({ id, outcome, at });
		});
	}

	read(deck: Id, unit: Id, section: Id, at: Instant): void {
		const row = { learner: this.#learner, deck: storable(deck), unit: storable(unit), section: storable(section), at };
		this.#transactions.keep(() => {
			this.#statements.addReading.run({ ...row, ordinal: this.#nextOrdinal() });
		});
	}

	/** Throws on a question never shown, as `dispute` does. */
	bookmark(id: AttemptId, position: number, set: boolean, at: Instant): void {
		this.#transactions.keep(() => {
			this.#demandShown(id, position);
			this.#statements.addBookmark.run({ id, position, set: set ? 1 : 0, at, ordinal: this.#nextOrdinal() });
		});
	}

	dispute(id: AttemptId, position: number, note: string, at: Instant): void {
		const row = { id, position, note: encode.note(note), at };
		this.#transactions.keep(() => {
			this.#demandShown(id, position);
			this.#statements.addDispute.run({ ...row, ordinal: this.#nextOrdinal() });
		});
	}

	close({ optimise = true }: { readonly optimise?: boolean } = {}): void {
		this.#transactions.close({ optimise });
	}

	#addQuestions({ id, items }: NewAttempt): void {
		if (items.length === 0) throw new Error(`Attempt ${id} asks nothing.`);
		for (const [index, item] of items.entries()) {
			this.#statements.addQuestion.run({ attempt: id, position: index + 1, ...questionRow(item) });
		}
	}

	#openAttemptId(where: {
		readonly learner: string;
		readonly deck: Id;
		readonly unit: Id;
		readonly kind: AttemptKind;
	}): AttemptId | undefined {
		const row = this.#statements.openAttempt.get(where);
		return row === undefined ? undefined : textIn(row, 'id');
	}

	#found(id: AttemptId): Attempt {
		const attempt = this.#find(id);
		if (attempt === undefined) throw new Error(`There is no attempt ${id}.`);
		return attempt;
	}

	#find(id: AttemptId): Attempt | undefined {
		const row = this.#statements.attempt.get({ id, learner: this.#learner });
		return row === undefined ? undefined : this.#withQuestions(attemptOf(row));
	}

	#withQuestions(attempt: Omit<Attempt, 'asked'>): Attempt {
		return { ...attempt, asked: this.#statements.questionsOfAttempt.all({ id: attempt.id }).map(askedOf) };
	}

	#place(id: AttemptId, position: number) {
		const row = this.#statements.place.get({ id, position, learner: this.#learner });
		if (row === undefined) throw new Error(`There is no question ${position} in attempt ${id}.`);
		return placeOf(row);
	}

	#demandShown(id: AttemptId, position: number): void {
		if (!this.#place(id, position).shown) throw neverShown(id, position);
	}

	#nextOrdinal(): number {
		return integerIn(this.#statements.nextOrdinal.get({}), 'ordinal');
	}
}

function neverShown(id: AttemptId, position: number): Error {
	return new Error(`Question ${position} of attempt ${id} was never shown.`);
}

/** By what each is of, in the order given. */
function grouped<T, V>(items: readonly T[], keyOf: (item: T) => Id, itemOf: (item: T) => V): ReadonlyMap<Id, readonly V[]> {
	const groups = new Map<Id, V[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group === undefined) groups.set(keyOf(item), [itemOf(item)]);
		else group.push(itemOf(item));
	}
	return groups;
}
