import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answer, Verdict } from '../../src/model/attempt.ts';
import { mergedOrder } from '../../src/store/transfer/merged-order.ts';
import { exportRecord, importRecord } from '../../src/store/upkeep.ts';
import { opened, temporaryFile } from './fixtures/place.ts';
import { attemptId, itemOf, NUMBER, newAttempt, QUESTIONS, RIGHT, TEXT, TREE } from './fixtures/sample.ts';

const NOW = 1_700_000_000_000;
const options = { now: () => NOW };
const MISSED: Verdict = { kind: 'missed' };
const nothing = { attempts: 0, answers: 0, readings: 0, bookmarks: 0, disputes: 0, answeredTwice: 0, ended: 0 };

function exported(file: string): readonly string[] {
	const lines: string[] = [];
	const done = exportRecord(file, options, (line) => lines.push(line));
	if (!done.ok) throw new Error(JSON.stringify(done.fault));
	return lines;
}

/** What an import comes to; it must not fail. */
function imported(file: string, lines: readonly string[]) {
	const done = importRecord(file, lines, options);
	if (!done.ok) throw new Error(JSON.stringify(done.fault));
	return done.value;
}

function joined(file: string, lines: readonly string[]) {
	const done = imported(file, lines);
	if (done.kind === 'refused') throw new Error(JSON.stringify(done.flaw));
	return done.outcome;
}

function copied(file: string): string {
	const copy = temporaryFile();
	joined(copy, exported(file));
	return copy;
}

describe('an exported record', () => {
	it('makes the same record again, with every kind of row', () => {
		const file = temporaryFile();
		const record = opened(file);
		const { id } = record.begin(newAttempt({ deckVersion: '1.10', items: QUESTIONS.map((question) => itemOf(question)) })).attempt;
		record.show(id, 1, 1_100);
		record.answer(id, 1, TREE, RIGHT, 1_200);
		record.show(id, 2, 1_300);
		record.answer(id, 2, { type: 'dont-know' }, { kind: 'dont-know' }, 1_400);
		record.show(id, 3, 1_500);
		record.bookmark(id, 2, true, 1_600);
		record.dispute(id, 1, 'It says "tree",\nand more.', 1_700);
		record.read('git', 'objects', 'trees', 900);
		record.close();
		const lines = exported(file);
		const again = temporaryFile();
		expect(joined(again, lines)).toEqual({ ...nothing, attempts: 1, answers: 2, readings: 1, bookmarks: 1, disputes: 1 });
		expect(exported(again)).toEqual(lines);
		expect(opened(again).attempt(id)).toStrictEqual(opened(file).attempt(id));
	});

	it('brings nothing new the second time, and leaves the file as it was', () => {
		const file = temporaryFile();
		const record = opened(file);
		record.begin(newAttempt());
		record.close();
		const other = copied(file);
		expect(imported(other, exported(file))).toEqual({ kind: 'imported', outcome: nothing });
	});
});

