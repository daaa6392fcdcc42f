// What is wrong with a deck, as data: where, what, and what to do. Rendering is for others.

export type Severity = 'error' | 'warning' | 'info';

/** Offsets into the file's text, in UTF-16 units; `end` is past the last. Line and column are computed when printing. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A place in a deck: a path relative to the deck folder, with `/`, and where in it. No span: the file as a whole. */
export interface Place {
	readonly file: string;
	readonly span?: Span;
}

export interface Diagnostic {
	/** Stable and hyphenated: `unknown-key`. */
	readonly code: string;
	readonly severity: Severity;
	/** "Unexpected X, expected Y", or what is missing. One sentence. May hold text from the deck, unsanitised. */
	readonly message: string;
	readonly place: Place;
	/** One imperative line, where it adds something. */
	readonly help?: string;
	/** The other side, where two places disagree. */
	readonly related?: Place & { readonly message: string };
}
