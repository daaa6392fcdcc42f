// Simulated learners through the shipped decks, by the session's ports, with a real record each: how much they are asked until a unit is
// mastered, who is let on without knowing, who is held though knowing, and whether a question comes back too soon.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { deckFileName, openDeckFolder } from '../src/deck/files/folder.ts';
import { loadDeck } from '../src/deck/load-deck.ts';
import { chanceFrom } from '../src/engine/chance.ts';
import { formPlanOf } from '../src/engine/form-plan.ts';
import { matchPattern } from '../src/engine/match-pattern.ts';
import { chanceOfQualifying, exactlyThese } from '../src/engine/odds.ts';
import type { Deck } from '../src/model/deck.ts';
import { learn } from '../src/session/learn.ts';
import type { World } from '../src/session/ports.ts';
import { openRecord } from '../src/store/index.ts';
import { tableOf, withMadeBlocks } from '../test/docs/made-blocks.ts';
import { type Diary, type SimulatedLearner, simulatedLearner, type Tracing } from './simulated-learner.ts';

/** Assumed, not measured; docs/simulation.md says why these. */
const assumed: Tracing = { known: 0.3, read: 0.6, explained: 0.3, slip: 0.1 };

/** Quizzes of one unit after which a learner gives it up. */
const patience = 60;

/** Who is let on with a smaller share of a unit's sections known is let on without knowing. */
const enough = 3 / 4;

/** Seeds of the worlds, apart from those of the learners. */
const worlds = 2 ** 31;

const rules = [
	{ name: 'once', passes: 1 },
	{ name: 'passes: 2', passes: 2 },
] as const;

interface Simulated {
	readonly deck: Deck;
	readonly name: string;
	readonly diaries: readonly Diary[];
}

/** What a run is asked for. */
interface Plan {
	/** For each deck and rule. */
	readonly learners: number;
	/** Of the first learner; the next has the next. */
	readonly seed: number;
	/** Neighboring units of the deck that each learner sits. */
	readonly units: number;
}

/**
 * @param argv `--learners` (1,000), `--seed` (1), `--units` (1), `--write` (the tables into docs/simulation.md), deck folders (those in decks/).
 * @returns 1 where a question came back too soon, or was graded otherwise than meant.
 */
export async function main(argv: readonly string[], root: string): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...argv],
		allowPositionals: true,
		options: {
			learners: { type: 'string', default: '1000' },
			seed: { type: 'string', default: '1' },
			units: { type: 'string', default: '1' },
			write: { type: 'boolean', default: false },
		},
	});
	const plan: Plan = { learners: Number(values.learners), seed: Number(values.seed), units: Number(values.units) };
	const decks = (positionals.length > 0 ? positionals : shippedDecks(join(root, 'decks'))).map(soundDeck);
	const simulated: Simulated[] = [];
	for (const deck of decks) {
		for (const { name, passes } of rules) {
			const ruled = { ...deck, units: deck.units.map((unit) => ({ ...unit, rule: { ...unit.rule, passes } })) };
			const diaries: Diary[] = [];
			for (let learner = 0; learner < plan.learners; learner++)
				diaries.push(await diaryOf(stretchOf(ruled, learner, plan.units), plan.seed + learner));
			simulated.push({ deck: ruled, name, diaries });
			console.error(`${deck.id}, ${name}: done`);
		}
	}
	const report = [settingOf(plan), lengths(simulated), sureness(simulated), repetitions(simulated)].join('\n\n');
	console.log(report);
	if (values.write) {
		const page = join(root, 'docs/simulation.md');
		writeFileSync(page, withMadeBlocks(readFileSync(page, 'utf8'), { simulation: report }));
	}
	const faults = simulated.flatMap(({ diaries }) => diaries).filter(({ later, misgraded }) => later.avoidable > 0 || misgraded > 0);
	return faults.length === 0 ? 0 : 1;
}

function shippedDecks(folder: string): readonly string[] {
	return readdirSync(folder)
		.map((name) => join(folder, name))
		.filter((each) => existsSync(join(each, deckFileName)))
		.sort();
}

function soundDeck(folder: string): Deck {
	const { deck } = loadDeck(openDeckFolder(folder));
	if (deck === undefined) throw new Error(`${folder} does not load`);
	return deck;
}

/** Neighboring units of a deck: each learner begins one unit further on than the last, and the first ones again after the end. */
function stretchOf(deck: Deck, learner: number, size: number): Deck {
	const first = learner % Math.max(1, deck.units.length - size + 1);
	const units = deck.units.slice(first, first + size);
	const here = new Set(units.map(({ id }) => id));
	return { ...deck, units: units.map((unit) => ({ ...unit, requires: unit.requires.filter((id) => here.has(id)) })) };
}

/** One learner through all units, from an empty record until every one is mastered or one is given up. */
async function diaryOf(deck: Deck, seed: number): Promise<Diary> {
	const examiner = simulatedLearner(deck, assumed, chanceFrom(seed), patience);
	await withRecord(deck, seed, examiner);
	return examiner.diary;
}

