// What stands at the ends of lines and of the file and says nothing: spaces, empty lines, two kinds of line ends, a byte order mark.

import type { Span } from '../../model/diagnostic.ts';
import { isInside } from '../editing/layout.ts';
import { lineEndOf } from '../editing/lines.ts';
import type { Edit, Mend } from '../editing/mend.ts';
import type { OpenFile } from './open-file.ts';

const byteOrderMark = '\uFEFF';

export function mendTrailingJunk(file: OpenFile): readonly Mend[] {
	return [markAtStart(file), lineEnds(file), spacesAtLineEnds(file), endOfFile(file)].flat();
}

function mendOf({ file }: OpenFile, what: string, edits: readonly Edit[]): readonly Mend[] {
	const [first] = edits;
	return first === undefined ? [] : [{ file, at: first.start, what, edits, meaning: [] }];
}

function markAtStart(file: OpenFile): readonly Mend[] {
	return file.text.startsWith(byteOrderMark) ? mendOf(file, 'the byte order mark was removed', [{ start: 0, end: 1, text: '' }]) : [];
}

/** A file that ends all its lines alike is left as it is. */
function lineEnds(file: OpenFile): readonly Mend[] {
	if (!/(?<!\r)\n/u.test(file.text)) return [];
	const { start } = junkAtEnd(file) ?? { start: file.text.length };
	const edits = [...file.text.matchAll(/\r(?=\n)/gu)]
		.map(({ index }) => ({ start: index, end: index + 1, text: '' }))
		.filter((edit) => edit.start < start);
	return mendOf(file, 'the line ends are now all alike', edits);
}

function spacesAtLineEnds(file: OpenFile): readonly Mend[] {
	const { text, layout } = file;
	const last = lastCharacter(text);
	const edits = [...text.matchAll(/[ \t]+(?=\r?\n|$)/gu)]
		.map((match) => ({ start: match.index, end: match.index + match[0].length, text: '' }))
		.filter(({ start }) => start <= last && !isInside(start, layout.texts));
	return mendOf(file, `spaces at the end of ${edits.length === 1 ? 'a line' : `${edits.length} lines`} were removed`, edits);
}

function endOfFile(file: OpenFile): readonly Mend[] {
	const junk = junkAtEnd(file);
	if (junk === undefined) return [];
	const what = junk.start === junk.end ? 'a line end was added to the last line' : 'empty lines at the end of the file were removed';
	return mendOf(file, what, [{ ...junk, text: lineEndOf(file.text) }]);
}

/** What stands there instead of one line end; `undefined` where nothing does, or where it belongs to a text block. */
function junkAtEnd({ text, layout }: OpenFile): Span | undefined {
	const last = lastCharacter(text);
	const start = last + (/^[ \t]*/u.exec(text.slice(last))?.[0].length ?? 0);
	const lineEnd = /^\r?\n/u.exec(text.slice(start))?.[0] ?? '';
	const inBlock = layout.texts.some(({ end }) => end > start + lineEnd.length);
	return inBlock || (lineEnd !== '' && start + lineEnd.length === text.length) ? undefined : { start, end: text.length };
}

/** Past the last character that is no space. */
function lastCharacter(text: string): number {
	return text.trimEnd().length;
}
