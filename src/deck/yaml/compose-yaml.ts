// YAML text -> the library's documents, within limits, so that no text takes long or exhausts the stack. What the documents hold is looked at elsewhere.

import { Composer, type Document, Lexer, Parser } from 'yaml';

/** Beyond any deck that was written by hand: a full file of prose and questions has half as many lexemes (words, signs, blocks of text). */
export const yamlLimits = { levels: 24, lexemes: 400_000, nodes: 200_000, aliases: 100, keys: 5_000 } as const;

/** Open lists and maps at one place, with room to spare for the levels above, which are counted exactly later. */
const deepestParse = 4 * yamlLimits.levels;

/** Whether a text has few enough of them, told without reading it further. */
export function isWithinLexemes(text: string): boolean {
	// Some take up no character, but never two in a row.
	if (text.length < yamlLimits.lexemes / 3) return true;
	let lexemes = 0;
	for (const _ of new Lexer().lex(text)) if (++lexemes > yamlLimits.lexemes) return false;
	return true;
}

const options = {
	// Only texts, lists and maps: no scalar is ever taken for a number, a truth value or nothing.
	schema: 'failsafe',
	merge: false,
	resolveKnownTags: false,
	// The library compares every key with every other; duplicates are found when the tree is read.
	uniqueKeys: false,
	strict: true,
	prettyErrors: false,
	logLevel: 'silent',
} as const;

export interface Composed {
	/** The first document, and the second if there is one; the rest is not read. */
	readonly documents: readonly Document.Parsed[];
	/** A limit is passed, so that the text was left unread. */
	readonly limit?: { readonly at: number; readonly found: string };
}

/** Syntax errors are values here; a stack recorded for each of very many would take most of the time. */
export function composeYaml(text: string): Composed {
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	try {
		return composeWithinLimits(text);
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}

/** Depth is looked at before anything is composed, since composing recurses and deep text would exhaust the stack. */
function composeWithinLimits(text: string): Composed {
	const parser = new Parser();
	const composer = new Composer(options);
	const documents: Document.Parsed[] = [];
	let lexemes = 0;
	for (const lexeme of new Lexer().lex(text)) {
		for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
		if (documents.length > 1) return { documents };
		if (parser.stack.length > deepestParse)
			return { documents, limit: { at: parser.offset, found: `more than ${yamlLimits.levels} levels` } };
		if (++lexemes > yamlLimits.lexemes) {
			return { documents, limit: { at: parser.offset, found: `more than ${yamlLimits.lexemes.toLocaleString('en')} words and signs` } };
		}
	}
	for (const token of parser.end()) documents.push(...composer.next(token));
	documents.push(...composer.end(true, text.length));
	return { documents };
}
