import { PassThrough } from 'node:stream';

import xterm from '@xterm/headless';
import { describe, expect, it } from 'vitest';

import { createProgress } from '../../src/cli/progress.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { widthOf } from '../../src/terminal/width.ts';
import { world } from './run-program.ts';

function start({
	isTTY = true,
	columns = 60,
	unicode = true,
	variables = {},
}: Partial<{ isTTY: boolean; columns: number; unicode: boolean; variables: Record<string, string> }> = {}) {
	let now = 0;
	let written = '';
	const errors = Object.assign(new PassThrough(), { isTTY, columns });
	errors.on('data', (chunk: Buffer) => {
		written += chunk.toString('utf8');
	});
	const environment = world().environment({ errors, now: () => now, variables });
	const progress = createProgress({ environment, style: createStyle({ colorLevel: 0, unicode }), plainOption: false }, 'deck');
	return {
		progress,
		wait(milliseconds: number) {
			now += milliseconds;
		},
		raw: () => written,
		/** What stands on the screen. */
		async line() {
			const screen = new xterm.Terminal({ cols: columns, rows: 4, allowProposedApi: true, convertEol: true });
			await new Promise<void>((resume) => screen.write(written, resume));
			return [0, 1]
				.map((row) => screen.buffer.active.getLine(row)?.translateToString(true))
				.join('\n')
				.trimEnd();
		},
	};
}

describe('progress', () => {
	it('is told after a second, and leaves nothing behind', async () => {
		const { progress, wait, line, raw } = start();
		progress.step(0, 40, 'decks/a');
		wait(999);
		progress.step(9, 40, 'decks/b');
		expect(raw()).toBe('');
		wait(1);
		progress.step(10, 40, 'decks/c');
		expect(await line()).toBe('█████░░░░░░░░░░░░░░░ 10 of 40 decks · decks/c');
		wait(50);
		progress.step(11, 40, 'decks/d');
		expect(await line()).toContain('10 of 40');
		wait(50);
		progress.step(12, 40, 'decks/e');
		expect(await line()).toContain('12 of 40');
		progress.end();
		expect(await line()).toBe('');
	});

	it('never fills the line, and shortens names at their beginning', async () => {
		for (const columns of [20, 40, 60]) {
			const { progress, wait, line } = start({ columns });
			wait(2_000);
			progress.step(3, 4, 'a/very/long/way/to/漢字/the-deck-itself');
			expect(widthOf(await line())).toBeLessThan(columns);
		}
		const { progress, wait, line } = start();
		wait(2_000);
		progress.step(3, 4, 'a/very/long/way/to/the-deck-itself');
		expect(await line()).toBe('███████████████░░░░░ 3 of 4 decks · …way/to/the-deck-itself');
	});

	it('is drawn in ASCII where there is nothing more', async () => {
		const { progress, wait, line } = start({ unicode: false });
		wait(2_000);
		progress.step(1, 1, 'x\x1b[2J');
		expect(await line()).toBe('#################### 1 of 1 deck - x^[[2J');
	});

	it('is a line in words in plain mode, and seldom', async () => {
		const { progress, wait, raw } = start({ variables: { TERM: 'dumb' } });
		for (let done = 0; done < 30; done += 1) {
			progress.step(done, 40, 'decks/a');
			wait(500);
		}
		progress.end();
		expect(raw()).toBe('2 of 40 decks done, now decks/a\n22 of 40 decks done, now decks/a\n');
	});

	it('is not told where nobody looks', () => {
		const { progress, wait, raw } = start({ isTTY: false });
		wait(5_000);
		progress.step(1, 2, 'x');
		progress.end();
		expect(raw()).toBe('');
	});
});
