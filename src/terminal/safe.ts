// The one boundary for foreign text: what a deck, a learner, a file name or an error says becomes visible characters here.
// Nothing else may enter; no styling, no wrapping.

/** C0 controls but tab and line feed, DEL, C1 controls, bidi controls, line and paragraph separators, tag characters, lone surrogates. */
const unsafe = /[\0-\x08\x0b-\x1f\x7f-\x9f\p{Bidi_C}\u2028\u2029\u{e0000}-\u{e007f}\p{Cs}]/gu;

/**
 * The text with nothing in it that a terminal would obey: `\r\n` and `\r` become `\n`; C0 controls but `\n` and `\t`, and DEL,
 * are written `^X`; C1 controls `\x9b`; bidi controls, U+2028, U+2029 and tag characters `<U+202E>`; a lone surrogate becomes
 * U+FFFD. Joiners stay, because emoji and Persian need them. Idempotent.
 */
export function safe(text: string): string {
	return text.replace(/\r\n?/g, '\n').replace(unsafe, visible);
}

function visible(character: string): string {
	const point = character.codePointAt(0) ?? 0xfffd;
	if (point < 0x20) return `^${String.fromCharCode(point + 0x40)}`;
	if (point === 0x7f) return '^?';
	if (point <= 0x9f) return `\\x${point.toString(16)}`;
	if (point >= 0xd800 && point <= 0xdfff) return '\ufffd';
	return `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** `safe`, on one line: runs of line breaks and tabs become one space. For titles, names and table cells. */
export function safeLine(text: string): string {
	return safe(text)
		.replace(/(?<!\s)\s*[\n\t]\s*/g, ' ')
		.trim();
}
