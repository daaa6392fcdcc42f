// Code as a terminal shows it, in fences and in lines of text. Knows no other Markdown, so that what shows code alone
// does not load a parser.

import { widthOf, wrapCode } from './layout.ts';
import { safe } from './safe.ts';
import type { Style } from './style.ts';

/** Code in colours, or undefined where the language is not known. Code and result are safe text. */
export type Highlight = (code: string, language: string) => string | undefined;

export interface MarkdownOptions {
	/** Columns. */
	readonly width: number;
	readonly style: Style;
	readonly highlight?: Highlight | undefined;
}

/** Code as it stands in Markdown's fences: indented behind a faint rule, highlighted where a highlighter is at hand. */
export function renderCode(text: string, language: string | undefined, { width, style, highlight }: MarkdownOptions): string[] {
	const code = safe(text).replace(/\n+$/, '');
	const painted = (language === undefined ? undefined : highlight?.(code, language)) ?? code;
	const gutter = `  ${style.dim(style.signs.gutter)} `;
	return painted.split('\n').flatMap((line) => wrapCode(line, width - widthOf(gutter)).map((part) => gutter + part));
}

/** Code spans only, for one-line texts such as options, where a star or an underscore is more often itself. */
export function renderCodeSpans(text: string, style: Style): string {
	return safe(text)
		.replace(/\s*\n\s*/g, ' ')
		.trim()
		.replace(/(?<!`)`([^`]+)`(?!`)/g, (_span, code: string) => style.code(code));
}

/** The languages of the fences in a text, lower case, each once. */
export function fencedLanguages(text: string): string[] {
	const languages = [...text.matchAll(/^\s*(?:```+|~~~+)\s*([\w+#-]+)/gm)].map((fence) => (fence[1] ?? '').toLowerCase());
	return [...new Set(languages)];
}
