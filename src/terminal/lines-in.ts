// Whole lines from a stream, one when it is asked for. The stream is paused in between, so that nobody who writes faster than
// is read fills the memory. What a line means is for others.

import type { TerminalInput } from './terminal-io.ts';

export type LineIn =
	/** Without its line end. */
	| { readonly kind: 'line'; readonly text: string }
	/** Longer than the limit; what was in it is gone, up to its end. */
	| { readonly kind: 'too-long' }
	| { readonly kind: 'not-utf8' }
	| { readonly kind: 'end' }
	| { readonly kind: 'interrupt' };

export interface LinesIn {
	/** The next line; after `end`, always `end`. */
	next(): Promise<LineIn>;
	/** Throws away what comes in the given time, in milliseconds, and what came before. @returns lines thrown away. */
	settle(milliseconds: number): Promise<number>;
	/** The next line that is asked for, or is being waited for, is an interruption. */
	interrupt(): void;
	/** As if the input had ended. */
	end(): void;
	/** Resolves with true where the input ends, or breaks, before its first byte and within this time, in milliseconds; undefined: however long. */
	endsAtOnce(milliseconds: number | undefined): Promise<boolean>;
	/** No more is read; the stream is left paused. */
	close(): void;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** @param limit bytes in a line. */
export function createLinesIn(input: TerminalInput, limit: number): LinesIn {
	const waiting: LineIn[] = [];
	const parts: Uint8Array[] = [];
	let size = 0;
	let begun = false;
	let over = input.readableEnded === true || input.destroyed === true;
	let interrupted = false;
	let wake = () => {};

	const onData = (chunk: unknown) => {
		begun = true;
		split(bytesOf(chunk));
		if (waiting.length > 0) input.pause();
		wake();
	};
	const onEnd = () => {
		if (over) return;
		over = true;
		if (size > 0) finishLine();
		wake();
	};
	const endings = ['end', 'close', 'error'] as const;
	input.on('data', onData);
	for (const ending of endings) input.on(ending, onEnd);
	// A stream that breaks while nobody asks for a line shows itself at the next.
	input.on('error', () => {});
	input.pause();
	input.ref?.();

	function split(bytes: Uint8Array): void {
		let from = 0;
		for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, from)) {
			keep(bytes.subarray(from, at));
			finishLine();
			from = at + 1;
		}
		keep(bytes.subarray(from));
	}

	/** Of a line that is too long only its length is kept. */
	function keep(bytes: Uint8Array): void {
		size += bytes.length;
		if (size > limit) parts.length = 0;
		else if (bytes.length > 0) parts.push(bytes.slice());
	}

	function finishLine(): void {
		waiting.push(size > limit ? { kind: 'too-long' } : decoded(parts, size));
		parts.length = 0;
		size = 0;
	}

	/** Resolves at the next event of the stream, or once the time is over. */
	function something(milliseconds?: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = milliseconds === undefined ? undefined : setTimeout(() => wake(), milliseconds);
			wake = () => {
				clearTimeout(timer);
				wake = () => {};
				resolve();
			};
			input.resume();
		});
	}

	return {
		async next() {
			for (;;) {
				if (interrupted) {
					interrupted = false;
					return { kind: 'interrupt' };
				}
				const line = waiting.shift();
				if (line !== undefined) return line;
				if (over) return { kind: 'end' };
				await something();
			}
		},
		async settle(milliseconds) {
			let dropped = 0;
			let settled = false;
			const timer = setTimeout(() => {
				settled = true;
				wake();
			}, milliseconds);
			while (!settled && !interrupted && !over) {
				await something();
				dropped += waiting.splice(0).length;
			}
			clearTimeout(timer);
			input.pause();
			return dropped;
		},
		interrupt() {
			interrupted = true;
			wake();
		},
		end() {
			over = true;
			waiting.length = 0;
			wake();
		},
		async endsAtOnce(milliseconds) {
			if (!over && !begun) await something(milliseconds);
			if (waiting.length === 0 && !over) input.pause();
			return over && !begun;
		},
		close() {
			input.off('data', onData);
			for (const ending of endings) input.off(ending, onEnd);
			input.pause();
			// A paused stream reads ahead all the same, and a writer who keeps it open would keep the program.
			input.unref?.();
		},
	};
}

function bytesOf(chunk: unknown): Uint8Array {
	return chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
}

function decoded(parts: readonly Uint8Array[], size: number): LineIn {
	const whole = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	const line = whole.at(-1) === carriageReturn ? whole.subarray(0, -1) : whole;
	try {
		return { kind: 'line', text: new TextDecoder('utf-8', { fatal: true }).decode(line) };
	} catch {
		return { kind: 'not-utf8' };
	}
}
