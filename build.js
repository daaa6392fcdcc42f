// Builds dist/: a tiny entry, one file for the program, and a file each for what is only sometimes needed (reading YAML,
// patterns, colours for code). CommonJS, because Node 20 starts one such file faster than a graph of modules.
// Then reads the shipped decks once, so that a learner's first start does not have to.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
/** Built aside and put in place at the end, so that a program that is running never finds half of it. */
const site = join(root, `.dist-${process.pid}`);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** A digest of all that goes in: what one program worked out and kept is only believed by the very same program. */
const identity = ['build.js', 'package.json', ...sourceFiles()]
	.reduce((digest, path) => digest.update(path).update(readFileSync(join(root, path))), createHash('sha256'))
	.digest('hex')
	.slice(0, 12);

function sourceFiles() {
	const entries = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).sort();
	return entries.filter((path) => path.endsWith('.ts')).map((path) => join('src', path));
}

/** What the program imports by `import()` and is not worth loading at every start. */
const apart = [
	'src/cli/main.ts',
	'src/cli/commands/check.ts',
	'src/cli/commands/explain.ts',
	'src/cli/commands/new.ts',
	'src/cli/commands/schema.ts',
	'src/cli/commands/author-map.ts',
	'src/cli/commands/collection.ts',
	'src/cli/commands/data.ts',
	'src/cli/commands/completion.ts',
	'src/cli/completing/rule-words.ts',
	'src/terminal/plain/plain-examiner.ts',
	'src/terminal/protocol/protocol-examiner.ts',
	'src/deck/load-deck.ts',
	'src/engine/match-pattern.ts',
];

/** Source of each file apart, by its name in dist/; grows as the program is followed. */
const entries = new Map([
	['entry', 'src/cli/entry.ts'],
	['precompile', 'src/cli/precompile.ts'],
	['check-worker', 'src/cli/checking/check-worker.ts'],
	...apart.map((path) => [basename(path, '.ts'), path]),
]);

const keepApart = {
	name: 'keep-apart',
	setup({ onResolve }) {
		onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
			const source = join(resolveDir, path).slice(root.length + 1);
			return kind === 'dynamic-import' && apart.includes(source) ? { path: `./${basename(source, '.ts')}.cjs`, external: true } : undefined;
		});
		onResolve({ filter: /^highlight\.js\// }, ({ kind, path }) => {
			if (kind !== 'dynamic-import') return undefined;
			const name = `highlight-${basename(path)}`;
			entries.set(name, require.resolve(path));
			return { path: `./${name}.cjs`, external: true };
		});
	},
};

/** @returns the sources that went in. */
async function bundle(name, source) {
	const { metafile } = await build({
		absWorkingDir: root,
		entryPoints: [{ in: source, out: name }],
		outdir: site,
		outExtension: { '.js': '.cjs' },
		bundle: true,
		format: 'cjs',
		platform: 'node',
		target: 'node20.17',
		external: ['better-sqlite3'],
		plugins: [keepApart],
		supported: { 'dynamic-import': false },
		minify: true,
		lineLimit: 160,
		legalComments: 'none',
		metafile: true,
		define: { GRADUS_VERSION: JSON.stringify(version), GRADUS_BUILD: JSON.stringify(identity) },
		logLevel: 'warning',
	});
	return Object.keys(metafile.inputs);
}

/** The licences of the packages that are bundled, in full: they ask to be passed on. */
function licencesOf(sources) {
	const packages = new Set(sources.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1] ?? []));
	const texts = [...packages].sort().map((name) => {
		const folder = join(root, 'node_modules', name);
		const { version: its, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
		return `${name} ${its} (${license})\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()}\n`;
	});
	return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

const sources = [];
for (const [name, source] of entries) sources.push(...(await bundle(name, source)));
writeFileSync(join(site, 'LICENSES.txt'), licencesOf(sources));
if (existsSync(join(root, 'decks'))) await require(join(site, 'precompile.cjs')).precompileShippedDecks(root, site);
rmSync(join(root, 'dist'), { recursive: true, force: true });
renameSync(site, join(root, 'dist'));
