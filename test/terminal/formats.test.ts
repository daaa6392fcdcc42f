import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';

import { tallyOf } from '../../src/cli/checking/tally.ts';
import type { CheckReport } from '../../src/model/check-report.ts';
import { githubSummary } from '../../src/terminal/formats/github-summary.ts';
import { type FormatName, formats } from '../../src/terminal/formats/index.ts';
import { safeLine } from '../../src/terminal/safe.ts';
import { hostile, nothing, plain, rules, venom } from './check-reports.ts';
import { commandsIn } from './runner-commands.ts';
import { type Element, readXml } from './well-formed-xml.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

type Output = FormatName | 'summary';

const outputs: Readonly<Record<Output, (report: CheckReport) => string>> = {
	compact: (report) => formats.compact(report, rules),
	json: (report) => formats.json(report, rules),
	github: (report) => formats.github(report, rules),
	sarif: (report) => formats.sarif(report, rules),
	junit: (report) => formats.junit(report, rules),
	summary: githubSummary,
};

const files: Readonly<Record<Output, string>> = {
	compact: 'compact.txt',
	json: 'json',
	github: 'github.txt',
	sarif: 'sarif.json',
	junit: 'junit.xml',
	summary: 'summary.md',
};

const reports = { plain, hostile, nothing };

/** Anything that a terminal obeys. */
const obeyed = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\u{e0000}-\u{e007f}\p{Cs}]/u;

const named = (['compact', 'json', 'github', 'sarif', 'junit', 'summary'] satisfies Output[]).flatMap((output) =>
	(['plain', 'hostile', 'nothing'] as const).map((report) => [output, report] as const),
);

/** The report with every text of its diagnostics and decks replaced. */
function filledWith(text: string): CheckReport {
	return {
		...plain,
		decks: [{ folder: text, deck: { id: 'd', title: text, units: 1, questions: 1 } }],
		files: [text],
		diagnostics: plain.diagnostics.map((diagnostic) => ({
			...diagnostic,
			message: text,
			help: text,
			place: { ...diagnostic.place, file: text },
			...(diagnostic.related === undefined ? {} : { related: { ...diagnostic.related, file: text, message: text } }),
		})),
		sources: new Map([[text, text.repeat(20)]]),
	};
}

const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'::',
				'##[',
				']',
				'error',
				'add-mask',
				'group',
				'endgroup',
				' ',
				'\n',
				'\r',
				'\x85',
				'\u00a0',
				'%',
				'%0A',
				'%3A',
				',',
			),
			fc.constantFrom(
				'`',
				'|',
				'<',
				'>',
				'&',
				']]>',
				'"',
				'[a](b)',
				'://',
				'www.',
				'\\',
				'/',
				'..',
				'\ufffe',
				'\ud800',
				'\x1b[',
				'\u202e',
				'😀',
			),
			fc.string({ maxLength: 3 }),
		),
		{ maxLength: 12 },
	)
	.map((parts) => parts.join(''));

describe('every format', () => {
	it.each(named)('%s: says of the %s report what its file shows', async (output, report) => {
		const text = outputs[output](reports[report]);
		await expect(`${text}\n`).toMatchFileSnapshot(join(fixtures, 'formats', `${report}.${files[output]}`));
	});

	it.each(named)('%s: has nothing raw in it that a terminal obeys: %s', (output, report) => {
		expect(outputs[output](reports[report])).not.toMatch(obeyed);
	});

	it.each(Object.keys(outputs))('%s: has nothing raw in it, whatever the texts', (name) => {
		const output = name as Output;
		fc.assert(
			fc.property(anyText, (text) => !obeyed.test(outputs[output](filledWith(text)))),
			{ numRuns: 50 },
		);
	});
});

describe('compact', () => {
	it('is one line for each problem, and empty without any', () => {
		expect(outputs.compact(hostile).split('\n')).toHaveLength(hostile.diagnostics.length);
		expect(outputs.compact(nothing)).toBe('');
	});
});

describe('json', () => {
	it('reads back to the very paths and titles', () => {
		const document = JSON.parse(outputs.json(hostile));
		expect(document.files).toEqual(hostile.files);
		expect(document.problems.map(({ file }: { readonly file: string }) => file)).toEqual(
			hostile.diagnostics.map(({ place }) => place.file),
		);
		expect(document.decks[0].title).toBe(venom);
	});

	it('gives offsets that lead to the text', () => {
		const [text = ''] = plain.sources.values();
		const [, key] = JSON.parse(outputs.json(plain)).problems;
		expect(text.slice(key.start.offset, key.end.offset)).toBe('titel');
	});
});

