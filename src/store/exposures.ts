// What was shown, counted: kept in step by triggers, and here counted anew from the facts, to compare and to put right.

import type { Connection } from './connect.ts';

const shown = `
	SELECT a.learner, a.deck, a.unit, q.question, count(*) AS times_shown, max(q.shown_ordinal) AS last_shown
	FROM main.attempt a JOIN main.question q ON q.attempt = a.id WHERE q.shown_ordinal IS NOT NULL
	GROUP BY a.learner, a.deck, a.unit, q.question`;

const answered = `
	SELECT a.learner, a.deck, a.unit, q.question, max(q.answered_ordinal) AS last_answered, q.verdict AS last_verdict
	FROM main.attempt a JOIN main.question q ON q.attempt = a.id WHERE q.answered_ordinal IS NOT NULL
	GROUP BY a.learner, a.deck, a.unit, q.question`;

const counted = `
	SELECT learner, deck, unit, question, times_shown, last_shown, last_answered, last_verdict
	FROM (${shown}) LEFT JOIN (${answered}) USING (learner, deck, unit, question)`;

const variants = `
	SELECT a.learner, a.deck, a.unit, q.question, q.variant, min(q.shown_ordinal) AS first_shown
	FROM main.attempt a JOIN main.question q ON q.attempt = a.id WHERE q.variant IS NOT NULL AND q.shown_ordinal IS NOT NULL
	GROUP BY a.learner, a.deck, a.unit, q.question, q.variant`;

/** After facts were renumbered or joined; what was folded from them goes too. */
export function countAnew(connection: Connection): void {
	connection.exec(`
		DELETE FROM main.past;
		DELETE FROM main.exposure;
		DELETE FROM main.exposed_variant;
		INSERT INTO main.exposure ${counted};
		INSERT INTO main.exposed_variant ${variants}`);
}

/** Questions whose counts are not what their facts say, `most` at most. */
export function miscounted(connection: Connection, most: number): readonly string[] {
	const differing = (table: string, facts: string) => `
		SELECT learner, deck, unit, question FROM (SELECT * FROM (${facts}) EXCEPT SELECT * FROM main.${table})
		UNION
		SELECT learner, deck, unit, question FROM (SELECT * FROM main.${table} EXCEPT SELECT * FROM (${facts}))`;
	return connection
		.prepare(
			`SELECT 'what was shown of ' || deck || ' ' || unit || ' ' || question || ' is miscounted'
			FROM (${differing('exposure', counted)} UNION ${differing('exposed_variant', variants)}) LIMIT ?`,
		)
		.pluck()
		.all(most)
		.map(String);
}
