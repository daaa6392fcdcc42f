// SARIF 2.1.0 (OASIS, 2020), for services that keep problems between runs.

import { createHash } from 'node:crypto';

import type { CheckReport, RuleSummary } from '../../model/check-report.ts';
import type { Diagnostic, Place, Severity } from '../../model/diagnostic.ts';
import { jsonText } from '../json-text.ts';
import { safeLine } from '../safe.ts';
import { linesByFile, type Range, type RangeOf, rangesIn } from '../text-positions.ts';
import { repositoryPath } from './repository-path.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };

/** One run, with the rules that have something to say in it. */
export function sarif(report: CheckReport, rules: readonly RuleSummary[]): string {
	const codes = [...new Set(report.diagnostics.map(({ code }) => code))];
	const rangeOf = rangesIn(report.sources);
	const fingerprintOf = createFingerprints(report);
	return jsonText({
		$schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'Gradus',
						version: report.version,
						rules: codes.map((code) => descriptorOf(code, rules)),
					},
				},
				columnKind: 'unicodeCodePoints',
				results: report.diagnostics.map((diagnostic) => ({
					ruleId: diagnostic.code,
					ruleIndex: codes.indexOf(diagnostic.code),
					level: levels[diagnostic.severity],
					message: { text: messageOf(diagnostic) },
					locations: [{ physicalLocation: locationOf(diagnostic.place, rangeOf(diagnostic.place), report) }],
					...relatedOf(diagnostic, rangeOf, report),
					partialFingerprints: { 'gradusProblem/v1': fingerprintOf(diagnostic) },
				})),
			},
		],
	});
}

function descriptorOf(code: string, rules: readonly RuleSummary[]) {
	const rule = rules.find((each) => each.code === code);
	if (rule === undefined) return { id: code };
	return {
		id: code,
		shortDescription: { text: `${rule.summary}.` },
		fullDescription: { text: `${rule.summary}.` },
		help: { text: rule.why, markdown: rule.why },
		defaultConfiguration: { level: levels[rule.severity] },
		properties: { tags: [rule.family] },
	};
}

function relatedOf({ related }: Diagnostic, rangeOf: RangeOf, report: CheckReport) {
	if (related === undefined) return {};
	const physicalLocation = locationOf(related, rangeOf(related), report);
	return { relatedLocations: [{ id: 1, message: { text: plain(related.message) }, physicalLocation }] };
}

/** A file as a whole is shown at its first line. */
function locationOf({ file }: Place, range: Range | undefined, report: CheckReport) {
	return {
		artifactLocation: { uri: uriOf(repositoryPath(file, report)), uriBaseId: '%SRCROOT%' },
		region:
			range === undefined
				? { startLine: 1 }
				: { startLine: range.start.line, startColumn: range.start.column, endLine: range.end.line, endColumn: range.end.column },
	};
}

/** RFC 3986, relative. */
function uriOf(path: string): string {
	return path
		.split('/')
		.map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, '\ufffd')))
		.join('/');
}

function messageOf({ message, help }: Diagnostic): string {
	const sentence = plain(message);
	return `${sentence}${/[.!?:]$/u.test(sentence) ? '' : '.'}${help === undefined ? '' : ` ${plain(help)}`}`;
}

/** `[text](address)` would become a link (section 3.11.6 of the standard), and an author's text may have it. */
function plain(text: string): string {
	return safeLine(text).replaceAll('](', '] (');
}

/** Of a line, what counts for a fingerprint, in UTF-16 units. */
const longestLine = 1_000;

/**
 * The same from run to run while the rule, the file and the text of the line are the same: the SHA-256 of the three, in hexadecimal,
 * and which of several such problems it is, from 1. Lines above it may come and go.
 */
function createFingerprints(report: CheckReport): (diagnostic: Diagnostic) => string {
	const linesIn = linesByFile(report.sources);
	const seen = new Map<string, number>();
	return ({ code, place: { file, span } }) => {
		const lines = linesIn(file);
		const line = span === undefined || lines === undefined ? '' : lines.line(lines.indexAt(span.start)).text.trim().slice(0, longestLine);
		const hash = createHash('sha256')
			.update(JSON.stringify([code, repositoryPath(file, report), line]))
			.digest('hex');
		const times = (seen.get(hash) ?? 0) + 1;
		seen.set(hash, times);
		return `${hash}:${times}`;
	};
}
