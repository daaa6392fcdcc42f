// The lexer of Markdown, kept from what would take it for ever: its time grows with the cube of how deep lists nest, and with the square
// of how long a block is.

import { marked, type Token } from 'marked';

/** Most characters of a text, and of one block of it, that are read as Markdown: several times as long as anybody reads at once. */
const longest = { text: 100_000, block: 8_000 } as const;

/** A line that stands so deep, in characters of space and in marks of lists and quotations, is nobody's list. */
const tooDeep = /^(?=[ \t>*+\-\d.)]{120})(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]){60}/mu;

/** @param source safe text. @returns undefined where it is too long, or nests too deep, to be read as Markdown. */
export function lexMarkdown(source: string): Token[] | undefined {
	if (source.length > longest.text || tooDeep.test(source) || hasLongBlock(source)) return undefined;
	try {
		return marked.lexer(source);
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

function hasLongBlock(source: string): boolean {
	return source.length > longest.block && source.split(/\n[ \t]*\n/u).some((block) => block.length > longest.block);
}
