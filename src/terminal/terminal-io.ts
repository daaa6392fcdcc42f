// What the terminal room needs from the process, so that it never reaches for it.

import type { Theme } from './palette.ts';
import type { ColorLevel } from './style.ts';

/** Standard input as a terminal, or a stream that acts as one. */
export type TerminalInput = NodeJS.ReadableStream & {
	readonly readableEnded?: boolean;
	readonly destroyed?: boolean;
	setRawMode?(raw: boolean): unknown;
	/** Whether the program waits for it before it ends. */
	ref?(): unknown;
	unref?(): unknown;
};

/** Standard output. Emits `resize` when its size changes; 80 by 24 is assumed where it does not say. */
export type TerminalOutput = NodeJS.WritableStream & {
	readonly columns?: number | undefined;
	readonly rows?: number | undefined;
};

export interface SignalSource {
	on(signal: 'SIGCONT' | 'SIGTSTP', listener: () => void): unknown;
	off(signal: 'SIGCONT' | 'SIGTSTP', listener: () => void): unknown;
}

export interface TerminalIo {
	readonly input: TerminalInput;
	readonly output: TerminalOutput;
	readonly colorLevel: ColorLevel;
	readonly unicode: boolean;
	/** A picture where a unit was mastered; true unless stated. */
	readonly celebrate?: boolean;
	/** What is behind the text; `either` unless stated. */
	readonly theme?: Theme;
	/** The terminal can follow links (OSC 8); false unless stated. */
	readonly hyperlinks?: boolean;
	readonly signals: SignalSource;
	/** Stops the process for job control (SIGTSTP); called with the terminal restored. Left out: Ctrl-Z does nothing. */
	readonly suspend?: () => void;
	/** Milliseconds during which fresh feedback ignores keys, so that type-ahead does not dismiss it unseen; `usualSettleTime` unless stated. */
	readonly settleTime?: number;
}

/** Milliseconds; longer than a key pressed twice by mistake. */
export const usualSettleTime = 300;

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

export function sizeOf(output: TerminalOutput): Size {
	return { columns: output.columns || 80, rows: output.rows || 24 };
}
