import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import { inDeck } from '../../src/authoring/example.ts';
import { changesRules } from '../../src/authoring/rules/changes/index.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { openExample } from './example-folder.ts';

/** A question as its keys; what is left out is made up from the id. */
type Written = Readonly<Record<string, unknown>> & { readonly id: string };

interface WrittenUnit {
	readonly unit: string;
	readonly title?: string;
	readonly benchmark?: string;
	readonly draw?: number;
	readonly passes?: number;
	readonly floor?: number;
	readonly requires?: readonly string[];
	readonly pools?: readonly string[];
	readonly sections?: readonly Readonly<Record<string, unknown>>[];
	readonly questions?: readonly Written[];
}

interface WrittenDeck {
	readonly head?: Readonly<Record<string, unknown>>;
	readonly units: readonly WrittenUnit[];
	readonly pools?: Readonly<Record<string, readonly Written[]>>;
}

const section = (id: string, more = {}) => ({ id, title: `Title ${id}`, objective: `Objective ${id}`, text: `Text ${id}.`, ...more });

const sectionS = [section('s')];

/** Of choice; its stem and options are its own. */
const q = (id: string, more: Readonly<Record<string, unknown>> = {}, own = id): Written => ({
	id,
	section: 's',
	stem: `What is the matter with ${own} in the story?`,
	answer: `Right ${own}`,
	distractors: [`Wrong ${own}`],
	explanation: 'Because.',
	...more,
});

const trueFalse = (id: string, stem: string, answer = true): Written => ({
	id,
	section: 's',
	type: 'true-false',
	stem,
	answer,
	explanation: 'Because.',
});

const typed = (id: string, stem: string, answer: string): Written => ({
	id,
	section: 's',
	type: 'text',
	stem,
	answer,
	explanation: 'Because.',
});

const counts = (id: string, stem: string, answer: number, more = {}): Written => ({
	...typed(id, stem, ''),
	type: 'number',
	answer,
	...more,
});

/** JSON is YAML. */
function filesOf({ head = {}, units, pools = {} }: WrittenDeck): Readonly<Record<string, string>> {
	const names = units.map(({ unit }) => `${unit}.yaml`);
	const files = units.map(({ unit, title = `Unit ${unit}`, sections = sectionS, ...rest }) => ({ unit, title, sections, ...rest }));
	return {
		'deck.yaml': JSON.stringify({ deck: 'd', title: 'Deck', draw: 1, ...head, units: names }),
		...Object.fromEntries(files.map((file) => [`${file.unit}.yaml`, JSON.stringify(file)])),
		...Object.fromEntries(Object.entries(pools).map(([name, questions]) => [name, JSON.stringify(questions)])),
	};
}

const codes = new Set(changesRules.map(({ code }) => code));

function changesIn(before: WrittenDeck, after: WrittenDeck): readonly Diagnostic[] {
	const old = loadDeck(openExample(inDeck(filesOf(before))));
	if (old.deck === undefined) throw new Error(JSON.stringify(old.diagnostics));
	const { deck, diagnostics } = checkDeck(openExample(inDeck(filesOf(after))), { before: old.deck });
	if (deck === undefined) throw new Error(JSON.stringify(diagnostics));
	return diagnostics.filter(({ code }) => codes.has(code));
}

