// What one answer costs to keep, beside the least that SQLite could do for the same row; and what one form costs to draw, from a large pool
// with a long history.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import Database from 'better-sqlite3';

import { openDeckFolder } from '../src/deck/files/folder.ts';
import { loadDeck } from '../src/deck/load-deck.ts';
import { drawForm } from '../src/engine/draw-form.ts';
import type { FormItem } from '../src/model/attempt.ts';
import type { Deck, Unit } from '../src/model/deck.ts';
import { openRecord } from '../src/store/open-record.ts';
import type { StoredRecord } from '../src/store/record.ts';
import { generateDeck } from './generate-deck.ts';
import { learner, writeLongHistory } from './long-history.ts';
import { type Finding, median, tableOf } from './measure.ts';

const asked = 10;

interface Size {
	readonly questions: number;
	/** Given before. */
	readonly answers: number;
	/** Forms drawn. */
	readonly draws: number;
	/** Of ten answers each. */
	readonly attempts: number;
	readonly seed: number;
}

const full: Size = { questions: 10_000, answers: 100_000, draws: 101, attempts: 40, seed: 1 };

/** `--questions` of the pool, `--answers` given before, `--draws`, `--attempts` of ten answers, `--seed`. */
export async function main(argv: readonly string[]): Promise<number> {
	const given = { type: 'string' } as const;
	const { values } = parseArgs({
		args: [...argv],
		options: { questions: given, answers: given, draws: given, attempts: given, seed: given },
	});
	const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
	console.log(tableOf(measureRecord({ ...full, ...numbers })));
	return 0;
}

export function measureRecord(size = full): readonly Finding[] {
	const { questions, answers, seed } = size;
	const home = mkdtempSync(join(tmpdir(), 'gradus-record-'));
	try {
		const deck = largeDeck(join(home, 'deck'), questions, seed);
		const file = join(home, 'record.db');
		writeLongHistory(file, [deck], answers, seed, formsInOrder);
		const opened = openRecord(file, learner, { now: () => 0 });
		if (!opened.ok) throw new Error(opened.fault.detail);
		const { record } = opened;
		const findings = [...drawsMeasured(record, deck, size), ...answersMeasured(record, deck, join(home, 'bare.db'), size)];
		record.close();
		return findings;
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

function drawsMeasured(record: StoredRecord, deck: Deck, { questions, answers, draws, seed }: Size): readonly Finding[] {
	const unit = onlyUnitOf(deck);
	const reading: number[] = [];
	const drawing: number[] = [];
	for (let run = 0; run < draws; run++) {
		const [exposures, read] = timed(() => record.exposures(deck.id, unit.id));
		const [, drew] = timed(() => drawForm(unit, exposures, new Set(), seed + run));
		reading.push(read);
		drawing.push(drew);
	}
	const detail = `${questions} questions in one unit, ${answers} answers, seed ${seed}`;
	return [
		{ what: 'a form drawn', value: median(drawing), unit: 'ms', aim: 20, detail },
		{ what: 'before it: what was shown, read from the record', value: median(reading), unit: 'ms', detail },
	];
}

/** Interleaved, so that both meet the same disk. */
function answersMeasured(record: StoredRecord, deck: Deck, bareFile: string, { attempts, seed }: Size): readonly Finding[] {
	const unit = onlyUnitOf(deck);
	const bare = new Database(bareFile);
	bare.pragma('journal_mode = WAL');
	bare.pragma('synchronous = FULL');
	bare.exec(`CREATE TABLE question (attempt TEXT, position INTEGER, question TEXT, section TEXT, fingerprint TEXT, familiarity TEXT,
		times_shown INTEGER, emphasis INTEGER, shown INTEGER, shown_ordinal INTEGER, verdict TEXT, answered INTEGER, answered_ordinal INTEGER,
		snapshot TEXT, answer TEXT, verdict_detail TEXT, variant TEXT, PRIMARY KEY (attempt, position)) STRICT`);
	const insert =
		bare.prepare(`INSERT INTO question VALUES (:attempt, :position, :question, :section, :fingerprint, 'new', 0, 0, :at, :position,
		'right', :at, :position, :snapshot, :answer, '{}', NULL)`);
	const kept: number[] = [];
	const inserted: number[] = [];
	for (let run = 0; run < attempts; run++) {
		const { items } = drawForm(unit, [], new Set(), seed + run);
		const id = `ffffffff-ffff-7fff-8fff-${String(run).padStart(12, '0')}`;
		const place = { deck: deck.id, deckDigest: deck.digest, unit: unit.id, kind: 'quiz', seed, rule: unit.rule } as const;
		const { attempt } = record.begin({ id, ...place, startedAt: 0, items });
		for (const { position, question, options } of attempt.asked) {
			record.show(id, position, 1);
			const answer = { type: 'text', typed: 'as somebody would type it' } as const;
			const row = { attempt: id, position, question: question.id, section: question.section, fingerprint: question.fingerprint, at: 1 };
			const text = { snapshot: JSON.stringify({ question, options }), answer: JSON.stringify(answer) };
			const bareFirst = position % 2 === 0;
			if (bareFirst) inserted.push(timed(() => insert.run({ ...row, ...text }))[1]);
			kept.push(timed(() => record.answer(id, position, answer, { kind: 'right' }, 2))[1]);
			if (!bareFirst) inserted.push(timed(() => insert.run({ ...row, ...text }))[1]);
		}
	}
	bare.close();
	const [own, least] = [median(kept), median(inserted)];
	const detail = `${own.toFixed(2)} ms and ${least.toFixed(2)} ms; ${kept.length} of each in turn`;
	return [{ what: 'an answer committed', baseline: 'a bare insert of the same row', value: own / least, unit: 'times', aim: 1.5, detail }];
}

function onlyUnitOf({ units }: Deck): Unit {
	const [unit] = units;
	if (unit === undefined) throw new Error('no unit');
	return unit;
}

function timed<T>(work: () => T): readonly [T, number] {
	const start = process.hrtime.bigint();
	const done = work();
	return [done, Number(process.hrtime.bigint() - start) / 1e6];
}

/** All its questions in one unit, in five sections. */
function largeDeck(folder: string, questions: number, seed: number): Deck {
	generateDeck(folder, questions, seed);
	const { deck } = loadDeck(openDeckFolder(folder));
	const [unit] = deck?.units ?? [];
	if (deck === undefined || unit === undefined) throw new Error('the generated deck cannot be used');
	const pool = deck.units.flatMap((each) => each.questions);
	const sectionOf = (index: number) => unit.sections[index % unit.sections.length]?.id ?? '';
	return {
		...deck,
		units: [{ ...unit, draw: asked, questions: pool.map((question, index) => ({ ...question, section: sectionOf(index) })) }],
	};
}

/** Through the whole pool, then again. */
function formsInOrder({ questions }: Unit): readonly (readonly FormItem[])[] {
	const reason = { familiarity: 'new', timesShown: 0, emphasis: false } as const;
	const items = questions.map((question) => ({ question, options: [], reason }));
	return Array.from({ length: Math.ceil(items.length / asked) }, (_, form) => items.slice(form * asked, (form + 1) * asked));
}
