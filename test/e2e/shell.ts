// The built program run by a shell: with its streams closed, piped or full, or in a terminal of the shell's, which tells
// afterwards how the program ended and how it left the terminal.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

import Database from 'better-sqlite3';
import { expect } from 'vitest';

import { deckFolder, freshHome, openTerminal, type PseudoTerminal, program } from './pseudo-terminal.ts';

type Variables = Record<string, string>;

/** Columns in which every sentence stands on one line. */
const wide = 400;

/** Lets go of the other terminals that were open when this one was: none would close while its handle is held here. */
const alone = 'for fd in $(ls /dev/fd); do [ "$fd" -gt 2 ] && eval "exec $fd>&-"; done';

/** For scripts: the program, leaving its process id in the file `$pid`. */
const gradus = `gradus() { (echo "$BASHPID" >"$pid"; exec '${process.execPath}' '${program}' "$@"); }; export -f gradus`;

/** A home, with the small deck as `$deck` in its scripts. */
export function scriptHome(): { readonly folder: string; readonly record: string; readonly variables: Variables } {
	const { folder, variables } = freshHome();
	const record = `${folder}/record.db`;
	return { folder, record, variables: { ...variables, GRADUS_DB: record, deck: deckFolder, pid: `${folder}/pid` } };
}

export interface Run {
	/** Of the script; 128 and more: a signal. */
	readonly code: number | null;
	readonly output: string;
	readonly errors: string;
}

/** Runs a script in which `gradus` is the program; no terminal anywhere. */
export function runInShell(script: string, variables: Variables, before: readonly string[] = []): Promise<Run> {
	const [command = 'bash', ...rest] = [...before, 'bash', '-c', `${gradus}\n${script}`];
	return new Promise((resolve, reject) => {
		const child = spawn(command, rest, { cwd: variables['HOME'], env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		let errors = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			output += text;
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			errors += text;
		});
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, output, errors }));
	});
}

/**
 * Runs a script in a terminal; afterwards the shell tells how it ended, and waits, so that nothing it said is lost. It
 * outlives the signals that end a program.
 */
export function openShell(
	script: string,
	variables: Variables,
	{ before = [], columns = wide }: { readonly columns?: number; readonly before?: readonly string[] } = {},
): PseudoTerminal {
	const whole = `${alone}\n${gradus}\ntrap : INT TERM HUP\n${script}\ncode=$?\nstty -a\necho "ended with $code"\nread -r`;
	const [command = '', ...rest] = [...before, '/bin/bash', '-c', whole];
	return openTerminal(rest, variables, { columns, command, before: [] });
}

/** A shell to type in, in which `gradus` is the program. */
export function openInteractiveShell(variables: Variables, before: readonly string[] = []): PseudoTerminal {
	const [command = '', ...rest] = [...before, '/bin/bash', '--norc', '-i'];
	const terminal = openTerminal(rest, { ...variables, PS1: '$ ' }, { columns: wide, command, before: [] });
	terminal.press(`bind 'set enable-bracketed-paste off'; ${gradus}; clear\r`);
	return terminal;
}

/** The process that the script last called `gradus`. */
export function programOf(variables: Variables): number {
	return Number(readFileSync(variables['pid'] ?? '', 'utf8'));
}

/** Waits for the end of the script; the terminal must be as it was, and nothing may look like a crash. */
export async function sanelyEnded(terminal: PseudoTerminal): Promise<{ readonly code: number; readonly screen: string }> {
	const screen = await terminal.shows(/ended with \d+/u);
	expect(screen).toMatch(/(?:^|\s)icanon\b/mu);
	expect(screen).toMatch(/(?:^|\s)echo\b/mu);
	expect(screen).toMatch(/(?:^|\s)isig\b/mu);
	expect(terminal.cursorIsHidden()).toBe(false);
	expect(terminal.raw.lastIndexOf('\x1b[?2004h')).toBeLessThanOrEqual(terminal.raw.lastIndexOf('\x1b[?2004l'));
	expectNoCrash(screen);
	return { code: Number(/ended with (\d+)/u.exec(screen)?.[1]), screen };
}

export function expectNoCrash(text: string): void {
	expect(text).not.toMatch(/node:internal|Node\.js v\d|^\s+at .*:\d+|fault of its own/mu);
}

/** What is in the record, which must be whole. */
export function recordIn(file: string): { readonly attempts: number; readonly shown: number; readonly answered: number } {
	const record = new Database(file, { readonly: true });
	try {
		expect(record.pragma('integrity_check', { simple: true })).toBe('ok');
		const count = (sql: string) => Number(record.prepare(sql).pluck().get());
		return {
			attempts: count('SELECT count(*) FROM attempt'),
			shown: count('SELECT count(shown) FROM question'),
			answered: count('SELECT count(answered) FROM question'),
		};
	} finally {
		record.close();
	}
}

/** Resolves once there is no such process any more. */
export async function untilGone(process_: number): Promise<void> {
	await expect.poll(() => isRunning(process_), { interval: 50 }).toBe(false);
}

function isRunning(process_: number): boolean {
	try {
		process.kill(process_, 0);
		return true;
	} catch {
		return false;
	}
}
