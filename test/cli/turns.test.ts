import { describe, expect, it } from 'vitest';

import { newTurns, turnsIn } from '../../src/cli/checking/turns.ts';

describe('turns that threads share', () => {
	it('go to whoever asks first, each once', () => {
		const shared = newTurns();
		const [one, other] = [turnsIn(shared), turnsIn(shared)];
		expect([one.next(), other.next(), other.next(), one.next()]).toEqual([0, 1, 2, 3]);
	});

	it('are over for all once one has ended them', () => {
		const shared = newTurns();
		const [one, other] = [turnsIn(shared), turnsIn(shared)];
		one.next();
		other.end();
		expect(one.next()).toBeGreaterThan(1_000_000);
	});
});
