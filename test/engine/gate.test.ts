import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { admit } from '../../src/engine/admit.ts';
import { pastsOf } from '../../src/engine/past.ts';
import { standingsOf } from '../../src/engine/standing.ts';
import type { AttemptSummary } from '../../src/model/attempt.ts';
import type { Gate, UnitStanding } from '../../src/model/decision.ts';
import type { Deck, Id } from '../../src/model/deck.ts';
import { type AttemptWords, attempts, deckOf, ninetyPercent, notYet, propertySeed, qualifying } from './builders.ts';

function standings(deck: Deck, made: readonly AttemptSummary[] = []): ReadonlyMap<Id, UnitStanding> {
	return standingsOf(deck, pastsOf(made), () => []);
}

function gateOf(deck: Deck, unit: Id, ...words: readonly AttemptWords[]): Gate | undefined {
	return standings(deck, attempts(...words)).get(unit)?.gate;
}

const chain = deckOf({ one: [], two: ['one'], three: ['two'] });

describe('a gate', () => {
	it('is open from the start where nothing is required', () => {
		expect(gateOf(chain, 'one')).toEqual({ open: true });
	});

	it('opens when what it requires is mastered, and not before', () => {
		expect(gateOf(chain, 'two', { unit: 'one', marks: notYet })?.open).toBe(false);
		expect(gateOf(chain, 'two', { unit: 'one', marks: qualifying })).toEqual({ open: true });
		expect(gateOf(chain, 'three', { unit: 'one', marks: qualifying })?.open).toBe(false);
	});

	it('says what is missing, how far it has come, and whether one can go there', () => {
		expect(gateOf(chain, 'two', { unit: 'one', marks: { a: '++++-', b: '+++--' } })).toEqual({
			open: false,
			blockers: [
				{
					unit: 'one',
					need: { asked: 10, right: 9, rule: ninetyPercent },
					streak: 0,
					best: { right: 7, asked: 10 },
					missed: [
						{ section: 'b', right: 3, asked: 5, dontKnow: 0 },
						{ section: 'a', right: 4, asked: 5, dontKnow: 0 },
					],
					open: true,
				},
			],
		});
		expect(gateOf(chain, 'three')).toMatchObject({ open: false, blockers: [{ unit: 'two', missed: [], open: false }] });
	});

	it('without an attempt at what is missing knows no best', () => {
		const gate = gateOf(chain, 'two');
		expect(gate?.open === false && 'best' in gate.blockers[0]).toBe(false);
		expect(gate?.open).toBe(false);
	});

	it('speaks of the latest judged attempt and of the best', () => {
		const gate = gateOf(
			chain,
			'two',
			{ unit: 'one', marks: { a: '+++++', b: '+++--' } },
			{ unit: 'one', marks: { a: '+----', b: '+++++' } },
			{ unit: 'one', marks: { a: '+++++', b: '-----' }, kind: 'practice' },
		);
		expect(gate).toMatchObject({ blockers: [{ best: { right: 8, asked: 10 }, missed: [{ section: 'a', right: 1, asked: 5 }] }] });
	});

	it('says how many passes in a row there are already', () => {
		const twice = { ...ninetyPercent, passes: 2 };
		const deck = deckOf({ one: [], two: ['one'] }, { rule: twice });
		expect(gateOf(deck, 'two', { unit: 'one', marks: qualifying, rule: twice })).toMatchObject({
			open: false,
			blockers: [{ unit: 'one', streak: 1, need: { rule: { passes: 2 } } }],
		});
	});

	it('names every required unit that is missing, in the order required, and none that is mastered', () => {
		const deck = deckOf({ one: [], two: [], three: ['two'], last: ['three', 'one', 'two'] });
		const missing = (...words: readonly AttemptWords[]) => {
			const gate = gateOf(deck, 'last', ...words);
			return gate?.open === false ? gate.blockers.map(({ unit, open }) => `${unit} ${open ? 'open' : 'closed'}`) : [];
		};
		expect(missing()).toEqual(['three closed', 'one open', 'two open']);
		expect(missing({ unit: 'two', marks: qualifying })).toEqual(['three open', 'one open']);
		expect(missing({ unit: 'two', marks: qualifying }, { unit: 'one', marks: qualifying })).toEqual(['three open']);
	});

	it('of a mastered unit stays open when what it requires is not mastered', () => {
		const standing = standings(chain, attempts({ unit: 'two', marks: qualifying })).get('two');
		expect(standing).toMatchObject({ state: 'mastered', gate: { open: true } });
		expect(gateOf(chain, 'three', { unit: 'two', marks: qualifying })).toEqual({ open: true });
	});

	it('works where units do not stand in the order in which they require each other', () => {
		const deck = deckOf({ last: ['middle'], middle: ['first'], first: [] });
		expect([...standings(deck).values()].map(({ unit, state }) => [unit, state])).toEqual([
			['last', 'closed'],
			['middle', 'closed'],
			['first', 'open'],
		]);
		const after = standings(deck, attempts({ unit: 'first', marks: qualifying }, { unit: 'middle', marks: qualifying }));
		expect([...after.values()].map(({ state }) => state)).toEqual(['open', 'mastered', 'mastered']);
	});

	it('is open exactly when all that is required is mastered or the unit itself is, and a hold is never empty', () => {
		const ids = ['a', 'b', 'c', 'd', 'e'];
		const graph = fc
			.tuple(...ids.map((_, index) => fc.subarray(ids.slice(0, index))))
			.chain((requires) =>
				fc
					.shuffledSubarray(ids, { minLength: ids.length })
					.map((order) => Object.fromEntries(order.map((id) => [id, requires[ids.indexOf(id)] ?? []]))),
			);
		const story = fc.array(fc.record({ unit: fc.constantFrom(...ids, 'gone'), marks: fc.constantFrom(qualifying, notYet) }), {
			maxLength: 8,
		});
		fc.assert(
			fc.property(graph, story, (requires, words) => {
				const deck = deckOf(requires);
				const all = standings(deck, attempts(...words));
				const mastered = new Set(words.filter(({ marks }) => marks === qualifying).map(({ unit }) => unit));
				for (const { id, requires: required } of deck.units) {
					const standing = all.get(id);
					const open = mastered.has(id) || required.every((other) => mastered.has(other));
					const blockers = standing?.gate.open === false ? standing.gate.blockers : [];
					expect(standing?.state).toBe(mastered.has(id) ? 'mastered' : open ? 'open' : 'closed');
					expect(standing?.gate.open).toBe(open);
					expect(blockers.map(({ unit }) => unit)).toEqual(open ? [] : required.filter((other) => !mastered.has(other)));
					for (const blocker of blockers) expect(blocker.open).toBe(all.get(blocker.unit)?.gate.open);
				}
			}),
			{ seed: propertySeed, numRuns: 150 },
		);
	});
});

describe('the door', () => {
	it('admits to an open unit and to a mastered one', () => {
		const entry = admit(chain, 'one', standings(chain));
		expect(entry.kind).toBe('admitted');
		if (entry.kind !== 'admitted') return;
		expect(entry.admission.unit.id).toBe('one');
		expect(entry.admission.deck).toBe(chain);
		expect(entry.admission.standing.state).toBe('open');
		expect(admit(chain, 'two', standings(chain, attempts({ unit: 'two', marks: qualifying }))).kind).toBe('admitted');
	});

	it('is closed with the reasons of its gate', () => {
		const all = standings(chain);
		expect(admit(chain, 'three', all)).toEqual({ kind: 'closed', unit: chain.units[2], gate: all.get('three')?.gate });
	});

	it('knows no unit that the deck does not have', () => {
		expect(admit(chain, 'four', standings(chain))).toEqual({ kind: 'unknown-unit', unit: 'four' });
	});
});
