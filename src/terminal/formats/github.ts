// For GitHub Actions: annotations in the changed files, and a log that has every problem.
// The runner takes a line that begins with `::`, or has `##[` anywhere, for a command. No text of a deck may get to speak to it so.

import type { CheckReport } from '../../model/check-report.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { safeLine } from '../safe.ts';
import { type Range, type RangeOf, rangesIn } from '../text-positions.ts';
import { summaryOf } from '../views/diagnostics.ts';
import { counted } from '../views/wording.ts';
import { compactLine } from './compact.ts';
import { notesOf } from './notes.ts';
import { repositoryPath } from './repository-path.ts';

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

function annotationOf(diagnostic: Diagnostic, rangeOf: RangeOf, report: CheckReport): string {
	const { code, severity, message, place } = diagnostic;
	const properties = {
		file: repositoryPath(place.file, report),
		...linesOf(rangeOf(place)),
		title: code,
	};
	const lines = [safeLine(message), ...notesOf(diagnostic, rangeOf)];
	const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(safeLine(String(value)))}`);
	return `::${commands[severity]} ${written.join(',')}::${lines.map(escapedData).join('%0A')}`;
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

/** `1 deck checked: 1 warning in 1 file; at most 0 warnings are allowed` */
export function closingLine({ diagnostics, decks, files, maxWarnings, tally }: CheckReport): string {
	const looked = decks.length > 0 ? counted(decks.length, 'deck') : counted(files.length, 'file');
	const limit = tally.tooManyWarnings ? `; at most ${counted(maxWarnings ?? 0, 'warning is', 'warnings are')} allowed` : '';
	return `${looked} checked: ${diagnostics.length === 0 ? 'no problems' : summaryOf(diagnostics)}${limit}`;
}
