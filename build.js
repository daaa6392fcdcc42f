// Builds dist/: a tiny entry, and the program in pieces, of which a run loads those that it needs (reading YAML, patterns, colors for
// code, each command). CommonJS, which Node 20 loads faster than modules.
// Then reads the shipped decks once, so that a learner's first start does not have to.
//
// node build.js [--if-changed]   with the option, only where dist/ was made from something else than what is here now

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

import { build, transform } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
/** Built aside and put in place at the end, so that a program that is running never finds half of it. */
const site = join(root, `.dist-${process.pid}`);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** A digest of all that goes in: what one program worked out and kept is only believed by the very same program. */
const identity = digestOf(['build.js', 'package.json', ...filesIn('src').filter((path) => path.endsWith('.ts'))]).slice(0, 12);

/** All that dist/ is made from: decks, packages and the Node that compiles go in too. */
const origin = `${identity} ${digestOf(['package-lock.json', ...filesIn('decks')])} ${process.version} ${process.arch}\n`;
const originFile = 'made-from.txt';

/** @returns hexadecimal SHA-256 of the names and contents of files; one that is not there counts by its name. */
function digestOf(paths) {
	const add = (digest, path) => digest.update(path).update(contentOf(join(root, path)));
	return paths.reduce(add, createHash('sha256')).digest('hex');
}

function contentOf(path) {
	return existsSync(path) ? readFileSync(path) : '';
}

/** Paths from the root, in an order that is the same everywhere. */
function filesIn(folder) {
	if (!existsSync(join(root, folder))) return [];
	const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
	return entries.flatMap((entry) => (entry.isFile() ? [relative(root, join(entry.parentPath, entry.name))] : [])).sort();
}

/** Files of dist/ that are called by name; all else is divided by what is imported when, each piece once. */
const entries = { main: 'src/cli/main.ts', 'check-worker': 'src/cli/checking/check-worker.ts' };
/** The same, of which the build itself is the caller. */
const alone = { precompile: 'src/cli/precompile.ts', 'compiled-code': 'src/cli/compiled-code.ts' };

const target = 'node20.17';
const define = { GRADUS_VERSION: JSON.stringify(version), GRADUS_BUILD: JSON.stringify(identity) };
const commonJs = {
	platform: 'node',
	target,
	supported: { 'dynamic-import': false },
	minify: true,
	lineLimit: 160,
	legalComments: 'none',
};

/**
 * What stands for modules that libraries ask for, by name. Commands are no programs of their own. How many colors there are is decided
 * in src/cli/environment.ts. The lexer of Markdown takes long to load, and most questions are asked without it.
 */
const standIns = {
	'better-sqlite3': databaseLibrary(),
	bindings: `module.exports = () => require('better-sqlite3/build/Release/better_sqlite3.node')`,
	'node:child_process': `module.exports = {}`,
	marked: `module.exports = { marked: { lexer: (source) => require('marked').marked.lexer(source) } }`,
	'#supports-color': `export default { stdout: false, stderr: false }`,
};

/**
 * Its twelve small files load in a third of the time from the bundle. That copy is for the version it was made of, since its other part
 * is compiled and lies where its package puts it; another version, as newer Nodes have, is loaded as it is.
 */
function databaseLibrary() {
	const { version: its, dependencies = {} } = JSON.parse(readFileSync(join(root, 'node_modules/better-sqlite3/package.json'), 'utf8'));
	const asItIs = `module.exports = require('better-sqlite3')`;
	if (dependencies.bindings === undefined) return asItIs;
	return `let found;
		try { found = require('better-sqlite3/package.json').version; } catch {}
		if (found === ${JSON.stringify(its)}) module.exports = require('./node_modules/better-sqlite3');
		else ${asItIs};`;
}

