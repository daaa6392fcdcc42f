// The built program in a real pseudo-terminal, with a virtual screen to read what a person would see.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { onTestFinished } from 'vitest';

export const program = join(import.meta.dirname, '../../bin/gradus.cjs');
export const deckFolder = join(import.meta.dirname, 'deck');

/** Longest wait for something to show, in milliseconds; a test that waits longer fails and shows the screen. */
const patience = 60_000;

export interface Ended {
	readonly exitCode: number;
	readonly signal: number | undefined;
}

export interface PseudoTerminal {
	/** Everything on the screen and above it, a line each, without trailing blanks. */
	screen(): string;
	/** All bytes so far. */
	readonly raw: string;
	press(keys: string): void;
	/** Resolves with the screen once the pattern shows on it. */
	shows(pattern: RegExp): Promise<string>;
	resize(columns: number, rows: number): void;
	kill(signal: NodeJS.Signals): void;
	/** The window is closed: the terminal goes away from under the program. */
	hangUp(): void;
	readonly pid: number;
	readonly ended: Promise<Ended>;
	cursorIsHidden(): boolean;
}

/** A folder that goes when the test is over, and variables that keep the program in it. */
export function freshHome(): { readonly folder: string; readonly variables: Record<string, string> } {
	const folder = mkdtempSync(join(tmpdir(), 'gradus-e2e-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return {
		folder,
		variables: {
			HOME: folder,
			PATH: process.env['PATH'] ?? '',
			TERM: 'xterm-256color',
			LANG: 'C.UTF-8',
			GRADUS_DB: join(folder, 'record.db'),
		},
	};
}

export function openTerminal(
	argv: readonly string[],
	variables: Record<string, string>,
	{
		columns = 80,
		rows = 24,
		command = process.execPath,
		before = [program],
	}: { columns?: number; rows?: number; command?: string; before?: readonly string[] } = {},
): PseudoTerminal {
	const pty = spawn(command, [...before, ...argv], {
		cols: columns,
		rows,
		name: variables['TERM'] ?? 'xterm-256color',
		cwd: variables['HOME'] ?? tmpdir(),
		env: variables,
	});
	const terminal = new Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true });
	let raw = '';
	let waiting: (() => void)[] = [];
	const wake = () => {
		for (const resolve of waiting.splice(0)) resolve();
	};
	pty.onData((data) => {
		raw += data;
		terminal.write(data, wake);
	});
	const ended = new Promise<Ended>((resolve) => {
		pty.onExit(({ exitCode, signal }) => {
			terminal.write('', () => {
				resolve({ exitCode, signal });
				wake();
			});
		});
	});
	onTestFinished(() => {
		try {
			pty.kill('SIGKILL');
		} catch {
			return;
		}
	});
	const lines = () => {
		const { buffer } = terminal;
		return Array.from({ length: buffer.active.length }, (_, index) => buffer.active.getLine(index)?.translateToString(true) ?? '');
	};
	const screen = () => lines().join('\n').trimEnd();
	return {
		screen,
		get raw() {
			return raw;
		},
		press: (keys) => pty.write(keys),
		shows: async (pattern) => {
			const deadline = Date.now() + patience;
			while (!pattern.test(screen())) {
				if (Date.now() > deadline) throw new Error(`${pattern} did not show. The screen:\n${screen()}`);
				await new Promise<void>((resolve) => {
					waiting = [...waiting, resolve];
					setTimeout(resolve, 250);
				});
			}
			return screen();
		},
		resize: (newColumns, newRows) => {
			pty.resize(newColumns, newRows);
			terminal.resize(newColumns, newRows);
		},
		kill: (signal) => pty.kill(signal),
		hangUp: () => {
			if ('destroy' in pty && typeof pty.destroy === 'function') pty.destroy();
		},
		get pid() {
			return pty.pid;
		},
		ended,
		cursorIsHidden: () => raw.lastIndexOf('\x1b[?25l') > raw.lastIndexOf('\x1b[?25h'),
	};
}
