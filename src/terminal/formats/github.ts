// For GitHub Actions: annotations in the changed files, a log that has every problem, and a table for the summary of the run.
// The runner takes a line that begins with `::`, or has `##[` anywhere, for a command. No text of a deck may get to speak to it so.

import type { CheckReport } from '../../model/check-report.ts';
import type { Diagnostic, Place, Severity } from '../../model/diagnostic.ts';
import { safeLine } from '../safe.ts';
import { type Range, rangesIn } from '../text-positions.ts';
import { summaryOf } from '../views/diagnostics.ts';
import { counted } from '../views/wording.ts';
import { compactLine } from './compact.ts';
import { repositoryPath } from './repository-path.ts';
import { tallyOf } from './tally.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Only 10 annotations of a level are shown for one step, so that all problems stand in the log below them as well. */
export function github(report: CheckReport): string {
	const { diagnostics, sources } = report;
	const rangeOf = rangesIn(sources);
	if (diagnostics.length === 0) return closingLine(report);
	return [
		...diagnostics.map((diagnostic) => annotationOf(diagnostic, rangeOf, report)),
		`::group::${escapedData(closingLine(report))}`,
		...diagnostics.map((diagnostic) => logged(compactLine(diagnostic, rangeOf(diagnostic.place)))),
		'::endgroup::',
		closingLine(report),
	].join('\n');
}

function annotationOf(
	{ code, severity, message, place, help, related }: Diagnostic,
	rangeOf: (place: Place) => Range | undefined,
	report: CheckReport,
): string {
	const other = related === undefined ? undefined : rangeOf(related)?.start;
	const properties = {
		file: repositoryPath(place.file, report),
		...linesOf(rangeOf(place)),
		title: code,
	};
	const sentences = [
		message,
		...(related === undefined ? [] : [`${related.file}${other === undefined ? '' : `:${other.line}:${other.column}`}: ${related.message}`]),
		...(help === undefined ? [] : [`help: ${help}`]),
	];
	const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(safeLine(String(value)))}`);
	return `::${commands[severity]} ${written.join(',')}::${sentences.map((sentence) => escapedData(safeLine(sentence))).join('%0A')}`;
}

/** Columns are accepted within one line only; here the last one counts too. */
function linesOf(range: Range | undefined): Readonly<Record<string, number>> {
	if (range === undefined) return { line: 1 };
	const { start, end } = range;
	if (start.line === end.line)
		return { line: start.line, endLine: end.line, col: start.column, endColumn: Math.max(start.column, end.column - 1) };
	return { line: start.line, endLine: end.column === 1 ? end.line - 1 : end.line };
}

function escapedData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
	return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A line of plain text, still the same path, in which the runner finds no command. */
function logged(line: string): string {
	return (line.startsWith('::') ? `./${line}` : line).replaceAll('##[', '# #[');
}

/** Rows of the table, and characters of one text in it: together less than a summary can hold (1 MiB), were they all written as references. */
const mostRows = 100;
const longestText = 300;

/** Markdown for the file that `GITHUB_STEP_SUMMARY` names, to be appended; it ends with a line break. Errors come first. */
export function githubSummary(report: CheckReport): string {
	const { diagnostics, sources, silenced } = report;
	const rangeOf = rangesIn(sources);
	const sorted = (['error', 'warning', 'info'] satisfies Severity[]).flatMap((severity) =>
		diagnostics.filter((diagnostic) => diagnostic.severity === severity),
	);
	const rows = sorted.slice(0, mostRows).map(({ severity, place, message, help, code }) => {
		const start = rangeOf(place)?.start;
		const where = `${repositoryPath(place.file, report)}${start === undefined ? '' : `:${start.line}:${start.column}`}`;
		return `| ${severity} | ${codeCell(where)} | ${textCell(message)}${help === undefined ? '' : `<br>${textCell(help)}`} | ${codeCell(code)} |`;
	});
	const hidden = sorted.length - rows.length;
	return [
		`### ${closingLine(report)}`,
		...(rows.length === 0 ? [] : ['', '| | place | problem | rule |', '| --- | --- | --- | --- |', ...rows]),
		...(hidden === 0 ? [] : ['', `${counted(hidden, 'more problem')} in the log.`]),
		...(silenced === 0
			? []
			: ['', `${counted(silenced, 'problem')} silenced by comments in the ${report.decks.length === 1 ? 'deck' : 'decks'}.`]),
		'',
	].join('\n');
}

/** `1 deck checked: 1 warning in 1 file; at most 0 warnings are allowed` */
function closingLine(report: CheckReport): string {
	const { diagnostics, decks, files, maxWarnings } = report;
	const looked = decks.length > 0 ? counted(decks.length, 'deck') : counted(files.length, 'file');
	const limit = tallyOf(report).tooManyWarnings ? `; at most ${counted(maxWarnings ?? 0, 'warning is', 'warnings are')} allowed` : '';
	return `${looked} checked: ${diagnostics.length === 0 ? 'no problems' : summaryOf(diagnostics)}${limit}`;
}

/** Code in backticks becomes code; everything else stands for itself. */
function textCell(text: string): string {
	return shortened(safeLine(text))
		.split(/(`[^`]+`)/u)
		.map((part) => (/^`[^`]+`$/u.test(part) ? codeCell(part.slice(1, -1)) : literal(part)))
		.join('');
}

function codeCell(text: string): string {
	return `<code>${literal(shortened(safeLine(text)))}</code>`;
}

function shortened(text: string): string {
	const characters = [...text.slice(0, 2 * longestText + 1)];
	return characters.length > longestText ? `${characters.slice(0, longestText - 1).join('')}…` : text;
}

/** Every sign that Markdown or HTML may take for its own, as a character reference: those mean nothing but the character. */
function literal(text: string): string {
	return text.replace(/[!#$&()*:<>@[\\\]^_`{|}~]|(?<=www)\./giu, (sign) => `&#${sign.charCodeAt(0)};`);
}
