import { listed } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { ownerPlaceOf, placeOf, textAt } from '../../../deck/yaml/source-node.ts';
import { formPlanOf } from '../../../engine/form-plan.ts';
import { learnerLuck } from '../../../engine/luck.ts';
import type { Unit } from '../../../model/deck.ts';
import type { Place } from '../../../model/diagnostic.ts';
import { chanceText } from '../../chance-text.ts';
import type { NumberKey } from '../../deciding-place.ts';
import { gather } from '../../gather.ts';
import { pairingOf, type UnitPair } from '../../pairing/pairing.ts';
import { type ChangeRule, type CheckedUnit, nothing } from '../../rule.ts';
import { halfReady } from '../luck/luck-at-sixty.ts';
import { badChange, changed, many, smallUnit } from './shared-example.ts';
import { named } from './shared-wording.ts';

const deck = (settings: readonly string[], unit: readonly string[] = []) => ({
	settings,
	units: { 'snapshots.yaml': smallUnit({ settings: unit, sections: { commits: many('commit', 20) } }) },
});

export const loweredBenchmark: ChangeRule = {
	scope: 'change',
	code: 'lowered-benchmark',
	family: 'changes',
	severity: 'warning',
	summary: 'Mastery is easier to reach by luck than before',
	why: `Whoever mastered the unit before stays a master, and whoever comes now is told the new rule: nobody is wronged. But the same word means less
than it did, and units that require this one may rely on more.

This compares what \`benchmark\`, \`draw\`, \`passes\` and \`floor\` come to together, on the pool as it is now, by the chance that a learner at 60 % (who answers
each question right with chance 0.6) masters the unit in the first tries that could suffice. So a lower benchmark over more questions need not be told, and
90% of 10 in place of 90% of 7 is: a miss is allowed where none was.`,
	good: [
		changed(deck(['benchmark: 80%']), deck(['benchmark: 90%']), ['deck.yaml']),
		changed(deck([]), deck([], ['benchmark: 85%', 'draw: 20']), ['snapshots.yaml']),
	],
	bad: [
		badChange(
			deck([], ['benchmark: 90%', 'passes: 2']),
			deck([], ['benchmark: 80%']),
			['snapshots.yaml'],
			`snapshots.yaml:3:12: warning: The rule of \`snapshots\` is laxer: 8 of 10, before 9 of 10 twice in a row; a learner at 60 % masters it with a chance of 17 %, before 0.21 % [lowered-benchmark]
  2 │ title: Commits are snapshots
  3 │ benchmark: 80%
    │            ^~~
  4 │ sections:
  help: Write \`benchmark: 90%\` and \`passes: 2\` again, unless mastery is meant to be easier.`,
		),
		badChange(
			deck(['benchmark: 90%']),
			deck(['benchmark: 80%']),
			['deck.yaml'],
			`deck.yaml:3:12: warning: The rule of \`snapshots\` is laxer: 8 of 10, before 9 of 10; a learner at 60 % masters it with a chance of 17 %, before 4.6 % [lowered-benchmark]
  2 │ title: Git from the inside
  3 │ benchmark: 80%
    │            ^~~
  4 │ units: [snapshots.yaml]
  help: Write \`benchmark: 90%\` again, unless mastery is meant to be easier.`,
		),
	],
	check: (change) => {
		const { units } = pairingOf(change);
		const lowered = units.filter(isLaxer).map((pair) => ({ pair, place: placeIn(pair, units), words: wordsOf(pair) }));
		const together = gather(lowered, (each) => [JSON.stringify([each.place, each.words])]);
		return [...together.values()].flatMap((same) => {
			const [first] = same;
			if (first === undefined) return nothing;
			const ids = same.map(({ pair }) => pair.after.unit.id);
			return [{ place: first.place, message: `The rule of ${named(ids)} is laxer: ${first.words}`, help: helpFor(first.pair) }];
		});
	},
};

const keys: readonly NumberKey[] = ['benchmark', 'draw', 'passes', 'floor'];

function settingOf({ draw, rule }: Unit, key: NumberKey): number {
	return key === 'draw' ? draw : rule[key];
}

/** Those that became smaller first: a larger draw is laxer only by how its percentage comes out. */
function changedKeys({ before, after }: UnitPair): readonly NumberKey[] {
	const fallen = (key: NumberKey) => settingOf(after.unit, key) < settingOf(before, key);
	const different = keys.filter((key) => settingOf(before, key) !== settingOf(after.unit, key));
	return [...different.filter(fallen), ...different.filter((key) => !fallen(key))];
}

/** The unit as it is now, by the rule it had. */
function byOldRule({ before, after }: UnitPair): Unit {
	return { ...after.unit, draw: before.draw, rule: before.rule };
}

function isLaxer(pair: UnitPair): boolean {
	if (changedKeys(pair).length === 0) return false;
	// Sums of products in another order differ in their last digits.
	return learnerLuck(pair.after.unit, halfReady).once > learnerLuck(byOldRule(pair), halfReady).once * (1 + 1e-9);
}

function wordsOf(pair: UnitPair): string {
	const [now, old] = [pair.after.unit, byOldRule(pair)];
	const chance = (unit: Unit) => chanceText(learnerLuck(unit, halfReady).once);
	return `${ruleText(now)}, before ${ruleText(old)}; a learner at 60 % masters it with a chance of ${chance(now)}, before ${chance(old)}`;
}

/** `9 of 10 twice in a row with at least 1 in each section that is asked twice or more` */
function ruleText(unit: Unit): string {
	const { passes, floor } = unit.rule;
	const { right, asked } = formPlanOf(unit).need;
	const row = passes === 1 ? '' : ` ${passes === 2 ? 'twice' : `${passes} times`} in a row`;
	return `${right} of ${asked}${row}${floor === 0 ? '' : ` with at least ${floor} in each section that is asked twice or more`}`;
}

function helpFor(pair: UnitPair): string {
	const written = (key: NumberKey) =>
		`${key}: ${key === 'benchmark' ? `${pair.before.rule.benchmark / 100}%` : settingOf(pair.before, key)}`;
	return `Write ${listed(changedKeys(pair).map(written), 'and')} again, unless mastery is meant to be easier.`;
}

/**
 * Where the number is written: in the unit; or in deck.yaml, where every unit that leaves it to the deck had another. Otherwise it is
 * the unit that no longer says what it said.
 */
function placeIn(pair: UnitPair, units: readonly UnitPair[]): Place {
	const { located, deckFile } = pair.after;
	const changedHere = changedKeys(pair);
	const own = changedHere.find((key) => writes(pair.after, key));
	if (own !== undefined) return placeOf(located, own);
	const leaving = (key: NumberKey) => units.filter(({ after }) => !writes(after, key));
	const shared = changedHere.find(
		(key) =>
			textAt(deckFile.node, key) !== undefined &&
			leaving(key).every(({ before, after }) => settingOf(before, key) !== settingOf(after.unit, key)),
	);
	return shared === undefined ? ownerPlaceOf(located) : placeOf(deckFile, shared);
}

function writes({ located }: CheckedUnit, key: NumberKey): boolean {
	return textAt(located.node, key) !== undefined;
}
