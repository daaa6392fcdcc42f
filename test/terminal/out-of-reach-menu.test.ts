import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import type { Menu } from '../../src/session/ports.ts';
import { createExaminer } from '../../src/terminal/examiner.ts';
import { createPlainExaminer } from '../../src/terminal/plain/plain-examiner.ts';
import * as sample from './samples.ts';
import { key, virtualScreen } from './virtual-screen.ts';

const { need } = sample.where;
const about: Menu['about'] = {
	kind: 'out-of-reach',
	unit: sample.where.unit,
	need,
	right: 0,
	left: 4,
	reach: { within: false, short: [{ kind: 'benchmark', right: 4, need: need.right, asked: need.asked }] },
	mastered: false,
};
const menu: Menu = { about, actions: [{ kind: 'to-sections' }, { kind: 'go-on' }, { kind: 'stop' }] };
/** Long enough for a slow machine to press keys in. */
const settleTime = 500;

describe('an Enter too many under the verdict that put the benchmark out of reach', () => {
	it('does not end the attempt', async () => {
		const screen = virtualScreen({ settleTime });
		const chosen = createExaminer(screen.io).choose(menu);
		await screen.press(key.enter, key.enter);
		expect(await screen.text()).toContain('h keys');
		await pause(settleTime);
		await screen.press(key.down, key.enter);
		expect(await chosen).toEqual({ kind: 'go-on' });
	});

	it('is told from an Enter of somebody who has moved the mark', async () => {
		const screen = virtualScreen({ settleTime });
		const chosen = createExaminer(screen.io).choose(menu);
		await screen.press('3', key.enter);
		expect(await chosen).toEqual({ kind: 'stop' });
	});

	it('does not in plain mode', async () => {
		const screen = virtualScreen({ settleTime });
		const chosen = createPlainExaminer(screen.io).choose(menu);
		await screen.send('\n');
		await pause(settleTime);
		await screen.send('2\n');
		expect(await chosen).toEqual({ kind: 'go-on' });
	});

	it('is an Enter as any other in other menus', async () => {
		const screen = virtualScreen({ settleTime });
		const chosen = createExaminer(screen.io).choose({ ...menu, about: { kind: 'home' } });
		await screen.press(key.enter);
		expect(await chosen).toEqual({ kind: 'to-sections' });
	});
});
