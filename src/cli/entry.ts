// The first file that runs, kept small: what can be answered at once is answered before anything else is loaded.

import { join } from 'node:path';

import { useCompiledCode } from './compiled-code.ts';
import { answeredAtOnce } from './quick-answers.ts';

/**
 * For `bin/`: this process, from its arguments to its end.
 *
 * @param packageFolder where the program is installed.
 */
export async function run(argv: readonly string[], packageFolder: string): Promise<void> {
	const ended = answeredAtOnce(argv, join(packageFolder, 'dist'));
	if (ended !== undefined) {
		process.exitCode = ended;
		return;
	}
	useCompiledCode();
	const { main, processEnvironment, endProcess } = await import('./main.ts');
	endProcess(await main(argv, processEnvironment(packageFolder)));
}
