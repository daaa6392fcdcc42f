import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { projectFolder, tableOf, withMadeBlocks } from './made-blocks.ts';

/** What is read of package.json, here and in packages. */
interface Manifest {
	readonly version: string;
	readonly license?: string;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly devDependencies?: Readonly<Record<string, string>>;
	readonly allowScripts?: Readonly<Record<string, boolean>>;
}

interface Locked extends Manifest {
	readonly integrity?: string;
	readonly resolved?: string;
	/** Absent: part of an installation of Gradus. */
	readonly dev?: boolean;
	readonly hasInstallScript?: boolean;
}

const file = join(projectFolder, 'docs/dependencies.md');
const page = readFileSync(file, 'utf8');
const manifest = manifestIn('.');
const { packages }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
	readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'),
);

const everyLocked = Object.entries(packages).filter(([path]) => path !== '');
const installed = everyLocked.filter(([, { dev }]) => dev !== true);
const licensesOfInstallation = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];
const licensesOfTools = [...licensesOfInstallation, 'MPL-2.0', '0BSD', 'Python-2.0'];

/** Package, version, license, size, date of release, use and reason, by the heading that its table stands under. */
const rows = page.split('\n## ').flatMap((part) => {
	const lines = part.split('\n').filter((line) => line.startsWith('| `'));
	return lines.map((line) => {
		const [name = '', version = '', license = '', size = '', released = '', use = '', reason = ''] = line.slice(2, -2).split(' | ');
		return { under: part.split('\n')[0] ?? '', name: name.replaceAll('`', ''), version, license, size, released, use, reason };
	});
});

function manifestIn(folder: string): Manifest {
	return JSON.parse(readFileSync(join(projectFolder, folder, 'package.json'), 'utf8'));
}

/** One of `MIT OR Apache-2.0` is enough; all of them must be known where they are joined by AND. */
function isAllowed(license: string | undefined, allowed: readonly string[]): boolean {
	const choices = (license ?? '').replaceAll(/[()]/gu, '').split(' OR ');
	return choices.some((choice) => choice.split(' AND ').every((each) => allowed.includes(each)));
}

/** `61 kB` in bytes. */
function bytesIn(size: string): number {
	const [, number, unit] = /^([\d.]+) (kB|MB)$/u.exec(size) ?? [];
	return Number(number) * (unit === 'MB' ? 1_000_000 : 1_000);
}

/** Bytes in the files of a package, without what its script compiled on this machine and what stands in a node_modules of its own. */
function sizeOf(name: string): number {
	const folder = join(projectFolder, 'node_modules', name);
	const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const compiled = packages[`node_modules/${name}`]?.hasInstallScript === true ? ['build', 'node_modules'] : ['node_modules'];
	const published = entries.filter((entry) => !compiled.some((own) => entry.startsWith(join(own, '/'))));
	return published
		.map((entry) => statSync(join(folder, entry)))
		.filter((entry) => entry.isFile())
		.reduce((sum, { size }) => sum + size, 0);
}

