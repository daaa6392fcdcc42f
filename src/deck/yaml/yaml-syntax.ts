// What the YAML library says of broken text, in words for authors and at the line that needs changing.

import { type Document, isCollection, isScalar, Scalar, visit, type YAMLParseError } from 'yaml';

import type { Span } from '../../model/diagnostic.ts';
import { slipBehind } from './slips.ts';

export interface SyntaxFault {
	readonly span: Span;
	readonly message: string;
	readonly help?: string;
}

/** The first fault of a document that has errors. The others often follow from it. */
export function explainSyntax(text: string, document: Document.Parsed): SyntaxFault {
	const errors = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
	const [first] = errors;
	if (first === undefined) throw new Error('a document without errors has no fault to explain');
	const [start, end] = first.pos;
	const deeperLine = errors.find((error) => error.code === 'MULTILINE_IMPLICIT_KEY' && text.slice(start, error.pos[1]).includes('\n'));
	const stumbled =
		first.code === 'BLOCK_AS_IMPLICIT_KEY' && deeperLine !== undefined ? lineStart(text, deeperLine) : firstInLine(text, start);
	const slip = first.code === 'TAB_AS_INDENT' ? undefined : slipBehind(text, stumbled);
	if (slip !== undefined) return slip;
	const at = (offset: number): Span => ({
		start: Math.min(offset, text.length),
		end: Math.min(Math.max(offset + 1, end), endOfLine(text, offset)),
	});
	const syntax = (span: Span, message: string, help?: string): SyntaxFault => ({
		span: { start: span.start, end: Math.max(span.start, span.end) },
		message,
		...(help === undefined ? {} : { help }),
	});

	switch (first.code) {
		case 'TAB_AS_INDENT':
			return syntax(at(start), 'Unexpected tab, expected spaces before the first word of a line', 'Indent with spaces.');
		case 'BLOCK_AS_IMPLICIT_KEY':
			if (deeperLine !== undefined) return deeper(text, deeperLine, syntax);
			return syntax(at(start), 'Unexpected second `: ` in one line, expected one key and its value', 'Put the value in quotes.');
		case 'MULTILINE_IMPLICIT_KEY':
			return looseText(text, start, syntax);
		case 'MISSING_CHAR':
			return missing(text, document, first, syntax, at);
		case 'BAD_INDENT':
			if (first.message.startsWith('Flow')) return unclosed(document, start, at, syntax);
			return syntax(
				at(firstInLine(text, start)),
				'Unexpected indentation, expected the column of the lines it belongs with',
				'Line it up with the keys or list items above it; indent every line of a text block alike.',
			);
		case 'BAD_SCALAR_START':
			return syntax(
				at(start),
				`Unexpected ${text[start] === '`' ? 'backtick' : `\`${text.charAt(start)}\``} at the start of a text, expected a letter, a digit or a quote`,
				'Put the text in quotes.',
			);
		case 'BAD_ALIAS':
			return syntax(
				at(start),
				`Unexpected \`${text.charAt(start)}\` at the start of a text, expected a letter, a digit or a quote`,
				'Put the text in quotes.',
			);
		case 'BAD_DQ_ESCAPE':
			return syntax(
				{ start, end: Math.max(end, start + 2) },
				`Unexpected \`${text.slice(start, start + 2)}\` in double quotes, expected an escape that YAML knows`,
				'Use single quotes, or write `\\\\` for a backslash.',
			);
		case 'UNEXPECTED_TOKEN':
			return unexpected(text, first, at, syntax);
		default:
			return syntax(
				at(start),
				`Unexpected text, which is not YAML (${first.message})`,
				'Put texts that hold special characters in quotes.',
			);
	}
}

type Syntax = (span: Span, message: string, help?: string) => SyntaxFault;
type At = (offset: number) => Span;

/** The first word of the line that an error ends on. */
function lineStart(text: string, { pos: [start, end] }: YAMLParseError): number {
	return firstInLine(text, text.lastIndexOf('\n', Math.max(start, end - 1)) + 1);
}

/** A key that is indented further than the key above it: the library points at the value above. */
function deeper(text: string, error: YAMLParseError, syntax: Syntax): SyntaxFault {
	const start = lineStart(text, error);
	return syntax(
		{ start, end: Math.max(start + 1, Math.min(error.pos[1], endOfLine(text, start))) },
		'Unexpected indentation, expected the column of the key above',
		'Line it up with the key above it, or put the text above in quotes if it goes on here.',
	);
}