/** `error renamed-question: The question ...`, sorted as told. */
function toldOf(before: WrittenDeck, after: WrittenDeck): readonly string[] {
	return changesIn(before, after).map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

const codesOf = (before: WrittenDeck, after: WrittenDeck) => changesIn(before, after).map(({ code }) => code);

/** One unit `u` with these questions. */
const unit = (...questions: readonly Written[]): WrittenDeck => ({ units: [{ unit: 'u', questions }] });

describe('a version that differs in nothing that history hangs on', () => {
	const before = unit(q('a'), q('b', { hints: 'A hint' }));
	it.each<[string, WrittenDeck]>([
		['the same', before],
		['another order of questions', unit(q('b'), q('a'))],
		['another question more', unit(q('a'), q('b'), q('c'))],
		['another stem', unit(q('a', { stem: 'Something else entirely?' }), q('b'))],
		['another explanation', unit(q('a', { explanation: 'As said.' }), q('b'))],
		[
			'another title and summary',
			{ head: { title: 'Other', summary: 'Sum' }, units: [{ unit: 'u', title: 'Other', questions: [q('a'), q('b')] }] },
		],
		[
			'other titles of sections',
			{ units: [{ unit: 'u', sections: [section('s', { title: 'T', text: 'New.' })], questions: [q('a'), q('b')] }] },
		],
		[
			'a question in another section',
			{ units: [{ unit: 'u', sections: [section('s'), section('t')], questions: [q('a'), q('b', { section: 't' })] }] },
		],
		[
			'another unit more',
			{
				units: [
					{ unit: 'new', questions: [q('x')] },
					{ unit: 'u', questions: [q('a'), q('b')] },
				],
			},
		],
		['questions in a pool', { units: [{ unit: 'u', pools: ['p.yaml'] }], pools: { 'p.yaml': [q('a'), q('b')] } }],
		['a stricter rule', { head: { benchmark: '100%', passes: 2, floor: 1 }, units: before.units }],
	])('is silent: %s', (_, after) => {
		expect(toldOf(before, after)).toEqual([]);
	});
});

describe('questions of one unit', () => {
	it('are told together when they are gone', () => {
		const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => q(id));
		expect(toldOf(unit(...all), unit(...all.slice(0, 7)))).toEqual([
			'warning removed-question: The question `h` is gone from this unit, and answers to it can no longer be graded again',
			'warning smaller-pool: The section `s` has 7 questions, before 8, which leaves 6 fresh retries instead of 7',
		]);
		const [many] = changesIn(unit(...all), unit(q('h')));
		expect(many?.message).toBe(
			'The questions `a`, `b`, `c`, `d`, `e` and 2 more are gone from this unit, and answers to them can no longer be graded again',
		);
	});

	it.each<[string, Written, Written]>([
		['with only the id changed', q('a'), q('z', {}, 'a')],
		['with a polished stem', q('a'), q('z', { stem: 'What, then, is the matter with a in this story?' }, 'a')],
		['with another explanation, section text and hints', q('a'), q('z', { explanation: 'So.', hints: ['Look'] }, 'a')],
		['with spaces and case of the stem evened out', q('a', { stem: 'What IS  it?' }), q('z', { stem: 'what is it?' }, 'a')],
		['of true and false', trueFalse('a', 'A commit names exactly one tree.'), trueFalse('z', 'A commit names exactly one tree.')],
	])('are found under another id %s', (_, old, now) => {
		expect(toldOf(unit(old, q('b')), unit(now, q('b')))).toEqual([
			'error renamed-question: The question `a` is called `z` now, so that it counts as never seen',
		]);
	});

	it.each<[string, Written, Written]>([
		['another question of the same key', trueFalse('a', 'A commit names one tree.'), trueFalse('z', 'A commit names one parent.')],
		[
			'the same general stem with other options',
			q('a', { stem: 'Which of these is right?' }),
			q('z', { stem: 'Which of these is right?' }),
		],
		['something else altogether', q('a'), q('z')],
	])('are not taken for renamed: %s', (_, old, now) => {
		expect(codesOf(unit(old, q('b')), unit(now, q('b')))).toEqual(['removed-question']);
	});

	it('whose ids moved on by one are each found where they are now, and the new one is not blamed', () => {
		const before = unit(q('q1', {}, 'x'), q('q2', {}, 'y'), q('q3', {}, 'z'));
		const after = unit(q('q1', {}, 'x'), q('q2', {}, 'new'), q('q3', {}, 'y'), q('q4', {}, 'z'));
		const told = changesIn(before, after);
		expect(told.map(({ code, message, help }) => [code, message, help])).toEqual([
			[
				'renamed-question',
				'2 questions have other ids than before, so that they count as never seen: `q2` is now `q3`, `q3` is `q4`',
				'Write the old ids again, and give each question that took one of them an id of its own.',
			],
		]);
	});

	it('whose ids moved up as one was removed are told once, the first of them by name', () => {
		const all = Array.from({ length: 11 }, (_, index) => q(`q${index + 1}`, {}, `n${index}`));
		const moved = all.slice(1).map((question, index) => ({ ...question, id: `q${index + 1}` }));
		expect(toldOf(unit(...all), unit(...moved)).filter((each) => !each.includes('smaller-pool'))).toEqual([
			'warning removed-question: The question `q1` is gone from this unit, and answers to it can no longer be graded again',
			'error renamed-question: 10 questions have other ids than before, so that they count as never seen: `q2` is now `q1`, `q3` is `q2`, `q4` is `q3`, `q5` is `q4`, and 6 more',
		]);
	});

	it.each<[string, Written, Written]>([
		['a distractor', q('a', { distractors: ['x', 'y'] }), q('z', { distractors: ['x', 'w'] }, 'a')],
		['the key', q('a'), q('z', { answer: 'Other', distractors: ['Wrong a'] }, 'a')],
		['all but one option', q('a', { distractors: ['x', 'y'] }), q('z', { answer: 'x', distractors: ['v', 'w'] }, 'a')],
		['the typed key', { ...typed('a', 'Who?', 'Ada') }, { ...typed('z', 'Who?', 'Bob') }],
		['the claim', trueFalse('a', 'A commit names one tree.'), trueFalse('z', 'A commit names one tree.', false)],
		['the type', q('a'), { ...typed('z', '', 'Right a'), stem: q('a')['stem'] }],
		['one of several with its stem', q('a', { stem: 'Which?' }), q('z', { stem: 'Which?', distractors: ['Worse a'] }, 'a')],
	])('are found under another id by their stem, though something else changed besides: %s', (_, old, now) => {
		expect(toldOf(unit(old, q('b', { stem: 'Which?' })), unit(now, q('b', { stem: 'Which?' })))).toEqual([
			'error renamed-question: The question `a` is called `z` now, so that it counts as never seen',
		]);
	});

	it('that swapped their ids are found though something of each was edited', () => {
		const france = (id: string, more = {}) => ({ ...q(id), stem: 'What is the capital of France?', answer: 'Paris', ...more });
		const italy = (id: string, more = {}) => ({ ...q(id), stem: 'What is the capital of Italy?', answer: 'Rome', ...more });
		const before = unit(france('a', { distractors: ['Lyon', 'Nice'] }), italy('b', { distractors: ['Milan', 'Turin'] }));
		for (const after of [
			unit(france('b', { distractors: ['Lyon', 'Metz'] }), italy('a', { distractors: ['Milan', 'Pisa'] })),
			unit(
				france('b', { stem: 'Which is the capital of France?', distractors: ['Lyon', 'Nice'] }),
				italy('a', { stem: 'Which is the capital of Italy?', distractors: ['Milan', 'Turin'] }),
			),
		]) {
			expect(toldOf(before, after)).toEqual([
				'error renamed-question: 2 questions have other ids than before, so that they count as never seen: `a` is now `b`, `b` is `a`',
			]);
		}
	});

	it('keep their id when they are rewritten in the likeness of one that was removed', () => {
		const claim = (id: string, what: string) => trueFalse(id, `A blob in Git can never hold one ${what} by itself.`);
		expect(codesOf(unit(claim('a', 'name'), claim('b', 'tree')), unit(claim('b', 'folder')))).not.toContain('renamed-question');
	});

	it('that swapped their ids are both found, those of true and false too', () => {
		const swapped = [
			'error renamed-question: 2 questions have other ids than before, so that they count as never seen: `b` is now `a`, `a` is `b`',
		];
		expect(toldOf(unit(q('a', {}, 'x'), q('b', {}, 'y')), unit(q('a', {}, 'y'), q('b', {}, 'x')))).toEqual(swapped);
		const [one, other] = ['Blobs hold the contents of files.', 'Every merge joins two lines of work.'] as const;
		expect(toldOf(unit(trueFalse('a', one), trueFalse('b', other)), unit(trueFalse('a', other), trueFalse('b', one)))).toEqual(swapped);
	});

	it.each<[string, readonly Written[]]>([
		['of true and false', ['one tree', 'two trees', 'three trees'].map((what) => trueFalse('x', `A commit always names ${what}.`))],
		['that all have one stem', ['x', 'y', 'z'].map((own) => q('x', { stem: 'Which of these is right?' }, own))],
	])('whose ids moved on by one are found among questions %s', (_, questions) => {
		const numbered = (from: number) => questions.map((question, index) => ({ ...question, id: `q${index + from}` }));
		expect(toldOf(unit(...numbered(1)), unit(q('q1'), ...numbered(2)))).toEqual([
			'error renamed-question: 3 questions have other ids than before, so that they count as never seen: `q1` is now `q2`, `q2` is `q3`, `q3` is `q4`',
		]);
	});

	it('in a pool that serves two units are told once', () => {
		const units = [
			{ unit: 'u', pools: ['p.yaml'] },
			{ unit: 'v', pools: ['p.yaml'] },
		];
		expect(codesOf({ units, pools: { 'p.yaml': [q('a'), q('b')] } }, { units, pools: { 'p.yaml': [q('z', {}, 'a'), q('b')] } })).toEqual([
			'renamed-question',
		]);
	});
});