describe('two records', () => {
	it('become the same one, whichever takes in the other: what happened first comes first', () => {
		const [one, two] = [temporaryFile(), temporaryFile()];
		const [here, there] = [opened(one), opened(two)];
		for (const [record, number, start] of [
			[here, 1, 1_000],
			[there, 2, 1_500],
			[here, 3, 2_000],
		] as const) {
			const { id } = record.begin(newAttempt({ id: attemptId(number), startedAt: start, items: [itemOf(TEXT), itemOf(NUMBER)] })).attempt;
			for (const position of [1, 2]) {
				record.show(id, position, start + position * 10);
				record.answer(id, position, { type: 'dont-know' }, { kind: 'dont-know' }, start + position * 10 + 5);
			}
		}
		const [a, b] = [copied(one), copied(two)];
		joined(a, exported(two));
		joined(b, exported(one));
		expect(exported(a)).toEqual(exported(b));
		expect(
			opened(a)
				.summaries('git')
				.map(({ id }) => id),
		).toEqual([1, 2, 3].map(attemptId));
	});

	it('that went on with the same attempt keep every answer; where both answered, the earlier one stands', () => {
		const one = temporaryFile();
		const record = opened(one);
		const { id } = record.begin(newAttempt()).attempt;
		record.show(id, 1, 1_100);
		const two = copied(one);
		const other = opened(two);
		record.answer(id, 1, { type: 'choice', chosen: 'A diff' }, MISSED, 2_000);
		other.answer(id, 1, TREE, RIGHT, 1_900);
		other.show(id, 2, 1_950);
		other.answer(id, 2, { type: 'dont-know' }, { kind: 'dont-know' }, 1_960);
		const [a, b] = [copied(one), copied(two)];
		expect(joined(a, exported(two))).toMatchObject({ answers: 1, answeredTwice: 1 });
		expect(joined(b, exported(one))).toMatchObject({ answers: 0, answeredTwice: 1 });
		expect(exported(a)).toEqual(exported(b));
		expect(opened(a).attempt(id)?.asked[0]).toMatchObject({ answer: TREE, verdict: RIGHT, answeredAt: 1_900 });
	});

	it('that both have a quiz open in a unit keep the later one open', () => {
		const [one, two] = [temporaryFile(), temporaryFile()];
		opened(one).begin(newAttempt({ id: attemptId(1), startedAt: 1_000 }));
		opened(two).begin(newAttempt({ id: attemptId(2), startedAt: 2_000 }));
		const [a, b] = [copied(one), copied(two)];
		expect(joined(a, exported(two))).toMatchObject({ attempts: 1, ended: 1 });
		expect(joined(b, exported(one))).toMatchObject({ attempts: 1, ended: 1 });
		expect(exported(a)).toEqual(exported(b));
		expect(
			opened(a)
				.openAttempts()
				.map(({ id }) => id),
		).toEqual([attemptId(2)]);
		expect(opened(a).attempt(attemptId(1))).toMatchObject({ outcome: 'ended', finishedAt: 2_000 });
		expect(imported(a, exported(one))).toEqual({ kind: 'imported', outcome: nothing });
	});

	it('agree whatever happened in them, and however often they met before', () => {
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
				const files = [temporaryFile(), temporaryFile()] as const;
				live(files, steps);
				const [a, b] = [copied(files[0]), copied(files[1])];
				joined(a, exported(files[1]));
				joined(b, exported(files[0]));
				const lines = exported(a);
				expect(exported(b)).toEqual(lines);
				for (const file of files) expect(imported(a, exported(file))).toMatchObject({ outcome: { attempts: 0, answers: 0 } });
				expect(imported(a, exported(b))).toEqual({ kind: 'imported', outcome: nothing });
				expect(exported(a)).toEqual(lines);
			}),
			{ numRuns: 15 },
		);
	});
});

type Step = {
	readonly on: 0 | 1;
	readonly does: 'begin' | 'practice' | 'show' | 'answer' | 'end' | 'read' | 'bookmark' | 'dispute' | 'take-in';
	/** Milliseconds; a clock may be set back. */
	readonly later: number;
	readonly unit: 'objects' | 'branches';
	readonly right: boolean;
};

const step: fc.Arbitrary<Step> = fc.record({
	on: fc.constantFrom(0, 1),
	does: fc.constantFrom('begin', 'practice', 'show', 'answer', 'answer', 'answer', 'end', 'read', 'bookmark', 'dispute', 'take-in'),
	later: fc.integer({ min: -30, max: 100 }),
	unit: fc.constantFrom('objects', 'branches'),
	right: fc.boolean(),
});

/** Two machines, each with a clock of its own, that now and then take in the record of the other. */
function live(files: readonly [string, string], steps: readonly Step[]): void {
	const clocks = [10_000, 10_000];
	let attempts = 0;
	for (const { on, does, later, unit, right } of steps) {
		const at = (clocks[on] ?? 0) + later;
		clocks[on] = at;
		const record = opened(files[on]);
		const [open] = record.openAttempts('git');
		const asked = open?.asked.find(({ answeredAt }) => answeredAt === undefined);
		switch (does) {
			case 'begin':
			case 'practice':
				attempts += 1;
				record.begin(
					newAttempt({
						id: attemptId(attempts),
						unit,
						kind: does === 'begin' ? 'quiz' : 'practice',
						startedAt: at,
						items: [itemOf(TEXT), itemOf(NUMBER)],
					}),
				);
				break;
			case 'show':
				if (open !== undefined && asked !== undefined) record.show(open.id, asked.position, at);
				break;
			case 'answer':
				if (open === undefined || asked === undefined) break;
				record.show(open.id, asked.position, at);
				record.answer(open.id, asked.position, answerOf(right), right ? RIGHT : MISSED, at);
				break;
			case 'end':
				if (open !== undefined) record.finish(open.id, 'ended', at);
				break;
			case 'read':
				record.read('git', unit, 'trees', at);
				break;
			case 'bookmark':
			case 'dispute':
				if (open?.asked[0]?.shownAt === undefined) break;
				if (does === 'bookmark') record.bookmark(open.id, 1, right, at);
				else record.dispute(open.id, 1, right ? 'Why?' : '', at);
				break;
			case 'take-in':
				record.close();
				joined(files[on], exported(files[1 - on] ?? ''));
		}
		record.close();
	}
}

function answerOf(right: boolean): Answer {
	return { type: 'text', typed: right ? 'tree' : 'blob' };
}

