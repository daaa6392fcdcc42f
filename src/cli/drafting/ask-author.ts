// Somebody at the terminal who answers what a new deck, unit or question needs; nothing is written before all of it is known.

import { guardedPrompt, restoreTerminal } from '../../terminal/guarded-prompt.ts';
import { hanging, textWidth, wrap } from '../../terminal/layout.ts';
import { entry } from '../../terminal/prompts/entry.ts';
import { menu } from '../../terminal/prompts/menu.ts';
import { safeLine } from '../../terminal/safe.ts';
import type { Size, TerminalIo } from '../../terminal/terminal-io.ts';
import type { Context } from '../context.ts';
import { onEndingSignals, whenEnding } from '../ending-signals.ts';
import { isInteractive } from '../environment.ts';
import { mannerOf } from '../manner.ts';
import { terminalOf } from '../terminal-of.ts';
import type { Asker } from './fields.ts';

/** Runs `use` with somebody to ask, where there is a terminal; leaves it as it was found, whatever ends the asking. */
export async function withAsker<T>(context: Context, use: (asker: Asker | undefined) => Promise<T>): Promise<T> {
	const { environment } = context;
	if (!isInteractive(environment)) return use(undefined);
	const io = terminalOf(environment);
	if (mannerOf(context) === 'plain') return withAskerInLines(context, io, use);
	const release = onEndingSignals(environment.signals, () => restoreTerminal(io));
	try {
		return await use(askerAt(io, context));
	} finally {
		release();
	}
}

/** Where lines are read, Ctrl-C comes as a signal: it ends the asking, so that the last words are still said. */
async function withAskerInLines<T>({ environment }: Context, io: TerminalIo, use: (asker: Asker) => Promise<T>): Promise<T> {
	const { askerInLines } = await import('./ask-in-lines.ts');
	const asker = askerInLines(io);
	const release = whenEnding(environment.signals, (signal) => {
		if (signal === 'SIGINT') return asker.interrupt();
		release();
		environment.signals.raise(signal);
	});
	try {
		return await use(asker);
	} finally {
		release();
		asker.close();
	}
}

function askerAt(io: TerminalIo, { style }: Context): Asker {
	const title = (asks: string, { columns }: Size) => `\n${wrap(asks, textWidth(columns)).map(style.title).join('\n')}\n\n`;
	const chosen = (text: string, { columns }: Size) => `${hanging(`${style.signs.mark} `, text, textWidth(columns)).join('\n')}\n`;
	return {
		async ask(asks, alone) {
			const program = entry({ style, stop: 'stop, nothing is written', ...(alone === undefined ? {} : { alone: safeLine(alone.does) }) });
			const outcome = await guardedPrompt(io, program, {
				before: (size) => title(safeLine(asks), size),
				after: (value, size) =>
					value === '' ? `${style.dim(`${style.signs.mark} ${safeLine(alone?.shows ?? '')}`)}\n` : chosen(safeLine(value), size),
			});
			return outcome.kind === 'stop' ? outcome : outcome.value;
		},
		async choose(asks, items) {
			const shown = items.map(safeLine);
			const outcome = await guardedPrompt(io, menu({ style, items: shown }), {
				before: (size) => title(safeLine(asks), size),
				after: (value, size) => (value.kind === 'item' ? chosen(shown[value.index] ?? '', size) : ''),
			});
			if (outcome.kind === 'stop') return outcome;
			return outcome.value.kind === 'quit' ? { kind: 'stop', by: 'quit' } : outcome.value.index;
		},
	};
}
