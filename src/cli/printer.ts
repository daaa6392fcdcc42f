// Writing to the streams, with the writing checked: a full disk is told, a closed pipe is not.

import type { Environment } from './environment.ts';
import { type ExitCode, exitCode } from './exit-codes.ts';

export interface Printer {
	/** A result, to standard output, with a line end. */
	print(text: string): void;
	/** A message about the run, to standard error, with a line end; by words, where that is a terminal. */
	complain(text: string): void;
	/** Resolves once all is written. `broken`: what could not be written, unless a reader just went away. */
	settled(): Promise<{ readonly broken?: string }>;
}

type Streams = Pick<Environment, 'output' | 'errors' | 'writeAtOnce'>;

/** @returns a printer; and `output`, made when somebody first asks for it, whose errors the printer hears from then on. */
export function createPrinter(streams: Streams): Printer & Pick<Environment, 'output'> {
	const writes: Promise<unknown>[] = [];
	let broken: string | undefined;
	const note = (error: unknown) => {
		const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		if (code !== 'EPIPE' && code !== 'EIO' && code !== 'ERR_STREAM_DESTROYED') broken = code;
	};
	const output = onceAsked(() => {
		streams.output.on('error', note);
		return streams.output;
	});
	const errors = onceAsked(() => {
		streams.errors.on('error', () => undefined);
		return streams.errors;
	});
	const write = (stream: NodeJS.WritableStream, text: string | Uint8Array) =>
		new Promise<void>((resolve) => {
			stream.write(text, (error) => {
				if (error !== undefined && error !== null && stream === output.asked) note(error);
				resolve();
			});
		});
	/** Messages that are still being fitted hold back what comes after them, so that all is read in the order it was said. */
	let waiting: Promise<unknown> | undefined;
	const inTurn = (stream: NodeJS.WritableStream, text: string | Uint8Array) => {
		if (waiting === undefined) writes.push(write(stream, text));
		else writes.push(afterWaiting(() => write(stream, text)));
	};
	const afterWaiting = (say: () => Promise<unknown>) => {
		const turn = Promise.resolve(waiting)
			.then(say)
			.finally(() => {
				if (waiting === turn) waiting = undefined;
			});
		waiting = turn;
		return turn;
	};
	return {
		get output() {
			return output.get();
		},
		print: (text) => {
			const line = withLineEnd(text);
			try {
				const rest = output.asked === undefined && waiting === undefined ? streams.writeAtOnce?.(line) : line;
				if (rest === undefined || rest.length > 0) inTurn(output.get(), rest ?? line);
			} catch (error) {
				note(error);
			}
		},
		complain: (text) => {
			const stream = errors.get();
			if (!overflows(text, stream)) inTurn(stream, withLineEnd(text));
			else writes.push(afterWaiting(async () => write(stream, withLineEnd(await fitted(text, stream)))));
		},
		settled: async () => {
			await Promise.all(writes);
			return broken === undefined ? {} : { broken };
		},
	};
}

/** Made at the first `get`; `asked` is undefined before. */
function onceAsked<T>(make: () => T): { readonly asked: T | undefined; get(): T } {
	let asked: T | undefined;
	return {
		get asked() {
			return asked;
		},
		get: () => {
			asked ??= make();
			return asked;
		},
	};
}

function withLineEnd(text: string): string {
	return text.endsWith('\n') ? text : `${text}\n`;
}

type MaybeTerminal = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** A terminal would break some line in the middle of a word. */
function overflows(text: string, { isTTY, columns = 0 }: MaybeTerminal): boolean {
	return isTTY === true && columns > 0 && text.split('\n').some((line) => line.length > columns);
}

/** Lines that are too long for the terminal, broken between words. What has been fitted before is left as it is. */
async function fitted(text: string, { columns = 0 }: MaybeTerminal): Promise<string> {
	const { comfortable, widthOf, wrap } = await import('../terminal/layout.ts');
	return text
		.split('\n')
		.flatMap((line) => (widthOf(line) <= columns ? [line] : wrap(line, comfortable(columns))))
		.join('\n');
}

/** The code to end with once all is written: `code`, or that of a failure, told, where something could not be. */
export async function codeOnceWritten(printer: Printer, code: ExitCode): Promise<ExitCode> {
	const { broken } = await printer.settled();
	if (broken === undefined) return code;
	printer.complain(
		`What was asked for could not be written out in full (${broken}). Your record is safe. Free some space, or write elsewhere.`,
	);
	return exitCode.failure;
}
