// Simulated learners through a shipped deck, by the session's ports: how many attempts to mastery, and how often a question comes back.
// A learner "at 60 %" answers each question right with chance 0.6, however often they try: no learning between attempts.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDeckFolder } from '../src/deck/files/folder.ts';
import { loadDeck } from '../src/deck/load-deck.ts';
import { chanceFrom } from '../src/engine/chance.ts';
import { learnerPercents } from '../src/engine/luck.ts';
import { matchPattern } from '../src/engine/match-pattern.ts';
import { standingsOf } from '../src/engine/standing.ts';
import type { AttemptSummary } from '../src/model/attempt.ts';
import type { Deck, Id } from '../src/model/deck.ts';
import { learn } from '../src/session/learn.ts';
import { openRecord } from '../src/store/index.ts';
import { firstOf, scriptedLearner } from '../test/session/scripted-learner.ts';

/** Attempts after which a simulated learner gives a unit up. */
const patience = 120;

interface Tally {
	readonly attempts: number[];
	unmastered: number;
	/** Questions asked in the second and third attempts, how many of them had been in an earlier one, and how many of those while their section had an unseen one. */
	readonly second: Repeats;
	readonly third: Repeats;
}

interface Repeats {
	asked: number;
	repeated: number;
	avoidable: number;
}

/** @param argv number of learners (200), deck folder (decks/mastery), first seed (1). */
export async function main(argv: readonly string[], root: string): Promise<number> {
	const [count = '200', folder = join(root, 'decks/mastery'), seed = '1'] = argv;
	const { deck } = loadDeck(openDeckFolder(folder));
	if (deck === undefined) throw new Error(`${folder} does not load`);
	const each = Math.floor(Number(count) / learnerPercents.length);
	console.log(
		`${each * learnerPercents.length} simulated learners through ${deck.id} (${deck.units.length} units), ${each} at each ability, seeds from ${seed}\n`,
	);
	console.log(
		'ability | attempts to mastery of a unit: mean, median, 90th percentile | not mastered in ' +
			patience +
			' | repeated in 2nd | in 3rd | avoidable',
	);
	for (const [place, ability] of learnerPercents.entries()) {
		const tally: Tally = { attempts: [], unmastered: 0, second: noRepeats(), third: noRepeats() };
		for (let learner = 0; learner < each; learner++) await simulate(deck, ability, Number(seed) + place * each + learner, tally);
		console.log(row(ability, tally));
	}
	return 0;
}

async function simulate(deck: Deck, ability: number, seed: number, tally: Tally): Promise<void> {
	const chance = chanceFrom(seed);
	const folder = mkdtempSync(join(tmpdir(), 'gradus-simulation-'));
	const opened = openRecord(join(folder, 'record.db'), 'simulated', { now: () => 0 });
	if (!opened.ok) throw new Error(opened.fault.kind);
	const { record } = opened;
	let time = 0;
	let id = 0;
	const world = {
		now: () => ++time,
		newSeed: () => chance.index(2 ** 32),
		newId: () => `01900000-0000-7000-8000-${String(++id).padStart(12, '0')}`,
	};
	const sittings = new Map<Id, number>();
	const examiner = scriptedLearner({
		deck,
		say: () => (chance.index(100) < ability ? 'right' : 'missed'),
		onTell: (notice) => {
			if (notice.kind === 'form' && notice.attemptKind === 'quiz') sittings.set(notice.unit.id, (sittings.get(notice.unit.id) ?? 0) + 1);
		},
		pick: (menu) => {
			const unit = 'unit' in menu.about ? menu.about.unit.id : '';
			if ((sittings.get(unit) ?? 0) >= patience && menu.about.kind !== 'after-mastery') return undefined;
			return menu.about.kind === 'deck-complete'
				? undefined
				: menu.about.kind === 'after-mastery'
					? firstOf(menu, 'unit')
					: menu.actions[0];
		},
	});
	await learn({ record, examiner, world, matches: matchPattern }, deck);
	const summaries = record.summaries(deck.id);
	const standings = standingsOf(deck, summaries, () => []);
	record.close();
	rmSync(folder, { recursive: true, force: true });
	for (const unit of deck.units) {
		const quizzes = summaries.filter((attempt) => attempt.unit === unit.id && attempt.kind === 'quiz');
		if (quizzes.length === 0) continue;
		const mastered = standings.get(unit.id)?.judged.findIndex((attempt) => attempt.mastered) ?? -1;
		if (mastered < 0) tally.unmastered += 1;
		else tally.attempts.push(mastered + 1);
		count(unit, summaries, quizzes, tally);
	}
}

/** Seen before: in any earlier attempt, practice among them. */
function count(unit: Deck['units'][number], summaries: readonly AttemptSummary[], quizzes: readonly AttemptSummary[], tally: Tally): void {
	for (const [place, repeats] of [
		[1, tally.second],
		[2, tally.third],
	] as const) {
		const quiz = quizzes[place];
		if (quiz === undefined) continue;
		const before = summaries.slice(0, summaries.indexOf(quiz)).filter((attempt) => attempt.unit === unit.id);
		const seen = new Set(before.flatMap(({ questions }) => questions.map((question) => question.id)));
		for (const question of quiz.questions) {
			repeats.asked += 1;
			if (!seen.has(question.id)) continue;
			repeats.repeated += 1;
			const now = new Set(quiz.questions.map((asked) => asked.id));
			const groups = new Set(
				unit.questions.flatMap(({ id, group }) => (group !== undefined && (seen.has(id) || now.has(id)) ? [group] : [])),
			);
			const left = unit.questions.some(
				(other) =>
					other.section === question.section &&
					!seen.has(other.id) &&
					!now.has(other.id) &&
					!(other.group !== undefined && groups.has(other.group)),
			);
			if (left) repeats.avoidable += 1;
		}
	}
}

function noRepeats(): Repeats {
	return { asked: 0, repeated: 0, avoidable: 0 };
}

function row(ability: number, { attempts, unmastered, second, third }: Tally): string {
	const sorted = [...attempts].sort((a, b) => a - b);
	const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? '-';
	const mean = (attempts.reduce((sum, value) => sum + value, 0) / attempts.length).toFixed(1);
	const share = ({ asked, repeated }: Repeats) => (asked === 0 ? 'none sat' : `${repeated} of ${asked}`);
	return `${ability} % | ${mean}, ${quantile(0.5)}, ${quantile(0.9)} | ${unmastered} | ${share(second)} | ${share(third)} | ${second.avoidable + third.avoidable}`;
}
