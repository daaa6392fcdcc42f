// Builds dist/: one small entry, and behind it one chunk for each thing that is only sometimes needed.
// Then reads the shipped decks once, so that a learner's first start does not have to.

import { readFileSync, rmSync } from 'node:fs';

import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

rmSync(new URL('dist', import.meta.url), { recursive: true, force: true });

await build({
	absWorkingDir: new URL('.', import.meta.url).pathname,
	entryPoints: { gradus: 'src/cli/entry.ts', precompile: 'src/cli/precompile.ts' },
	outdir: 'dist',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20.17',
	external: ['better-sqlite3'],
	minify: true,
	lineLimit: 160,
	legalComments: 'linked',
	define: { GRADUS_VERSION: JSON.stringify(version) },
	banner: { js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);" },
	logLevel: 'warning',
});

const { precompileShippedDecks } = await import('./dist/precompile.js');
await precompileShippedDecks(new URL('.', import.meta.url).pathname);
