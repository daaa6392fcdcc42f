// Where lines begin and end in a text.

/** The line end that the file has; where both are in it, the shorter. */
export function lineEndOf(text: string): string {
	return text.includes('\r\n') && !/(?<!\r)\n/u.test(text) ? '\r\n' : '\n';
}

export function lineStartOf(text: string, offset: number): number {
	return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Past the last character of a line, before its end. */
export function lineEndFrom(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	if (end === -1) return text.length;
	return text.charAt(end - 1) === '\r' && end - 1 >= offset ? end - 1 : end;
}

/** Lines from 1, for offsets in ascending order. */
export function linesOf(text: string, offsets: readonly number[]): readonly number[] {
	let line = 1;
	let next = text.indexOf('\n');
	return offsets.map((offset) => {
		while (next !== -1 && next < offset) {
			line++;
			next = text.indexOf('\n', next + 1);
		}
		return line;
	});
}
