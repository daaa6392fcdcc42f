// The program in a real pseudo-terminal, with a screen that keeps all that was ever on it.

import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';

/** Longest wait for something to show, in milliseconds. */
const patience = 30_000;

export interface Screen {
	readonly pid: number;
	/** All lines, also those that have left the window, without trailing blanks. */
	text(): string;
	press(keys: string): void;
	/** Resolves with the first answer other than undefined; rejects with the screen where none comes. Asks again at each change and at the end. */
	until<T>(find: (text: string, ended: Ended | undefined) => T | undefined): Promise<T>;
	/** SIGKILL; resolves when the program is gone and every byte it wrote is on the screen. */
	kill(): Promise<void>;
}

export interface Ended {
	readonly code: number;
}

export function openScreen(argv: readonly string[], variables: Readonly<Record<string, string>>): Screen {
	const size = { cols: 100, rows: 40 };
	const pty = spawn(process.execPath, [...argv], { ...size, name: 'xterm-256color', cwd: variables['HOME'] ?? '/', env: variables });
	const terminal = new Terminal({ ...size, scrollback: 10_000, allowProposedApi: true });
	let ended: Ended | undefined;
	let changed = () => {};
	pty.onData((data) => terminal.write(data, () => changed()));
	const gone = new Promise<void>((resolve) => {
		pty.onExit(({ exitCode }) =>
			terminal.write('', () => {
				ended = { code: exitCode };
				changed();
				resolve();
			}),
		);
	});
	const text = () => {
		const { active } = terminal.buffer;
		const lines = Array.from({ length: active.length }, (_, index) => active.getLine(index)?.translateToString(true) ?? '');
		return lines.join('\n').trimEnd();
	};
	return {
		pid: pty.pid,
		text,
		press: (keys) => {
			if (ended === undefined) pty.write(keys);
		},
		until: (find) =>
			new Promise((resolve, reject) => {
				const tooLong = setTimeout(
					() => settle(() => reject(new Error(`Nothing came for ${patience} ms. The screen:\n${text()}`))),
					patience,
				);
				const settle = (how: () => void) => {
					clearTimeout(tooLong);
					changed = () => {};
					how();
				};
				changed = () => {
					const found = find(text(), ended);
					if (found !== undefined) settle(() => resolve(found));
				};
				changed();
			}),
		kill: async () => {
			if (ended === undefined) pty.kill('SIGKILL');
			await gone;
		},
	};
}
