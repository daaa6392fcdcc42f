import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

import { attemptReport } from '../../src/session/reports.ts';
import { openRecord } from '../../src/store/index.ts';
import { newAttempt, QUESTIONS } from '../store/fixtures/sample.ts';
import * as sample from '../terminal/samples.ts';
import { learnedWorld } from './learner-world.ts';
import { faultsOf, schema } from './report-schema.ts';
import { world } from './run-program.ts';

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Every report that the program prints, with somebody's history and without. */
const reports: readonly { readonly argv: readonly string[] }[] = [
	['--json'],
	['map', 'small', '--json'],
	['history', '--json'],
	['history', 'small', '--json'],
	['show', 'last', '--json'],
	['why', 'small', 'second', '--json'],
	['bookmarks', '--json'],
	['disputes', 'small', '--json'],
	['learners', '--json'],
	['data', 'verify', '--json'],
	['decks', 'list', '--json'],
].map((argv) => ({ argv }));

/** More attempts than are told one by one. */
const longStanding = { ...sample.mastered, earlier: { count: 1, notYets: 1, best: { right: 8, asked: 10 } } };

describe('reports for a machine', () => {
	it.each(reports)('$argv have the published shape, with a history', async ({ argv }) => {
		const { run } = await learnedWorld();
		const { code, output, errors } = await run(argv);
		expect({ code, errors }).toEqual({ code: 0, errors: '' });
		expect(faultsOf(JSON.parse(output))).toEqual([]);
	});

	it.each(reports.filter(({ argv }) => argv[0] !== 'show' && argv[0] !== 'data'))(
		'$argv have it before anything was done',
		async ({ argv }) => {
			const { run } = world();
			const { code, output } = await run(argv.map((word) => (word === 'small' ? 'mastery' : word === 'second' ? 'measure' : word)));
			expect(code).toBe(0);
			expect(faultsOf(JSON.parse(output))).toEqual([]);
		},
	);

	it('hold to it with every kind of answer, verdict and standing', () => {
		const judged = [
			{ ...sample.map, schema: 'gradus.map/1' },
			{ ...sample.home, schema: 'gradus.home/1' },
			{ ...sample.history, schema: 'gradus.history/1' },
			{ ...sample.why, schema: 'gradus.why/1' },
			{ ...sample.whyClosed, schema: 'gradus.why/1' },
			{ ...sample.why, standing: longStanding, schema: 'gradus.why/1' },
			{ ...sample.attemptLeft, schema: 'gradus.attempt/1' },
			{ ...sample.attemptEnded, schema: 'gradus.attempt/1' },
			{ ...sample.bookmarks, schema: 'gradus.bookmarks/1' },
			{ ...sample.disputes, schema: 'gradus.disputes/1' },
		];
		for (const report of judged) expect(faultsOf(JSON.parse(JSON.stringify(report)))).toEqual([]);
		for (const position of [...QUESTIONS.keys()]) {
			const { id: attempt, items, ...head } = newAttempt();
			const asked = items.map((item, index) => ({ ...item, position: index + 1, ...(index === position ? { shownAt: 1 } : {}) }));
			const report = attemptReport({ ...head, id: attempt, learner: 'me', asked }, undefined);
			expect(faultsOf(JSON.parse(JSON.stringify({ schema: 'gradus.attempt/1', ...report })))).toEqual([]);
		}
	});

	it('are refused by the test where they have a key that is not documented, or lack one', async () => {
		const { run } = await learnedWorld();
		const home = JSON.parse((await run(['--json'])).output);
		expect(faultsOf({ ...home, more: 1 })).not.toEqual([]);
		expect(faultsOf({ ...home, begun: undefined })).not.toEqual([]);
		expect(faultsOf({ ...home, left: [{ ...home.left[0], position: 0 }] })).not.toEqual([]);
		expect(faultsOf(home)).toEqual([]);
	});

	it('name every key that the schema names', async () => {
		const { run } = await learnedWorld();
		const outputs = await Promise.all(
			[...reports, { argv: ['show', id(1), '--json'] }].map(async ({ argv }) => JSON.parse((await run(argv)).output)),
		);
		const samples = [sample.map, sample.history, sample.why, sample.attemptLeft, sample.disputes, sample.bookmarks, sample.listings];
		const every = sample.missed.verdict;
		const seen = keysIn([...outputs, ...samples, everyKind(), every]);
		const documented = propertiesIn(schema);
		expect([...documented].filter((key) => !seen.has(key)).sort()).toEqual([]);
	});

	it('are told apart by the published schema itself', () => {
		const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
		expect(validate({ schema: 'gradus.learners/1', learner: 'me', learners: [] })).toBe(true);
		expect(validate({ schema: 'gradus.learners/2', learner: 'me', learners: [] })).toBe(false);
	});
});