async function withRecord(deck: Deck, seed: number, examiner: SimulatedLearner): Promise<void> {
	const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'gradus-simulation-'));
	try {
		const opened = openRecord(join(folder, 'record.db'), 'simulated', { now: () => 0 });
		if (!opened.ok) throw new Error(opened.fault.kind);
		const { record } = opened;
		try {
			await learn({ record, examiner, world: worldFrom(worlds + seed), matches: matchPattern }, deck);
		} finally {
			record.close({ optimise: false });
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A folder without a disk below it, where there is one: every answer is committed as for a learner, and no commit waits. */
const memory = '/dev/shm';

function worldFrom(seed: number): World {
	const chance = chanceFrom(seed);
	let time = 0;
	let id = 0;
	return {
		now: () => ++time,
		newSeed: () => chance.index(2 ** 32),
		newId: () => `01900000-0000-7000-8000-${String(++id).padStart(12, '0')}`,
	};
}

function settingOf({ learners, seed, units }: Plan): string {
	const { known, read, explained, slip } = assumed;
	return [
		`- ${count(learners)} learners for each deck and rule, each in ${units === 1 ? '1 unit' : `up to ${units} units`}; seeds from ${seed}.`,
		`- P(known at first) ${known}, P(learned by reading) ${read}, P(learned by an explanation) ${explained}, P(slip) ${slip}; P(guess) is each question's own.`,
		`- Without knowing: fewer than ${100 * enough} % of the sections known at mastery. A learner gives a unit up after ${patience} quizzes.`,
	].join('\n');
}

/** How long it takes. */
function lengths(simulated: readonly Simulated[]): string {
	const rows = simulated.map(({ deck, name, diaries }) => {
		const passages = diaries.flatMap((diary) => [...diary.passages.values()]);
		const mastered = passages.filter(({ known }) => known !== undefined);
		const [answered, quizzes] = [mastered.map((passage) => passage.answered), mastered.map((passage) => passage.quizzes)];
		return [
			deck.id,
			name,
			count(mastered.length),
			count(passages.length - mastered.length),
			mean(answered).toFixed(1),
			String(ninetieth(answered)),
			mean(mastered.map(({ practised }) => practised)).toFixed(1),
			mean(mastered.map(({ answeredKnowing }) => answeredKnowing)).toFixed(1),
			mean(quizzes).toFixed(2),
			String(ninetieth(quizzes)),
		];
	});
	const head = ['questions until mastery, mean', '90th percentile', 'of them practice', 'asked when all was known', 'quizzes, mean'];
	return tableOf(['deck', 'rule', 'units mastered', 'given up', ...head, '90th percentile'], rows);
}

/** How often luck or a slip decides. */
function sureness(simulated: readonly Simulated[]): string {
	const rows = simulated.map(({ deck, name, diaries }) => {
		const shares = diaries.flatMap((diary) => [...diary.passages.values()].flatMap(({ known }) => (known === undefined ? [] : [known])));
		const sittings = diaries.flatMap((diary) => diary.sittings.filter(({ knowing }) => knowing));
		const held = sittings.filter(({ qualified }) => !qualified).length;
		const expected = mean(sittings.map(({ unit }) => heldByChance(deck, unit)));
		return [
			deck.id,
			name,
			percent(mean(shares)),
			percent(shareOf(shares, (share) => share < enough)),
			percent(shareOf(shares, (share) => share < 1)),
			count(sittings.length),
			percent(held / sittings.length),
			percent(expected),
		];
	});
	const advanced = ['sections known at mastery', 'advanced without knowing', 'advanced with a section unknown'];
	return tableOf(['deck', 'rule', ...advanced, 'quizzes of who knew all', 'held though knowing', 'as slips alone would have it'], rows);
}

/** The chance that a quiz of somebody who knows all does not qualify: exact, by slips alone. */
function heldByChance({ units }: Deck, id: string): number {
	const unit = units.find((each) => each.id === id);
	if (unit === undefined) return Number.NaN;
	const rates = Array.from({ length: formPlanOf(unit).asked }, () => 1 - assumed.slip);
	return 1 - chanceOfQualifying(unit.rule, [exactlyThese(rates)]);
}

function repetitions(simulated: readonly Simulated[]): string {
	const rows = simulated.map(({ deck, name, diaries }) => {
		const sum = (numberOf: (diary: Diary) => number) => diaries.reduce((total, diary) => total + numberOf(diary), 0);
		const [asked, again] = [sum(({ later }) => later.asked), sum(({ later }) => later.again)];
		const avoidable = sum(({ later }) => later.avoidable);
		const misgraded = sum((diary) => diary.misgraded);
		return [deck.id, name, count(asked), count(again), percent(again / asked), count(avoidable), count(misgraded)];
	});
	const head = [
		'asked in later quizzes',
		'asked before',
		'share',
		'asked before while unseen ones were left',
		'graded otherwise than meant',
	];
	return tableOf(['deck', 'rule', ...head], rows);
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The smallest value that nine tenths do not exceed. */
function ninetieth(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.ceil(0.9 * values.length) - 1] ?? Number.NaN;
}

function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
	return items.filter(holds).length / items.length;
}

function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}

function count(number: number): string {
	return number.toLocaleString('en-US');
}
