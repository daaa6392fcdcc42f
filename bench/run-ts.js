// Runs a TypeScript file of this folder: bundles it to a temporary file beside dist/, imports it, and passes the arguments on.

import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'esbuild';

const [name, ...rest] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = `${root}dist/bench/${name}.js`;
mkdirSync(`${root}dist/bench`, { recursive: true });
await build({
	entryPoints: [`${root}bench/${name}.ts`],
	outfile,
	bundle: true,
	platform: 'node',
	format: 'esm',
	external: ['better-sqlite3', '@lydell/node-pty', 'vitest'],
	banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
	logLevel: 'warning',
});
try {
	const { main } = await import(pathToFileURL(outfile).href);
	process.exitCode = await main(rest, root);
} finally {
	rmSync(outfile, { force: true });
}
