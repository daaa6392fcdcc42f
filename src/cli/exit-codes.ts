// How a run ends, as the shell sees it. Documented in README.md.

export const exitCode = {
	done: 0,
	/** `check` found problems. */
	problems: 1,
	/** The command line was not understood, or names something that does not exist. */
	usage: 2,
	/** A closed gate, or an answer is needed and there is no terminal to ask. */
	refused: 3,
	/** Data or system: a deck that cannot be loaded, a record that cannot be kept. */
	failure: 4,
	interrupted: 130,
	terminated: 143,
	hungUp: 129,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Signals that end a program, and the codes a shell reports for them. */
export const endingSignals = {
	SIGINT: exitCode.interrupted,
	SIGTERM: exitCode.terminated,
	SIGHUP: exitCode.hungUp,
} as const;

export type EndingSignal = keyof typeof endingSignals;

/** The signal behind an exit code, for raising it again. */
export function signalOf(code: ExitCode): EndingSignal | undefined {
	if (code === exitCode.interrupted) return 'SIGINT';
	if (code === exitCode.terminated) return 'SIGTERM';
	return code === exitCode.hungUp ? 'SIGHUP' : undefined;
}