const leaner = {
	name: 'leaner',
	setup({ onResolve, onLoad }) {
		const isOurs = (importer) => importer.startsWith(join(root, 'src'));
		const standIn = (path) => ({ path, namespace: 'stand-in' });
		onResolve({ filter: /^marked$/ }, ({ path, importer }) => (isOurs(importer) ? standIn(path) : undefined));
		onResolve({ filter: /^better-sqlite3/ }, ({ path, importer }) => (isOurs(importer) ? standIn(path) : { path, external: true }));
		onResolve({ filter: /^(bindings|node:child_process|#supports-color)$/ }, ({ path, importer }) =>
			isOurs(importer) ? undefined : standIn(path),
		);
		onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({ contents: standIns[path], resolveDir: root }));
	},
};

/** Cuts modules, and makes each piece CommonJS. @returns pieces by their name (`./main.cjs`), and the sources that went in. */
async function cutPieces() {
	const { metafile, outputFiles } = await build({
		absWorkingDir: root,
		entryPoints: { ...entries, ...alone },
		outdir: site,
		bundle: true,
		splitting: true,
		write: false,
		format: 'esm',
		platform: 'node',
		target,
		plugins: [leaner],
		minify: true,
		legalComments: 'none',
		metafile: true,
		define,
		logLevel: 'warning',
	});
	const pieces = new Map();
	for (const { path, text } of outputFiles) {
		const { code } = await transform(text, { ...commonJs, format: 'cjs' });
		pieces.set(`./${basename(path, '.js')}.cjs`, code.replace(/(require\("\.\/[\w-]+)\.js"\)/gu, '$1.cjs")'));
	}
	return { pieces, sources: Object.keys(metafile.inputs) };
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

/* ── What is needed together lies together ──────────────────────────────────────────────────────────────── */

/**
 * Pieces that every run of a kind loads are put into one file: to find and open a file takes longer than to load a piece. Each of them
 * stays a function that runs when it is first asked for; whoever asks from elsewhere finds a line in its old place that leads there.
 *
 * @param packs names of pieces, by the name of the file that they go into.
 */
function writePacked(pieces, packs) {
	const places = Object.fromEntries(packs.flatMap(([file, names]) => names.map((name) => [name, `./${file}`])));
	for (const [name, code] of pieces) {
		const place = places[name];
		writeFileSync(
			join(site, name),
			place === undefined ? code : `module.exports=require(${JSON.stringify(place)})(${JSON.stringify(name)});\n`,
		);
	}
	for (const [file, names] of packs) {
		const table = names.map((name) => `${JSON.stringify(name)}(exports,require,module){${pieces.get(name)}}`).join(',\n');
		const elsewhere = Object.fromEntries(Object.entries(places).filter(([, place]) => place !== `./${file}`));
		writeFileSync(join(site, file), `${packHead.replace('ELSEWHERE', JSON.stringify(elsewhere)).replace('PIECES', () => `{${table}}`)}\n`);
	}
}

const packHead = `"use strict";const elsewhere=ELSEWHERE,loaded=new Map();
function piece(name){const known=loaded.get(name);if(known!==undefined)return known.exports;
if(Object.hasOwn(elsewhere,name))return require(elsewhere[name])(name);if(!Object.hasOwn(pieces,name))return require(name);
const module={exports:{}};loaded.set(name,module);pieces[name].call(module.exports,module.exports,piece,module);return module.exports}
module.exports=piece;const pieces=PIECES;`;

/** What learners do most, from an empty record on: by the file that its pieces go into, unless an earlier one has them. */
const habits = [
	// With a record, which the first of these begins. The second has questions with values.
	['start.cjs', [['quiz', 'mastery', 'idea', '\x03'], ['quiz', 'git', 'objects', '\x03'], 'forget', ['map', 'mastery', '--json']]],
	[
		'sitting.cjs',
		[
			['quiz', 'mastery', 'idea', '\r', '?', '\r', '\x03'],
			['map', 'mastery', ' '],
			['home', '\x03'],
		],
	],
	['highlighting.cjs', [['read', 'git', 'objects', ' ', '\x03']]],
	// Once more: what is remembered of a deck is told without the rules.
	['checking.cjs', [['check', 'decks/mastery'], 'forget', ['check', 'decks/mastery']]],
	['rules.cjs', [['check', 'decks/mastery']]],
];

const asPath = (word) => (word.includes('/') ? join(root, word) : word);

/** Keys of a terminal are no words of a command line. */
const isKey = (word) => /^[\s?\x03]$/u.test(word);

/** @param forget called between runs that are to have nothing in common but what is on the disk. */
async function live(runs, forget = () => {}) {
	const home = mkdtempSync(join(tmpdir(), 'gradus-build-'));
	// As it will be installed.
	for (const [name, folder] of [
		['dist', site],
		['decks', join(root, 'decks')],
	])
		symlinkSync(folder, join(home, name), 'junction');
	try {
		for (const words of runs) {
			if (words === 'forget') forget();
			else
				await require(join(site, 'main.cjs')).main(
					words.filter((word) => !isKey(word)).map(asPath),
					learnerAt(home, ...words.filter(isKey)),
				);
		}
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

/** Names of the pieces that are loaded now. */
function loadedPieces() {
	return Object.keys(require.cache).flatMap((file) => (dirname(file) === site ? [`./${basename(file)}`] : []));
}

function forgetPieces() {
	for (const file of Object.keys(require.cache)) if (dirname(file) === site) delete require.cache[file];
}

async function findPacks() {
	const taken = new Set(Object.keys(alone).map((name) => `./${name}.cjs`));
	const packs = [];
	forgetPieces();
	for (const [file, runs] of habits) {
		await live(runs, forgetPieces);
		const names = loadedPieces().filter((name) => !taken.has(name));
		for (const name of names) taken.add(name);
		packs.push([file, names]);
	}
	forgetPieces();
	return packs;
}

/** Keeps what V8 compiles for these runs: with that, Node 20 starts in half the time. Read by src/cli/compiled-code.ts. */
async function layDownCompiledCode() {
	const { compiledCodeOf, runIn } = require(join(site, 'compiled-code.cjs'));
	forgetPieces();
	const scripts = new Map();
	const standard = Module._extensions['.cjs'];
	Module._extensions['.cjs'] = (module, file) => {
		const script = new Script(Module.wrap(readFileSync(file, 'latin1')), { filename: join(root, 'dist', basename(file)) });
		scripts.set(file, script);
		runIn(module, file, script);
	};
	try {
		for (const [file, runs] of habits) {
			await live(runs);
			// What later runs alone need of it would have to be read by all.
			writeFileSync(compiledCodeOf(join(site, file)), scripts.get(join(site, file)).createCachedData());
		}
	} finally {
		Module._extensions['.cjs'] = standard;
	}
}

/** By itself, so that nothing else is opened where it can answer at once. */
async function buildEntry() {
	const toProgram = {
		name: 'to-program',
		setup: ({ onResolve }) => onResolve({ filter: /\/main\.ts$/ }, () => ({ path: './main.cjs', external: true })),
	};
	const entryPoints = { entry: 'src/cli/entry.ts' };
	const outExtension = { '.js': '.cjs' };
	await build({
		...commonJs,
		absWorkingDir: root,
		entryPoints,
		outdir: site,
		outExtension,
		bundle: true,
		format: 'cjs',
		define,
		plugins: [toProgram],
	});
}

/** The words of src/cli/quick-answers.ts, as the whole program says them. */
async function prepareAnswers() {
	const { answersFile, preparedBy } = require(join(site, 'precompile.cjs'));
	writeFileSync(answersFile(site), JSON.stringify(preparedBy()));
}

/** Somebody with an empty record: at a terminal, where keys are given, which are pressed one after the other. */
function learnerAt(home, ...keys) {
	const [input, output, errors] = [new PassThrough(), new PassThrough().resume(), new PassThrough().resume()];
	if (keys.length === 0) input.end();
	else
		for (const stream of [input, output, errors]) Object.assign(stream, { isTTY: true, columns: 80, rows: 24, setRawMode: () => stream });
	keys.forEach((key, index) => {
		setTimeout(() => input.write(key), 400 * (index + 1));
	});
	const [now, newSeed, newId] = [() => 0, () => 1, () => '01900000-0000-7000-8000-000000000001'];
	const signals = { on: () => {}, off: () => {}, raise: () => {} };
	const variables = { HOME: home, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
	const places = { platform: 'linux', workingFolder: home, packageFolder: home, homeFolder: () => home };
	return { variables, ...places, input, output, errors, now, newSeed, newId, signals };
}

async function buildAll() {
	mkdirSync(site);
	const { pieces, sources } = await cutPieces();
	writePacked(pieces, []);
	writeFileSync(join(site, 'LICENSES.txt'), licencesOf(sources));
	if (existsSync(join(root, 'decks'))) {
		await require(join(site, 'precompile.cjs')).precompileShippedDecks(root, site);
		writePacked(pieces, await findPacks());
		if (Module.enableCompileCache === undefined) await layDownCompiledCode();
	}
	await buildEntry();
	await prepareAnswers();
	writeFileSync(join(site, originFile), origin);
	rmSync(join(root, 'dist'), { recursive: true, force: true });
	renameSync(site, join(root, 'dist'));
}

const isThere = contentOf(join(root, 'dist', originFile)).toString() === origin;
if (!process.argv.includes('--if-changed') || !isThere) await buildAll();
