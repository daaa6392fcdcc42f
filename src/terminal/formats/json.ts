// The whole report for programs, in one document. Its shape is described in docs/check-output.md; a key may be added to it,
// but none is taken away or changed without another number in `schema`.

import type { AuthorReport } from '../../model/author-report.ts';
import type { CheckedDeckSummary, CheckReport, RuleSummary } from '../../model/check-report.ts';
import type { Diagnostic, Place, Severity } from '../../model/diagnostic.ts';
import { jsonText } from '../json-text.ts';
import { safeLine } from '../safe.ts';
import { type Position, type Range, type RangeOf, rangesIn } from '../text-positions.ts';

interface JsonReport {
	readonly schema: 'gradus.check/1';
	readonly version: string;
	readonly passed: boolean;
	readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
	readonly maxWarnings?: number;
	readonly silenced: number;
	readonly decks: readonly JsonDeck[];
	readonly files: readonly string[];
	readonly problems: readonly JsonProblem[];
	readonly reports?: readonly AuthorReport[];
}

interface JsonDeck {
	readonly folder: string;
	readonly usable: boolean;
	readonly id?: string;
	readonly title?: string;
	readonly units?: number;
	readonly questions?: number;
}

interface JsonPlace {
	readonly file: string;
	readonly start?: Position & { readonly offset: number };
	readonly end?: Position & { readonly offset: number };
}

interface JsonProblem extends JsonPlace {
	readonly code: string;
	readonly severity: Severity;
	readonly family?: string;
	readonly message: string;
	readonly help?: string;
	readonly related?: JsonPlace & { readonly message: string };
}

/** Paths, titles and ids exactly as they are; sentences fit to be shown. */
export function json(report: CheckReport, rules: readonly RuleSummary[], reports: readonly AuthorReport[] = []): string {
	const { errors, warnings, infos, passed } = report.tally;
	const families = new Map(rules.map(({ code, family }) => [code, family]));
	const rangeOf = rangesIn(report.sources);
	const document: JsonReport = {
		schema: 'gradus.check/1',
		version: report.version,
		passed,
		counts: { error: errors, warning: warnings, info: infos },
		...(report.maxWarnings === undefined ? {} : { maxWarnings: report.maxWarnings }),
		silenced: report.silenced,
		decks: report.decks.map(deckOf),
		files: report.files,
		problems: report.diagnostics.map((diagnostic) => problemOf(diagnostic, families.get(diagnostic.code), rangeOf)),
		...(reports.length === 0 ? {} : { reports }),
	};
	return jsonText(document);
}

function deckOf({ folder, deck }: CheckedDeckSummary): JsonDeck {
	if (deck === undefined) return { folder, usable: false };
	const { id, title, units, questions } = deck;
	return { folder, usable: true, id, title, units, questions };
}

function problemOf(
	{ code, severity, message, place, help, related }: Diagnostic,
	family: string | undefined,
	rangeOf: RangeOf,
): JsonProblem {
	return {
		code,
		severity,
		...(family === undefined ? {} : { family }),
		message: safeLine(message),
		...(help === undefined ? {} : { help: safeLine(help) }),
		...placeOf(place, rangeOf(place)),
		...(related === undefined ? {} : { related: { message: safeLine(related.message), ...placeOf(related, rangeOf(related)) } }),
	};
}

function placeOf({ file, span }: Place, range: Range | undefined): JsonPlace {
	if (span === undefined || range === undefined) return { file };
	return { file, start: { ...range.start, offset: span.start }, end: { ...range.end, offset: Math.max(span.start, span.end) } };
}
