import { describe, expect, it } from 'vitest';

import { pastsOf } from '../../src/engine/past.ts';
import { standingsOf } from '../../src/engine/standing.ts';
import type { UnitStanding } from '../../src/model/decision.ts';
import type { Rule } from '../../src/model/deck.ts';
import { type AttemptWords, attempts, deckOf, ninetyPercent, notYet, qualifying } from './builders.ts';

/** The first of two units, under the rule it has now, after these attempts. */
function lacked(now: Partial<Rule>, ...words: readonly AttemptWords[]): UnitStanding['bestLacked'] {
	const deck = deckOf({ one: [], two: ['one'] }, { rule: { ...ninetyPercent, ...now } });
	const standings = standingsOf(deck, pastsOf(attempts(...words.map((said) => ({ unit: 'one', ...said })))), () => []);
	const gate = standings.get('two')?.gate;
	const own = standings.get('one')?.bestLacked;
	if (gate?.open === false) expect(gate.blockers[0].bestLacked).toEqual(own);
	return own;
}

describe('what the best attempt lacked', () => {
	it('is not told where too few were right by the rule as it is now', () => {
		expect(lacked({})).toBeUndefined();
		expect(lacked({}, { marks: notYet })).toBeUndefined();
	});

	it('is the benchmark of its own day, where the deck asks for less since', () => {
		expect(lacked({ benchmark: 8_000 }, { marks: notYet })).toEqual([{ kind: 'benchmark', right: 8, need: 9, asked: 10 }]);
	});

	it('is a floor, where the benchmark was met', () => {
		const rule = { ...ninetyPercent, benchmark: 8_000, floor: 1 };
		expect(lacked(rule, { marks: { a: '++++++++', b: '--' }, rule })).toEqual([
			{ kind: 'floor', section: 'b', right: 0, need: 1, asked: 2 },
		]);
	});

	it('is nothing, where it takes more in a row', () => {
		const rule = { ...ninetyPercent, passes: 2 };
		expect(lacked(rule, { marks: qualifying, rule })).toEqual([]);
	});

	it('is not asked once the unit is mastered', () => {
		expect(lacked({ benchmark: 8_000 }, { marks: notYet }, { marks: qualifying })).toBeUndefined();
	});
});
