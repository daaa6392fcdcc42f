// Every statement of the record, in one place. Each finds its rows through an index; ordinals, not times, put them in order.

import type { Statement as Prepared } from 'better-sqlite3';

import type { Connection } from './connect.ts';

/** Made ready when it is first run: most runs need a few of them, and each takes as long to make as some take to run. */
export class Statement {
	readonly #connection: Connection;
	readonly #sql: string;
	#prepared: Prepared | undefined;

	constructor(connection: Connection, sql: string) {
		this.#connection = connection;
		this.#sql = sql;
	}

	/** Throws SQLite's error where the file has no such tables. */
	prepare(): Prepared {
		this.#prepared ??= this.#connection.prepare(this.#sql);
		return this.#prepared;
	}

	all(parameters: object): unknown[] {
		return this.prepare().all(parameters);
	}

	get(parameters: object): unknown {
		return this.prepare().get(parameters);
	}

	run(parameters: object): { readonly changes: number } {
		return this.prepare().run(parameters);
	}
}

/** What attempts asked, in order: a list for each column, since there may be hundreds of thousands of rows. */
const factsWhere = (attempts: string) => `
	SELECT json_group_array(ordinal) AS ordinal, json_group_array(id) AS id, json_group_array(section) AS section,
		json_group_array(verdict) AS verdict, json_group_array(shown) AS shown, json_group_array(time) AS time
	FROM (
		SELECT a.ordinal, q.question AS id, q.section, q.verdict, q.shown IS NOT NULL AS shown,
			min(max(q.answered - q.shown, 0), :longest) AS time
		FROM attempt a CROSS JOIN question q ON q.attempt = a.id
		WHERE ${attempts}
		ORDER BY a.ordinal, q.position
	)`;

