import { describe, expect, it } from 'vitest';

import { guardedPrompt, restoreTerminal } from '../../src/terminal/guarded-prompt.ts';
import { choice } from '../../src/terminal/prompts/choice.ts';
import { line } from '../../src/terminal/prompts/line.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { key, type ScreenOptions, virtualScreen } from './virtual-screen.ts';

const options = ['The tree of the whole project', 'The lines that changed since its parent'];

function start(screenOptions: ScreenOptions = {}) {
	const screen = virtualScreen(screenOptions);
	const program = choice({ style: createStyle(screen.io), options, hints: [] });
	const before = ({ columns }: { readonly columns: number }) => `Asked at ${columns} columns\n\n`;
	return { screen, prompt: guardedPrompt(screen.io, program, { before }) };
}

function startLine() {
	const screen = virtualScreen();
	return { screen, prompt: guardedPrompt(screen.io, line({ style: createStyle(screen.io), hints: [] })) };
}

/** Cursor shown last, paste marks switched off last. */
function isRestored(raw: string): boolean {
	return raw.lastIndexOf('\x1b[?25h') > raw.lastIndexOf('\x1b[?25l') && raw.lastIndexOf('\x1b[?2004l') > raw.lastIndexOf('\x1b[?2004h');
}

describe('a guarded prompt', () => {
	it('ends with an interrupt on Ctrl-C, with the terminal as it was', async () => {
		const { screen, prompt } = start();
		await screen.press('1');
		expect(screen.isRaw()).toBe(true);
		await screen.press(key.ctrlC);
		expect(await prompt).toEqual({ kind: 'stop', by: 'interrupt' });
		expect(screen.isRaw()).toBe(false);
		expect(isRestored(screen.raw())).toBe(true);
		expect(await screen.text()).toBe('Asked at 80 columns');
	});

	it('ends on Ctrl-C in a typed line too, whatever stands in it', async () => {
		const { screen, prompt } = startLine();
		await screen.press('abc', key.left, key.ctrlC);
		expect(await prompt).toEqual({ kind: 'stop', by: 'interrupt' });
		expect(await screen.text()).toBe('');
	});

	it('leaves what stands above a typed line alone on Ctrl-C, and the cursor right below it', async () => {
		const screen = virtualScreen();
		const program = line({ style: createStyle(screen.io), hints: [] });
		const prompt = guardedPrompt(screen.io, program, { before: () => 'One\nTwo\nThree\n' });
		await screen.press('abc', key.ctrlC);
		expect(await prompt).toEqual({ kind: 'stop', by: 'interrupt' });
		screen.io.output.write('After');
		expect(await screen.text()).toBe('One\nTwo\nThree\nAfter');
	});

	it('ends with the end of input when the input ends while it stands', async () => {
		const { screen, prompt } = start();
		await screen.press('1');
		screen.end();
		expect(await prompt).toEqual({ kind: 'stop', by: 'end-of-input' });
		expect(isRestored(screen.raw())).toBe(true);
	});

	it('ends with the end of input when the input had ended before', async () => {
		const screen = virtualScreen();
		screen.io.input.resume();
		screen.end();
		await screen.text();
		const prompt = guardedPrompt(screen.io, line({ style: createStyle(screen.io), hints: [] }));
		expect(await prompt).toEqual({ kind: 'stop', by: 'end-of-input' });
	});

	it('ends with the end of input when the input breaks', async () => {
		const { screen, prompt } = start();
		await screen.text();
		screen.io.input.emit('error', new Error('EIO'));
		expect(await prompt).toEqual({ kind: 'stop', by: 'end-of-input' });
	});

	it('takes Ctrl-D for the end of input where nothing is typed, and for an edit where something is', async () => {
		const choosing = start();
		await choosing.screen.press(key.ctrlD);
		expect(await choosing.prompt).toEqual({ kind: 'stop', by: 'end-of-input' });
		const typing = startLine();
		await typing.screen.press('ab', key.left, key.ctrlD, key.ctrlD);
		expect(await typing.screen.text()).toContain('▸ a\n');
		await typing.screen.press(key.backspace, key.ctrlD);
		expect(await typing.prompt).toEqual({ kind: 'stop', by: 'end-of-input' });
	});

	it('draws itself anew when the screen is resized, its surroundings too', async () => {
		const { screen, prompt } = start();
		await screen.press('2');
		await screen.resize(30, 12);
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "Asked at 30 columns",
			  "",
			  "  1  The tree of the whole",
			  "     project",
			  "▸ 2  The lines that changed",
			  "     since its parent",
			  "",
			  "Enter answer · h keys",
			]
		`);
		await screen.resize(60, 12);
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "Asked at 60 columns",
			  "",
			  "  1  The tree of the whole project",
			  "▸ 2  The lines that changed since its parent",
			  "",
			  "1-2 pick · Enter answer · ? don't know · h keys",
			]
		`);
		await screen.press('1', key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: 0 } });
		expect(await screen.lines()).toEqual(['Asked at 60 columns']);
	});

	it('keeps the cursor in a typed line through a resize', async () => {
		const { screen } = startLine();
		await screen.send('hello');
		await screen.resize(24, 8);
		expect(await screen.cursor()).toEqual({ line: 0, column: 7 });
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "▸ hello",
			  "",
			  "Enter answer · Esc keys",
			]
		`);
	});

	it('hands over a sane terminal on Ctrl-Z and draws itself anew when it is woken', async () => {
		let suspended = 0;
		let rawWhileStopped: boolean | undefined;
		let restored = false;
		const { screen, prompt } = start({
			suspend: () => {
				suspended += 1;
				rawWhileStopped = screen.isRaw();
				restored = isRestored(screen.raw());
			},
		});
		await screen.press('2', key.ctrlZ);
		expect({ suspended, rawWhileStopped, restored }).toEqual({ suspended: 1, rawWhileStopped: false, restored: true });
		await screen.wake();
		expect(screen.isRaw()).toBe(true);
		expect(await screen.lines()).toMatchInlineSnapshot(`
			[
			  "Asked at 80 columns",
			  "",
			  "  1  The tree of the whole project",
			  "▸ 2  The lines that changed since its parent",
			  "",
			  "1-2 pick · Enter answer · ? don't know · h keys",
			]
		`);
		await screen.press(key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: 1 } });
	});

	it('does nothing on Ctrl-Z where the process cannot be stopped', async () => {
		const { screen, prompt } = start();
		await screen.press(key.ctrlZ, '1', key.enter);
		expect(await prompt).toEqual({ kind: 'value', value: { kind: 'given', given: 0 } });
	});

	it('draws itself anew on Ctrl-L', async () => {
		const { screen } = start();
		await screen.press('1');
		screen.io.output.write('noise');
		await screen.press('\x0c');
		expect(await screen.text()).not.toContain('noise');
	});

	it('leaves no listeners behind', async () => {
		const screen = virtualScreen();
		const count = () => [
			...['end', 'close', 'error', 'keypress'].map((event) => screen.io.input.listenerCount(event)),
			screen.io.output.listenerCount('resize'),
		];
		const once = async () => {
			const prompt = guardedPrompt(screen.io, choice({ style: createStyle(screen.io), options, hints: [] }));
			await screen.press('1', key.enter);
			await prompt;
		};
		await once();
		const after = count();
		await once();
		await once();
		expect(count()).toEqual(after);
	});

	it('can be restored from outside, at any time', async () => {
		const { screen } = start();
		await screen.press('1');
		restoreTerminal(screen.io);
		expect(screen.isRaw()).toBe(false);
		expect(isRestored(screen.raw())).toBe(true);
	});

	it('writes no colours where there are none', async () => {
		const { screen, prompt } = start({ colorLevel: 0 });
		await screen.press('1', 'h', key.enter);
		await prompt;
		expect(screen.raw()).not.toMatch(/\x1b\[[\d;]*m/);
		const coloured = start({ colorLevel: 1 });
		await coloured.screen.press('1');
		expect(coloured.screen.raw()).toMatch(/\x1b\[36m/);
	});
});
