// One prompt on one terminal, whatever happens to either: end of input, Ctrl-C, Ctrl-Z, a resize, a paste. What a prompt
// shows and means is its program's; what may not enter here is wording.

import { Writable } from 'node:stream';

import { createPrompt, ExitPromptError, useEffect, useState } from '@inquirer/core';

import type { Stop } from '../session/ports.ts';
import type { Frame, Key, Program } from './prompts/program.ts';
import { type Size, sizeOf, type TerminalIo, type TerminalOutput } from './terminal-io.ts';

const showCursor = '\x1b[?25h';
const hideCursor = '\x1b[?25l';
const pasteMarksOn = '\x1b[?2004h';
const pasteMarksOff = '\x1b[?2004l';
const clearScreen = '\x1b[H\x1b[J';

/** What stands around a prompt. Text ends with a line break or is empty. */
export interface Surroundings<Value> {
	/** Printed first. */
	readonly before?: (size: Size) => string;
	/** Printed anew when the screen has to be drawn again; `before` unless stated. */
	readonly context?: (size: Size) => string;
	/** What remains of the prompt: printed in its place once it has ended with a value. */
	readonly after?: (value: Value, size: Size) => string;
}

/**
 * Runs the program until it is done. Never rejects for what a learner or a terminal does: Ctrl-C is an `interrupt`; Ctrl-D
 * and a lost input are an `end-of-input`. The terminal is left cooked, with its cursor shown.
 */
export async function guardedPrompt<State, Value>(
	io: TerminalIo,
	program: Program<State, Value>,
	surroundings: Surroundings<Value> = {},
): Promise<{ readonly kind: 'value'; readonly value: Value } | Stop> {
	const { input, output } = io;
	if (input.readableEnded === true || input.destroyed === true) return { kind: 'stop', by: 'end-of-input' };

	const canvas = createCanvas(output);
	const lost = new AbortController();
	const lose = () => {
		canvas.release();
		lost.abort();
	};
	let state = program.initial;
	let refresh = () => {};
	/** Lines of the tallest frame since everything was drawn. */
	let tallest = 0;

	const contextNow = () => (surroundings.context ?? surroundings.before)?.(sizeOf(output)) ?? '';
	const redrawAll = () => {
		// First, so that the frame has its new height when the place for it is found.
		refresh();
		output.write(clearScreen + contextNow());
		canvas.startOver();
		tallest = 0;
		refresh();
	};
	/** A frame that has grown pushed the top of the context off the screen, and shrunk again leaves room for it. */
	const hasRoomAgain = (height: number) => {
		const { rows } = sizeOf(output);
		if (height >= tallest) return false;
		const above = contextNow().split('\n').length - 1;
		return above + tallest > rows && above + height <= rows;
	};
	const wake = () => {
		input.setRawMode?.(false);
		input.setRawMode?.(true);
		output.write(pasteMarksOn);
		input.resume();
		listenForStop();
		redrawAll();
	};
	/** By the key, or by the signal from elsewhere, which stops nothing while somebody listens for it. */
	const sleep = () => {
		if (io.suspend === undefined) return;
		restoreTerminal(io);
		output.write('\n');
		io.signals.off('SIGTSTP', sleep);
		io.suspend();
	};
	const listenForStop = () => {
		io.signals.off('SIGTSTP', sleep);
		if (io.suspend !== undefined) io.signals.on('SIGTSTP', sleep);
	};

	const prompt = createPrompt<Value, object>((_config, finish) => {
		const [drawn, setDrawn] = useState(0);
		refresh = () => setDrawn(drawn + 1);
		useEffect((readline) => {
			let pasting = false;
			const become = (next: State) => {
				if (next === state) return;
				state = next;
				if (hasRoomAgain(program.draw(state, sizeOf(output)).lines.length)) redrawAll();
				else refresh();
			};
			const { later } = program;
			let timer: ReturnType<typeof setTimeout> | undefined;
			const waitForLater = () => {
				if (later === undefined) return;
				timer = setTimeout(() => {
					timer = undefined;
					become(later.become(state));
				}, later.milliseconds);
			};
			const onKey = (text: unknown, raw: unknown) => {
				// A key held down must not outlast the wait.
				if (timer !== undefined) {
					clearTimeout(timer);
					waitForLater();
				}
				const key = keyOf(text, raw, pasting);
				if (key.name === 'paste-start' || key.name === 'paste-end') pasting = key.name === 'paste-start';
				else if (!(key.ctrl && key.name === 'l')) {
					const step = program.press(state, key, sizeOf(output));
					if (step.kind === 'done') {
						canvas.release();
						finish(step.value);
						return;
					}
					become(step.state);
				} else redrawAll();
				readline.clearLine(0);
				// One character in readline's own line, so that it takes Ctrl-D for an edit of ours and not for the end of input.
				if (program.holdsText?.(state) === true) readline.write('x');
			};
			readline.input.on('keypress', onKey);
			readline.on('SIGINT', canvas.release);
			readline.on('error', lose);
			readline.on('SIGTSTP', sleep);
			readline.on('close', lose);
			waitForLater();
			return () => {
				clearTimeout(timer);
				readline.input.removeListener('keypress', onKey);
				readline.removeListener('SIGTSTP', sleep);
				readline.removeListener('close', lose);
			};
		}, []);
		const frame = program.draw(state, sizeOf(output));
		tallest = Math.max(tallest, frame.lines.length);
		return canvas.draw(frame);
	});

	const inputEnds = ['end', 'close', 'error'];
	for (const event of inputEnds) input.on(event, lose);
	output.on('resize', redrawAll);
	io.signals.on('SIGCONT', wake);
	listenForStop();
	output.write((surroundings.before?.(sizeOf(output)) ?? '') + pasteMarksOn);
	try {
		const value = await prompt({}, { input, output: canvas.stream, signal: lost.signal, clearPromptOnDone: true });
		output.write(surroundings.after?.(value, sizeOf(output)) ?? '');
		return { kind: 'value', value };
	} catch (error) {
		if (lost.signal.aborted) return { kind: 'stop', by: 'end-of-input' };
		if (error instanceof ExitPromptError) return { kind: 'stop', by: 'interrupt' };
		throw error;
	} finally {
		restoreTerminal(io);
		for (const event of inputEnds) input.off(event, lose);
		output.off('resize', redrawAll);
		io.signals.off('SIGCONT', wake);
		io.signals.off('SIGTSTP', sleep);
	}
}

