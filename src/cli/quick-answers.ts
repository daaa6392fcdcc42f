// What can be answered before anything of the program is loaded: its version, its help, a slip in a command's name. The words are those
// that the whole program would say; the build has asked it and laid them down.

import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { safe } from '../terminal/safe.ts';
import { type ExitCode, exitCode } from './exit-codes.ts';
import { suggestion } from './suggestion.ts';
import { programVersion } from './version.ts';

/** Told under every command line that is not understood. */
export const seeHelp = 'Run gradus --help for the commands.';

/** Columns that help is laid out for where nobody says how wide the terminal is, and the most it is laid out for. */
export const helpWidth = 80;

export interface PreparedAnswers {
	/** `gradus --help`, laid out for `helpWidth`. */
	readonly help: string;
	/** Names of all commands, hidden ones too. */
	readonly commands: readonly string[];
	/** Those that are suggested. */
	readonly suggested: readonly string[];
}

export function answersFile(site: string): string {
	return join(site, 'answers.json');
}

export function noSuchCommand(typed: string, known: readonly string[]): string {
	return [`error: there is no command ${typed}.`, suggestion(typed, known, '')].join('\n').trimEnd();
}

/**
 * Answers, where that can be done at once.
 *
 * @param site the folder of the built program.
 * @returns undefined where it cannot, and nothing was said: then the whole program is asked.
 */
export function answeredAtOnce([word, ...others]: readonly string[], site: string): ExitCode | undefined {
	if (word === undefined || others.length > 0) return undefined;
	if (word === '--version' || word === '-V') return said(1, `${programVersion}\n`, exitCode.done);
	const prepared = preparedAnswers(site);
	if (prepared === undefined) return undefined;
	if (word === '--help' || word === '-h') return isNarrow() ? undefined : said(1, prepared.help, exitCode.done);
	if (word.startsWith('-') || prepared.commands.includes(word)) return undefined;
	const complaint = safe(`${noSuchCommand(word, prepared.suggested)}\n${seeHelp}\n`);
	return breaks(complaint) ? undefined : said(2, complaint, exitCode.usage);
}

function preparedAnswers(site: string): PreparedAnswers | undefined {
	try {
		return JSON.parse(readFileSync(answersFile(site), 'utf8')) as PreparedAnswers;
	} catch {
		return undefined;
	}
}

function isNarrow(): boolean {
	return process.stdout.isTTY && process.stdout.columns < helpWidth;
}

/** No terminal that anybody works in is narrower; in columns. To ask how wide it is takes longer than all else here. */
const narrow = 36;

/** A terminal would break a line of it in the middle of a word. */
function breaks(complaint: string): boolean {
	const longest = Math.max(...complaint.split('\n').map((line) => line.length));
	return longest > narrow && process.stderr.isTTY && longest > process.stderr.columns;
}

/** Straight to the descriptor: what Node has for streams takes as long to load as all else here. */
function said(descriptor: 1 | 2, text: string, code: ExitCode): ExitCode | undefined {
	try {
		return writeSync(descriptor, text) === Buffer.byteLength(text) ? code : exitCode.failure;
	} catch {
		return undefined;
	}
}