describe('github', () => {
	it.each(['plain', 'hostile'] as const)('speaks to the runner with an annotation for each problem, and with nothing else: %s', (name) => {
		const report = reports[name];
		const commands = commandsIn(outputs.github(report));
		expect(commands.map((command) => command.name)).toEqual(['error', 'error', 'warning', 'error', 'notice', 'group', 'endgroup']);
		expect(commands.slice(0, 5).map(({ properties, data }) => [properties['title'], data.split('\n')[0]])).toEqual(
			report.diagnostics.map(({ code, message }) => [code, safeLine(message)]),
		);
	});

	it('speaks to the runner only by itself, whatever the texts', () => {
		const expected = commandsIn(outputs.github(plain)).map(({ name }) => name);
		fc.assert(
			fc.property(anyText, (text) => {
				expect(commandsIn(outputs.github(filledWith(text))).map(({ name }) => name)).toEqual(expected);
				expect(outputs.github(filledWith(text)).split('\n')).toHaveLength(2 * plain.diagnostics.length + 3);
			}),
		);
	});

	it('has every problem in the log, in one line', () => {
		const log = outputs.github(plain).split('\n');
		for (const line of outputs.compact(plain).split('\n')) expect(log).toContain(line);
	});

	it('gives columns within one line only, the last one included, and lines that hold some of the text', () => {
		const properties = commandsIn(outputs.github(plain)).map((command) => command.properties);
		expect(properties[1]).toEqual({ file: 'decks/git/01.yaml', line: '2', endLine: '2', col: '1', endColumn: '5', title: 'unknown-key' });
		expect(properties[4]).toEqual({ file: 'decks/git/01.yaml', line: '7', endLine: '9', title: 'absolute-terms' });
	});

	it.each([
		['unit.yaml', 'courses/git', 'courses/git/unit.yaml'],
		['../intro/unit.yaml', 'courses/git', 'courses/intro/unit.yaml'],
		['../../../unit.yaml', 'courses/git', '../unit.yaml'],
		['./unit.yaml', '', 'unit.yaml'],
	])('names %j below %j as %j', (file, below, path) => {
		const report: CheckReport = { ...plain, below, diagnostics: [{ code: 'c', severity: 'error', message: 'm', place: { file } }] };
		expect(commandsIn(outputs.github(report))[0]?.properties['file']).toBe(path);
	});
});

describe('the summary for github', () => {
	const ours = new Set(['h3', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'code', 'br', 'p']);

	it('becomes a table of plain text, whatever the texts', () => {
		fc.assert(
			fc.property(fc.oneof(anyText, fc.constant(venom)), (text) => {
				const html = marked.parse(githubSummary(filledWith(text)), { async: false });
				const tags = [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gu)].map(([, tag]) => tag);
				expect(tags.filter((tag) => !ours.has(tag ?? ''))).toEqual([]);
				expect(tags.filter((tag) => tag === 'tr')).toHaveLength(2 * (1 + plain.diagnostics.length));
				expect(tags.filter((tag) => tag === 'td')).toHaveLength(2 * 4 * plain.diagnostics.length);
			}),
		);
	});

	it.each(['😀', '|', '`|`'])('puts errors first, and leaves to the log what is too much: %s', (sign) => {
		const worst = sign.repeat(5_000);
		const many = Array.from({ length: 150 }, () => plain.diagnostics).flat();
		const summary = githubSummary({
			...plain,
			diagnostics: many.map((one) => ({ ...one, message: worst, help: worst, place: { file: worst } })),
		});
		expect(summary.split('\n').filter((line) => line.startsWith('| error'))).toHaveLength(100);
		expect(summary).toContain('650 more problems in the log.');
		expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000);
	});
});

