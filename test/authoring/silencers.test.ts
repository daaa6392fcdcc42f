import { describe, expect, it } from 'vitest';

import { silence, silencersOf } from '../../src/authoring/silencers.ts';
import { problem } from '../../src/deck/diagnostics/diagnostic-codes.ts';
import { keyNames } from '../../src/deck/shape/schema.ts';
import { readYaml } from '../../src/deck/yaml/read-yaml.ts';
import { checkFiles, deckHead, told } from './told.ts';

const ignore = '# gradus-ignore longest-option: The length is the point.\n';
const ignoreSimilar = '# gradus-ignore similar-options: So is the case.\n';

const own = ['longest-option', 'similar-options', 'section-without-questions', 'silencer-form', 'unused-silencer'];

/** A question on which `longest-option` and `similar-options` speak. */
function question(id: string): string {
	return `- id: ${id}
  section: s
  stem: Which?
  explanation: Because.
  answer: This one is longer than all the others
  distractors: [HEAD, head]
`;
}

const unitHead = `unit: u
title: Unit
sections:
  - {id: s, title: Section, objective: Say it, text: Text.}
`;

function unit(questions: string): Record<string, string> {
	return { 'deck.yaml': deckHead, 'unit.yaml': `${unitHead}questions:\n${questions}` };
}

function pool(text: string): Record<string, string> {
	return { 'deck.yaml': deckHead, 'unit.yaml': `${unitHead}pools: [pool.yaml]\n`, 'pool.yaml': text };
}

function toldOf(files: Record<string, string>): readonly string[] {
	return told(checkFiles(files), ...own);
}

