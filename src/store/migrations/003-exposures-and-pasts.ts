// Step 3. Released: never edit.

import type { Migration } from '../migrate.ts';

export const exposuresAndPasts: Migration = {
	version: 3,
	summary:
		'Counts what each learner was shown as it is shown, and keeps what ended attempts came to, so that nobody reads all of a long history.',
	sql: `
-- Neither table holds a fact. This one follows from the questions shown and answered; triggers keep it in step, in the same transaction.
CREATE TABLE exposure (
	learner TEXT NOT NULL,
	deck TEXT NOT NULL,
	unit TEXT NOT NULL,
	question TEXT NOT NULL,
	times_shown INTEGER NOT NULL,
	last_shown INTEGER NOT NULL,
	last_answered INTEGER,
	last_verdict TEXT,
	PRIMARY KEY (learner, deck, unit, question)
) STRICT, WITHOUT ROWID;

-- The values a question was shown with.
CREATE TABLE exposed_variant (
	learner TEXT NOT NULL,
	deck TEXT NOT NULL,
	unit TEXT NOT NULL,
	question TEXT NOT NULL,
	variant TEXT NOT NULL,
	first_shown INTEGER NOT NULL,
	PRIMARY KEY (learner, deck, unit, question, variant)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER question_is_exposed AFTER UPDATE OF shown_ordinal ON question WHEN OLD.shown_ordinal IS NULL AND NEW.shown_ordinal IS NOT NULL
BEGIN
	INSERT INTO exposure (learner, deck, unit, question, times_shown, last_shown)
	SELECT learner, deck, unit, NEW.question, 1, NEW.shown_ordinal FROM attempt WHERE id = NEW.attempt
	ON CONFLICT DO UPDATE SET times_shown = times_shown + 1, last_shown = excluded.last_shown;

	INSERT INTO exposed_variant (learner, deck, unit, question, variant, first_shown)
	SELECT learner, deck, unit, NEW.question, NEW.variant, NEW.shown_ordinal FROM attempt WHERE id = NEW.attempt AND NEW.variant IS NOT NULL
	ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER question_is_graded AFTER UPDATE OF answered_ordinal ON question WHEN OLD.answered_ordinal IS NULL AND NEW.answered_ordinal IS NOT NULL
BEGIN
	UPDATE exposure SET last_answered = NEW.answered_ordinal, last_verdict = NEW.verdict
	WHERE (learner, deck, unit, question) = (SELECT learner, deck, unit, NEW.question FROM attempt WHERE id = NEW.attempt);
END;

INSERT INTO exposure (learner, deck, unit, question, times_shown, last_shown)
SELECT a.learner, a.deck, a.unit, q.question, count(*), max(q.shown_ordinal)
FROM attempt a JOIN question q ON q.attempt = a.id WHERE q.shown_ordinal IS NOT NULL
GROUP BY a.learner, a.deck, a.unit, q.question;

UPDATE exposure SET (last_answered, last_verdict) = (latest.ordinal, latest.verdict)
FROM (
	SELECT a.learner, a.deck, a.unit, q.question, max(q.answered_ordinal) AS ordinal, q.verdict
	FROM attempt a JOIN question q ON q.attempt = a.id WHERE q.answered_ordinal IS NOT NULL
	GROUP BY a.learner, a.deck, a.unit, q.question
) AS latest
WHERE (exposure.learner, exposure.deck, exposure.unit, exposure.question) = (latest.learner, latest.deck, latest.unit, latest.question);

INSERT INTO exposed_variant
SELECT a.learner, a.deck, a.unit, q.question, q.variant, min(q.shown_ordinal)
FROM attempt a JOIN question q ON q.attempt = a.id WHERE q.variant IS NOT NULL AND q.shown_ordinal IS NOT NULL
GROUP BY a.learner, a.deck, a.unit, q.question, q.variant;

-- Nobody looks for these among the questions any more, and each answer is quicker kept without.
DROP INDEX question_variants;
DROP INDEX question_facts;

-- What the ended attempts of a unit came to, up to one of them: computed, kept for speed, and thrown away whenever ordinals change.
CREATE TABLE past (
	learner TEXT NOT NULL,
	deck TEXT NOT NULL,
	unit TEXT NOT NULL,
	-- The ordinal of the latest attempt in it; the number of the form it is written in.
	upto INTEGER NOT NULL,
	form INTEGER NOT NULL,
	-- JSON.
	folded TEXT NOT NULL CHECK (json_valid(folded)),
	PRIMARY KEY (learner, deck, unit)
) STRICT;
`,
};