/** Cursor shown, paste marks off, line editing by the terminal again. Safe at any time, in a signal handler too. */
export function restoreTerminal({ input, output }: Pick<TerminalIo, 'input' | 'output'>): void {
	output.write(showCursor + pasteMarksOff);
	input.setRawMode?.(false);
}

/**
 * The output as Inquirer sees it: so wide that it breaks no line of ours, with the cursor moved to the caret after each
 * write and back before the next, since Inquirer expects it at the end of the last line.
 */
function createCanvas(output: TerminalOutput) {
	let height = 1;
	let caret: Frame['caret'];
	let below = 0;
	let released = false;

	const stream = new Writable({
		decodeStrings: false,
		write(chunk, _encoding, written) {
			output.write(back() + String(chunk) + place());
			written();
		},
	});

	function back(): string {
		const down = below === 0 ? '' : `\x1b[${below}B`;
		below = 0;
		return down;
	}

	function place(): string {
		if (caret === undefined) return hideCursor;
		below = height - 1 - caret.line;
		return `${below === 0 ? '' : `\x1b[${below}A`}\x1b[${caret.column + 1}G${showCursor}`;
	}

	return {
		stream: Object.assign(stream, { columns: 100_000, isTTY: true }),
		draw(frame: Frame): string {
			height = frame.lines.length;
			caret = released ? undefined : frame.caret;
			return frame.lines.join('\n');
		},
		/** After the screen was cleared: the cursor goes to where the last frame would have ended. */
		startOver() {
			below = 0;
			output.write('\n'.repeat(height - 1));
		},
		/** The prompt is over: no caret any more, not even if Inquirer draws once again before it clears. */
		release() {
			output.write(back());
			released = true;
			caret = undefined;
		},
	};
}

function keyOf(text: unknown, raw: unknown, pasted: boolean): Key {
	const event = typeof raw === 'object' && raw !== null ? raw : {};
	const sequence = 'sequence' in event && typeof event.sequence === 'string' ? event.sequence : '';
	const named = 'name' in event && typeof event.name === 'string' ? event.name : '';
	const ctrl = 'ctrl' in event && event.ctrl === true;
	// Readline calls every Esc a meta key, two of them one, and what is typed after two of them, a moment later, a third part of it.
	const escTwice = sequence.startsWith('\x1b\x1b');
	const meta = 'meta' in event && event.meta === true && (named === 'escape' ? escTwice : !/^\x1b\x1b.$/u.test(sequence));
	const typed = escTwice ? sequence.slice(2) : meta ? sequence.slice(1) : typeof text === 'string' ? text : '';
	const printable = /^\P{Cc}+$/u.test(typed) && !ctrl;
	const shift = 'shift' in event && event.shift === true && !printable;
	return {
		name: named === '' ? typed.toLowerCase() : named,
		...(printable ? { text: typed } : {}),
		ctrl,
		meta,
		...(shift ? { shift } : {}),
		pasted,
	};
}