function installationTable(): string {
	const licenses = installed.map(([, { license = '' }]) => license.replaceAll(/[()]/gu, ''));
	const counts = [...new Set(licenses)].map((license) => [license, licenses.filter((each) => each === license).length] as const);
	const sorted = counts.toSorted(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
	const lines = sorted.map(([license, count]) => [license, String(count)]);
	return tableOf(['license', 'packages'], [...lines, ['all', String(installed.length)]]);
}

describe('docs/dependencies.md', () => {
	it('counts what an installation brings (to bring it up to date: npx vitest run test/docs --update)', async () => {
		await expect(withMadeBlocks(page, { installation: installationTable() })).toMatchFileSnapshot(file);
	});

	it('has every direct dependency, once', () => {
		const direct = [...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.devDependencies ?? {})];
		expect(rows.map(({ name }) => name).sort()).toEqual(direct.sort());
		expect(rows.filter(({ under }) => under === 'Installed with Gradus').map(({ name }) => name)).toEqual(
			Object.keys(manifest.dependencies ?? {}),
		);
	});

	it('gives the version and the license of each as locked and as installed', () => {
		const told = rows.map(({ name, version, license }) => ({ name, version, license }));
		const pick = (name: string, found: Manifest | undefined) => ({ name, version: found?.version, license: found?.license });
		expect(told).toEqual(rows.map(({ name }) => pick(name, packages[`node_modules/${name}`])));
		expect(told).toEqual(rows.map(({ name }) => pick(name, manifestIn(`node_modules/${name}`))));
	});

	it('gives the size of each, within a twentieth', () => {
		// A script of its own may put the program of this machine in its place.
		const still = rows.filter(({ name }) => packages[`node_modules/${name}`]?.hasInstallScript !== true);
		const off = still.filter(({ name, size }) => !(Math.abs(bytesIn(size) / sizeOf(name) - 1) < 0.05));
		expect(off.map(({ name, size }) => `${name}: ${size}, not ${sizeOf(name)}`)).toEqual([]);
	});

	it('says of each when it was released, what it does and why', () => {
		for (const { released, use, reason } of rows) {
			expect(released).toMatch(/^(\d{4}-\d\d-\d\d|unknown)$/u);
			expect(use).toMatch(/\w/u);
			expect(reason).toMatch(/\w/u);
		}
	});

	it('names the two majors of the one package that is installed, and no address', () => {
		expect(page).toContain(`\`${manifest.dependencies?.['better-sqlite3']}\``);
		expect(page).not.toMatch(/https?:|registry\.|npmjs/u);
	});

	it.runIf(existsSync(join(projectFolder, 'dist/LICENSES.txt')))('names what is bundled, with the licenses that are passed on', () => {
		const passedOn = readFileSync(join(projectFolder, 'dist/LICENSES.txt'), 'utf8').matchAll(/^(@?[\w./-]+) (\d\S*) \((.*)\)\n\n(.)/gmu);
		const bundled = [...passedOn].map(([, name = '', version, license]) => ({ name, version, license }));
		expect(bundled.length).toBeGreaterThan(10);
		const locked = bundled.map(({ name }) => ({ name, lock: packages[`node_modules/${name}`] }));
		expect(bundled).toEqual(locked.map(({ name, lock }) => ({ name, version: lock?.version, license: lock?.license })));
		expect(bundled.filter(({ license }) => !isAllowed(license, licensesOfInstallation))).toEqual([]);
		const direct = new Set(rows.map(({ name }) => name).filter((name) => name !== 'better-sqlite3'));
		expect(rows.filter(({ under }) => under === 'Bundled').map(({ name }) => name)).toEqual(
			bundled.map(({ name }) => name).filter((name) => direct.has(name)),
		);
		expect(bundled.filter(({ name }) => !page.includes(`\`${name}\``))).toEqual([]);
	});
});

describe('the packages of Gradus', () => {
	it('are pinned exactly, but for the two majors of better-sqlite3', () => {
		const { 'better-sqlite3': majors, ...others } = { ...manifest.dependencies, ...manifest.devDependencies };
		expect(majors).toMatch(/^\^12\.\d+\.\d+ \|\| \^13\.\d+\.\d+$/u);
		expect(Object.entries(others).filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
	});

	it('are locked as package.json asks for them, each with its hash and without an address', () => {
		const { dependencies, devDependencies } = packages[''] ?? {};
		expect({ dependencies, devDependencies }).toEqual({
			dependencies: manifest.dependencies,
			devDependencies: manifest.devDependencies,
		});
		expect(everyLocked.length).toBeGreaterThan(100);
		expect(everyLocked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/u.test(integrity ?? ''))).toEqual([]);
		expect(everyLocked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
	});

	it('have licenses that let the program be passed on', () => {
		const refused = (entries: typeof everyLocked, allowed: readonly string[]) =>
			entries.filter(([, { license }]) => !isAllowed(license, allowed)).map(([path, { license }]) => `${path}: ${license}`);
		expect(refused(installed, licensesOfInstallation)).toEqual([]);
		expect(refused(everyLocked, licensesOfTools)).toEqual([]);
	});

	it('have the licenses that the lockfile says, where they are installed', () => {
		const here = everyLocked.filter(([path]) => existsSync(join(projectFolder, path, 'package.json')));
		expect(here.length).toBeGreaterThan(100);
		const differing = here.filter(([path, { license }]) => manifestIn(path).license !== license);
		expect(differing.map(([path]) => path)).toEqual([]);
	});

	it('run one install script: that of better-sqlite3', () => {
		const scripted = (entries: typeof everyLocked) => entries.filter(([, { hasInstallScript }]) => hasInstallScript === true);
		expect(scripted(installed).map(([path]) => path)).toEqual(['node_modules/better-sqlite3']);
		expect(scripted(everyLocked).map(([path]) => path)).toEqual(['node_modules/better-sqlite3', 'node_modules/esbuild']);
		expect(manifest.allowScripts).toEqual({ 'better-sqlite3': true });
	});

	it('are installed by the lockfile alone, and without scripts, where the action builds Gradus', () => {
		const calls = readFileSync(join(projectFolder, 'action.yml'), 'utf8').match(/\bnpm .*/gu) ?? [];
		expect(calls.length).toBeGreaterThan(0);
		expect(calls.filter((call) => !call.startsWith('npm ci ') || !call.includes(' --ignore-scripts'))).toEqual([]);
	});
});
