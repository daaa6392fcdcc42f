// Writing to the streams, with the writing checked: a full disk is told, a closed pipe is not.

import { type ExitCode, exitCode } from './exit-codes.ts';

export interface Printer {
	/** A result, to standard output, with a line end. */
	print(text: string): void;
	/** A message about the run, to standard error, with a line end; by words, where that is a terminal. */
	complain(text: string): void;
	/** Resolves once all is written. `broken`: what could not be written, unless a reader just went away. */
	settled(): Promise<{ readonly broken?: string }>;
}

export function createPrinter(output: NodeJS.WritableStream, errors: NodeJS.WritableStream): Printer {
	const writes: Promise<unknown>[] = [];
	let broken: string | undefined;
	const note = (error: unknown) => {
		const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		if (code !== 'EPIPE' && code !== 'EIO' && code !== 'ERR_STREAM_DESTROYED') broken = code;
	};
	output.on('error', note);
	errors.on('error', () => undefined);
	const write = (stream: NodeJS.WritableStream, text: string) =>
		new Promise<void>((resolve) => {
			stream.write(text.endsWith('\n') ? text : `${text}\n`, (error) => {
				if (error !== undefined && error !== null && stream === output) note(error);
				resolve();
			});
		});
	/** Messages that are still being fitted hold back what comes after them, so that all is read in the order it was said. */
	let waiting: Promise<unknown> | undefined;
	const inTurn = (stream: NodeJS.WritableStream, text: string, fit: boolean) => {
		if (waiting === undefined && !fit) {
			writes.push(write(stream, text));
			return;
		}
		const turn = Promise.resolve(waiting)
			.then(() => (fit ? fitted(text, stream) : text))
			.then((lines) => {
				if (waiting === turn) waiting = undefined;
				return write(stream, lines);
			});
		waiting = turn;
		writes.push(turn);
	};
	return {
		print: (text) => inTurn(output, text, false),
		complain: (text) => inTurn(errors, text, overflows(text, errors)),
		settled: async () => {
			await Promise.all(writes);
			return broken === undefined ? {} : { broken };
		},
	};
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