describe('what decides about an answer', () => {
	const text = (more = {}): Written => ({
		id: 'a',
		section: 's',
		type: 'text',
		stem: 'Which?',
		answer: ['x', 'y'],
		explanation: 'E.',
		...more,
	});
	const number = (more = {}): Written => ({
		id: 'a',
		section: 's',
		type: 'number',
		stem: 'How many?',
		answer: 2,
		explanation: 'E.',
		...more,
	});
	const multiple = (answers: readonly string[], distractors: readonly string[]): Written => ({
		...{ id: 'a', section: 's', type: 'multiple', stem: 'Which?', explanation: 'E.' },
		answers,
		distractors,
	});
	it.each<[string, Written, Written, string]>([
		['the key', q('a'), q('a', { answer: 'Better a' }), 'answer'],
		['the distractors', q('a'), q('a', { distractors: ['Wrong a', 'Worse a'] }), 'distractors'],
		['the key and the distractors', q('a'), q('a', { answer: 'Wrong a', distractors: ['Right a'] }), 'answer'],
		['the key and the distractors', multiple(['x', 'y'], ['z']), multiple(['x'], ['y', 'z']), 'answers'],
		['the key', trueFalse('a', 'So it is.'), trueFalse('a', 'So it is.', false), 'answer'],
		['the key', text(), text({ answer: ['x', 'z'] }), 'answer'],
		['`match`', text(), text({ match: { typos: 1 } }), 'match'],
		['`pattern`', text({ pattern: 'x+' }), text(), 'answer'],
		['the tolerance', number(), number({ tolerance: '0.5' }), 'tolerance'],
		['the tolerance', number(), number({ range: ['1', '3'] }), 'range'],
		['the key, the tolerance and the unit', number(), number({ answer: 3, tolerance: '1%', unit: 'cm' }), 'answer'],
		['the type', q('a'), { ...trueFalse('a', 'x'), stem: q('a')['stem'] }, 'type'],
	])('is told with its part and its place: %s', (part, before, after, key) => {
		const [told, ...others] = changesIn(unit(before), unit(after));
		expect(others).toEqual([]);
		expect(told).toMatchObject({
			code: 'changed-key',
			severity: 'info',
			message: `Of \`a\`, ${part} changed, so that answers given before can be graded again; none is lost`,
		});
		const source = filesOf(unit(after))['u.yaml'] ?? '';
		const { start, end } = told?.place.span ?? { start: 0, end: 0 };
		const line = source.slice(source.lastIndexOf(`"${key}"`, start), end);
		expect(line.startsWith(`"${key}"`)).toBe(true);
		expect(line.slice(1).indexOf('"section"')).toBe(-1);
	});

	it.each<[string, Written, Written]>([
		['the order of options', multiple(['x', 'y'], ['z']), multiple(['y', 'x'], ['z'])],
		['the order of accepted answers', text(), text({ answer: ['y', 'x'] })],
		['feedback', q('a'), q('a', { distractors: [{ text: 'Wrong a', feedback: 'No.' }] })],
		['how a number is written', number(), number({ answer: '2.0' })],
	])('is not changed by %s', (_, before, after) => {
		expect(toldOf(unit(before), unit(after))).toEqual([]);
	});

	it('is another question under an old id, where stem and key are others', () => {
		const other = { stem: 'Who wrote it?', answer: 'Ada', distractors: ['Bob'] };
		expect(toldOf(unit(q('a')), unit(q('a', other)))).toEqual([
			'warning reused-id: Another question is asked under `a` than before, so that it counts as seen by whoever saw the old one',
		]);
		expect(codesOf(unit(q('a')), { head: { language: 'de' }, ...unit(q('a', other)) })).toEqual(['changed-key']);
	});

	it.each<[string, Written, Written]>([
		['true', trueFalse('a', 'Water boils at 100 degrees.'), trueFalse('a', 'The moon is bigger than Mars.')],
		['a number', counts('a', 'How many legs has a spider?', 8), counts('a', 'What is two to the third power?', 8)],
		[
			'a number, after code',
			counts('a', 'What is shown?', 8, { code: 'a = 4\nshow(a + a)' }),
			counts('a', 'What is it?', 8, { code: '2 ** 3' }),
		],
	])('is another question under an old id, though the key is the same by chance: %s', (_, before, after) => {
		expect(codesOf(unit(before), unit(after))).toEqual(['reused-id']);
		expect(codesOf(unit(before), { head: { language: 'de' }, ...unit(after) })).toEqual([]);
	});

	it.each<[string, Written, Written]>([
		['true', trueFalse('a', 'Water boils at 100 degrees.'), trueFalse('a', 'At sea level the boiling point of water is 100 °C.')],
		['a number', counts('a', 'How many legs has a spider?', 8), counts('a', 'On how many legs does each of the spiders walk about?', 8)],
		[
			'a number, after code',
			counts('a', 'What is shown?', 8, { code: '2 ** 3' }),
			counts('a', 'Which result has this?', 8, { code: '2 ** 3' }),
		],
		['text', typed('a', 'Who wrote it?', 'Ada'), typed('a', 'Name its author.', 'Ada')],
	])('is the same question in other words, with the same key: %s', (_, before, after) => {
		expect(codesOf(unit(before), unit(after))).toEqual([]);
	});

	it('is another question under an old id, where one stem is asked of other code', () => {
		const asked = (code: string, answer: string) => ({ ...typed('a', 'What does it print?', answer), code });
		expect(
			codesOf(
				unit(asked('for i in range(3): print(i * i)', '0 1 4')),
				unit(asked('SELECT owner, max(age) FROM cats WHERE colour = 1 GROUP BY owner', 'END')),
			),
		).toEqual(['reused-id']);
		expect(
			codesOf(unit(asked('for i in range(3): print(i * i)', '0 1 4')), unit(asked('for i in range(3): print(i + i)', '0 2 4'))),
		).toEqual(['changed-key']);
	});
});

