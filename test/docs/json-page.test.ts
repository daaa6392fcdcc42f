import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { learnedWorld } from '../cli/learner-world.ts';
import { faultsOf, type Schema, schema } from '../cli/report-schema.ts';
import { packageFolder } from '../cli/run-program.ts';
import { fenced, projectFolder, tableOf, withMadeBlocks } from './made-blocks.ts';

const file = join(projectFolder, 'docs/json.md');
const page = readFileSync(file, 'utf8');

/** The command behind each report, as the example shows it. */
const commands: Readonly<Record<string, readonly string[]>> = {
	home: [],
	map: ['map', 'small'],
	history: ['history', 'small'],
	attempt: ['show', '01900000-0000-7000-8000-000000000001'],
	why: ['why', 'small', 'second'],
	bookmarks: ['bookmarks'],
	disputes: ['disputes'],
	learners: ['learners'],
	verify: ['data', 'verify'],
	decks: ['decks', 'list'],
};

const definitions = childrenOf(schema['definitions']);
const parts = Object.keys(definitions).filter((name) => !name.endsWith('Report'));

function childrenOf(part: unknown): Readonly<Record<string, Schema>> {
	return (part ?? {}) as Readonly<Record<string, Schema>>;
}

function listOf(part: unknown): readonly Schema[] {
	return Array.isArray(part) ? part : [];
}

/** The name of the part that a schema stands for. */
function partIn(part: Schema): string | undefined {
	const reference = part['$ref'] ?? listOf(part['allOf'])[0]?.['$ref'];
	return typeof reference === 'string' ? reference.replace('#/definitions/', '') : undefined;
}

function descriptionOf(part: Schema): string {
	const name = partIn(part);
	const own = part['description'];
	return typeof own === 'string' ? own : name === undefined ? '' : String(definitions[name]?.['description'] ?? '');
}

function typeOf(part: Schema): string {
	const name = partIn(part);
	if (name !== undefined) return `[${name}](#${name.toLowerCase()})`;
	if ('const' in part) return `\`${JSON.stringify(part['const'])}\``;
	if ('enum' in part)
		return listOf(part['enum'])
			.map((value) => `\`${JSON.stringify(value)}\``)
			.join(', ');
	if (part['type'] === 'array') return `list of ${typeOf(childrenOf(part)['items'] ?? {})}`;
	if (part['oneOf'] !== undefined) return 'one of those below';
	return Array.isArray(part['type']) ? part['type'].join(' or ') : String(part['type']);
}

type Row = readonly [key: string, type: string, description: string];

/** A row for each key, by where it stands: `a.b`, and `a[].b` in each item of a list. Parts that have a place of their own are not followed. */
function rowsOf(part: Schema, at: string): readonly Row[] {
	const required = listOf(part['required']).map(String);
	const own = Object.entries(childrenOf(part['properties'])).flatMap(([key, inside]): readonly Row[] => {
		const place = `${at}${at === '' ? '' : '.'}${key}`;
		return [[`${place}${required.includes(key) ? '' : '?'}`, typeOf(inside), descriptionOf(inside)], ...insideOf(inside, place)];
	});
	return [...own, ...listOf(part['oneOf']).flatMap((each) => (partIn(each) === undefined ? alternativeOf(each, at) : []))];
}

function insideOf(part: Schema, at: string): readonly Row[] {
	if (partIn(part) !== undefined) return [];
	const items = childrenOf(part)['items'];
	if (items !== undefined) return insideOf(items, `${at}[]`);
	const values = part['additionalProperties'];
	return typeof values === 'object' && values !== null ? insideOf(values as Schema, `${at}.*`) : rowsOf(part, at);
}

/** One of several shapes, told apart by a key that is always the same in it. */
function alternativeOf(part: Schema, at: string): readonly Row[] {
	const [key = '', mark = {}] = Object.entries(childrenOf(part['properties'])).find(([, inside]) => 'const' in inside) ?? [];
	const where = `${at}${at === '' ? '' : '.'}${key}`;
	const others = rowsOf(
		{ ...part, properties: Object.fromEntries(Object.entries(childrenOf(part['properties'])).filter(([name]) => name !== key)) },
		at,
	);
	return [[`${where}: ${JSON.stringify(mark['const'])}`, '', descriptionOf(part)], ...others];
}

function tableFor(part: Schema): string {
	const rows = rowsOf(part, '');
	return tableOf(
		['key', 'type', 'what it is'],
		rows.map(([key, type, description]) => [`\`${key}\``, type, description.replaceAll('|', '\\|')]),
	);
}

/** Lists cut to their first item. */
function brief(value: unknown): unknown {
	if (Array.isArray(value)) return value.slice(0, 1).map(brief);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, brief(inside)]));
}

/** Every path of the page is the same on every machine. */
function portable(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value).replaceAll(packageFolder, '/opt/gradus'));
}

async function reportSection(name: string): Promise<string> {
	const report: Schema = definitions[`${name}Report`] ?? {};
	const { run } = await learnedWorld();
	const argv = [...(commands[name] ?? []), '--json'];
	const { output } = await run(argv);
	const json = JSON.parse(output);
	expect(faultsOf(json)).toEqual([]);
	return [
		descriptionOf(report),
		tableFor(report),
		`\`gradus ${argv.join(' ')}\`:`,
		fenced('json', JSON.stringify(brief(portable(json)), undefined, 2)),
	].join('\n\n');
}

function partsSection(): string {
	return parts
		.map((name) => {
			const part = definitions[name] ?? {};
			const rows = rowsOf(part, '');
			const kind = rows.length > 0 ? [] : [`Type: ${typeOf(part)}.`];
			return [`### ${name}`, descriptionOf(part), ...kind, ...(rows.length === 0 ? [] : [tableFor(part)])].join('\n\n');
		})
		.join('\n\n');
}

describe('docs/json.md', () => {
	it('shows every report, its keys and its parts as they are (to bring it up to date: npx vitest run test/docs --update)', async () => {
		const sections = Object.fromEntries(
			await Promise.all(Object.keys(commands).map(async (name) => [name, await reportSection(name)] as const)),
		);
		await expect(withMadeBlocks(page, { ...sections, parts: partsSection() })).toMatchFileSnapshot(file);
	});

	it('names every report that has a shape, and no other', () => {
		const shapes = Object.keys(definitions).flatMap((name) =>
			name.endsWith('Report') ? [`gradus.${name.replace(/Report$/u, '')}/1`] : [],
		);
		const named = [...page.matchAll(/^\| `gradus [^`]*--json` \| `([^`]+)` \|$/gmu)].map(([, name]) => name);
		expect(named.sort()).toEqual(shapes.sort());
	});

	it('describes every key', () => {
		for (const [name, part] of Object.entries(definitions)) {
			for (const [key, , description] of rowsOf(part, '')) expect(description, `${name} ${key}`).toMatch(/\S/u);
		}
	});

	it('links to nothing that is missing', () => {
		const headings = [...page.matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) => heading.toLowerCase());
		const links = [...page.matchAll(/\]\(#([\w-]+)\)/gu)].map(([, link]) => link ?? '');
		expect(links.length).toBeGreaterThan(20);
		expect([...new Set(links)].filter((link) => !headings.includes(link))).toEqual([]);
	});
});
