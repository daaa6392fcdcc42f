// Code as a terminal shows it, in fences and in lines of text. Knows no other Markdown, so that what shows code alone
// does not load a parser.

import { isolatedWhole } from './direction.ts';
import { expandTabs, widthOf, wrapCode } from './layout.ts';
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

/**
 * Code as it stands in Markdown's fences: indented behind a faint rule, highlighted where a highlighter is at hand. The rest of a line
 * that is too long stands as deep as its beginning, behind a sign, so that nobody takes it for a line of its own.
 */
export function renderCode(text: string, language: string | undefined, { width, style, highlight }: MarkdownOptions): string[] {
	const code = expandTabs(safe(text)).replace(/(?<!\n)\n+$/, '');
	const painted = ((language === undefined ? undefined : highlight?.(code, language)) ?? code).split('\n');
	const gutter = (sign: string) => `  ${style.dim(sign)} `;
	const room = width - widthOf(gutter(style.signs.gutter));
	return code.split('\n').flatMap((line, index) => {
		const deep = Math.min(/^ */u.exec(line)?.[0].length ?? 0, Math.floor(room / 3));
		const [first = '', ...rest] = wrapCode(painted[index] ?? '', room, deep);
		return [`${gutter(style.signs.gutter)}${first}`, ...rest.map((part) => `${gutter(style.signs.continued)}${' '.repeat(deep)}${part}`)];
	});
}

/** Code spans only, for one-line texts such as options, where a star or an underscore is more often itself. */
export function renderCodeSpans(text: string, style: Style): string {
	return isolatedWhole(
		paintedSpans(
			safe(text)
				.replace(/(?<!\s)\s*\n\s*/g, ' ')
				.trim(),
			style,
		),
	);
}

/** @param text safe, on one line. */
export function paintedSpans(text: string, style: Style): string {
	return text.replace(/(?<!`)`([^`]+)`(?!`)/g, (_span, code: string) => style.code(code));
}

/** The languages of the fences in a text, lower case, each once. */
export function fencedLanguages(text: string): string[] {
	const languages = [...text.matchAll(/^\s*(?:```+|~~~+)\s*([\w+#-]+)/gm)].map((fence) => (fence[1] ?? '').toLowerCase());
	return [...new Set(languages)];
}
