// What a terminal would obey in a text: the judge of everything that leaves the program.

/** C0 controls but tab and line feed, DEL, C1 controls, marks of direction, line and paragraph separators, tag characters, lone surrogates. */
const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\u{e0000}-\u{e007f}\p{Cs}]/u;

/** What the program itself writes around Hebrew and Arabic: a pair of isolates within a line. */
const ownIsolates = /[\u2066\u2067]([^\u2066-\u2069\n]*)\u2069/gu;

/** Colors, weights, links to the web and to mail: what the program itself writes where colors and links are on. */
const ownStyling = /\x1b\[(?:\d{1,3}(?:;\d{1,3})*)?m|\x1b\]8;[\w=]*;(?:(?:https?:\/\/|mailto:)[\x21-\x7e]*)?(?:\x1b\\|\x07)/gu;

/** @returns the first such character with some text around it, as JSON; undefined where there is none. */
export function obeyedIn(text: string, styled: 'plain' | 'styled' = 'plain'): string | undefined {
	const shown = withoutIsolates(styled === 'styled' ? text.replace(ownStyling, '') : text);
	const found = obeyed.exec(shown);
	return found === null ? undefined : JSON.stringify(shown.slice(Math.max(0, found.index - 30), found.index + 30));
}

/** Pairs may stand in pairs, three deep at most. */
function withoutIsolates(text: string): string {
	return [1, 2, 3].reduce((left) => left.replace(ownIsolates, '$1'), text);
}