/** An attempt that shows a question of every type. */
function everyKind(): unknown {
	const { id: attempt, items, ...head } = newAttempt();
	const asked = items.map((item, index) => ({ ...item, position: index + 1, shownAt: 1 }));
	const verdicts = [
		{ type: 'order', arranged: [] },
		{ kind: 'right', accepted: { as: 'x', despite: 'typos' }, blanks: [] },
		sample.order.verdict,
		sample.match.verdict,
		sample.cloze.verdict,
		sample.cloze.answer,
		sample.order.answer,
		sample.match.answer,
		{ partly: { of: 'options', right: [], left: [], wrong: [] } },
		{ bestLacked: [] },
		longStanding,
		{ answered: 1, unanswered: 1, keptBack: 'right' },
	];
	return [attemptReport({ ...head, id: attempt, learner: 'me', asked }, undefined), ...verdicts, { address: '', source: '', readAt: 0 }];
}

function keysIn(value: unknown): ReadonlySet<string> {
	const keys = new Set<string>();
	const visit = (each: unknown) => {
		if (Array.isArray(each)) each.forEach(visit);
		else if (typeof each === 'object' && each !== null) {
			for (const [key, inside] of Object.entries(each)) {
				keys.add(key);
				visit(inside);
			}
		}
	};
	visit(value);
	return keys;
}

function propertiesIn(part: unknown): ReadonlySet<string> {
	if (Array.isArray(part)) return new Set(part.flatMap((each) => [...propertiesIn(each)]));
	if (typeof part !== 'object' || part === null) return new Set();
	return new Set(
		Object.entries(part).flatMap(([key, value]) => [
			...(key === 'properties' && typeof value === 'object' && value !== null ? Object.keys(value) : []),
			...propertiesIn(value),
		]),
	);
}

describe('home', () => {
	it('names what was left half done first, with the question and the command', async () => {
		const { run } = await learnedWorld();
		const { output } = await run([]);
		expect(output).toMatch(
			/^Gradus\n.*\nLeft half done\n. Second steps \(A small deck\): question 2 of 4\n {2}gradus learn small second\n/u,
		);
		expect(JSON.parse((await run(['--json'])).output)).toMatchObject({
			begun: true,
			left: [{ deck: 'small', unit: 'second', position: 2, asked: 4 }],
			decks: [
				{ deck: 'small', used: true, mastered: 1 },
				{ deck: 'mastery', used: false },
			],
		});
	});

	it('says what is not understood, and suggests what is', async () => {
		const { run } = world();
		expect(await run(['--jsno'])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('--json') });
		expect(await run(['hstory'])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('Did you mean history?') });
		expect((await run(['--help'])).output).not.toContain('home');
	});
});

