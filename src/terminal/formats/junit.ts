// JUnit's XML, which most CI services show as a list of tests: each file is one, and fails when the run fails because of it.

import type { CheckReport } from '../../model/check-report.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { safe, safeLine } from '../safe.ts';
import { type RangeOf, rangesIn } from '../text-positions.ts';
import { summaryOf } from '../views/diagnostics.ts';
import { compactLine } from './compact.ts';
import { notesOf } from './notes.ts';

/** Errors are failures, and all warnings are once there are more than allowed. Other problems stand beside as output. */
export function junit(report: CheckReport): string {
	const { tooManyWarnings } = report.tally;
	const rangeOf = rangesIn(report.sources);
	const cases = [...byFile(report)].map(([file, diagnostics]) => {
		const fails = ({ severity }: Diagnostic) => severity === 'error' || (severity === 'warning' && tooManyWarnings);
		return caseOf(
			file,
			diagnostics.filter(fails),
			diagnostics.filter((each) => !fails(each)),
			rangeOf,
		);
	});
	const counts = `tests="${cases.length}" failures="${cases.filter(({ failed }) => failed).length}" errors="0"`;
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites name="gradus check" ${counts}>`,
		`  <testsuite name="gradus check" ${counts} skipped="0">`,
		...cases.map(({ xml }) => xml),
		'  </testsuite>',
		'</testsuites>',
	].join('\n');
}

function byFile({ files, diagnostics }: CheckReport): ReadonlyMap<string, readonly Diagnostic[]> {
	const found = new Map<string, Diagnostic[]>(files.map((file) => [file, []]));
	for (const diagnostic of diagnostics) {
		const ofFile = found.get(diagnostic.place.file) ?? [];
		ofFile.push(diagnostic);
		found.set(diagnostic.place.file, ofFile);
	}
	return found;
}

function caseOf(
	file: string,
	failures: readonly Diagnostic[],
	others: readonly Diagnostic[],
	rangeOf: RangeOf,
): { readonly failed: boolean; readonly xml: string } {
	const linesOf = (diagnostics: readonly Diagnostic[]) =>
		escaped(diagnostics.flatMap((diagnostic) => textOf(diagnostic, rangeOf)).join('\n'));
	const name = escaped(safeLine(file));
	const begin = `    <testcase classname="gradus check" name="${name}" file="${name}"`;
	if (failures.length + others.length === 0) return { failed: false, xml: `${begin}/>` };
	const [first] = failures;
	const message = failures.length === 1 && first !== undefined ? safeLine(first.message) : summaryOf(failures);
	return {
		failed: failures.length > 0,
		xml: [
			`${begin}>`,
			...(first === undefined
				? []
				: [`      <failure type="${first.severity}" message="${escaped(message)}">${linesOf(failures)}</failure>`]),
			...(others.length === 0 ? [] : [`      <system-out>${linesOf(others)}</system-out>`]),
			'    </testcase>',
		].join('\n'),
	};
}

function textOf(diagnostic: Diagnostic, rangeOf: RangeOf): readonly string[] {
	return [compactLine(diagnostic, rangeOf(diagnostic.place)), ...notesOf(diagnostic, rangeOf).map((note) => `  ${note}`)];
}

/** For text and for attributes; U+FFFE and U+FFFF may not stand in XML at all. */
function escaped(text: string): string {
	return safe(text)
		.replace(/[\ufffe\uffff]/g, '\ufffd')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
