PRAGMA application_id = 1198678372;

PRAGMA user_version = 3;

CREATE TABLE attempt (
	ordinal INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	learner TEXT NOT NULL,
	deck TEXT NOT NULL,
	deck_version TEXT,
	deck_digest TEXT NOT NULL,
	unit TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('quiz', 'practice', 'review', 'placement', 'exam')),
	seed INTEGER NOT NULL CHECK (seed BETWEEN 0 AND 4294967295),
	-- The rule in force: a share in hundredths of a percent, attempts in a row, right answers per section.
	benchmark INTEGER NOT NULL CHECK (benchmark BETWEEN 1 AND 10000),
	passes INTEGER NOT NULL CHECK (passes >= 1),
	floor INTEGER NOT NULL CHECK (floor >= 0),
	started INTEGER NOT NULL,
	finished INTEGER,
	outcome TEXT CHECK (outcome IN ('finished', 'ended')),
	CHECK ((finished IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX attempt_by_deck ON attempt (learner, deck);

CREATE INDEX attempt_by_unit ON attempt (learner, deck, unit);

CREATE UNIQUE INDEX attempt_open ON attempt (learner, deck, unit, kind) WHERE outcome IS NULL;

CREATE TABLE question (
	attempt TEXT NOT NULL REFERENCES attempt (id),
	position INTEGER NOT NULL CHECK (position >= 1),
	question TEXT NOT NULL,
	section TEXT NOT NULL,
	fingerprint TEXT NOT NULL,
	-- Why it was drawn.
	familiarity TEXT NOT NULL CHECK (familiarity IN ('new', 'missed-before', 'again')),
	times_shown INTEGER NOT NULL CHECK (times_shown >= 0),
	emphasis INTEGER NOT NULL CHECK (emphasis IN (0, 1)),
	shown INTEGER,
	shown_ordinal INTEGER UNIQUE,
	verdict TEXT CHECK (verdict IN ('right', 'missed', 'dont-know')),
	answered INTEGER,
	answered_ordinal INTEGER UNIQUE,
	-- JSON: the question and the order of its options as asked; what was given; what the verdict says besides its kind.
	snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
	answer TEXT CHECK (json_valid(answer)),
	verdict_detail TEXT CHECK (json_valid(verdict_detail)), variant TEXT CHECK (json_valid(variant)),
	PRIMARY KEY (attempt, position),
	CHECK ((shown IS NULL) = (shown_ordinal IS NULL)),
	CHECK ((answered IS NULL) = (answered_ordinal IS NULL)),
	CHECK ((answered IS NULL) = (verdict IS NULL)),
	CHECK ((answered IS NULL) = (answer IS NULL)),
	CHECK ((answered IS NULL) = (verdict_detail IS NULL)),
	CHECK (answered IS NULL OR shown IS NOT NULL)
) STRICT;

CREATE TABLE reading (
	ordinal INTEGER PRIMARY KEY,
	learner TEXT NOT NULL,
	deck TEXT NOT NULL,
	unit TEXT NOT NULL,
	section TEXT NOT NULL,
	at INTEGER NOT NULL
) STRICT;

CREATE INDEX reading_by_section ON reading (learner, deck, unit, section);

CREATE TRIGGER attempt_stays BEFORE DELETE ON attempt
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER attempt_is_fixed BEFORE UPDATE OF ordinal, id, learner, deck, deck_version, deck_digest, unit, kind, seed, benchmark,
	passes, floor, started ON attempt
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER attempt_ends_once BEFORE UPDATE OF finished, outcome ON attempt WHEN OLD.outcome IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER question_stays BEFORE DELETE ON question
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER question_is_fixed BEFORE UPDATE OF attempt, position, question, section, fingerprint, familiarity, times_shown,
	emphasis, snapshot ON question
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER question_is_shown_once BEFORE UPDATE OF shown, shown_ordinal ON question WHEN OLD.shown IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER question_is_answered_once BEFORE UPDATE OF verdict, answered, answered_ordinal, answer, verdict_detail ON question
	WHEN OLD.answered IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER reading_stays BEFORE DELETE ON reading
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER reading_is_fixed BEFORE UPDATE ON reading
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER question_variant_is_fixed BEFORE UPDATE OF variant ON question
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

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