describe('show', () => {
	it('shows the latest attempt, or the one whose id begins so, with nothing of what was not answered', async () => {
		const { run } = await learnedWorld();
		const last = await run(['show', 'last']);
		expect(last.output).toMatch(/^Second steps\n/u);
		expect(last.output).toContain('Question 1 of 4');
		expect(last.output).not.toContain('Question 3 of 4');
		const unanswered = last.output.split('Question 2 of 4')[1] ?? '';
		expect(unanswered).not.toMatch(/Right is|is right about/u);
		const first = await run(['show', id(1).toUpperCase()]);
		expect(first).toMatchObject({ code: 0, errors: '' });
		expect(first.output).toMatch(/not yet: 1 of 4 right, 3 needed/u);
		expect(first.output).toMatch(/I don't know/u);
		expect(first.output).toContain('gradus read small first#');
	});

	it('asks for a little more where several begin so, and for another where none does', async () => {
		const { run } = await learnedWorld();
		const several = await run(['show', '0190']);
		expect(several).toMatchObject({ code: 2, output: '' });
		expect(several.errors).toMatch(/Several attempts begin with 0190/u);
		expect(several.errors).toContain(id(4));
		for (const name of ['0191', 'nonsense', '%', '']) {
			expect(await run(['show', name])).toMatchObject({ code: 2, output: '', errors: expect.stringContaining('gradus history') });
		}
		expect(await world().run(['show', 'last'])).toMatchObject({ code: 2, errors: expect.stringContaining('gradus learn') });
	});

	it('shows an attempt whose deck is gone, by ids', async () => {
		const { run, folder } = await learnedWorld();
		rmSync(join(folder, '.local/share/gradus/decks'), { recursive: true });
		rmSync(join(folder, '.cache'), { recursive: true, force: true });
		const { code, output } = await run(['show', id(1)]);
		expect(code).toBe(0);
		expect(output).toMatch(/^first\n/u);
		expect(output).not.toContain('gradus read small');
		expect((await run(['show', 'last'])).output).toMatch(/Its deck is not at hand: .*gradus learn <folder> second/su);
		expect((await run(['history'])).output).toMatch(/^first\n/u);
		expect((await run(['bookmarks'])).output).toContain('its deck is not at hand');
		expect(JSON.parse((await run(['disputes', '--json'])).output).disputes[0].now).toBe('elsewhere');
	});
});

describe('what was marked', () => {
	it('is told with all that an author or a reader needs', async () => {
		const { run } = await learnedWorld();
		const bookmarked = JSON.parse((await run(['bookmarks', 'small', '--json'])).output).bookmarks;
		const disputed = JSON.parse((await run(['disputes', '--json'])).output).disputes;
		expect(bookmarked).toHaveLength(1);
		expect(disputed).toMatchObject([
			{
				deck: 'small',
				unit: 'first',
				question: bookmarked[0].question,
				note: 'Both hold.\nSee the text.',
				now: 'same',
				attempt: id(1),
				position: 2,
				given: { verdict: 'missed' },
			},
		]);
		expect(disputed[0].fingerprint).toMatch(/^[0-9a-f]{16,}$/u);
		expect((await run(['bookmarks'])).output).toContain(`gradus read small first#${bookmarked[0].section}`);
		expect((await run(['disputes'])).output).toMatch(/^small first \S+\n/u);
		expect((await run(['bookmarks', 'mastery'])).output).toMatch(/^No bookmarks yet/u);
		expect((await run(['disputes', 'mastery'])).output).toMatch(/^No disputes/u);
	});
});

describe('several learners', () => {
	it('keep their records apart, by option or variable, and are listed', async () => {
		const { run } = await learnedWorld();
		const begun = async (argv: readonly string[], variables = {}) =>
			JSON.parse((await run([...argv, '--json'], variables)).output).entries.length;
		expect(await begun(['history'])).toBe(4);
		expect(await begun(['history', '--learner', 'ada'])).toBe(0);
		expect(await begun(['history'], { GRADUS_LEARNER: 'ada' })).toBe(0);
		expect(await begun(['history', '--learner', 'me'], { GRADUS_LEARNER: 'ada' })).toBe(4);
		expect(await begun(['history'], { GRADUS_LEARNER: '' })).toBe(4);
		const { learner, learners } = JSON.parse((await run(['learners', '--learner', 'ada', '--json'])).output);
		expect(learner).toBe('ada');
		expect(learners).toMatchObject([
			{ learner: 'ada', attempts: 0 },
			{ learner: 'me', attempts: 4 },
		]);
	});

	it('find the same record by every printed command', async () => {
		const { run } = await learnedWorld();
		const named = ['--learner', "Ada's"];
		expect((await run(['map', 'small', ...named])).output).toContain(`gradus learn --learner 'Ada'\\''s' small\n`);
		expect((await run(['read', 'small', 'second', ...named])).errors).toContain(`gradus learn --learner 'Ada'\\''s' small first`);
		expect((await run(named)).output).toContain(`gradus learn --learner 'Ada'\\''s' small`);
		expect((await run(['history', ...named])).output).toContain(`gradus learn --learner 'Ada'\\''s'`);
		expect((await run(['show', 'last', ...named])).errors).toContain(`gradus learn --learner 'Ada'\\''s'\n`);
		expect((await run(['map', 'small'], { GRADUS_LEARNER: 'ada' })).output).toContain('gradus learn small\n');
		expect((await run(['map', 'small', '--plain'])).output).toContain('gradus learn --plain small');
		expect((await run(['show', 'last', '--learner', 'me'])).output).toContain('gradus learn --learner me small second');
		expect((await run(['bookmarks', '--learner', 'me'])).output).toContain(`gradus show --learner me 01900000`);
	});

	it('are asked whether they meant a name that is there, and go on all the same', async () => {
		const { run } = await learnedWorld();
		for (const [typed, meant] of [
			['Ada', 'ada'],
			['ADA', 'ada'],
			['adaa', 'ada'],
		] as const) {
			const { code, errors } = await run(['map', 'small', '--learner', typed]);
			expect(code).toBe(0);
			expect(errors).toContain(`"${typed}" is new in this record. Did you mean "${meant}"? Everybody here: gradus learners`);
		}
		for (const typed of ['ada', 'zoe', 'me']) expect((await run(['map', 'small', '--learner', typed])).errors).toBe('');
	});

	it('have names that can be shown and kept', async () => {
		const { run } = world();
		for (const name of ['', '   ', 'a'.repeat(65), 'a\nb', 'a\u200bb', 'a\u202eb', '\x1b[2J', '\ud800']) {
			const { code, output, errors } = await run(['map', '--learner', name]);
			expect({ code, output }, JSON.stringify(name)).toEqual({ code: 2, output: '' });
			expect(errors).toContain('--learner');
			expect(errors).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/u);
		}
		expect((await run(['map'], { GRADUS_LEARNER: 'a\tb' })).errors).toContain('GRADUS_LEARNER');
		for (const name of ['a'.repeat(64), '\u{1f469}\u200d\u{1f680}', 'Åsa Öberg', 'علی\u200cرضا']) {
			expect(await run(['map', 'mastery', '--learner', name])).toMatchObject({ code: 0, errors: '' });
		}
	});

	it('are one person however a name was composed', async () => {
		const { run, folder } = await learnedWorld();
		const opened = openRecord(join(folder, '.local/share/gradus/record.db'), 'Zoë'.normalize('NFC'), { now: () => 0 });
		if (!opened.ok) throw new Error(opened.fault.kind);
		opened.record.read('small', 'first', 'apples', 9);
		opened.record.close();
		const { output, errors } = await run(['--json', '--learner', 'Zoë'.normalize('NFD')]);
		expect(errors).toBe('');
		expect(JSON.parse(output)).toMatchObject({ begun: true, decks: [{ deck: 'small', used: true }, {}] });
	});
});