describe('a comment that silences', () => {
	it('is for the question below it alone', () => {
		expect(toldOf(unit(ignore + question('q') + question('r')))).toEqual([
			'unit.yaml:12 warning similar-options',
			'unit.yaml:17 warning longest-option',
			'unit.yaml:18 warning similar-options',
		]);
	});

	it('may be indented, with other comments and empty lines below it', () => {
		expect(toldOf(unit(`  ${ignore}# another\n\n  # and another\n${question('q')}`))).toEqual(['unit.yaml:15 warning similar-options']);
	});

	it('may stand above another, with a rule each', () => {
		const checked = checkFiles(unit(ignore + ignoreSimilar + question('q')));
		expect(told(checked, ...own)).toEqual([]);
		expect(checked.silenced).toBe(2);
	});

	it('is for a section', () => {
		const empty = '  - {id: t, title: Second, objective: Do it, text: Text.}\n';
		const files = (comment: string) => ({
			'deck.yaml': deckHead,
			'unit.yaml': `${unitHead}${comment}${empty}questions:\n${ignore}${ignoreSimilar}${question('q')}`,
		});
		expect(toldOf(files(''))).toEqual(['unit.yaml:5 warning section-without-questions']);
		expect(toldOf(files('  # gradus-ignore section-without-questions: It is asked in the next unit.\n'))).toEqual([]);
	});

	it.each([
		['', ''],
		['# yaml-language-server: $schema=unit.json\n\n', '---\n'],
		['', '\n# The unit.\n\n'],
	])('is for the whole file above the first key of a unit, between %j and %j', (above, below) => {
		const files = unit(question('q') + question('r'));
		expect(toldOf({ ...files, 'unit.yaml': above + ignore + ignoreSimilar + below + files['unit.yaml'] })).toEqual([]);
	});

	it('is for the first question of a pool right above it, and for the pool with an empty line in between', () => {
		const questions = question('q') + question('r');
		expect(toldOf(pool(ignoreSimilar + ignore + questions))).toEqual([
			'pool.yaml:13 warning longest-option',
			'pool.yaml:14 warning similar-options',
		]);
		expect(toldOf(pool(`${ignoreSimilar}\n${ignore}${questions}`))).toEqual(['pool.yaml:14 warning longest-option']);
		expect(toldOf(pool(`${ignoreSimilar}${ignore}\n${questions}`))).toEqual([]);
		expect(toldOf(pool(`${ignoreSimilar}${ignore}---\n${questions}`))).toEqual([]);
	});

	it('works in a file with CRLF', () => {
		const files = pool(`${ignoreSimilar}\n${ignore}${question('q')}`);
		expect(toldOf(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')])))).toEqual([]);
	});

	it('works once in a pool that serves two units', () => {
		const files = {
			'deck.yaml': 'deck: d\ntitle: Deck\nunits: [unit.yaml, second.yaml]\n',
			'unit.yaml': `${unitHead}pools: [pool.yaml]\n`,
			'second.yaml': `${unitHead.replace('unit: u', 'unit: v')}pools: [pool.yaml]\n`,
			'pool.yaml': ignore + question('q'),
		};
		const checked = checkFiles(files);
		expect(told(checked, ...own)).toEqual(['pool.yaml:7 warning similar-options']);
		expect(checked.silenced).toBe(1);
	});

	it('does nothing to what keeps learners out', () => {
		const files = unit(`# gradus-ignore missing-key: It is obvious.\n${question('q').replace('  stem: Which?\n', '')}`);
		expect(told(checkFiles(files), 'missing-key', 'silencer-form')).toEqual([
			'unit.yaml:6 error silencer-form',
			'unit.yaml:7 error missing-key',
		]);
	});
});

describe('a comment that cannot silence', () => {
	it.each([
		['without a reason', '# gradus-ignore longest-option\n', 'Missing reason for silencing `longest-option`'],
		['without a reason after the colon', '# gradus-ignore longest-option: \n', 'Missing reason for silencing `longest-option`'],
		['without a rule', '# gradus-ignore\n', 'Unexpected comment, expected a rule and a reason'],
		['with an unknown rule', '# gradus-ignore longest-options: So.\n', 'Unknown rule `longest-options`'],
		['with two rules', '# gradus-ignore longest-option, similar-options: So.\n', 'Unexpected comma, expected one rule in a comment'],
	])('is told: %s', (_, comment, message) => {
		const { diagnostics } = checkFiles(unit(comment + question('q')));
		expect(diagnostics.filter(({ code }) => code === 'silencer-form')).toMatchObject([{ message, severity: 'error' }]);
		expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['longest-option', 'similar-options']));
	});

	it.each([
		['inside a question', question('q').replace('  stem', `  ${ignore}  stem`)],
		['below the last question', question('q') + ignore],
		['at the very end of the file', question('q') + ignore.trimEnd()],
		['at the end of a line', question('q').replace('stem: Which?\n', `stem: Which? ${ignore}`)],
		['among the options', question('q').replace('[HEAD, head]', `[\n    ${ignore}    HEAD, head]`)],
	])('is told: it stands %s', (_, questions) => {
		expect(told(checkFiles(unit(questions)), 'silencer-form', 'longest-option').map((line) => line.replace(/:\d+/u, ''))).toEqual(
			expect.arrayContaining(['unit.yaml error silencer-form', 'unit.yaml warning longest-option']),
		);
	});

	it.each([
		['in a block of text', `text: |\n      How to silence:\n      ${ignore}`],
		['in quotes', `text: "How to silence: ${ignore.trimEnd()}"\n`],
		['in quotes over several lines', `text: 'How to silence:\n      ${ignore}      and so on'\n`],
	])('is text where it stands %s', (_, text) => {
		const files = unit(question('q'));
		const taught = files['unit.yaml']?.replace(
			'  - {id: s, title: Section, objective: Say it, text: Text.}\n',
			`  - id: s\n    title: Section\n    objective: Say it\n    ${text}`,
		);
		expect(told(checkFiles({ ...files, 'unit.yaml': taught ?? '' }), 'silencer-form', 'unused-silencer')).toEqual([]);
	});
});

