// How far long work has come, on standard error while it lasts: only in a terminal, only after a second, and gone when it is done.
// In plain mode nothing is drawn over: a line in words, seldom.

import { bar, columnsOf, widthOf } from '../terminal/layout.ts';
import { safeLine } from '../terminal/safe.ts';
import type { Context } from './context.ts';
import { wantsPlain } from './manner.ts';

export interface Progress {
	/** So many are done, and this one is at work now. */
	step(done: number, total: number, what: string): void;
	/** Nothing of it remains on the screen. May be called again. */
	end(): void;
}

/** Milliseconds until it is worth telling, between two drawings, and between two lines in plain mode. */
const worthTelling = 1_000;
const betweenFrames = 100;
const betweenLines = 10_000;

const cells = 20;

const silent: Progress = { step() {}, end() {} };

/** @param unit what is counted: `deck`. */
export function createProgress(context: Pick<Context, 'environment' | 'style' | 'plainOption'>, unit: string): Progress {
	const { environment, style } = context;
	const errors: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number } = environment.errors;
	if (errors.isTTY !== true) return silent;
	const inWords = context.plainOption === true || wantsPlain(environment);
	const begun = environment.now();
	let told: number | undefined;
	let drawn = false;

	const isDue = () => {
		const now = environment.now();
		const between = inWords ? betweenLines : betweenFrames;
		if (now - begun < worthTelling || (told !== undefined && now - told < between)) return false;
		told = now;
		return true;
	};
	const draw = (line: string) => {
		const room = (errors.columns ?? 80) - 1;
		errors.write(`\r\x1b[K${widthOf(line) <= room ? line : columnsOf(line, 0, room)}`);
		drawn = true;
	};

	return {
		step(done, total, what) {
			if (!isDue()) return;
			const count = `${done} of ${total} ${unit}${total === 1 ? '' : 's'}`;
			if (inWords) errors.write(`${count} done, now ${safeLine(what)}\n`);
			else draw(fitted(`${bar(done, total, cells, style)} ${count}`, safeLine(what)));
		},
		end() {
			if (drawn) errors.write('\r\x1b[K');
			drawn = false;
		},
	};

	/** The name is shortened at its beginning, where paths are alike, and left out where little of it would be left. */
	function fitted(lead: string, name: string): string {
		const { dot, ellipsis } = style.signs;
		const room = (errors.columns ?? 80) - 1 - widthOf(lead) - widthOf(dot) - 2;
		if (widthOf(name) <= room) return `${lead} ${style.dim(`${dot} ${name}`)}`;
		const kept = room - widthOf(ellipsis);
		if (kept < 8) return lead;
		const width = widthOf(name);
		return `${lead} ${style.dim(`${dot} ${ellipsis}${columnsOf(name, width - kept, width)}`)}`;
	}
}
