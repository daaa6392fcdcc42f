// The real world: this process, its streams, clock and chance.

import { fstatSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';

import { v7 as uuid } from 'uuid';

import { systemCode } from '../deck/files/folder.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, signalOf } from './exit-codes.ts';

/** Once somebody has asked for it: a command that reads nothing does not wait for it to be made. */
let standardInput: NodeJS.ReadStream | undefined;

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
		get input() {
			standardInput ??= process.stdin;
			return standardInput;
		},
		inputFault,
		inputIsAtHand,
		writeAtOnce,
		get output() {
			return process.stdout;
		},
		get errors() {
			return process.stderr;
		},
		now: () => Date.now(),
		newSeed: () => integerBelow(2 ** 32),
		newId: () => uuid({ rng: randomBytes }),
		signals: {
			on: (signal, listener) => process.on(signal, listener),
			off: (signal, listener) => process.off(signal, listener),
			raise: (signal) => process.kill(process.pid, signal),
		},
		onStrayError: (heard) => {
			process.on('uncaughtException', heard);
			return () => process.off('uncaughtException', heard);
		},
	};
}

/**
 * V8's own generator, which the system's chance seeds at every start: enough for draws, and for ids that are to differ and not to be
 * kept from anybody. To load node:crypto takes as long as to open the record.
 */
function integerBelow(end: number): number {
	return Math.floor(Math.random() * end);
}

function randomBytes(): Uint8Array {
	return Uint8Array.from({ length: 16 }, () => integerBelow(256));
}

function writeAtOnce(text: string): Uint8Array {
	const bytes = Buffer.from(text);
	let written = 0;
	try {
		while (written < bytes.length) written += writeSync(1, bytes, written);
	} catch (error) {
		if (systemCode(error) !== 'EAGAIN') throw error;
	}
	return bytes.subarray(written);
}

/** Ends by the signal where the code stands for one, so that shells and scripts see what really happened. */
export function endProcess(code: ExitCode): void {
	process.exitCode = code;
	standardInput?.pause();
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
