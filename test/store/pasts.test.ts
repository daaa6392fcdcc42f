import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { type Chance, chanceFrom } from '../../src/engine/chance.ts';
import { pastOf, pastsOf } from '../../src/engine/past.ts';
import type { AttemptSummary, Exposure, Verdict } from '../../src/model/attempt.ts';
import type { StoredRecord } from '../../src/store/record.ts';
import { exportRecord, importRecord, verifyRecord } from '../../src/store/upkeep.ts';
import { NOW, opened, temporaryFile } from './fixtures/place.ts';
import { attemptId, DRAWN, itemOf, newAttempt, RIGHT, TEXT, TREE } from './fixtures/sample.ts';

const options = { now: () => NOW };
const seed = 7;
const units = ['snapshots', 'branches'] as const;
const verdicts: readonly Verdict[] = [RIGHT, RIGHT, { kind: 'missed' }, { kind: 'dont-know' }];

/** Somebody who sits, gives up, practises and comes back, as chance has it. */
class Somebody {
	readonly #chance: Chance;
	readonly #ids: (count: number) => string;
	#now = 1_000;
	#begun = 0;

	constructor(chance: Chance, first: number) {
		this.#chance = chance;
		this.#ids = (count) => attemptId(first + count);
	}

	sit(record: StoredRecord): void {
		const pick = <T>(from: readonly T[]): T => from[this.#chance.index(from.length)] ?? fail();
		const tick = () => {
			this.#now += this.#chance.index(9_000);
			return this.#now;
		};
		this.#begun += 1;
		const drawn = itemOf({ ...DRAWN, variant: { seed: 1, values: { v: this.#chance.index(4) } } });
		const { attempt } = record.begin(
			newAttempt({
				id: this.#ids(this.#begun),
				unit: pick(units),
				kind: pick(['quiz', 'quiz', 'quiz', 'quiz', 'practice', 'review']),
				rule: { benchmark: 5_000, passes: 2, floor: 0 },
				startedAt: tick(),
				items: [itemOf(TEXT), drawn, itemOf({ ...TEXT, id: 'other' })],
			}),
		);
		for (const { position, answer } of attempt.asked) {
			const leaving = this.#chance.index(20);
			if (leaving > 0) record.show(attempt.id, position, tick());
			if (leaving < 2) {
				this.#leave(record, attempt.id);
				return;
			}
			if (answer === undefined) record.answer(attempt.id, position, TREE, pick(verdicts), tick());
		}
	}

	#leave(record: StoredRecord, id: string): void {
		if (this.#chance.index(3) > 0) record.finish(id, 'ended', this.#now);
	}
}

function fail(): never {
	throw new Error('nothing to pick from');
}

/** As counted from the facts, one by one. */
function exposuresFrom(file: string, unit: string): readonly Exposure[] {
	const connection = new Database(file, { readonly: true });
	const rows = connection
		.prepare<
			unknown[],
			{ question: string; shown: number; answered: number | null; verdict: Exposure['lastVerdict']; variant: string | null }
		>(
			`SELECT q.question, q.shown_ordinal AS shown, q.answered_ordinal AS answered, q.verdict, q.variant
			FROM attempt a JOIN question q ON q.attempt = a.id
			WHERE a.learner = 'me' AND a.deck = 'git' AND a.unit = ? AND q.shown IS NOT NULL ORDER BY q.shown_ordinal`,
		)
		.all(unit);
	connection.close();
	return [...new Set(rows.map(({ question }) => question))].sort().map((question) => {
		const own = rows.filter((row) => row.question === question);
		const answered = own.filter((row) => row.answered !== null).sort((a, b) => (a.answered ?? 0) - (b.answered ?? 0));
		const lastVerdict = answered.at(-1)?.verdict;
		const variants = [...new Set(own.flatMap(({ variant }) => variant ?? []))].map((values) => JSON.parse(values));
		return {
			question,
			timesShown: own.length,
			lastShown: Math.max(...own.map(({ shown }) => shown)),
			...(lastVerdict === undefined ? {} : { lastVerdict }),
			...(variants.length === 0 ? {} : { variants }),
		};
	});
}

/** What each attempt in git asked, row by row. */
function questionsFrom(file: string): ReadonlyMap<string, AttemptSummary['questions']> {
	const connection = new Database(file, { readonly: true });
	const rows = connection
		.prepare<
			unknown[],
			{ attempt: string; id: string; section: string; shown: number | null; verdict: NonNullable<Exposure['lastVerdict']> | null }
		>(
			`SELECT a.id AS attempt, q.question AS id, q.section, q.shown, q.verdict FROM attempt a JOIN question q ON q.attempt = a.id
			WHERE a.learner = 'me' AND a.deck = 'git' ORDER BY a.ordinal, q.position`,
		)
		.all();
	connection.close();
	const asked = new Map<string, AttemptSummary['questions'][number][]>(rows.map(({ attempt }) => [attempt, []]));
	for (const { attempt, id, section, shown, verdict } of rows) {
		const fact = { id, section, ...(shown === null ? {} : { shown: true }), ...(verdict === null ? {} : { verdict }) };
		asked.get(attempt)?.push(fact);
	}
	return asked;
}

function expectSame(file: string, record: StoredRecord): void {
	const summaries = record.summaries('git');
	expect(new Map(summaries.map(({ id, questions }) => [id, questions]))).toStrictEqual(questionsFrom(file));
	for (const unit of units) expect(record.summaries('git', unit)).toStrictEqual(summaries.filter((each) => each.unit === unit));
	const whole = pastsOf(summaries);
	for (let look = 1; look <= 2; look++) {
		const pasts = record.pasts('git', pastOf);
		for (const unit of units) expect(pasts.get(unit)).toStrictEqual(whole.get(unit));
		expect(pasts.size).toBe(whole.size);
	}
	for (const unit of units) expect(record.exposures('git', unit)).toStrictEqual(exposuresFrom(file, unit));
}

/** Attempts of `me` in git that are kept as what they came to. */
function keptIn(file: string): number {
	const connection = new Database(file);
	const kept = connection
		.prepare<[], number>("SELECT coalesce(sum(folded ->> '$[1].attempts'), 0) FROM past WHERE learner = 'me'")
		.pluck()
		.get();
	connection.close();
	return kept ?? 0;
}

function linesOf(file: string): readonly string[] {
	const lines: string[] = [];
	const done = exportRecord(file, options, (line) => lines.push(line));
	if (!done.ok) throw new Error(JSON.stringify(done.fault));
	return lines;
}

function flawsOf(file: string): readonly string[] {
	const done = verifyRecord(file, options, pastOf);
	if (!done.ok) throw new Error(JSON.stringify(done.fault));
	return done.value.flaws;
}

function filled(attempts: number): { readonly file: string; readonly record: StoredRecord } {
	const file = temporaryFile();
	const record = opened(file);
	const me = new Somebody(chanceFrom(seed), 0);
	for (let attempt = 0; attempt < attempts; attempt++) me.sit(record);
	return { file, record };
}

describe('what is kept of a long history', () => {
	it(`is what the facts say, at any time, whoever else learns there and whatever is brought in (seed ${seed})`, () => {
		const [here, there] = [temporaryFile(), temporaryFile()];
		const chance = chanceFrom(seed);
		const [one, two, other] = [new Somebody(chance, 0), new Somebody(chance, 10_000), new Somebody(chance, 20_000)];
		const records = [opened(here), opened(there)] as const;
		const somebodyElse = opened(here, {}, 'you');
		for (let round = 1; round <= 120; round++) {
			one.sit(records[0]);
			if (round % 3 === 0) two.sit(records[1]);
			if (round % 5 === 0) other.sit(somebodyElse);
			if (round % 8 === 0) expectSame(here, records[0]);
			if (round % 50 !== 0) continue;
			expect(keptIn(here)).toBeGreaterThan(0);
			expect(importRecord(here, linesOf(there), options)).toMatchObject({ ok: true, value: { kind: 'imported' } });
			expect(keptIn(here)).toBe(0);
			expectSame(here, records[0]);
			expect(flawsOf(here)).toEqual([]);
		}
		expect(records[0].pasts('git', pastOf).get('snapshots')?.earlier?.count).toBeGreaterThan(0);
	});

	it('can be thrown away, and is not believed where it is damaged or of another form', () => {
		const { file, record } = filled(60);
		const before = record.pasts('git', pastOf);
		expect(keptIn(file)).toBeGreaterThan(30);
		for (const harm of [
			'DELETE FROM past',
			`UPDATE past SET folded = '{}'`,
			`UPDATE past SET folded = '[0,1]'`,
			`UPDATE past SET folded = json_set(folded, '$[1].streak', 'many')`,
			`UPDATE past SET folded = json_set(folded, '$[1].streak', 99)`,
			`UPDATE past SET folded = json_set(folded, '$[0]', 99)`,
			`UPDATE past SET form = form - 1, folded = (SELECT other.folded FROM past other WHERE other.unit <> past.unit)`,
		]) {
			const behind = new Database(file);
			behind.exec(harm);
			behind.close();
			expect(record.pasts('git', pastOf)).toStrictEqual(before);
			expect(keptIn(file)).toBeGreaterThan(30);
		}
	});

	it('waits for nobody: where another terminal writes, it is folded anew and not kept', () => {
		const { file, record } = filled(30);
		const busy = new Database(file);
		busy.exec('BEGIN IMMEDIATE');
		expect(record.pasts('git', pastOf)).toStrictEqual(pastsOf(record.summaries('git')));
		busy.exec('ROLLBACK');
		expect(keptIn(file)).toBe(0);
		busy.close();
		record.pasts('git', pastOf);
		expect(keptIn(file)).toBeGreaterThan(0);
		record.read('git', 'snapshots', 'commits', 1);
	});

	it('stops at the first attempt that is open, which may change', () => {
		const file = temporaryFile();
		const record = opened(file);
		const open = attemptId(15);
		for (let number = 1; number < 40; number++) {
			const id = attemptId(number);
			record.begin(newAttempt({ id, kind: id === open ? 'review' : 'quiz', items: [itemOf(TEXT)] }));
			record.show(id, 1, 1_000);
			if (id !== open) record.answer(id, 1, TREE, RIGHT, 2_000);
		}
		expectSame(file, record);
		expect(keptIn(file)).toBe(14);
		record.answer(open, 1, TREE, RIGHT, 3_000);
		expectSame(file, record);
		expect(keptIn(file)).toBe(39);
	});
});

describe('verifying', () => {
	it('finds what is kept and does not follow from the attempts', () => {
		const { file, record } = filled(40);
		record.pasts('git', pastOf);
		expect(flawsOf(file)).toEqual([]);
		const behind = new Database(file);
		behind.exec(`UPDATE past SET folded = (SELECT other.folded FROM past other WHERE other.unit <> past.unit) WHERE unit = 'branches'`);
		behind.close();
		expect(flawsOf(file)).toEqual(['what is kept of git branches is not what its attempts come to']);
	});

	it.each([
		['UPDATE exposure SET times_shown = times_shown + 1', 'other'],
		['DELETE FROM exposure', 'other'],
		["UPDATE exposed_variant SET variant = '{}' WHERE variant = (SELECT min(variant) FROM exposed_variant)", 'current'],
		["INSERT INTO exposure VALUES ('me', 'git', 'snapshots', 'ghost', 1, 1, NULL, NULL)", 'ghost'],
	])('finds what was miscounted: %s', (harm, question) => {
		const { file } = filled(10);
		expect(flawsOf(file)).toEqual([]);
		const behind = new Database(file);
		behind.exec(harm);
		behind.close();
		expect(flawsOf(file)).toContainEqual(expect.stringMatching(`what was shown of git \\w+ ${question} is miscounted`));
	});
});