describe('units', () => {
	const three = ['a', 'b', 'c'].map((id) => q(id));
	it.each<[string, WrittenUnit]>([
		['all else as before', { unit: 'w', title: 'Unit u', questions: three }],
		['another title', { unit: 'w', title: 'New', questions: three }],
		['half of its questions', { unit: 'w', title: 'New', questions: [q('a'), q('b'), q('x'), q('y')] }],
		['its title alone', { unit: 'w', title: 'unit  U', questions: [q('x')] }],
	])('are found under another id with %s, and their questions are not told besides', (_, after) => {
		const told = changesIn({ units: [{ unit: 'u', questions: three }] }, { units: [after] });
		expect(told.filter(({ code }) => code === 'renamed-unit').map(({ message, severity }) => `${severity} ${message}`)).toEqual([
			'error The unit `u` is called `w` now, so that whoever mastered it has to begin again',
		]);
		expect(told.map(({ code }) => code).filter((code) => code === 'removed-unit' || code === 'moved-question')).toEqual([]);
		if (after.questions === three) expect(told).toHaveLength(1);
	});

	it('that are gone are told without their sections and questions', () => {
		expect(
			toldOf(
				{
					units: [
						{ unit: 'u', questions: three },
						{ unit: 'v', questions: [q('x')] },
					],
				},
				{ units: [{ unit: 'v', questions: [q('x')] }] },
			),
		).toEqual(['warning removed-unit: The unit `u` is gone, and with it the mastery that learners reached there']);
	});

	it('that went into another are told with where their questions are', () => {
		const before = {
			units: [
				{ unit: 'u', questions: three },
				{ unit: 'v', questions: [q('x'), q('y')] },
			],
		};
		expect(toldOf(before, { units: [{ unit: 'v', questions: [q('x'), q('y'), q('a'), q('b')] }] })).toEqual([
			'warning removed-unit: The unit `u` is gone, and with it the mastery that learners reached there; 2 of its 3 questions stand in other units now, as new',
		]);
	});

	it('that both went into one new unit are one renamed and one removed', () => {
		const before = {
			units: [
				{ unit: 'u', questions: three },
				{ unit: 'v', questions: [q('x'), q('y')] },
			],
		};
		const after = { units: [{ unit: 'w', questions: [...three, q('x'), q('y')] }] };
		expect(codesOf(before, after).toSorted()).toEqual(['removed-unit', 'renamed-unit']);
	});

	it('whose ids moved on by one are found by what they ask', () => {
		const [one, two] = [
			['a', 'b'],
			['x', 'y'],
		].map((ids) => ids.map((own, index) => q(`q${index + 1}`, {}, own)));
		const fresh = ['m', 'n'].map((own, index) => q(`q${index + 1}`, {}, own));
		const titled = (id: string, title: string, questions: readonly Written[] = []) => ({ unit: id, title, questions });
		const before = { units: [titled('unit-1', 'One', one), titled('unit-2', 'Two', two)] };
		const after = { units: [titled('unit-1', 'One', one), titled('unit-2', 'New', fresh), titled('unit-3', 'Two', two)] };
		const told = changesIn(before, after);
		expect(told.map(({ code, help }) => [code, help])).toEqual([
			['renamed-unit', 'Write `unit: unit-2` here, and give the unit that took this id one of its own.'],
		]);
	});

	it('that were rewritten from end to end keep their id', () => {
		expect(
			codesOf({ units: [{ unit: 'u', questions: three }] }, { units: [{ unit: 'u', title: 'New', questions: [q('x'), q('y'), q('z')] }] }),
		).toEqual(['removed-question']);
	});

	it('exchange questions, told once for each way', () => {
		const before = {
			units: [
				{ unit: 'u', questions: [...three, q('d')] },
				{ unit: 'v', questions: [q('x'), q('y')] },
			],
		};
		const after = {
			units: [
				{ unit: 'u', questions: [q('a'), q('b'), q('y')] },
				{ unit: 'v', questions: [q('x'), q('c'), q('d')] },
			],
		};
		expect(toldOf(before, after).filter((each) => each.includes('moved'))).toEqual([
			'warning moved-question: The question `y` came from the unit `v`, so that it counts as never seen in `u`',
			'warning moved-question: The questions `c` and `d` came from the unit `u`, so that they count as never seen in `v`',
		]);
		expect(codesOf(before, after)).not.toContain('removed-question');
	});

	it('do not exchange questions that only have an id in common', () => {
		const before = {
			units: [
				{ unit: 'u', questions: [q('q1', {}, 'a'), q('q2', {}, 'b')] },
				{ unit: 'v', questions: [q('q1', {}, 'x')] },
			],
		};
		const after = {
			units: [
				{ unit: 'u', questions: [q('q1', {}, 'a')] },
				{ unit: 'v', questions: [q('q1', {}, 'x'), q('q2', {}, 'y')] },
			],
		};
		expect(codesOf(before, after)).not.toContain('moved-question');
	});

	it('keep a question that also stands in another', () => {
		const before = {
			units: [
				{ unit: 'u', questions: three },
				{ unit: 'v', questions: [q('x')] },
			],
		};
		expect(
			codesOf(before, {
				units: [
					{ unit: 'u', questions: three },
					{ unit: 'v', questions: [q('x'), q('a')] },
				],
			}),
		).toEqual([]);
	});
});

