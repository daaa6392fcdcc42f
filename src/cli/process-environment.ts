// The real world: this process, its streams, clock and chance.

import { randomBytes } from 'node:crypto';
import { fstatSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';

import { v7 as uuid } from 'uuid';

import { systemCode } from '../deck/files/folder.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, signalOf } from './exit-codes.ts';

/** @param packageFolder where the program is installed. */
export function processEnvironment(packageFolder: string): Environment {
	// Where a file may grow no larger (`ulimit -f`), the write is to fail and be told; by itself, the signal ends the program without a word.
	process.on('SIGXFSZ', () => {});
	return {
		variables: process.env,
		platform: process.platform,
		get workingFolder() {
			return process.cwd();
		},
		packageFolder,
		homeFolder,
		input: process.stdin,
		inputFault,
		inputIsAtHand,
		output: process.stdout,
		errors: process.stderr,
		now: () => Date.now(),
		newSeed: () => randomBytes(4).readUInt32LE(),
		newId: () => uuid(),
		signals: {
			on: (signal, listener) => process.on(signal, listener),
			off: (signal, listener) => process.off(signal, listener),
			raise: (signal) => process.kill(process.pid, signal),
		},
	};
}

/** Ends by the signal where the code stands for one, so that shells and scripts see what really happened. */
export function endProcess(code: ExitCode): void {
	process.exitCode = code;
	process.stdin.pause();
	const signal = signalOf(code);
	if (signal === undefined) return;
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
}

/** A user without an entry in the system's list has none, and asking for it throws. */
function homeFolder(): string | undefined {
	try {
		const home = homedir();
		return isAbsolute(home) ? home : undefined;
	} catch {
		return undefined;
	}
}

/** Where it was closed, Node has opened the null device in its place. */
function inputIsAtHand(): boolean {
	try {
		const input = fstatSync(0);
		return !input.isFIFO() && !input.isSocket();
	} catch {
		return true;
	}
}

/** A folder can be given as standard input; nobody else tells that it is one. */
function inputFault(): string | undefined {
	try {
		return fstatSync(0).isDirectory() ? 'EISDIR' : undefined;
	} catch (error) {
		return systemCode(error);
	}
}