describe('a comment that silences nothing', () => {
	const sound = question('q').replace('This one is longer than all the others', 'Short');

	it('is told', () => {
		expect(toldOf(unit(ignore + sound.replace('head', 'tail')))).toEqual(['unit.yaml:6 warning unused-silencer']);
	});

	it('is told where the one at the head of the file did it already', () => {
		const files = unit(ignore + question('q'));
		expect(told(checkFiles({ ...files, 'unit.yaml': ignore + files['unit.yaml'] }), 'longest-option', 'unused-silencer')).toEqual([
			'unit.yaml:7 warning unused-silencer',
		]);
	});

	it('is told of the second of two alike', () => {
		expect(told(checkFiles(unit(ignore + ignore + question('q'))), 'longest-option', 'unused-silencer')).toEqual([
			'unit.yaml:7 warning unused-silencer',
		]);
	});

	it('is left alone while the deck has faults that keep learners out', () => {
		expect(
			told(checkFiles(unit(ignore + sound + question('r').replace('  stem: Which?\n', ''))), 'missing-key', 'unused-silencer'),
		).toEqual(['unit.yaml:13 error missing-key']);
	});

	it('is left alone where its rule is off', () => {
		const text = ignore + sound;
		const { root } = readYaml('pool.yaml', text, keyNames);
		const trees = new Map([['pool.yaml', root === undefined ? undefined : { file: 'pool.yaml', node: root }]]);
		const sources = new Map([['pool.yaml', text]]);
		expect(silence([], silencersOf(trees, sources)).diagnostics).toMatchObject([{ code: 'unused-silencer' }]);
		expect(silence([], silencersOf(trees, sources), new Map([['longest-option', 'off']])).diagnostics).toEqual([]);
	});

	it('is left alone where the deck or the command line switched its rule off', () => {
		const files = unit(ignore + ignoreSimilar + question('q'));
		expect(told(checkFiles({ ...files, 'deck.yaml': `${deckHead}check: {longest-option: off}\n` }), ...own)).toEqual([]);
		expect(told(checkFiles(files, { levels: new Map([['longest-option', 'off']]) }), ...own)).toEqual([]);
	});

	it('is left alone where its rule looks at two versions', () => {
		expect(toldOf(unit(`# gradus-ignore removed-question: It was wrong.\n${ignore}${ignoreSimilar}${question('q')}`))).toEqual([]);
	});
});

it.each([
	'# Gradus-Ignore longest-option: Why.',
	'# gradus ignore longest-option: Why.',
	'# gradus-ignor longest-option: Why.',
	'#gradus_ignore longest-option: Why.',
	'# GRADUS-IGNORED',
	'# gradus-ingore x',
])('tells of %s as of one that is mistyped', (comment) => {
	expect(told(checkFiles(unit(`${comment}\n${ignoreSimilar}${question('q')}`)), 'silencer-form', 'unused-silencer')).toEqual([
		'unit.yaml:6 error silencer-form',
	]);
});

it('takes words on Gradus for words', () => {
	const prose = '# Gradus ignores this.\n# How gradus-like. Gradus: ignore what you like.\n';
	expect(told(checkFiles(unit(prose + ignore + ignoreSimilar + question('q'))), 'silencer-form')).toEqual([]);
});

it('takes no time for very many comments', () => {
	const text = `${ignore.repeat(20_000)}${question('q')}`;
	const { root } = readYaml('pool.yaml', text, keyNames);
	const node = root?.kind === 'list' ? root.items[0] : undefined;
	const found = problem('similar-options', { file: 'pool.yaml', span: node?.span ?? { start: 0, end: 0 } }, 'Alike');
	const trees = new Map([['pool.yaml', root === undefined ? undefined : { file: 'pool.yaml', node: root }]]);
	expect(silence([found], silencersOf(trees, new Map([['pool.yaml', text]]))).diagnostics).toHaveLength(20_001);
});

it('silences what the deck made an error', () => {
	const files = {
		...unit(ignore + ignoreSimilar + question('q')),
		'deck.yaml': `${deckHead}check: {similar-options: error, longest-option: error}\n`,
	};
	expect(toldOf(files)).toEqual([]);
});