/** The statements by name, each made by `prepare`; all take named parameters. */
export function statementsOf<T>(prepare: (sql: string) => T) {
	return {
		attemptsOfDeck: prepare(`SELECT * FROM attempt WHERE learner = :learner AND deck = :deck ORDER BY ordinal`),

		factsOfDeck: prepare(factsWhere(`a.learner = :learner AND a.deck = :deck`)),

		/**
		 * Units with attempts, each found from the one before it; with what is kept of each, the first attempt that is open, and whether
		 * `enough` have ended before that one and after those that are kept.
		 */
		unitsOfDeck: prepare(`
			WITH RECURSIVE attempted (unit) AS (
				SELECT min(unit) FROM attempt WHERE learner = :learner AND deck = :deck
				UNION ALL
				SELECT (SELECT min(a.unit) FROM attempt a WHERE a.learner = :learner AND a.deck = :deck AND a.unit > attempted.unit)
				FROM attempted WHERE attempted.unit IS NOT NULL
			), known AS (
				SELECT attempted.unit, coalesce(past.upto, 0) AS upto, past.folded, coalesce((
					SELECT min(a.ordinal) FROM attempt a
					WHERE a.learner = :learner AND a.deck = :deck AND a.unit = attempted.unit AND a.outcome IS NULL
				), 9007199254740991) AS first_open
				FROM attempted LEFT JOIN past
					ON past.learner = :learner AND past.deck = :deck AND past.unit = attempted.unit AND past.form = :form
				WHERE attempted.unit IS NOT NULL
			)
			SELECT unit, upto, folded, first_open, (
				SELECT a.ordinal FROM attempt a
				WHERE a.learner = :learner AND a.deck = :deck AND a.unit = known.unit AND a.ordinal > known.upto AND a.ordinal < known.first_open
				ORDER BY a.ordinal LIMIT 1 OFFSET :enough - 1
			) IS NOT NULL AS enough
			FROM known`),

		attemptsBetween: prepare(`
			SELECT * FROM attempt
			WHERE learner = :learner AND deck = :deck AND unit = :unit AND ordinal > :after AND ordinal < :before
			ORDER BY ordinal LIMIT :most`),

		factsBetween: prepare(
			factsWhere(`a.learner = :learner AND a.deck = :deck AND a.unit = :unit AND a.ordinal > :after AND a.ordinal <= :upto`),
		),

		keepPast: prepare(`
			INSERT INTO past (learner, deck, unit, upto, form, folded) VALUES (:learner, :deck, :unit, :upto, :form, :folded)
			ON CONFLICT DO UPDATE SET upto = excluded.upto, form = excluded.form, folded = excluded.folded`),

		exposures: prepare(`
			SELECT question, times_shown, last_shown, last_verdict FROM exposure
			WHERE learner = :learner AND deck = :deck AND unit = :unit`),

		/** In the order in which they were first shown. */
		variants: prepare(`
			SELECT question, variant FROM exposed_variant
			WHERE learner = :learner AND deck = :deck AND unit = :unit ORDER BY first_shown`),

		openAttempts: prepare(`SELECT * FROM attempt WHERE learner = :learner AND outcome IS NULL ORDER BY ordinal`),

		openAttempt: prepare(`
			SELECT id FROM attempt
			WHERE learner = :learner AND deck = :deck AND unit = :unit AND kind = :kind AND outcome IS NULL`),

		attempt: prepare(`SELECT * FROM attempt WHERE id = :id AND learner = :learner`),

		latestAttempt: prepare(`SELECT * FROM attempt WHERE ordinal = (SELECT max(ordinal) FROM attempt WHERE learner = :learner)`),

		/** An id is made of hexadecimal digits and hyphens, which all stand before `g`. */
		attemptsBeginning: prepare(`
			SELECT * FROM attempt
			WHERE +learner = :learner AND id >= :prefix AND id < :prefix || 'g' ORDER BY +ordinal DESC LIMIT :most`),

		questionsOfAttempt: prepare(`SELECT * FROM question WHERE attempt = :id ORDER BY position`),

		/** Each deck is found from the one before it, without looking at attempts one by one. */
		recentDecks: prepare(`
			WITH RECURSIVE attempting (deck) AS (
				SELECT min(deck) FROM attempt WHERE learner = :learner
				UNION ALL
				SELECT (SELECT min(a.deck) FROM attempt a WHERE a.learner = :learner AND a.deck > attempting.deck)
				FROM attempting WHERE attempting.deck IS NOT NULL
			), reading_too (deck) AS (
				SELECT min(deck) FROM reading WHERE learner = :learner
				UNION ALL
				SELECT (SELECT min(r.deck) FROM reading r WHERE r.learner = :learner AND r.deck > reading_too.deck)
				FROM reading_too WHERE reading_too.deck IS NOT NULL
			), known (deck) AS (
				SELECT deck FROM attempting WHERE deck IS NOT NULL UNION SELECT deck FROM reading_too WHERE deck IS NOT NULL
			)
			SELECT deck FROM known ORDER BY max(
				coalesce((SELECT max(a.ordinal) FROM attempt a WHERE a.learner = :learner AND a.deck = known.deck), 0),
				coalesce((
					SELECT max(max(e.last_shown, coalesce(e.last_answered, 0))) FROM exposure e WHERE e.learner = :learner AND e.deck = known.deck
				), 0),
				coalesce((SELECT max(r.ordinal) FROM reading r WHERE r.learner = :learner AND r.deck = known.deck), 0)
			) DESC`),

		readings: prepare(`
			SELECT section, at, max(ordinal) FROM reading
			WHERE learner = :learner AND deck = :deck AND unit = :unit GROUP BY section`),

		/** Of those whose latest word is that they are set: where each question was shown last, looked for from the latest attempt on. */
		bookmarks: prepare(`
			WITH word AS (
				SELECT deck, unit, question, is_set, at, max(ordinal) AS ordinal FROM bookmark
				WHERE learner = :learner AND (:deck IS NULL OR deck = :deck)
				GROUP BY deck, unit, question
			)
			SELECT word.deck, word.unit, word.question, q.attempt, q.position, word.at
			FROM word CROSS JOIN question q ON q.rowid = (
				SELECT seen.rowid FROM attempt a CROSS JOIN question seen ON seen.attempt = a.id AND seen.question = word.question
				WHERE a.learner = :learner AND a.deck = word.deck AND a.unit = word.unit AND seen.shown_ordinal IS NOT NULL
				ORDER BY a.ordinal DESC LIMIT 1
			)
			WHERE word.is_set = 1 ORDER BY word.ordinal`),

		/** With the answer, where it had been given by then. */
		disputes: prepare(`
			SELECT d.deck, a.unit, q.question, q.fingerprint, d.attempt, d.position, d.note, d.at,
				iif(q.answered_ordinal < d.ordinal, q.answer, NULL) AS answer
			FROM dispute d
			CROSS JOIN attempt a ON a.id = d.attempt
			CROSS JOIN question q ON q.attempt = d.attempt AND q.position = d.position
			WHERE d.learner = :learner AND (:deck IS NULL OR d.deck = :deck)
			ORDER BY d.ordinal`),

		/** Each name is found from the one before it, without looking at anybody's attempts one by one. */
		learners: prepare(`
			WITH RECURSIVE attempting (learner) AS (
				SELECT min(learner) FROM attempt
				UNION ALL
				SELECT (SELECT min(a.learner) FROM attempt a WHERE a.learner > attempting.learner) FROM attempting WHERE attempting.learner IS NOT NULL
			), reading_too (learner) AS (
				SELECT min(learner) FROM reading
				UNION ALL
				SELECT (SELECT min(r.learner) FROM reading r WHERE r.learner > reading_too.learner) FROM reading_too WHERE reading_too.learner IS NOT NULL
			), known (learner) AS (
				SELECT learner FROM attempting WHERE learner IS NOT NULL UNION SELECT learner FROM reading_too WHERE learner IS NOT NULL
			)
			SELECT known.learner,
				(SELECT count(*) FROM attempt a WHERE a.learner = known.learner) AS attempts,
				max(
					coalesce((SELECT max(coalesce(a.finished, a.started)) FROM attempt a WHERE a.learner = known.learner), 0),
					coalesce((
						SELECT max(coalesce(q.answered, q.shown)) FROM attempt a CROSS JOIN question q ON q.attempt = a.id
						WHERE a.learner = known.learner AND a.outcome IS NULL
					), 0),
					coalesce((SELECT max(r.at) FROM reading r WHERE r.learner = known.learner), 0)
				) AS last_used
			FROM known ORDER BY last_used DESC, known.learner`),

		nextOrdinal: prepare(`
			SELECT 1 + max(
				coalesce((SELECT max(ordinal) FROM attempt), 0),
				coalesce((SELECT max(shown_ordinal) FROM question), 0),
				coalesce((SELECT max(answered_ordinal) FROM question), 0),
				coalesce((SELECT max(ordinal) FROM reading), 0),
				coalesce((SELECT max(ordinal) FROM bookmark), 0),
				coalesce((SELECT max(ordinal) FROM dispute), 0)
			) AS ordinal`),

		addAttempt: prepare(`
			INSERT INTO attempt
				(ordinal, id, learner, deck, deck_version, deck_digest, unit, kind, seed, benchmark, passes, floor, started)
			VALUES
				(:ordinal, :id, :learner, :deck, :deckVersion, :deckDigest, :unit, :kind, :seed, :benchmark, :passes, :floor, :started)
			ON CONFLICT DO NOTHING`),

		addQuestion: prepare(`
			INSERT INTO question (attempt, position, question, section, fingerprint, familiarity, times_shown, emphasis, snapshot, variant)
			VALUES (:attempt, :position, :question, :section, :fingerprint, :familiarity, :timesShown, :emphasis, :snapshot, :variant)`),

		place: prepare(`
			SELECT q.shown IS NOT NULL AS shown, q.answered IS NOT NULL AS answered, a.outcome IS NOT NULL AS ended
			FROM question q JOIN attempt a ON a.id = q.attempt
			WHERE q.attempt = :id AND q.position = :position AND a.learner = :learner`),

		show: prepare(`
			UPDATE question SET shown = :at, shown_ordinal = :ordinal
			WHERE attempt = :id AND position = :position AND shown IS NULL`),

		answer: prepare(`
			UPDATE question
			SET answer = :answer, verdict = :verdict, verdict_detail = :detail, answered = :at, answered_ordinal = :ordinal
			WHERE attempt = :id AND position = :position AND answered IS NULL`),

		unanswered: prepare(`SELECT 1 FROM question WHERE attempt = :id AND answered_ordinal IS NULL LIMIT 1`),

		finish: prepare(`UPDATE attempt SET outcome = :outcome, finished = :at WHERE id = :id AND outcome IS NULL`),

		addReading: prepare(`
			INSERT INTO reading (ordinal, learner, deck, unit, section, at) VALUES (:ordinal, :learner, :deck, :unit, :section, :at)`),

		addBookmark: prepare(`
			INSERT INTO bookmark (ordinal, attempt, position, learner, deck, unit, question, is_set, at)
			SELECT :ordinal, a.id, q.position, a.learner, a.deck, a.unit, q.question, :set, :at
			FROM question q JOIN attempt a ON a.id = q.attempt WHERE q.attempt = :id AND q.position = :position`),

		addDispute: prepare(`
			INSERT INTO dispute (ordinal, attempt, position, learner, deck, note, at)
			SELECT :ordinal, a.id, :position, a.learner, a.deck, :note, :at FROM attempt a WHERE a.id = :id`),
	};
}

/** The statements of a connection. */
export type Statements = ReturnType<typeof statementsOf<Statement>>;