describe('a file that is no sound export', () => {
	const sound = () => {
		const file = temporaryFile();
		const record = opened(file);
		const { id } = record.begin(newAttempt()).attempt;
		record.show(id, 1, 1_100);
		record.read('git', 'objects', 'trees', 1_200);
		record.close();
		return exported(file);
	};

	it.each<[string, (lines: readonly string[]) => readonly string[], object]>([
		['is empty', () => [], { kind: 'not-an-export' }],
		['is something else', () => ['{"name": "gradus"}'], { kind: 'not-an-export' }],
		['is no JSON', () => ['PK\u0003\u0004'], { kind: 'not-an-export' }],
		['is of a later version', () => ['{"gradus":"record","version":2}'], { kind: 'newer', found: 2, supported: 1 }],
		['lost its end', (lines) => lines.slice(0, -1), { kind: 'cut-off' }],
		['lost a line', (lines) => lines.filter((line) => !line.startsWith('{"reading"')), { kind: 'cut-off' }],
		['was cut in a line', (lines) => [...lines.slice(0, -1), lines.at(-1)?.slice(0, 10) ?? ''], { kind: 'line' }],
		['goes on behind its end', (lines) => [...lines, lines[1] ?? ''], { kind: 'cut-off' }],
		['has a row twice', (lines) => lines.toSpliced(2, 0, lines[1] ?? ''), { kind: 'line', line: 3 }],
		['has a row of no table', (lines) => lines.toSpliced(1, 0, '{"medal": {}}'), { kind: 'line', line: 2 }],
		['lacks a field', (lines) => lines.map((line) => line.replace('"kind":"quiz",', '')), { kind: 'line', line: 2 }],
		[
			'has a number where a text belongs',
			(lines) => lines.map((line) => line.replace(/"unit":"\w+","kind"/u, '"unit":1,"kind"')),
			{ kind: 'line', line: 2 },
		],
		[
			'breaks a rule of the record',
			(lines) => lines.map((line) => line.replace(/"benchmark":\d+/u, '"benchmark":90000')),
			{ kind: 'line', line: 2 },
		],
		[
			'has text that cannot be stored',
			(lines) => lines.map((line) => line.replace(/"unit":"\w+","kind"/u, String.raw`"unit":"\ud800","kind"`)),
			{ kind: 'line', line: 2 },
		],
		[
			'has a question of no attempt',
			(lines) => lines.map((line) => line.replace(/"attempt":"[^"]+","position":1/u, '"attempt":"x","position":1')),
			{ kind: 'cut-off' },
		],
		[
			'has two facts at one place',
			(lines) => lines.map((line) => line.replace('"shown_ordinal":2', '"shown_ordinal":1')),
			{ kind: 'cut-off' },
		],
	])('is refused, and nothing comes in: it %s', (_, spoilt, flaw) => {
		const lines = sound();
		const target = temporaryFile();
		opened(target).begin(newAttempt({ id: attemptId(9) }));
		const before = exported(target);
		expect(imported(target, spoilt(lines))).toMatchObject({ kind: 'refused', flaw });
		expect(exported(target)).toEqual(before);
		// A sound one is taken in by the same file afterwards.
		expect(imported(target, lines)).toMatchObject({ kind: 'imported', outcome: { attempts: 1 } });
	});

	it('is refused where it tells something else of the same attempt', () => {
		const lines = sound();
		const target = temporaryFile();
		joined(target, lines);
		const forged = lines.map((line) => line.replace(/"benchmark":\d+/u, '"benchmark":1000'));
		expect(imported(target, forged)).toMatchObject({ kind: 'refused', flaw: { kind: 'disagrees', attempt: attemptId(1) } });
	});
});

describe('the order of two sequences', () => {
	const facts = (...pairs: readonly (readonly [string, number])[]) => pairs.map(([key, at]) => ({ key, at }));
	const keys = (a: ReturnType<typeof facts>, b: ReturnType<typeof facts>) =>
		mergedOrder(a, b)
			.map(({ key }) => key)
			.join('');

	it('is by time between them, and their own within each, even where a clock was set back', () => {
		expect(keys(facts(['a', 10], ['b', 5], ['c', 30]), facts(['x', 7], ['y', 20]))).toBe('xabyc');
	});

	it('waits for what both have', () => {
		expect(keys(facts(['a', 1], ['s', 5], ['b', 6]), facts(['x', 9], ['s', 5], ['y', 10]))).toBe('axsby');
	});

	it('takes each once, even where the two disagree', () => {
		expect([...keys(facts(['s', 1], ['t', 2]), facts(['t', 2], ['s', 1]))].toSorted()).toEqual(['s', 't']);
	});
});
