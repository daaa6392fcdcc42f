// Where the blanks of a cloze stand in its text. For reading decks, for drawing templates and for presenting alike.

/** `{{blank}}` in a text; offsets in UTF-16 units, the braces included. */
export interface ClozeMark {
	/** What stands between the braces, as written: an id where the deck is sound. */
	readonly id: string;
	readonly start: number;
	readonly end: number;
}

/** `\{{` comes first: it is two braces, and hides what they would begin. */
const markOrLiteral = /\\\{\{|\{\{([^{}\n]*)\}\}/g;

/** In order of appearance, the same id as often as it stands there. `\{{` is no mark, nor is what is not closed on its line. */
export function marksIn(text: string): readonly ClozeMark[] {
	return [...text.matchAll(markOrLiteral)].flatMap(({ 0: whole, 1: id, index }) =>
		id === undefined ? [] : [{ id, start: index, end: index + whole.length }],
	);
}

/** The text with each mark replaced by what stands for it, where anything does; all else as it is, `\{{` too. */
export function replaceMarks(text: string, replacement: (id: string) => string | undefined): string {
	return text.replace(markOrLiteral, (whole, id: string | undefined) => (id === undefined ? whole : (replacement(id) ?? whole)));
}