describe('sections', () => {
	const both = (sections: readonly Readonly<Record<string, unknown>>[], ...questions: readonly Written[]): WrittenDeck => ({
		units: [{ unit: 'u', sections, questions }],
	});
	const before = both([section('s'), section('t')], q('a'), q('b', { section: 't' }), q('c', { section: 't' }));

	it.each<[string, Readonly<Record<string, unknown>>]>([
		['all else as before', section('t')],
		['another title, objective and text', section('new')],
	])('are found under another id with %s', (_, { id: __, ...rest }) => {
		const after = both([section('s'), { id: 'z', ...rest }], q('a'), q('b', { section: 'z' }), q('c', { section: 'z' }));
		expect(toldOf(before, after)).toEqual([
			'warning renamed-section: The section `t` is called `z` now, so that it counts as unread, and earlier misses no longer lead to it',
		]);
	});

	it('that are gone with their questions are told without them', () => {
		expect(toldOf(before, both([section('s')], q('a')))).toEqual([
			'warning smaller-pool: The unit `u` has 1 question, before 3, which leaves 0 fresh retries instead of 2',
			'warning removed-section: The section `t` is gone, with 2 questions, so that its objective is no longer taught',
		]);
	});

	it('whose questions went to others are only noted', () => {
		expect(toldOf(before, both([section('s')], q('a'), q('b'), q('c')))).toEqual([
			'info removed-section: The section `t` is gone, and earlier misses in it lead nowhere; its questions are still asked',
		]);
		const without = both([section('s'), section('t')], q('a'));
		expect(toldOf(without, both([section('s')], q('a')))).toEqual(['info removed-section: The section `t` is gone; it had no questions']);
	});

	it('that went to another unit with their questions are told by these', () => {
		const after = {
			units: [
				{ unit: 'u', questions: [q('a')] },
				{ unit: 'v', sections: [section('t')], questions: [q('b', { section: 't' }), q('c', { section: 't' })] },
			],
		};
		expect(codesOf(before, after).filter((code) => code !== 'smaller-pool')).toEqual(['moved-question']);
	});
});

