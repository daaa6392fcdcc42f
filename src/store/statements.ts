// Every statement of the record, in one place. Each finds its rows through an index; ordinals, not times, put them in order.

/** The statements by name, each made by `prepare`; all take named parameters. */
export function statementsOf<T>(prepare: (sql: string) => T) {
	return {
		attemptsOfDeck: prepare(`SELECT * FROM attempt WHERE learner = :learner AND deck = :deck ORDER BY ordinal`),

		factsOfDeck: prepare(`
			SELECT q.attempt, q.question AS id, q.section, q.verdict, q.shown_ordinal IS NOT NULL AS shown
			FROM attempt a JOIN question q ON q.attempt = a.id
			WHERE a.learner = :learner AND a.deck = :deck
			ORDER BY a.ordinal, q.position`),

		exposures: prepare(`
			WITH seen AS (
				SELECT q.question, q.verdict, q.shown_ordinal, q.answered_ordinal
				FROM attempt a JOIN question q ON q.attempt = a.id
				WHERE a.learner = :learner AND a.deck = :deck AND a.unit = :unit AND q.shown_ordinal IS NOT NULL
			), latest AS (
				SELECT question, verdict, max(answered_ordinal) FROM seen WHERE answered_ordinal IS NOT NULL GROUP BY question
			)
			SELECT seen.question, count(*) AS times_shown, max(seen.shown_ordinal) AS last_shown, latest.verdict AS last_verdict
			FROM seen LEFT JOIN latest ON latest.question = seen.question
			GROUP BY seen.question`),

		openAttempts: prepare(`SELECT * FROM attempt WHERE learner = :learner AND outcome IS NULL ORDER BY ordinal`),

		openAttempt: prepare(`
			SELECT id FROM attempt
			WHERE learner = :learner AND deck = :deck AND unit = :unit AND kind = :kind AND outcome IS NULL`),

		attempt: prepare(`SELECT * FROM attempt WHERE id = :id AND learner = :learner`),

		questionsOfAttempt: prepare(`SELECT * FROM question WHERE attempt = :id ORDER BY position`),

		recentDecks: prepare(`
			SELECT deck FROM (
				SELECT deck, max(ordinal) AS latest FROM attempt WHERE learner = :learner GROUP BY deck
				UNION ALL
				SELECT a.deck, max(coalesce(q.answered_ordinal, q.shown_ordinal))
				FROM attempt a JOIN question q ON q.attempt = a.id WHERE a.learner = :learner GROUP BY a.deck
				UNION ALL
				SELECT deck, max(ordinal) FROM reading WHERE learner = :learner GROUP BY deck
			)
			GROUP BY deck ORDER BY max(latest) DESC`),

		readings: prepare(`
			SELECT section, at, max(ordinal) FROM reading
			WHERE learner = :learner AND deck = :deck AND unit = :unit GROUP BY section`),

		nextOrdinal: prepare(`
			SELECT 1 + max(
				coalesce((SELECT max(ordinal) FROM attempt), 0),
				coalesce((SELECT max(shown_ordinal) FROM question), 0),
				coalesce((SELECT max(answered_ordinal) FROM question), 0),
				coalesce((SELECT max(ordinal) FROM reading), 0)
			) AS ordinal`),

		addAttempt: prepare(`
			INSERT INTO attempt
				(ordinal, id, learner, deck, deck_version, deck_digest, unit, kind, seed, benchmark, passes, floor, started)
			VALUES
				(:ordinal, :id, :learner, :deck, :deckVersion, :deckDigest, :unit, :kind, :seed, :benchmark, :passes, :floor, :started)
			ON CONFLICT DO NOTHING`),

		addQuestion: prepare(`
			INSERT INTO question (attempt, position, question, section, fingerprint, familiarity, times_shown, emphasis, snapshot)
			VALUES (:attempt, :position, :question, :section, :fingerprint, :familiarity, :timesShown, :emphasis, :snapshot)`),

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
	};
}
