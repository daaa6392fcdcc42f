// What is wrong with a deck, pointed at in its own text. Lines and columns are computed here, from the spans.

import type { Diagnostic, Place, Severity, Span } from '../../model/diagnostic.ts';
import { columnsOf, expandTabs, widthOf, wrap } from '../layout.ts';
import { safe, safeLine } from '../safe.ts';
import type { Paint, Style } from '../style.ts';
import { counted, listed } from './wording.ts';

/**
 * Each diagnostic as `path:line:column: severity: message [code]` (one line, never wrapped, for people and editors alike), a
 * frame of the text, the other place where there are two, and the help; then a line that counts them.
 *
 * @param sources text of each file by its path, as `Place.file` names it; without it a place has no line and no frame
 * @param width columns that frames and help may take
 */
export function renderDiagnostics(
	diagnostics: readonly Diagnostic[],
	sources: ReadonlyMap<string, string>,
	style: Style,
	width: number,
): string {
	const texts = textsOf(sources);
	return [...diagnostics.map((diagnostic) => renderWith(diagnostic, texts, style, width)), summaryOf(diagnostics)].join('\n\n');
}

/** One of them alone. */
export function renderDiagnostic(diagnostic: Diagnostic, sources: ReadonlyMap<string, string>, style: Style, width: number): string {
	return renderWith(diagnostic, textsOf(sources), style, width);
}

function textsOf(sources: ReadonlyMap<string, string>): ReadonlyMap<string, Text> {
	return new Map([...sources].map(([file, text]) => [file, createText(text)]));
}

/** `2 errors and 1 warning in 2 files` */
export function summaryOf(diagnostics: readonly Diagnostic[]): string {
	if (diagnostics.length === 0) return 'Nothing to mend.';
	const count = (severity: Severity) => diagnostics.filter((each) => each.severity === severity).length;
	const parts = [
		count('error') > 0 ? counted(count('error'), 'error') : '',
		count('warning') > 0 ? counted(count('warning'), 'warning') : '',
		count('info') > 0 ? counted(count('info'), 'note') : '',
	];
	const files = new Set(diagnostics.map((each) => each.place.file)).size;
	return `${listed(parts.filter((part) => part !== ''))} in ${counted(files, 'file')}`;
}

function renderWith(
	{ code, severity, message, place, related, help }: Diagnostic,
	texts: ReadonlyMap<string, Text>,
	style: Style,
	width: number,
): string {
	const paint = { error: style.error, warning: style.warning, info: style.info }[severity];
	return [
		`${style.title(locationOf(place, texts))}: ${paint(severity)}: ${safeLine(message)} ${style.dim(`[${safeLine(code)}]`)}`,
		...frameOf(place, texts, paint, style, width),
		...(related === undefined
			? []
			: [`  ${locationOf(related, texts)}: ${safeLine(related.message)}`, ...frameOf(related, texts, style.accent, style, width)]),
		...(help === undefined ? [] : wrap(`${style.accent('help:')} ${safeLine(help)}`, width - 2).map((line) => `  ${line}`)),
	].join('\n');
}

/** `path`, or `path:line:column`; both from 1, the column in code points. */
function locationOf({ file, span }: Place, texts: ReadonlyMap<string, Text>): string {
	const text = texts.get(file);
	if (span === undefined || text === undefined) return safeLine(file);
	const line = text.lineAt(span.start);
	const column = [...text.line(line).text.slice(0, Math.max(0, span.start - text.line(line).start))].length + 1;
	return `${safeLine(file)}:${line + 1}:${column}`;
}

/** The line of the span between its neighbours, and a mark under the span; a long line is cut around it. */
function frameOf({ file, span }: Place, texts: ReadonlyMap<string, Text>, paint: Paint, style: Style, width: number): string[] {
	const text = texts.get(file);
	if (span === undefined || text === undefined) return [];
	const at = text.lineAt(span.start);
	const first = Math.max(0, at - 1);
	const last = Math.min(text.count - 1, at + 1);
	const gutter = String(last + 1).length;
	const room = Math.max(10, width - gutter - 5);
	const marked = markedLine(text.line(at), span);
	const from = marked.end <= room ? 0 : Math.max(0, Math.min(marked.start - Math.floor(room / 3), widthOf(marked.text) - room));
	const edge = (number: string) => style.dim(`  ${number.padStart(gutter)} ${style.signs.gutter} `);
	const shown = (line: string) => cut(line, from, room, style.signs.ellipsis).trimEnd();
	const start = Math.max(marked.start - from, from > 0 ? widthOf(style.signs.ellipsis) : 0);
	const length = Math.max(1, Math.min(marked.end - from, room) - start);
	return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((line) => {
		const source = `${edge(String(line + 1))}${shown(display(text.line(line).text))}`.trimEnd();
		return line === at ? [source, `${edge('')}${' '.repeat(start)}${paint(`^${'~'.repeat(length - 1)}`)}`] : [source];
	});
}

/** The part of a line that is shown, with the ellipsis where it goes on. */
function cut(line: string, from: number, room: number, ellipsis: string): string {
	const whole = widthOf(line);
	const left = from > 0 && whole > from ? ellipsis : '';
	const right = whole > from + room ? ellipsis : '';
	return left + columnsOf(line, from + widthOf(left), from + room - widthOf(right)) + right;
}

/** Display columns of the span in its line; a span over several lines ends with the first. */
function markedLine({ text, start }: { readonly text: string; readonly start: number }, span: Span) {
	const before = display(text.slice(0, Math.max(0, span.start - start)));
	const inside = display(text.slice(Math.max(0, span.start - start), Math.max(0, span.end - start)));
	return { text: display(text), start: widthOf(before), end: widthOf(before) + Math.max(1, widthOf(inside)) };
}

function display(line: string): string {
	return expandTabs(safe(line.replaceAll('\r', '')));
}

interface Text {
	readonly count: number;
	/** Zero-based. */
	lineAt(offset: number): number;
	/** Without its line break; `start` is its offset. */
	line(index: number): { readonly text: string; readonly start: number };
}

/** A byte order mark counts as no column. */
function createText(text: string): Text {
	const starts = [0];
	for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
	if (text.endsWith('\n') && starts.length > 1) starts.pop();
	return {
		count: starts.length,
		lineAt(offset) {
			let low = 0;
			for (let high = starts.length - 1; low < high; ) {
				const middle = (low + high + 1) >> 1;
				if ((starts[middle] ?? 0) <= offset) low = middle;
				else high = middle - 1;
			}
			return low;
		},
		line(index) {
			const start = starts[index] ?? text.length;
			const line = text.slice(start, starts[index + 1] ?? text.length).replace(/\r?\n$/, '');
			return index === 0 && line.startsWith('\ufeff') ? { text: line.slice(1), start: 1 } : { text: line, start };
		},
	};
}