describe('a deck', () => {
	const before = unit(q('a'));

	it('with another id is told once, and so is what changed besides', () => {
		expect(toldOf(before, { ...before, head: { deck: 'e' } })).toEqual([
			"error changed-deck-id: The deck's id is `e`, before `d`, so that all that learners did is left behind with the old one",
		]);
		expect(codesOf(before, { ...unit(q('z', {}, 'a')), head: { deck: 'e' } })).toEqual(['changed-deck-id', 'renamed-question']);
	});

	it('that is another one altogether is told to be that, and nothing else', () => {
		expect(codesOf(before, { head: { deck: 'e' }, units: [{ unit: 'v', title: 'V', questions: [q('x')] }] })).toEqual(['changed-deck-id']);
	});

	it('that has none of its units any more is told so', () => {
		expect(codesOf(before, { units: [{ unit: 'v', title: 'V', questions: [q('x')] }] })).toEqual(['removed-unit']);
	});
});

describe('the rule of a unit', () => {
	const twenty = Array.from({ length: 20 }, (_, index) => q(`q${index}`));
	const ruled = (head: Readonly<Record<string, unknown>>, ...rules: readonly Partial<WrittenUnit>[]): WrittenDeck => ({
		head: { draw: 10, ...head },
		units: rules.map((rule, index) => ({ unit: `u${index}`, questions: twenty, ...rule })),
	});

	it.each<[string, Partial<WrittenUnit>, Partial<WrittenUnit>, string]>([
		[
			'benchmark',
			{ benchmark: '90%' },
			{ benchmark: '80%' },
			'8 of 10, before 9 of 10; a learner at 60 % masters it with a chance of 17 %, before 4.6 %',
		],
		['draw', { draw: 20 }, { draw: 10 }, '9 of 10, before 18 of 20; a learner at 60 % masters it with a chance of 4.6 %, before 0.36 %'],
		[
			'passes',
			{ passes: 2 },
			{ passes: 1 },
			'9 of 10, before 9 of 10 twice in a row; a learner at 60 % masters it with a chance of 4.6 %, before 0.21 %',
		],
		['passes', { passes: 3 }, {}, '9 of 10, before 9 of 10 3 times in a row;'],
		['draw', { draw: 7 }, { draw: 10 }, '9 of 10, before 7 of 7; a learner at 60 % masters it with a chance of 4.6 %, before 2.8 %'],
		[
			'floor',
			{ benchmark: '50%', floor: 6 },
			{ benchmark: '50%', floor: 0 },
			'5 of 10, before 5 of 10 with at least 6 in each section that is asked twice or more;',
		],
	])('is told to be laxer by its %s', (_, before, after, words) => {
		const told = changesIn(ruled({}, before), ruled({}, after));
		expect(told.map(({ code, severity }) => [code, severity])).toEqual([['lowered-benchmark', 'warning']]);
		expect(told[0]?.message).toContain(`The rule of \`u0\` is laxer: ${words}`);
	});

	it.each<[string, Partial<WrittenUnit>, Partial<WrittenUnit>]>([
		['a percentage that comes out the same', { benchmark: '90%' }, { benchmark: '88%' }],
		['a lower benchmark over more questions', { benchmark: '90%' }, { benchmark: '85%', draw: 20 }],
		['fewer passes of a stricter form', { benchmark: '80%', passes: 2 }, { benchmark: '100%' }],
		['a smaller form of which all must be right', { draw: 10 }, { draw: 9 }],
		['a floor that the benchmark implies', { floor: 1 }, {}],
	])('is not told to be laxer for %s', (_, before, after) => {
		expect(codesOf(ruled({}, before), ruled({}, after))).toEqual([]);
	});

	it('is told once, in deck.yaml, where the default for all units was lowered', () => {
		const told = changesIn(
			ruled({ benchmark: '90%' }, {}, {}, { benchmark: '100%' }),
			ruled({ benchmark: '80%' }, {}, {}, { benchmark: '100%' }),
		);
		expect(told.map(({ place, message }) => [place.file, message.slice(0, 30)])).toEqual([['deck.yaml', 'The rule of `u0` and `u1` is l']]);
	});

	it('is told in the unit that no longer has its own', () => {
		const told = changesIn(ruled({ benchmark: '80%' }, {}, { benchmark: '90%' }), ruled({ benchmark: '80%' }, {}, {}));
		expect(told.map(({ place, help }) => [place.file, help])).toEqual([
			['u1.yaml', 'Write `benchmark: 90%` again, unless mastery is meant to be easier.'],
		]);
	});

	it('is the same where only the pool became too small for it', () => {
		expect(codesOf(ruled({}, {}), ruled({}, { questions: twenty.slice(0, 5) }))).not.toContain('lowered-benchmark');
	});
});

