// A terminal in memory: bytes go to an emulator, and the test reads the screen as a person does.

import { EventEmitter } from 'node:events';
import { PassThrough, Writable } from 'node:stream';

import xterm from '@xterm/headless';

import type { TerminalIo } from '../../src/terminal/terminal-io.ts';

export interface ScreenOptions {
	readonly columns?: number;
	readonly rows?: number;
	readonly colorLevel?: TerminalIo['colorLevel'];
	readonly unicode?: boolean;
	readonly settleTime?: number;
	readonly suspend?: () => void;
}

export interface VirtualScreen {
	readonly io: TerminalIo;
	/** Types keys, one chunk for each, and waits until the screen is quiet. */
	press(...keys: readonly string[]): Promise<void>;
	/** One chunk, whatever is in it. */
	send(text: string): Promise<void>;
	/** What stands on the screen now, trailing blanks cut. */
	lines(): Promise<string[]>;
	/** All lines, those that scrolled away first. */
	everything(): Promise<string[]>;
	text(): Promise<string>;
	resize(columns: number, rows: number): Promise<void>;
	/** The input ends. */
	end(): void;
	/** SIGCONT. */
	wake(): Promise<void>;
	/** Every byte that was written. */
	raw(): string;
	/** Zero-based, within the screen. */
	cursor(): Promise<{ readonly line: number; readonly column: number }>;
	/** Raw mode, as last set. */
	isRaw(): boolean;
}

export const key = {
	up: '\x1b[A',
	down: '\x1b[B',
	left: '\x1b[D',
	enter: '\r',
	space: ' ',
	escape: '\x1b',
	ctrlC: '\x03',
	ctrlD: '\x04',
	ctrlZ: '\x1a',
	backspace: '\x7f',
};

export function virtualScreen(options: ScreenOptions = {}): VirtualScreen {
	const { columns = 80, rows = 24, colorLevel = 0, unicode = true, settleTime = 0 } = options;
	const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true, scrollback: 1000 });
	let written = '';
	let raw = false;

	const input = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode(mode: boolean) {
			raw = mode;
		},
	});
	const output = Object.assign(
		new Writable({
			decodeStrings: false,
			write(chunk, _encoding, done) {
				written += String(chunk);
				terminal.write(String(chunk));
				done();
			},
		}),
		{ columns, rows, isTTY: true },
	);
	const signals = new EventEmitter();

	/** Turns of the event loop, so that streams and prompt have caught up; then the emulator's own queue. */
	async function quiet(): Promise<void> {
		for (let turn = 0; turn < 8; turn += 1) await new Promise((resume) => setImmediate(resume));
		await new Promise<void>((resume) => terminal.write('', resume));
	}

	async function send(text: string): Promise<void> {
		await quiet();
		input.write(text);
		await quiet();
	}

	function linesFrom(first: number): string[] {
		const buffer = terminal.buffer.active;
		const lines: string[] = [];
		for (let row = first; row < buffer.baseY + terminal.rows; row += 1) lines.push(buffer.getLine(row)?.translateToString(true) ?? '');
		while (lines.at(-1) === '') lines.pop();
		return lines;
	}

	return {
		io: { input, output, colorLevel, unicode, signals, settleTime, ...(options.suspend === undefined ? {} : { suspend: options.suspend }) },
		send,
		async press(...keys) {
			for (const each of keys) await send(each);
		},
		async lines() {
			await quiet();
			return linesFrom(terminal.buffer.active.baseY);
		},
		async everything() {
			await quiet();
			return linesFrom(0);
		},
		async text() {
			await quiet();
			return linesFrom(0).join('\n');
		},
		async resize(newColumns, newRows) {
			terminal.resize(newColumns, newRows);
			Object.assign(output, { columns: newColumns, rows: newRows });
			output.emit('resize');
			await quiet();
		},
		end() {
			input.end();
		},
		async wake() {
			signals.emit('SIGCONT');
			await quiet();
		},
		raw: () => written,
		async cursor() {
			await quiet();
			return { line: terminal.buffer.active.cursorY, column: terminal.buffer.active.cursorX };
		},
		isRaw: () => raw,
	};
}
