// Where a learner stands: the one function from facts to mastery and gates, which every screen uses.

import type { Exposure } from '../model/attempt.ts';
import type { Blocker, Gate, Past, UnitStanding } from '../model/decision.ts';
import type { Deck, Id, Unit } from '../model/deck.ts';
import { missedSections, needOf, rightNeeded } from './judge.ts';
import { pastOf, scoreOf } from './past.ts';
import { freshnessOf, sizeOfPool } from './pool.ts';

/**
 * Every unit of a deck, by id.
 *
 * @param pasts of this deck, by unit; those of units that the deck no longer has are passed over.
 * @param exposures of one unit; asked for once for each.
 */
export function standingsOf(
	deck: Deck,
	pasts: ReadonlyMap<Id, Past>,
	exposures: (unit: Id) => readonly Exposure[],
): ReadonlyMap<Id, UnitStanding> {
	const units = new Map(deck.units.map((unit) => [unit.id, unit]));
	const evidenceIn = (unit: Unit) => evidenceOf(unit, pasts.get(unit.id) ?? pastOf([]));
	const evidence = new Map(deck.units.map((unit) => [unit.id, evidenceIn(unit)]));
	const mastered = (unit: Id) => evidence.get(unit)?.masteredBy !== undefined;
	const missing = (unit: Unit) => unit.requires.filter((required) => !mastered(required));
	const isOpen = (unit: Unit) => mastered(unit.id) || missing(unit).length === 0;

	const blocker = (required: Id): Blocker[] => {
		const unit = units.get(required);
		const own = evidence.get(required);
		if (unit === undefined || own === undefined) return [];
		const latest = own.judged.at(-1);
		return [
			{
				unit: required,
				need: own.need,
				streak: own.streak,
				...(own.best === undefined ? {} : { best: own.best }),
				...(own.bestLacked === undefined ? {} : { bestLacked: own.bestLacked }),
				missed: latest === undefined ? [] : missedSections(latest.judgement),
				open: isOpen(unit),
			},
		];
	};
	const gateOf = (unit: Unit): Gate => {
		if (isOpen(unit)) return { open: true };
		const [first, ...others] = missing(unit).flatMap(blocker);
		if (first === undefined) throw new Error(`${unit.id} requires a unit that the deck does not have`);
		return { open: false, blockers: [first, ...others] };
	};

	return new Map(
		deck.units.map((unit) => {
			const own = evidence.get(unit.id) ?? evidenceIn(unit);
			const gate = gateOf(unit);
			const state = own.masteredBy !== undefined ? 'mastered' : gate.open ? 'open' : 'closed';
			return [unit.id, { ...own, unit: unit.id, state, gate, ...freshnessOf(unit.questions, exposures(unit.id)) }];
		}),
	);
}

type Evidence = Omit<UnitStanding, 'unit' | 'state' | 'gate' | 'fresh' | 'pool'>;

function evidenceOf(unit: Unit, { recent, earlier, streak, notYetsInARow, first, best, mastery }: Past): Evidence {
	const lacking = mastery === undefined && best !== undefined && best.right >= rightNeeded(unit.rule, best.asked);
	return {
		need: needOf(unit.rule, Math.min(unit.draw, sizeOfPool(unit.questions))),
		judged: recent.flatMap(({ judged }) => judged ?? []),
		...(earlier === undefined ? {} : { earlier }),
		streak,
		notYetsInARow: mastery === undefined ? notYetsInARow : 0,
		...(first === undefined ? {} : { first }),
		...(best === undefined ? {} : { best: scoreOf(best) }),
		...(lacking ? { bestLacked: best.shortfalls } : {}),
		...(mastery === undefined ? {} : { masteredBy: mastery.by }),
	};
}
