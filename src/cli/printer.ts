// Writing to the streams, with the writing checked: a full disk is told, a closed pipe is not.

import { type ExitCode, exitCode } from './exit-codes.ts';

export interface Printer {
	/** A result, to standard output, with a line end. */
	print(text: string): void;
	/** A message about the run, to standard error, with a line end. */
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
	const write = (stream: NodeJS.WritableStream, text: string) => {
		writes.push(
			new Promise<void>((resolve) => {
				stream.write(text.endsWith('\n') ? text : `${text}\n`, (error) => {
					if (error !== undefined && error !== null && stream === output) note(error);
					resolve();
				});
			}),
		);
	};
	return {
		print: (text) => write(output, text),
		complain: (text) => write(errors, text),
		settled: async () => {
			await Promise.all(writes);
			return broken === undefined ? {} : { broken };
		},
	};
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
