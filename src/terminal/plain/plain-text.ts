// Markdown in words: what other screens draw, a table, a block of code, is said line by line.

import type { Token, Tokens } from 'marked';

import { paintedSpans } from '../code.ts';
import { wordsStyle } from '../in-words.ts';
import { expandTabs, indent, wrap } from '../layout.ts';
import { lexMarkdown } from '../lex-markdown.ts';
import { renderMarkdown } from '../markdown.ts';
import { plainParagraphs } from '../plain-paragraphs.ts';
import { safe, safeLine } from '../safe.ts';

/** Lines; blocks have a blank one between them. Lines of code are never broken. */
export function plainText(text: string, width: number): string[] {
	const source = safe(text);
	const plain = plainParagraphs(source);
	const parts =
		plain === undefined
			? lexed(source).map((token) => block(token, width))
			: plain.map((paragraph) => wrap(paintedSpans(paragraph, wordsStyle), width));
	return apart(parts);
}

/** Code with words around it, since nothing else shows where it begins and ends. */
export function codeInWords(text: string, language: string | undefined): string[] {
	const lines = expandTabs(safe(text).replace(/(?<!\n)\n+$/u, '')).split('\n');
	const named = language === undefined || language === '' ? 'Code' : `Code in ${safeLine(language)}`;
	return [`${named}, ${lines.length === 1 ? '1 line' : `${lines.length} lines`}:`, ...indent(lines, 4), 'End of code.'];
}

/** Parts with a blank line between them; empty parts leave none. */
export function apart(parts: readonly (readonly string[])[]): string[] {
	return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

function lexed(source: string): readonly Token[] {
	return lexMarkdown(source) ?? [{ type: 'text', raw: source, text: source }];
}

function block(token: Token, width: number): string[] {
	switch (token.type) {
		case 'space':
		case 'def':
		case 'hr':
			return [];
		case 'code':
			return codeInWords(String(token['text'] ?? ''), languageOf(token));
		case 'table':
			return isTable(token) ? tableInWords(token, width) : [];
		case 'blockquote':
			return ['Quotation:', ...apart((token['tokens'] ?? []).map((inner) => block(inner, width))), 'End of quotation.'];
		default:
			return renderMarkdown(token.raw.replace(/(?<!\n)\n+$/u, ''), { width, style: wordsStyle }).split('\n');
	}
}

function languageOf(token: Token): string | undefined {
	const language: unknown = 'lang' in token ? token['lang'] : undefined;
	return typeof language === 'string' ? language.split(/\s/u)[0] : undefined;
}

function isTable(token: Token): token is Tokens.Table {
	return token.type === 'table' && 'header' in token && 'rows' in token;
}

/** Row by row, each cell after the name of its column. */
function tableInWords({ header, rows }: Tokens.Table, width: number): string[] {
	const words = ({ text }: Tokens.TableCell) =>
		renderMarkdown(text, { width: Number.MAX_SAFE_INTEGER, style: wordsStyle }).replace(/\s+/gu, ' ');
	const columns = header.map(words);
	const said = rows.flatMap((row, index) => {
		const cells = row.map((cell, column) => {
			const name = columns[column] ?? '';
			return name === '' ? words(cell) : `${name}: ${words(cell)}`;
		});
		return wrap(`Row ${index + 1}. ${cells.join('; ')}.`, width);
	});
	return [`Table, ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}:`, ...said, 'End of table.'];
}
