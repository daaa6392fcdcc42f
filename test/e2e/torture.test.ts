import { expect, it } from 'vitest';

import { torture } from '../../bench/torture/campaign.ts';
import { program } from './pseudo-terminal.ts';

/** Where it fails, this draws the same commands, answers and moments again: `node bench/run-ts.js torture 24 20260131`. */
const seed = 20_260_131;

it('killed at any moment, the program has every verdict it showed, asks nothing twice, and goes on where it was', async () => {
	const { breaches, kills, verdicts } = await torture({ program, kills: 24, seed, lanes: 4 });
	expect(breaches, `seed ${seed}`).toEqual([]);
	expect([...kills.values()].reduce((sum, count) => sum + count, 0)).toBe(24);
	expect(kills.size).toBeGreaterThan(4);
	expect(verdicts).toBeGreaterThan(20);
});
