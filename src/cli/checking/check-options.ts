// The options of `gradus check`, from words to values. What cannot be understood is a message that says what to write instead.

import type { Level, Levels } from '../../authoring/settings.ts';
import { listed } from '../../deck/diagnostics/diagnostic-codes.ts';
import { type FormatName, formatNames } from '../../terminal/formats/index.ts';
import type { Variables } from '../environment.ts';
import { plainly } from '../plainly.ts';
import { suggestion } from '../suggestion.ts';

/** As the command line gives them. */
export interface CheckWords {
	readonly format?: string;
	readonly json?: true;
	readonly maxWarnings?: string;
	readonly rule?: readonly string[];
	readonly against?: string;
	readonly report?: true;
	readonly watch?: true;
	readonly fix?: true;
	readonly stdinPath?: string;
	readonly cache: boolean;
}

type CheckFormat = 'pretty' | FormatName;

/** The same, understood. */
export interface CheckRequest {
	readonly format: CheckFormat;
	readonly maxWarnings: number | undefined;
	readonly levels: Levels;
}

type Reading<T> = { readonly ok: true; readonly request: T } | { readonly ok: false; readonly message: string };

/** In a job of GitHub Actions, annotations are made unless another format is asked for. */
export async function readRequest(words: CheckWords, variables: Variables): Promise<Reading<CheckRequest>> {
	const format = words.json === true ? 'json' : (words.format ?? (variables['GITHUB_ACTIONS'] === 'true' ? 'github' : 'pretty'));
	if (!isFormat(format)) {
		const known = ['pretty', ...formatNames];
		return refused(`There is no format ${format}.`, suggestion(format, known, `Name one of ${plainly(listed(known))}.`));
	}
	if (words.maxWarnings !== undefined && !/^\d{1,9}$/u.test(words.maxWarnings)) {
		return refused(`--max-warnings takes a whole number, and not ${words.maxWarnings}.`, 'Write, say, --max-warnings 0.');
	}
	const levels = await readLevels(words.rule ?? []);
	if (!levels.ok) return levels;
	const maxWarnings = words.maxWarnings === undefined ? undefined : Number(words.maxWarnings);
	return { ok: true, request: { format, maxWarnings, levels: levels.request } };
}

/** The rules are only loaded where one is named: what is remembered of a deck can be told without them. */
async function readLevels(named: readonly string[]): Promise<Reading<Levels>> {
	const chosen = new Map<string, Level>();
	if (named.length === 0) return { ok: true, request: chosen };
	const { faultOfCode, isLevel } = await import('../../authoring/settings.ts');
	for (const word of named) {
		const [code = '', level = ''] = word.split(/=(.*)/su);
		const fault = faultOfCode(code);
		if (fault !== undefined) return refused(`${plainly(fault.message)}.`, plainly(fault.help));
		if (!isLevel(level)) return refused(`--rule ${word} names no severity.`, `Write --rule ${code}=off, or info, warning or error.`);
		chosen.set(code, level);
	}
	return { ok: true, request: chosen };
}

function refused(what: string, help: string): { readonly ok: false; readonly message: string } {
	return { ok: false, message: `${what} Nothing was checked. ${help}` };
}

function isFormat(word: string): word is CheckFormat {
	return word === 'pretty' || formatNames.some((name) => name === word);
}
