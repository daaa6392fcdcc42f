// What is wrong with a deck, pointed at in its own text, for people.

import type { Diagnostic, Place, Severity, Span } from '../../model/diagnostic.ts';
import { columnsOf, expandTabs, widthOf, wrap } from '../layout.ts';
import { safe, safeLine } from '../safe.ts';
import type { Paint, Style } from '../style.ts';
import { type Line, type Lines, linesByFile } from '../text-positions.ts';
import { counted, listed } from './wording.ts';

type LinesIn = (file: string) => Lines | undefined;

/**
 * Each diagnostic as `path:line:column: severity: message [code]` (one line, for people and editors alike, unless asked otherwise), a
 * frame of the text, the other place where there are two, and the help; then a line that counts them.
 *
 * @param sources text of each file by its path, as `Place.file` names it; without it a place has no line and no frame
 * @param width columns that frames and help may take
 * @param messages `fitted`: they are broken between words where they are wider than that, which programs that read them do not expect
 */
export function renderDiagnostics(
	diagnostics: readonly Diagnostic[],
	sources: ReadonlyMap<string, string>,
	style: Style,
	width: number,
	messages: 'whole' | 'fitted' = 'whole',
): string {
	const linesIn = linesByFile(sources);
	const room = messages === 'fitted' ? width : Number.POSITIVE_INFINITY;
	return [...diagnostics.map((diagnostic) => renderWith(diagnostic, linesIn, style, width, room)), summaryOf(diagnostics)].join('\n\n');
}

/** One of them alone. */
export function renderDiagnostic(diagnostic: Diagnostic, sources: ReadonlyMap<string, string>, style: Style, width: number): string {
	return renderWith(diagnostic, linesByFile(sources), style, width, Number.POSITIVE_INFINITY);
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

/** @param room columns for the lines of messages. */
function renderWith(
	{ code, severity, message, place, related, help }: Diagnostic,
	linesIn: LinesIn,
	style: Style,
	width: number,
	room: number,
): string {
	const paint = { error: style.error, warning: style.warning, info: style.info }[severity];
	return [
		...fitted(
			`${style.title(locationOf(place, linesIn))}: ${paint(severity)}: ${safeLine(message)} ${style.dim(`[${safeLine(code)}]`)}`,
			room,
		),
		...frameOf(place, linesIn, paint, style, width),
		...(related === undefined
			? []
			: [
					...fitted(`${locationOf(related, linesIn)}: ${safeLine(related.message)}`, room - 2).map((line) => `  ${line}`),
					...frameOf(related, linesIn, style.accent, style, width),
				]),
		...(help === undefined ? [] : wrap(`${style.accent('help:')} ${safeLine(help)}`, width - 2).map((line) => `  ${line}`)),
	].join('\n');
}

/** Lines after the first stand in by four columns. */
function fitted(line: string, room: number): readonly string[] {
	return widthOf(line) <= room ? [line] : wrap(line, room - 4).map((part, index) => (index === 0 ? part : `    ${part}`));
}

/** `path`, or `path:line:column`. */
function locationOf({ file, span }: Place, linesIn: LinesIn): string {
	const lines = linesIn(file);
	if (span === undefined || lines === undefined) return safeLine(file);
	const { line, column } = lines.positionAt(span.start);
	return `${safeLine(file)}:${line}:${column}`;
}

/** The line of the span between its neighbours, and a mark under the span; a long line is cut around it. */
function frameOf({ file, span }: Place, linesIn: LinesIn, paint: Paint, style: Style, width: number): string[] {
	const lines = linesIn(file);
	if (span === undefined || lines === undefined) return [];
	const at = lines.indexAt(span.start);
	const first = Math.max(0, at - 1);
	const last = Math.min(lines.count - 1, at + 1);
	const gutter = String(last + 1).length;
	const room = Math.max(10, width - gutter - 5);
	const near = windowOf(span.start - lines.line(at).start, room);
	const marked = markedLine(near(lines.line(at)), span);
	const from = marked.end <= room ? 0 : Math.max(0, Math.min(marked.start - Math.floor(room / 3), widthOf(marked.text) - room));
	const edge = (number: string) => style.dim(`  ${number.padStart(gutter)} ${style.signs.gutter} `);
	const shown = (line: string) => cut(line, from, room, style.signs.ellipsis).trimEnd();
	const start = Math.max(marked.start - from, from > 0 ? widthOf(style.signs.ellipsis) : 0);
	const length = Math.max(1, Math.min(marked.end - from, room) - start);
	return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((line) => {
		const source = `${edge(String(line + 1))}${shown(display(near(lines.line(line)).text))}`.trimEnd();
		return line === at ? [source, `${edge('')}${' '.repeat(start)}${paint(`^${'~'.repeat(length - 1)}`)}`] : [source];
	});
}

/** Of a line of any length, what may come to be shown: whole files are measured no more often than they must. */
function windowOf(column: number, room: number): (line: Line) => Line {
	const reach = 8 * room;
	const from = Math.max(0, column - reach);
	return ({ text, start }) => ({ text: text.slice(from, from + 2 * reach), start: start + from });
}

/** The part of a line that is shown, with the ellipsis where it goes on. */
function cut(line: string, from: number, room: number, ellipsis: string): string {
	const whole = widthOf(line);
	const left = from > 0 && whole > from ? ellipsis : '';
	const right = whole > from + room ? ellipsis : '';
	return left + columnsOf(line, from + widthOf(left), from + room - widthOf(right)) + right;
}

/** Display columns of the span in its line; a span over several lines ends with the first. */
function markedLine({ text, start }: Line, span: Span) {
	const before = display(text.slice(0, Math.max(0, span.start - start)));
	const inside = display(text.slice(Math.max(0, span.start - start), Math.max(0, span.end - start)));
	return { text: display(text), start: widthOf(before), end: widthOf(before) + Math.max(1, widthOf(inside)) };
}

/** Spaces without a width are shown too: they are what such a line is pointed at for. */
function display(line: string): string {
	return expandTabs(safe(line.replaceAll('\r', '')).replace(/[\u200b\ufeff]/gu, (space) => (space === '\u200b' ? '<U+200B>' : '<U+FEFF>')));
}