describe('a pool', () => {
	const pool = (count: number, more: (index: number) => Readonly<Record<string, unknown>> = () => ({})): WrittenDeck => ({
		units: [{ unit: 'u', draw: 5, questions: Array.from({ length: count }, (_, index) => q(`q${index}`, more(index))) }],
	});
	const smaller = (before: WrittenDeck, after: WrittenDeck) =>
		changesIn(before, after).flatMap(({ code, message, help }) => (code === 'smaller-pool' ? [`${message} / ${help}`] : []));

	it('is told to be smaller where that costs a fresh retry', () => {
		expect(smaller(pool(15), pool(14))).toEqual([
			'The section `s` has 14 questions, before 15, which leaves 1 fresh retry instead of 2 / Add 1 question to have as many as before.',
		]);
		expect(smaller(pool(19), pool(15))).toEqual([]);
	});

	it('is smaller where questions were put into one group', () => {
		const grouped = pool(15, (index) => (index < 3 ? { group: 'twins' } : {}));
		expect(smaller(pool(15), grouped)).toEqual([
			'The section `s` has 13 questions, before 15, which leaves 1 fresh retry instead of 2 / Add 2 questions to have as many as before.',
		]);
		expect(codesOf(pool(15), grouped)).toEqual(['smaller-pool']);
	});

	it('is not smaller where as many questions came as went', () => {
		expect(
			smaller(pool(15), { units: [{ unit: 'u', draw: 5, questions: Array.from({ length: 15 }, (_, index) => q(`n${index}`)) }] }),
		).toEqual([]);
	});
});

describe('ids given at random', () => {
	it('are told as renamed, and nothing else is', () => {
		const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/u), { minLength: 2, maxLength: 12 });
		fc.assert(
			fc.property(ids, fc.infiniteStream(fc.boolean()), (names, chance) => {
				const chosen = names.map((name) => ({ name, renamed: chance.next().value === true }));
				const before = unit(...names.map((name) => q(name)));
				const after = unit(...chosen.map(({ name, renamed }) => q(renamed ? `${name}-2` : name, {}, name)));
				const told = changesIn(before, after);
				const renamed = chosen.flatMap((each) => (each.renamed ? [each.name] : []));
				const [only] = renamed;
				expect(told.map(({ code }) => code)).toEqual(only === undefined ? [] : ['renamed-question']);
				expect(told.map(({ message }) => message.slice(0, message.indexOf(' questions')))).toEqual(
					renamed.length > 1 ? [String(renamed.length)] : told.map(() => expect.any(String)),
				);
				expect(told.map(({ help }) => help)).toEqual(
					only === undefined ? [] : [renamed.length > 1 ? 'Write the old ids again.' : `Write \`id: ${only}\`.`],
				);
			}),
			{ numRuns: 40, seed: 7 },
		);
	});
});