function looseText(text: string, start: number, syntax: Syntax): SyntaxFault {
	const line = text.slice(start, endOfLine(text, start));
	if (/^-\s/u.test(line))
		return syntax({ start, end: start + 1 }, 'Unexpected list item, expected a key', 'Indent the list below the key it belongs to.');
	const span = { start, end: start + line.trimEnd().length };
	const glued = /^([\w-]+):(?=\S)/u.exec(line);
	if (glued?.[1] !== undefined) {
		return syntax(span, `Unexpected \`${glued[0]}\` without a space after it, expected \`${glued[1]}: \``, 'Put a space after the colon.');
	}
	return syntax(
		span,
		'Unexpected text without a key, expected `key: value`',
		'Indent the line if it continues the text above, or give it a key.',
	);
}

function missing(text: string, document: Document.Parsed, error: YAMLParseError, syntax: Syntax, at: At): SyntaxFault {
	const [start] = error.pos;
	if (error.message.startsWith('Missing closing')) {
		const opening = lastStart(
			document,
			start,
			(node) => isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE),
		);
		return syntax(
			{ start: opening ?? start, end: (opening ?? start) + 1 },
			'Missing the closing quote of this text',
			'Close it, or remove the opening one.',
		);
	}
	if (error.message.startsWith('Sequence item without')) {
		return syntax(
			at(firstInLine(text, start)),
			'Unexpected indentation, expected a list item or the column of the keys above',
			'Line it up with the key above it, or begin the line with `- `.',
		);
	}
	if (error.message.startsWith('Implicit map keys')) return looseText(text, firstInLine(text, start), syntax);
	if (error.message.startsWith('Comments must'))
		return syntax(at(start), 'Unexpected `#` without a space before it', 'Put a space before the comment.');
	if (error.message.startsWith('Flow')) return unclosed(document, start, at, syntax);
	return syntax(at(start), 'Missing a comma or a bracket in this list', 'Put texts that hold commas, colons or brackets in quotes.');
}

function unclosed(document: Document.Parsed, start: number, at: At, syntax: Syntax): SyntaxFault {
	const opening = lastStart(document, start, (node) => isCollection(node) && node.flow === true);
	return syntax(
		opening === undefined ? at(start) : { start: opening, end: opening + 1 },
		'Missing the closing bracket of this list or map',
		'Close it, or put the text in quotes if it starts with a bracket.',
	);
}

function unexpected(text: string, error: YAMLParseError, at: At, syntax: Syntax): SyntaxFault {
	const [start] = error.pos;
	const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
	if (error.message.includes('block-seq-ind')) {
		if (before.trim() === '')
			return syntax(at(start), 'Unexpected list item, expected a key', 'Indent the list below the key it belongs to.');
		return syntax(at(start), 'Unexpected list on the line of its key', 'Begin the list on the next line, or put the text in quotes.');
	}
	if (error.message.startsWith('Unexpected scalar at node end')) {
		const first = firstWord(text);
		if (before.trim() === '' && columnOf(text, first) > columnOf(text, start)) {
			return syntax(
				at(first),
				'Unexpected indentation of the first line, expected the column of the lines below it',
				'Remove the spaces before it.',
			);
		}
		if (before.trim() === '') {
			return syntax(
				at(start),
				'Unexpected line, which fits neither the list nor the map above it',
				'Line it up with the lines it belongs with.',
			);
		}
		return syntax(
			at(start),
			'Unexpected text after a closing quote or bracket',
			"Put the whole text in quotes; between single quotes, write '' for '.",
		);
	}
	if (error.message.startsWith('Not a YAML token')) {
		return syntax(at(start), 'Unexpected text after the sign for a text block', 'Begin the text on the next line, or put it in quotes.');
	}
	if (error.message.startsWith('Unexpected ,'))
		return syntax(at(start), 'Unexpected comma, expected a value before it', 'Remove it, or put the text in quotes.');
	return syntax(at(start), 'Unexpected text, which is not YAML here', 'Put texts that hold special characters in quotes.');
}

/** Start of the last node of a kind that begins before an offset. */
function lastStart(document: Document.Parsed, before: number, isKind: (node: unknown) => boolean): number | undefined {
	let found: number | undefined;
	visit(document, (_, node) => {
		if (!isKind(node) || (!isScalar(node) && !isCollection(node)) || !node.range) return;
		const [start] = node.range;
		if (start < before && (found === undefined || start > found)) found = start;
	});
	return found;
}

function endOfLine(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end === -1 ? text.length : end;
}

/** The first character of a line that is no space, from an offset within its indentation. */
function firstInLine(text: string, offset: number): number {
	return offset + (/^[ \t]*/.exec(text.slice(offset, offset + 1_000))?.[0].length ?? 0);
}

/** Where the first line that is neither empty nor a comment begins to say something. */
function firstWord(text: string): number {
	return /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*/.exec(text)?.[0].length ?? 0;
}

function columnOf(text: string, offset: number): number {
	return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
