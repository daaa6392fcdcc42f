// Files that should be exported records: mutated, and taken in by a real record. What is refused changes nothing, what is taken in is sound.

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Chance } from '../../../src/engine/chance.ts';
import { exportRecord, importRecord, openRecord, verifyRecord } from '../../../src/store/index.ts';
import { attemptId, newAttempt, RIGHT, TREE } from '../../store/fixtures/sample.ts';
import { type Area, demand, few, picked } from './area.ts';
import { mutated, payloads } from './hostile-text.ts';

const options = { now: () => Date.UTC(2026, 0, 31), timeout: 200 };

interface Ground {
	readonly folder: string;
	/** Records to be joined with: one that is empty, one that has gone on otherwise. */
	readonly records: readonly string[];
	readonly exported: readonly string[];
}

let ground: Ground | undefined;

function prepared(): Ground {
	if (ground !== undefined) return ground;
	const folder = mkdtempSync(join(tmpdir(), 'gradus-fuzz-'));
	const [empty, one, two] = [join(folder, 'empty.db'), join(folder, 'one.db'), join(folder, 'two.db')];
	live(empty, () => {});
	live(one, (record) => {
		const { id } = record.begin(newAttempt()).attempt;
		record.show(id, 1, 1_100);
		record.answer(id, 1, TREE, RIGHT, 1_200);
		record.show(id, 2, 1_300);
		record.read('git', 'snapshots', 'commits', 1_400);
	});
	copyFileSync(one, two);
	live(two, (record) => {
		record.answer(attemptId(1), 2, { type: 'dont-know' }, { kind: 'dont-know' }, 1_500);
		record.begin(newAttempt({ id: attemptId(2), unit: 'branches', startedAt: 5_000 }));
	});
	ground = { folder, records: [empty, one], exported: linesOf(two) };
	return ground;
}

type Opened = Extract<ReturnType<typeof openRecord>, { readonly ok: true }>['record'];

function live(file: string, use: (record: Opened) => void): void {
	const opening = openRecord(file, 'me', options);
	if (!opening.ok) throw new Error(opening.fault.kind);
	use(opening.record);
	opening.record.close();
}

function linesOf(file: string): readonly string[] {
	const lines: string[] = [];
	const done = exportRecord(file, options, (line) => lines.push(line));
	if (!done.ok) throw new Error(`cannot be exported: ${done.fault.kind}`);
	return lines;
}

const pieces = [
	'{',
	'}',
	'[',
	']',
	'"',
	':',
	',',
	'null',
	'0',
	'-1',
	'1e15',
	'1e999',
	'9007199254740993',
	'true',
	'"end"',
	'"attempt"',
	'\\u0000',
	'\\ud800',
	'"kind":"review",',
	'\n',
];
const values = [
	'null',
	'0',
	'-1',
	'1',
	'2',
	'0.5',
	'1e300',
	'9007199254740991',
	'-9007199254740991',
	'"x"',
	'""',
	'[]',
	'{}',
	'true',
	'"\\ud800"',
	'"\\u0000"',
	'"2026"',
	'{"__proto__":1}',
	`${'['.repeat(3_000)}${']'.repeat(3_000)}`,
];

function changed(chance: Chance, lines: readonly string[]): readonly string[] {
	const at = chance.index(lines.length);
	const line = lines[at] ?? '';
	switch (chance.index(7)) {
		case 0:
			return lines.toSpliced(at, 1);
		case 1:
			return lines.toSpliced(at, 0, picked(chance, lines));
		case 2: {
			const other = chance.index(lines.length);
			return lines.with(at, lines[other] ?? '').with(other, line);
		}
		case 3:
			return lines.with(at, mutated(chance, line, [...pieces, ...payloads]));
		default:
			return lines.with(at, otherValue(chance, line));
	}
}

/** One of its numbers, texts or words is another. */
function otherValue(chance: Chance, line: string): string {
	const places = [...line.matchAll(/(?<=:)(?:-?\d+(?:\.\d+)?|"(?:[^"\\]|\\.)*"|true|false|null)/gu)];
	const place = places[chance.index(Math.max(1, places.length))];
	if (place === undefined) return line;
	return line.slice(0, place.index) + picked(chance, values) + line.slice(place.index + place[0].length);
}

export const records: Area = {
	name: 'import',
	share: 20,
	encoding: 'utf16le',
	make(chance) {
		let lines = prepared().exported;
		for (let left = few(chance, 1, 3); left > 0 && lines.length > 0; left--) lines = changed(chance, lines);
		return { about: String(chance.index(2)), text: lines.join('\n') };
	},
	attempt({ about, text }) {
		const { folder, records: bases } = prepared();
		const place = join(folder, 'tried');
		rmSync(place, { recursive: true, force: true });
		mkdirSync(place);
		const file = join(place, 'record.db');
		copyFileSync(bases[Number(about)] ?? '', file);
		const before = linesOf(file);
		const done = importRecord(file, text.split('\n'), options);
		demand(done.ok, `is no fault of the record: ${done.ok ? '' : JSON.stringify(done.fault)}`);
		if (!done.ok) return;
		if (done.value.kind === 'refused') {
			demand(JSON.stringify(linesOf(file)) === JSON.stringify(before), 'is refused, and the record is not what it was');
			demand(
				readdirSync(place).every((name) => name.startsWith('record.db') && !name.endsWith('.backup')),
				'is refused, and leaves a copy',
			);
			return;
		}
		const verified = verifyRecord(file, options);
		demand(verified.ok && verified.value.flaws.length === 0, `makes the record unsound: ${JSON.stringify(verified)}`);
		const after = linesOf(file);
		const again = importRecord(file, text.split('\n'), options);
		demand(again.ok && again.value.kind === 'imported', 'is taken in once, and not twice');
		demand(JSON.stringify(linesOf(file)) === JSON.stringify(after), 'changes something the second time');
	},
	close() {
		if (ground !== undefined) rmSync(ground.folder, { recursive: true, force: true });
		ground = undefined;
	},
};
