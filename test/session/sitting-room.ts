// A place to sit in a test: a real record in a temporary folder, a clock that ticks once a call, seeds in order.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { matchPattern } from '../../src/engine/match-pattern.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { World } from '../../src/session/ports.ts';
import type { Session } from '../../src/session/sit.ts';
import { openRecord, type StoredRecord } from '../../src/store/index.ts';
import { type Script, type ScriptedLearner, scriptedLearner } from './scripted-learner.ts';

export interface SittingRoom {
	readonly record: StoredRecord;
	readonly world: World;
	/** A session with a learner who follows the script. */
	seat(script: Script): Session & { readonly examiner: ScriptedLearner };
	/** As after a kill: the same file, opened anew, in this room's place. */
	reopen(): SittingRoom;
}

export function sittingRoom(firstSeed = 1): SittingRoom {
	const folder = mkdtempSync(join(tmpdir(), 'gradus-session-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return roomOver(join(folder, 'record.db'), tickingWorld(firstSeed));
}

function roomOver(file: string, world: World): SittingRoom {
	const opened = openRecord(file, 'me', { now: () => 0 });
	if (!opened.ok) throw new Error(opened.fault.kind);
	const { record } = opened;
	onTestFinished(() => record.close());
	return {
		record,
		world,
		seat: (script) => ({ record, world, examiner: scriptedLearner(script), matches: matchPattern }),
		reopen: () => {
			record.close();
			return roomOver(file, world);
		},
	};
}

/** Starts at noon of 1 January 2026; each look at the clock is a second later. */
export function tickingWorld(firstSeed: number): World {
	let now = Date.UTC(2026, 0, 1, 12);
	let seed = firstSeed;
	let id = 0;
	return {
		now: () => {
			now += 1_000;
			return now;
		},
		newSeed: () => seed++,
		newId: () => {
			id += 1;
			return `01900000-0000-7000-8000-${String(id).padStart(12, '0')}`;
		},
	};
}

/** A deck as it is after some edit: another digest, and what the edit changes. */
export function edited(deck: Deck, change: (deck: Deck) => Deck): Deck {
	return { ...change(deck), digest: `${deck.digest}-edited` };
}
