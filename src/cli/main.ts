// The whole program as a function: arguments and a world in, an exit code out. The one place that catches.

import { configured } from './config.ts';
import { type Environment, environmentWith } from './environment.ts';
import { type ExitCode, exitCode } from './exit-codes.ts';
import { codeOnceWritten, createPrinter, type Printer } from './printer.ts';
import { isStoreError } from './store-error.ts';

export { endProcess, processEnvironment } from './process-environment.ts';

export async function main(argv: readonly string[], environment: Environment): Promise<ExitCode> {
	const printer = createPrinter(environment);
	const heard = environmentWith(environment, {
		get output() {
			return printer.output;
		},
	});
	return codeOnceWritten(printer, await attempt(argv, heard, printer));
}

async function attempt(argv: readonly string[], environment: Environment, printer: Printer): Promise<ExitCode> {
	try {
		const { runProgram } = await import('./program.ts');
		const { environment: known, complaints } = configured(environment);
		for (const complaint of complaints) printer.complain(complaint);
		return await orStrayError(environment, runProgram(argv, known, printer));
	} catch (error) {
		await complainOf(error, environment, printer);
		return exitCode.failure;
	}
}

/** Rejects, too, with what is thrown meanwhile where nobody awaits it, once a prompt that stood has had time to end. */
function orStrayError<T>(environment: Environment, run: Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		let stray = () => {};
		const release = environment.onStrayError?.((error) => {
			stray = () => reject(error);
			setImmediate(stray);
		});
		run
			.finally(() => {
				stray();
				release?.();
			})
			.then(resolve, reject);
	});
}

/** A fault of the record is told as what it is; anything else is a bug, and told without a stack unless GRADUS_DEBUG is set. */
async function complainOf(error: unknown, { variables }: Environment, printer: Printer): Promise<void> {
	if (isStoreError(error)) {
		const { messageOfFault } = await import('./fault-messages.ts');
		printer.complain(messageOfFault(error.fault));
		return;
	}
	if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd') {
		printer.complain('The folder you are in is no longer there. Nothing was changed. Go to another folder and run the command again.');
		return;
	}
	const { safe } = await import('../terminal/safe.ts');
	const detail = error instanceof Error ? error.message : String(error);
	printer.complain(
		`Gradus met a fault of its own and stopped: ${safe(detail)}. Every answer whose verdict you saw is safe. Run the command again; if it stops again, please report it.`,
	);
	if (variables['GRADUS_DEBUG'] !== undefined && error instanceof Error) printer.complain(safe(error.stack ?? ''));
}
