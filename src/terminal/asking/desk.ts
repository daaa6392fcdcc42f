// What every asking needs: a terminal and one look. And the one way to put a prompt under the text it is about.

import type { Stop } from '../../session/ports.ts';
import { guardedPrompt } from '../guarded-prompt.ts';
import { textWidth } from '../layout.ts';
import type { Program } from '../prompts/program.ts';
import { type Ended, isFramed, type Stage, staged } from '../prompts/staged.ts';
import type { Style } from '../style.ts';
import type { Size, TerminalIo } from '../terminal-io.ts';

export interface Desk {
	readonly io: TerminalIo;
	readonly style: Style;
}

export type Lines = (width: number) => readonly string[];

export const noLines: Lines = () => [];

/** What stands above a prompt. */
export interface Above<State, Value> extends Omit<Stage<State>, 'style'> {
	/** What is printed now, where all fits the screen; the text itself unless stated. */
	readonly news?: Lines;
	/** What stands above the text, when everything is drawn anew. */
	readonly context?: Lines;
	/**
	 * What remains once the prompt has ended.
	 *
	 * @param text the text, where it stood in the prompt's frame and is gone with it; else empty.
	 */
	readonly after?: (value: Value, size: Size, text: string) => string;
	/** The state to begin with. */
	readonly from?: State;
}

/** `guardedPrompt`, with the text above it in a window where both do not fit the screen. */
export async function promptUnder<State, Value>(
	{ io, style }: Desk,
	program: Program<State, Value>,
	above: Above<State, Value>,
): Promise<({ readonly kind: 'value' } & Ended<State, Value>) | Stop> {
	const stage: Stage<State> = { ...above, style };
	const lines = (of: Lines, { columns }: Size) => printed(of(textWidth(columns)));
	const text = (size: Size, state: State) => printed(stage.text(textWidth(size.columns), state).lines);
	const initial = above.from ?? program.initial;
	const outcome = await guardedPrompt(io, staged(program, stage, initial), {
		before: (size) => {
			if (isFramed(program, stage, size)) return '';
			return above.news === undefined ? text(size, initial) : lines(above.news, size);
		},
		context: (size) => (isFramed(program, stage, size) ? '' : lines(above.context ?? noLines, size) + text(size, initial)),
		after: ({ value, state }, size) => above.after?.(value, size, isFramed(program, stage, size) ? text(size, state) : '') ?? '',
	});
	return outcome.kind === 'stop' ? outcome : { kind: 'value', ...outcome.value };
}

/** After another prompt under the same text: where it took the text into its frame, the text comes back for a prompt that does not. */
export function backTo<State, Value>(
	{ style }: Desk,
	program: Program<State, Value>,
	stage: Omit<Stage<State>, 'style'>,
): (value: unknown, size: Size, text: string) => string {
	return (_value, size, text) => (isFramed(program, { ...stage, style }, size) ? '' : text);
}

function printed(lines: readonly string[]): string {
	return lines.map((line) => `${line}\n`).join('');
}

/** The same lines again for the same width, without laying them out again. */
export function laidOutOnce(lines: (width: number) => string): Lines {
	let known: { readonly width: number; readonly lines: readonly string[] } | undefined;
	return (width) => {
		if (known?.width !== width) known = { width, lines: lines(width).split('\n') };
		return known.lines;
	};
}
