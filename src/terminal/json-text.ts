// JSON that is safe to print: what a terminal would obey stands in it as an escape, so that it still reads back as it was.

/** What JSON leaves raw in a string: DEL, C1 controls, bidi controls, line and paragraph separators, a byte order mark, tag characters. */
const raw = /[\x7f-\x9f\p{Bidi_C}\u2028\u2029\ufeff\u{e0000}-\u{e007f}]/gu;

export function jsonText(value: unknown): string {
	return harmlessJson(JSON.stringify(value, undefined, 2));
}

/** On one line, without its end. */
export function jsonLine(value: unknown): string {
	return harmlessJson(JSON.stringify(value));
}

/** JSON that says the same. @param json as `JSON.stringify` writes it. */
export function harmlessJson(json: string): string {
	return json.replace(raw, escaped);
}

function escaped(character: string): string {
	return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
		.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
		.join('');
}
