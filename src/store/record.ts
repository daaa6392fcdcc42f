// One learner's record over one connection: each call that writes is one committed transaction. No files and no schema here.

import type { Answer, Attempt, AttemptId, AttemptKind, AttemptSummary, Exposure, Instant, Outcome, Verdict } from '../model/attempt.ts';
import type { Id } from '../model/deck.ts';
import type { LearnerRecord, NewAttempt } from '../session/ports.ts';
import { type Connection, patiently } from './connect.ts';
import { faultOf, StoreError } from './faults.ts';
import { newerThan, versionOf } from './migrate.ts';
import { askedOf, attemptOf, encode, exposureOf, factOf, integerIn, placeOf, readingOf, summaryOf, textIn } from './rows.ts';
import { MalformedRow } from './shapes.ts';
import { statementsOf } from './statements.ts';

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
	readonly #connection: Connection;
	readonly #version: number;
	readonly #statements;

	constructor(connection: Connection, path: string, learner: string) {
		this.path = path;
		this.#learner = storable(learner);
		this.#connection = connection;
		this.#version = versionOf(connection);
		this.#statements = statementsOf((sql) => connection.prepare(sql));
	}

	summaries(deck: Id): readonly AttemptSummary[] {
		return this.#look(() => {
			const scope = { learner: this.#learner, deck };
			const facts = new Map<AttemptId, AttemptSummary['questions'][number][]>();
			for (const { attempt, fact } of this.#statements.factsOfDeck.all(scope).map(factOf)) {
				const found = facts.get(attempt);
				if (found === undefined) facts.set(attempt, [fact]);
				else found.push(fact);
			}
			const attempts = this.#statements.attemptsOfDeck.all(scope).map(summaryOf);
			return attempts.map((attempt) => ({ ...attempt, questions: facts.get(attempt.id) ?? [] }));
		});
	}

	exposures(deck: Id, unit: Id): readonly Exposure[] {
		return this.#look(() => this.#statements.exposures.all({ learner: this.#learner, deck, unit }).map(exposureOf));
	}

	openAttempts(deck?: Id): readonly Attempt[] {
		return this.#look(() => {
			const open = this.#statements.openAttempts.all({ learner: this.#learner }).map(attemptOf);
			return open.filter((attempt) => deck === undefined || attempt.deck === deck).map((attempt) => this.#withQuestions(attempt));
		});
	}

	attempt(id: AttemptId): Attempt | undefined {
		return this.#look(() => this.#find(id));
	}

	recentDecks(): readonly Id[] {
		return this.#look(() => this.#statements.recentDecks.all({ learner: this.#learner }).map((row) => textIn(row, 'deck')));
	}

	readings(deck: Id, unit: Id): ReadonlyMap<Id, Instant> {
		return this.#look(() => new Map(this.#statements.readings.all({ learner: this.#learner, deck, unit }).map(readingOf)));
	}

	begin(attempt: NewAttempt): { readonly begun: boolean; readonly attempt: Attempt } {
		const { id, deck, unit, kind, rule } = attempt;
		const row = {
			id: storable(id),
			learner: this.#learner,
			deck: storable(deck),
			deckVersion: attempt.deckVersion === undefined ? null : storable(attempt.deckVersion),
			deckDigest: storable(attempt.deckDigest),
			unit: storable(unit),
			kind,
			seed: attempt.seed,
			...rule,
			started: attempt.startedAt,
		};
		const at = { learner: this.#learner, deck, unit };
		return this.#keep(() => {
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
		return this.#keep(() => {
			const { shown, ended } = this.#place(id, position);
			if (ended) return 'ended';
			if (!shown) this.#statements.show.run({ id, position, at, ordinal: this.#nextOrdinal() });
			return 'shown';
		});
	}

	/** An attempt that was ended elsewhere takes no more answers: that is `already-answered` too. Throws on a question never shown. */
	answer(id: AttemptId, position: number, answer: Answer, verdict: Verdict, at: Instant): 'committed' | 'already-answered' {
		const row = { id, position, answer: encode.answer(answer), verdict: verdict.kind, detail: encode.verdictDetail(verdict), at };
		return this.#keep(() => {
			const { shown, answered, ended } = this.#place(id, position);
			if (answered || ended) return 'already-answered';
			if (!shown) throw new Error(`Question ${position} of attempt ${id} was never shown.`);
			const { changes } = this.#statements.answer.run({ ...row, ordinal: this.#nextOrdinal() });
			if (changes !== 1) return 'already-answered';
			if (this.#statements.unanswered.get({ id }) === undefined) this.#statements.finish.run({ id, outcome: 'finished', at });
			return 'committed';
		});
	}

	finish(id: AttemptId, outcome: Outcome, at: Instant): void {
		this.#keep(() => {
			if (this.#statements.attempt.get({ id, learner: this.#learner }) === undefined) throw new Error(`There is no attempt ${id}.`);
			this.#statements.finish.run({ id, outcome, at });
		});
	}

	read(deck: Id, unit: Id, section: Id, at: Instant): void {
		const row = { learner: this.#learner, deck: storable(deck), unit: storable(unit), section: storable(section), at };
		this.#keep(() => {
			this.#statements.addReading.run({ ...row, ordinal: this.#nextOrdinal() });
		});
	}

	close({ optimise = true }: { readonly optimise?: boolean } = {}): void {
		if (!this.#connection.open) return;
		try {
			// From here on nothing is worth waiting for.
			this.#connection.pragma('busy_timeout = 0');
			if (optimise) this.#connection.pragma('optimize');
			if (optimise) this.#connection.pragma('wal_checkpoint(TRUNCATE)');
		} catch (error) {
			if (faultOf(error, this.path) === undefined) throw error;
		} finally {
			this.#connection.close();
		}
	}

	#addQuestions({ id, items }: NewAttempt): void {
		if (items.length === 0) throw new Error(`Attempt ${id} asks nothing.`);
		for (const [index, { question, options, reason }] of items.entries()) {
			this.#statements.addQuestion.run({
				attempt: id,
				position: index + 1,
				question: storable(question.id),
				section: storable(question.section),
				fingerprint: storable(question.fingerprint),
				familiarity: reason.familiarity,
				timesShown: reason.timesShown,
				emphasis: reason.emphasis ? 1 : 0,
				snapshot: encode.snapshot({ question, options }),
			});
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

	#nextOrdinal(): number {
		return integerIn(this.#statements.nextOrdinal.get(), 'ordinal');
	}

	/** Several statements over one state of the file. */
	#look<T>(reading: () => T): T {
		return this.#guarded(() => this.#connection.transaction(reading).deferred());
	}

	/** All of it or nothing; the write lock is taken first, so that what was read is still true when it is written. */
	#keep<T>(writing: () => T): T {
		const checked = () => {
			const found = versionOf(this.#connection);
			// Another terminal has been updated meanwhile, and the tables with it.
			if (found !== this.#version) throw newerThan(this.path, found, this.#version);
			return writing();
		};
		return this.#guarded(() => this.#connection.transaction(checked).immediate());
	}

	#guarded<T>(transaction: () => T): T {
		try {
			return patiently(transaction);
		} catch (error) {
			if (error instanceof MalformedRow) throw new StoreError({ kind: 'corrupt', path: this.path, detail: error.message }, error);
			const fault = faultOf(error, this.path);
			throw fault === undefined ? error : new StoreError(fault, error);
		}
	}
}

/** Text for a plain column. SQLite would silently change half a surrogate pair, and stop counting at a NUL. */
function storable(text: string): string {
	if (text === '' || /\p{Surrogate}|\0/u.test(text))
		throw new Error(`Unexpected ${JSON.stringify(text)}, expected text that can be stored.`);
	return text;
}
