// Step 2. Released: never edit.

import type { Migration } from '../migrate.ts';

export const variantsBookmarksDisputes: Migration = {
	version: 2,
	summary: 'Keeps the values that questions are drawn with, bookmarks, and disputes, all append-only.',
	sql: `
-- JSON: the values by the variable's name; NULL where nothing varies.
ALTER TABLE question ADD COLUMN variant TEXT CHECK (json_valid(variant));

-- Which values were shown, without touching the text.
CREATE INDEX question_variants ON question (attempt, question, shown_ordinal, variant) WHERE variant IS NOT NULL;

CREATE TRIGGER question_variant_is_fixed BEFORE UPDATE OF variant ON question
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

-- Set or taken away; of a question's, the latest counts. Learner, deck, unit and question are those of the place it hangs on,
-- so that it is found without looking at attempts.
CREATE TABLE bookmark (
	ordinal INTEGER PRIMARY KEY,
	attempt TEXT NOT NULL,
	position INTEGER NOT NULL,
	learner TEXT NOT NULL,
	deck TEXT NOT NULL,
	unit TEXT NOT NULL,
	question TEXT NOT NULL,
	is_set INTEGER NOT NULL CHECK (is_set IN (0, 1)),
	at INTEGER NOT NULL,
	FOREIGN KEY (attempt, position) REFERENCES question (attempt, position)
) STRICT;

CREATE INDEX bookmark_by_question ON bookmark (learner, deck, unit, question, is_set, at);

CREATE TRIGGER bookmark_stays BEFORE DELETE ON bookmark
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER bookmark_is_fixed BEFORE UPDATE ON bookmark
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TABLE dispute (
	ordinal INTEGER PRIMARY KEY,
	attempt TEXT NOT NULL,
	position INTEGER NOT NULL,
	learner TEXT NOT NULL,
	deck TEXT NOT NULL,
	-- JSON: a text, as typed.
	note TEXT NOT NULL CHECK (json_valid(note)),
	at INTEGER NOT NULL,
	FOREIGN KEY (attempt, position) REFERENCES question (attempt, position)
) STRICT;

CREATE INDEX dispute_by_deck ON dispute (learner, deck);

CREATE TRIGGER dispute_stays BEFORE DELETE ON dispute
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER dispute_is_fixed BEFORE UPDATE ON dispute
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
`,
};
