// Compiled code, kept beside the program's files. Node 22 and newer keep it by themselves, in the system's temporary folder; for Node 20
// the build has laid it down, and V8 refuses what another version of it has made.

import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** What the loader of Node has, and its types do not say. */
interface Loader {
	readonly _extensions: Record<string, (module: NodeJS.Module, file: string) => void>;
	enableCompileCache?(): void;
}

/** The file with the compiled code of a file. */
export function compiledCodeOf(file: string): string {
	return `${file}.code`;
}

/** From here on, files of the program are loaded with their compiled code, where there is some. */
export function useCompiledCode(): void {
	const loader = Module as unknown as Loader;
	if (loader.enableCompileCache !== undefined) {
		loader.enableCompileCache();
		return;
	}
	const { _extensions: extensions } = loader;
	const standard = extensions['.js'];
	if (standard === undefined) return;
	extensions['.cjs'] = (module, file) => {
		const cachedData = contentOf(compiledCodeOf(file));
		if (cachedData === undefined) standard(module, file);
		// What the build writes is ASCII alone.
		else runIn(module, file, new Script(Module.wrap(readFileSync(file, 'latin1')), { filename: file, cachedData }));
	};
}

/** As Node runs a file of its own loader. */
export function runIn(module: NodeJS.Module, file: string, script: Script): void {
	script.runInThisContext()(module.exports, Module.createRequire(file), module, file, dirname(file));
}

function contentOf(file: string): Buffer | undefined {
	try {
		return readFileSync(file);
	} catch {
		return undefined;
	}
}
