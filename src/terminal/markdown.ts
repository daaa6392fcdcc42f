// Markdown as a terminal shows it. Walks the lexer's tokens; nothing becomes HTML, and no text gets past `safe`.

import type { MarkedToken, Token, Tokens } from 'marked';

import { type MarkdownOptions, paintedSpans, renderCode } from './code.ts';
import { isolatedWhole } from './direction.ts';
import { wordsLink } from './hyperlink.ts';
import { indent, widest, widthOf, wrap } from './layout.ts';
import { lexMarkdown } from './lex-markdown.ts';
import { renderTable } from './markdown-table.ts';
import { plainParagraphs } from './plain-paragraphs.ts';
import { safe } from './safe.ts';
import type { Style } from './style.ts';

/** Lines joined by `\n`, none wider than the width or than 80 columns; no line break at the end. Empty text is an empty string. */
export function renderMarkdown(text: string, options: MarkdownOptions): string {
	const width = Math.min(options.width, widest);
	const source = safe(text);
	const plain = plainParagraphs(source);
	if (plain !== undefined)
		return plain.map((paragraph) => proseLines(paintedSpans(paragraph, options.style), width).join('\n')).join('\n\n');
	return blocks(lexed(source), { ...options, width }).join('\n');
}

/** What is beyond the lexer is shown as plain text. */
function lexed(text: string): Token[] {
	return lexMarkdown(text) ?? [{ type: 'html', raw: text, text, block: true, pre: false }];
}

/** Each line in the direction of its first letter. */
function proseLines(text: string, width: number): string[] {
	return text.split('\n').flatMap((line) => wrap(isolatedWhole(line), width));
}

function isMarked(token: Token): token is MarkedToken {
	return token.type !== 'generic';
}

function blocks(tokens: readonly Token[], options: MarkdownOptions): string[] {
	const lines: string[] = [];
	for (const token of tokens) {
		const rendered = isMarked(token) ? block(token, options) : [];
		if (rendered.length === 0) continue;
		if (lines.length > 0) lines.push('');
		lines.push(...rendered);
	}
	return lines;
}

function block(token: MarkedToken, options: MarkdownOptions): string[] {
	const { width, style } = options;
	switch (token.type) {
		case 'space':
		case 'def':
			return [];
		case 'heading':
			return heading(token, options);
		case 'code':
			return renderCode(token.text, token.lang?.split(/\s/)[0] || undefined, options);
		case 'blockquote': {
			const inner = blocks(token.tokens, { ...options, width: Math.max(8, width - 2) });
			return inner.map((line) => `${style.dim(style.signs.gutter)} ${line}`.trimEnd());
		}
		case 'list':
			return list(token, options);
		case 'table':
			return table(token, options);
		case 'hr':
			return [style.dim(style.signs.rule.repeat(Math.min(width, 24)))];
		case 'html':
			return withoutComments(token.text) === ''
				? []
				: withoutComments(token.text)
						.split('\n')
						.flatMap((line) => wrap(line, width));
		default:
			return proseLines(inline([token], style), width);
	}
}

/** Bold, and beneath the first two ranks a rule of the heading's own length where bold cannot be seen. */
function heading({ tokens, depth }: Tokens.Heading, { style, width }: MarkdownOptions): string[] {
	const lines = proseLines(inline(tokens, style), width);
	if (depth > 2) return lines.map((line) => (style.colorLevel === 0 ? style.strong(line) : style.accent(line)));
	const rule = style.signs.rule.repeat(Math.max(...lines.map(widthOf)));
	return style.colorLevel > 0 || rule === '' ? lines.map(style.title) : [...lines, rule];
}

/** What an author noted for authors. */
function withoutComments(html: string): string {
	return html.replace(/<!--[\s\S]*?(?:-->|$)/gu, '').trimEnd();
}

function list(token: Tokens.List, options: MarkdownOptions): string[] {
	const { style, width } = options;
	const first = typeof token.start === 'number' ? token.start : 1;
	const columns = String(first + token.items.length - 1).length;
	return token.items.flatMap((item, index) => {
		const lead = token.ordered ? `${String(first + index).padStart(columns)}. ` : `${taskSign(item, style)} `;
		const inner = listItem(item, { ...options, width: Math.max(8, width - widthOf(lead)) });
		const [head = '', ...rest] = inner;
		const lines = [(token.ordered ? lead : style.dim(lead)) + head, ...indent(rest, widthOf(lead))];
		return token.loose && index > 0 ? ['', ...lines] : lines;
	});
}

function taskSign(item: Tokens.ListItem, style: Style): string {
	if (!item.task) return style.signs.bullet;
	return item.checked === true ? style.signs.checked : style.signs.unchecked;
}

/** Text and nested lists of a tight item stand without blank lines between them. */
function listItem(item: Tokens.ListItem, options: MarkdownOptions): string[] {
	const tokens = item.tokens.filter((token) => token.type !== 'checkbox');
	if (item.loose) return blocks(tokens, options);
	return tokens.flatMap((token) => (isMarked(token) ? block(token, options) : []));
}

function table(token: Tokens.Table, { width, style }: MarkdownOptions): string[] {
	const cell = (each: Tokens.TableCell) => inline(each.tokens, style);
	return renderTable(
		{
			header: token.header.map(cell),
			rows: token.rows.map((row) => row.map(cell)),
			align: token.align.map((alignment) => alignment ?? 'left'),
		},
		width,
		style,
	);
}

function inline(tokens: readonly Token[], style: Style): string {
	return tokens.map((token) => (isMarked(token) ? span(token, style) : '')).join('');
}

function span(token: MarkedToken, style: Style): string {
	switch (token.type) {
		case 'strong':
			return style.strong(inline(token.tokens, style));
		case 'em':
			return style.emphasis(inline(token.tokens, style));
		case 'del':
			return style.struck(inline(token.tokens, style));
		case 'codespan':
			return style.code(oneLine(token.text));
		case 'br':
			return '\n';
		case 'link':
			return wordsLink(inline(token.tokens, style), token.text, token.href, style);
		case 'image':
			return `[${oneLine(token.text) || 'image'}]`;
		case 'escape':
			return token.text;
		case 'text':
			return 'tokens' in token && token.tokens !== undefined ? inline(token.tokens, style) : oneLine(decoded(token.text));
		case 'paragraph':
			return inline(token.tokens, style);
		case 'html':
			return /^<br\s*\/?>$/iu.test(token.raw) ? '\n' : oneLine(withoutComments(token.raw));
		default:
			return oneLine(token.raw);
	}
}

function oneLine(text: string): string {
	return text.replace(/(?<!\s)\s*\n\s*/g, ' ');
}

/** Those that people type. */
const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00a0',
	hellip: '…',
	ndash: '–',
	mdash: '—',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	times: '×',
	divide: '÷',
	minus: '−',
	plusmn: '±',
	le: '≤',
	ge: '≥',
	ne: '≠',
	asymp: '≈',
	infin: '∞',
	deg: '°',
	micro: 'µ',
	middot: '·',
	larr: '←',
	rarr: '→',
	uarr: '↑',
	darr: '↓',
	copy: '©',
	sect: '§',
};

function decoded(text: string): string {
	return safe(
		text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
			if (name !== undefined) return entities[name] ?? whole;
			const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
			return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
		}),
	);
}