describe('sarif', () => {
	const { $schema, id, ...schema } = JSON.parse(readFileSync(join(fixtures, 'sarif-2.1.0-rtm.5.json'), 'utf8'));
	const isSarif = new Ajv({
		strict: false,
		allErrors: true,
		unicodeRegExp: false,
		formats: { uri: isUri, 'uri-reference': isUriReference, 'date-time': true },
	}).compile(schema);

	it('is held against the schema of the standard', () => {
		expect([$schema, id]).toEqual([expect.stringContaining('draft-04'), expect.stringContaining('sarif-2.1.0')]);
		expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Gradus', rule: [] } } }] })).toBe(false);
	});

	it.each(['plain', 'hostile', 'nothing'] as const)('is valid: %s', (name) => {
		isSarif(JSON.parse(outputs.sarif(reports[name])));
		expect(isSarif.errors).toBeNull();
	});

	it('is valid, whatever the texts', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				isSarif(JSON.parse(outputs.sarif(filledWith(text))));
				expect(isSarif.errors).toBeNull();
			}),
			{ numRuns: 50 },
		);
	});

	it('names each rule once, and each result by its place among them', () => {
		const [run] = JSON.parse(outputs.sarif(plain)).runs;
		const ids = run.tool.driver.rules.map((rule: { readonly id: string }) => rule.id);
		expect(ids).toEqual(['missing-file', 'unknown-key', 'longest-option', 'duplicate-id', 'absolute-terms']);
		for (const result of run.results) expect(ids[result.ruleIndex]).toBe(result.ruleId);
	});

	it('writes paths as addresses, relative to the repository', () => {
		const path = 'decks/a b/100%/ü#?:[x]/😀.yaml';
		const report: CheckReport = { ...plain, diagnostics: [{ code: 'c', severity: 'error', message: 'm', place: { file: path } }] };
		const { artifactLocation } = JSON.parse(outputs.sarif(report)).runs[0].results[0].locations[0].physicalLocation;
		expect(artifactLocation.uri).toMatch(/^[!-~]+$/u);
		expect(decodeURIComponent(artifactLocation.uri)).toBe(path);
		expect(decodeURIComponent(new URL(artifactLocation.uri, 'file:///repository/').pathname)).toBe(`/repository/${path}`);
	});

	it('keeps its fingerprints when lines are put above, and tells like problems apart', () => {
		const fingerprints = (report: CheckReport): readonly string[] =>
			JSON.parse(outputs.sarif(report)).runs[0].results.map(
				(result: { readonly partialFingerprints: Record<string, string> }) => result.partialFingerprints['gradusProblem/v1'],
			);
		const above = '# one more line\n';
		const moved: CheckReport = {
			...plain,
			sources: new Map([...plain.sources].map(([file, text]) => [file, above + text])),
			diagnostics: plain.diagnostics.map((diagnostic) => {
				const { file, span } = diagnostic.place;
				if (span === undefined) return diagnostic;
				return { ...diagnostic, place: { file, span: { start: span.start + above.length, end: span.end + above.length } } };
			}),
		};
		expect(fingerprints(moved)).toEqual(fingerprints(plain));
		const twice = fingerprints({ ...plain, diagnostics: [...plain.diagnostics, ...plain.diagnostics] });
		expect(new Set(twice).size).toBe(2 * plain.diagnostics.length);
	});

	it('makes no link of what an author wrote', () => {
		expect(outputs.sarif(filledWith('[x](https://example.org)'))).not.toContain('](');
	});
});

/** RFC 3986, as far as the document has any. */
function isUri(text: string): boolean {
	return URL.canParse(text);
}

function isUriReference(text: string): boolean {
	return /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[0-9A-F]{2})*$/u.test(text) && !/^[^/]*:/u.test(text) && URL.canParse(text, 'file:///');
}

describe('junit', () => {
	const cases = (report: CheckReport): readonly Element[] => readXml(outputs.junit(report)).children.flatMap(({ children }) => children);

	it.each(['plain', 'hostile', 'nothing'] as const)('is well-formed: %s', (name) => {
		expect(readXml(outputs.junit(reports[name]))).toMatchObject({ name: 'testsuites', children: [{ name: 'testsuite' }] });
	});

	it('is well-formed and keeps one case for each file, whatever the texts', () => {
		fc.assert(fc.property(anyText, (text) => cases(filledWith(text)).length === 1));
	});

	it('counts files, and those that fail', () => {
		const suites = readXml(outputs.junit(plain));
		expect(suites.attributes).toEqual({ name: 'gradus check', tests: '4', failures: '2', errors: '0' });
		expect(cases(plain).map(({ attributes, children }) => [attributes['name'], children.map(({ name }) => name)])).toEqual([
			['decks/git/deck.yaml', []],
			['decks/git/01.yaml', ['failure', 'system-out']],
			['decks/maths/deck.yaml', []],
			['decks/git/02.yaml', ['failure']],
		]);
	});

	it('makes failures of warnings only when there are more than allowed', () => {
		const warnings = plain.diagnostics.filter(({ severity }) => severity === 'warning');
		const kinds = (maxWarnings: number) =>
			cases({ ...plain, maxWarnings, diagnostics: warnings, tally: tallyOf({ diagnostics: warnings, maxWarnings }) }).flatMap(
				({ children }) => children.map(({ name }) => name),
			);
		expect(kinds(0)).toEqual(['failure']);
		expect(kinds(1)).toEqual(['system-out']);
	});

	it('has the problems as they are', () => {
		const failure = cases(hostile)[0]?.children[0];
		expect(failure?.text.split('\n')[0]).toBe(
			outputs
				.compact(hostile)
				.split('\n')[0]
				?.replace(/[\ufffe\uffff]/gu, '\ufffd'),
		);
	});
});
