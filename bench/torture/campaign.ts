// Many lives in several lanes at once: each lane has a record of its own, on which one life follows the other.

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Chance, chanceFrom } from '../../src/engine/chance.ts';
import { breachesOf } from './invariants.ts';
import { type LifePlan, live, type Phase, type Place } from './life.ts';
import { copyRecordFiles, emptyState, type RecordState, stateOf } from './record-state.ts';
import { deckUnits, poolsOf, writeTortureDeck } from './torture-deck.ts';

export interface CampaignOptions {
	/** The program's file in `bin/`. */
	readonly program: string;
	readonly kills: number;
	/** An unsigned 32-bit integer: draws commands, answers and moments. */
	readonly seed: number;
	/** Terminals at once. */
	readonly lanes: number;
	/** Called after each kill. */
	readonly onKill?: (kills: number) => void;
}

export interface Campaign {
	readonly kills: ReadonlyMap<Phase, number>;
	readonly records: number;
	readonly attempts: number;
	readonly answers: number;
	/** Verdicts that were on a screen, each looked up in the record. */
	readonly verdicts: number;
	readonly breaches: readonly Breach[];
}

export interface Breach {
	readonly lane: number;
	/** From 1, in its lane. */
	readonly life: number;
	readonly plan: LifePlan;
	readonly what: string;
	/** A copy of the record's files, as the kill left them. */
	readonly kept: string;
}

/** Lives on one record at most, before a new one is begun. */
const longestChapter = 40;
/** Milliseconds of a start, until one was measured. */
const guessedStartUp = 400;

export async function torture({ program, kills, seed, lanes, onKill = () => {} }: CampaignOptions): Promise<Campaign> {
	const folder = mkdtempSync(join(tmpdir(), 'gradus-torture-'));
	const tally = { kills: new Map<Phase, number>(), records: 0, attempts: 0, answers: 0, verdicts: 0, breaches: [] as Breach[] };
	let left = kills;
	let done = 0;
	const lane = async (number: number) => {
		const chance = chanceFrom(seed + number);
		let startUp = guessedStartUp;
		for (let life = 1; left > 0; ) {
			const chapter = new Chapter(program, join(folder, `${number}-${life}`));
			const end = life + 1 + chance.index(longestChapter);
			for (; life < end && left > 0; life += 1) {
				left -= 1;
				const told = await chapter.life(planOf(chance, startUp, chapter), chance);
				if (told.startUp !== undefined) startUp = (startUp + told.startUp) / 2;
				tally.kills.set(told.phase, (tally.kills.get(told.phase) ?? 0) + 1);
				tally.verdicts += told.verdicts;
				done += 1;
				onKill(done);
				if (told.breaches.length === 0) continue;
				const kept = mkdtempSync(join(tmpdir(), 'gradus-torture-breach-'));
				cpSync(chapter.folder, kept, { recursive: true });
				tally.breaches.push(...told.breaches.map((what) => ({ lane: number, life, plan: told.plan, what, kept })));
				life += 1;
				break;
			}
			tally.records += 1;
			tally.attempts += new Set(chapter.state.places.map(({ attempt }) => attempt)).size;
			tally.answers += chapter.state.places.filter(({ verdict }) => verdict !== undefined).length;
			chapter.remove();
		}
	};
	try {
		await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return tally;
}

/** Most at the moments where something is committed. */
const moments = ['start', 'start', 'answer', 'answer', 'answer', 'next', 'next', 'part', 'menu', 'any'] as const;

/** The first life of a chapter ends while it starts. */
function planOf(chance: Chance, startUp: number, { lives, unit }: Chapter): LifePlan {
	const after = lives === 0 ? 'start' : (moments[chance.index(moments.length)] ?? 'any');
	const elsewhere = chance.index(5) === 0;
	const most = after === 'start' || after === 'menu' ? 1 : after === 'answer' || after === 'next' ? 7 : 12;
	return {
		after,
		count: 1 + chance.index(most),
		delay: after === 'start' ? chance.index(Math.ceil(startUp * 1.2)) : chance.index(chance.index(2) === 0 ? 8 : 60),
		command: after === 'menu' || chance.index(4) === 0 ? 'learn' : 'quiz',
		unit: elsewhere ? (deckUnits[chance.index(deckUnits.length)] ?? unit) : unit,
	};
}

/** The lives on one record. */
class Chapter {
	readonly folder: string;
	state: RecordState = emptyState;
	lives = 0;
	unit: string = deckUnits[0];
	readonly #place: Place;
	readonly #seen = new Map<string, Set<string>>();

	constructor(program: string, folder: string) {
		this.folder = folder;
		const record = join(folder, 'record.db');
		const deck = join(folder, 'deck');
		mkdirSync(folder);
		writeTortureDeck(deck);
		const variables = { HOME: folder, PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', GRADUS_DB: record };
		this.#place = { program, deck, record, variables };
	}

	async life(plan: LifePlan, chance: Chance) {
		const { unit } = plan;
		const told = await live(this.#place, plan, chance);
		const copy = join(this.folder, 'copy.db');
		const there = copyRecordFiles(this.#place.record, copy);
		const unsound = there ? await verified(this.#place, copy) : undefined;
		const before = this.state;
		const after = there ? stateOf(copy) : emptyState;
		const seenEarlier = this.#seen.get(unit) ?? new Set();
		const breaches = [
			...(told.fault === undefined ? [] : [told.fault]),
			...(unsound === undefined ? [] : [unsound]),
			...breachesOf({ unit, before, after, seen: told.seen, given: told.given, seenEarlier, pools: poolsOf(unit) }),
		];
		this.#seen.set(unit, new Set([...seenEarlier, ...told.seen.map(({ question }) => question)]));
		this.state = after;
		this.lives += 1;
		this.unit = unit;
		const verdicts = told.seen.filter(({ verdict }) => verdict !== undefined).length;
		return { plan, breaches, phase: told.phase, startUp: told.startUp, verdicts };
	}

	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}

/** What `gradus data verify` complains of; undefined: it says sound. A record that was killed before it was made has no tables yet. */
function verified({ program, variables }: Place, file: string): Promise<string | undefined> {
	return new Promise((resolve) => {
		execFile(process.execPath, [program, '--db', file, 'data', 'verify'], { env: variables }, (error, output, errors) => {
			if (error === null && /sound/u.test(output)) resolve(undefined);
			else resolve(`gradus data verify says: ${output}${errors}`);
		});
	});
}
