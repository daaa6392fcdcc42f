// What one run of `gradus check` found, as data; every output format is made from it.

import type { Id } from './deck.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';

export interface CheckReport {
	/** The version of the program. */
	readonly version: string;
	readonly decks: readonly CheckedDeckSummary[];
	/** Every file that was looked at, by the path it is shown with. */
	readonly files: readonly string[];
	/** In order; each `place.file` is a path as in `files`, from the working folder, with `/`. */
	readonly diagnostics: readonly Diagnostic[];
	/** Texts by the same paths; of files with diagnostics at the least. */
	readonly sources: ReadonlyMap<string, string>;
	/** Diagnostics silenced by comments in the decks. */
	readonly silenced: number;
	/** `--max-warnings`: more warnings than this make the run fail. */
	readonly maxWarnings?: number;
	readonly tally: Tally;
	/**
	 * Where the working folder lies in its repository, with `/`: `courses/git`. Absent: it is the repository's own folder, or there is none.
	 * Services name files from there.
	 */
	readonly below?: string;
}

/** What the diagnostics come to: one reckoning for annotations, summaries, reports and the exit code. */
export interface Tally {
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
	/** There are more warnings than `maxWarnings` allows. */
	readonly tooManyWarnings: boolean;
	/** No error, and not too many warnings. */
	readonly passed: boolean;
}

export interface CheckedDeckSummary {
	/** As it is shown: from the working folder; `.` for that folder itself. */
	readonly folder: string;
	/** Absent where the deck cannot be used. */
	readonly deck?: { readonly id: Id; readonly title: string; readonly units: number; readonly questions: number };
}

/** What the formats tell of a rule besides its findings. */
export interface RuleSummary {
	readonly code: string;
	readonly severity: Severity;
	readonly family: string;
	/** One line without a full stop. */
	readonly summary: string;
	/** Markdown. */
	readonly why: string;
}
