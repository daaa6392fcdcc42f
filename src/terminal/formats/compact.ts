// One line for each problem, as editors and scripts read it, and nothing else.

import type { CheckReport } from '../../model/check-report.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { safeLine } from '../safe.ts';
import { type Range, rangesIn } from '../text-positions.ts';

/** `path:line:col: severity: message [code]`, line and column from 1, the column in code points; `1:1` for a file as a whole. Empty where there are no problems. */
export function compact({ diagnostics, sources }: Pick<CheckReport, 'diagnostics' | 'sources'>): string {
	const rangeOf = rangesIn(sources);
	return diagnostics.map((diagnostic) => compactLine(diagnostic, rangeOf(diagnostic.place))).join('\n');
}

export function compactLine({ code, severity, message, place }: Diagnostic, range: Range | undefined): string {
	const { line, column } = range?.start ?? { line: 1, column: 1 };
	return `${safeLine(place.file)}:${line}:${column}: ${severity}: ${safeLine(message)} [${safeLine(code)}]`;
}
