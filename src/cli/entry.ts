// The first file that runs, kept small: what can be answered at once is answered before anything else is loaded.

import { exitCode } from './exit-codes.ts';
import { codeOnceWritten, createPrinter } from './printer.ts';
import { programVersion } from './version.ts';

/**
 * For `bin/`: this process, from its arguments to its end.
 *
 * @param packageFolder where the program is installed.
 */
export async function run(argv: readonly string[], packageFolder: string): Promise<void> {
	if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
		const printer = createPrinter(process.stdout, process.stderr);
		printer.print(programVersion);
		process.exitCode = await codeOnceWritten(printer, exitCode.done);
		return;
	}
	await keepCompiledCode();
	const { main, processEnvironment, endProcess } = await import('./main.ts');
	endProcess(await main(argv, processEnvironment(packageFolder)));
}

/** Node 22 and newer keep what they have compiled, in the system's temporary folder, and start faster the next time. */
async function keepCompiledCode(): Promise<void> {
	const module: object = await import('node:module');
	if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
}
