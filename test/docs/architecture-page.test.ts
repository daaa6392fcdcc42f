import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { type Room, rooms } from '../architecture/rooms.ts';
import { projectFolder, tableOf, withMadeBlocks } from './made-blocks.ts';

const file = join(projectFolder, 'src/README.md');
const page = readFileSync(file, 'utf8');

function importTable(): string {
	return tableOf(
		['room', 'may import', 'packages', 'modules of Node', 'because'],
		Object.entries(rooms).map(([name, room]) => [
			`\`${name}\``,
			spans(room.mayImport.map((other) => (other.includes('/') ? `src/${other}` : other))) || 'nothing',
			spans(room.packages) || 'none',
			nodeModules(name, room),
			room.because,
		]),
	);
}

function nodeModules(name: string, { node }: Room): string {
	if (typeof node === 'string') return node;
	return Object.entries(node.only)
		.map(([inside, modules]) => `${spans(modules)} in \`src/${name}/${inside}\``)
		.join('; ');
}

function spans(names: readonly string[]): string {
	return names.map((name) => `\`${name}\``).join(', ');
}

/** A path as the page writes it: from the project's folder. A folder ends in `/`. */
const namedPath = /`((?:src|test|bench|bin|decks|dist)\/[\w./-]*|build\.js|[\w.-]+\.(?:json|config\.ts))`/gu;

/** `dist/` is made by the build. */
const paths = [...page.matchAll(namedPath)].map(([, path]) => path ?? '').filter((path) => !path.startsWith('dist/'));

describe('src/README.md', () => {
	it('shows the rooms and the import table as the test of imports holds them', async () => {
		await expect(withMadeBlocks(page, { rooms: importTable() })).toMatchFileSnapshot(file);
		const diagram = /```text\n.*?```/su.exec(page)?.[0] ?? '';
		expect(Object.keys(rooms).filter((name) => !new RegExp(`\\b${name}\\b`, 'u').test(diagram))).toEqual([]);
	});

	it('names no file or folder that is missing', () => {
		expect(paths.length).toBeGreaterThan(30);
		expect(paths.filter((path) => !existsSync(join(projectFolder, path)))).toEqual([]);
	});

	it('follows an answer and a check through functions that stand where it says', () => {
		const steps = [...page.matchAll(/^\| \d+ \| (`\w+`(?:, `\w+`)*) \| `([\w./-]+)` \|/gmu)].flatMap(([, names = '', path = '']) =>
			(names.match(/\w+/gu) ?? []).map((name) => ({ name, path })),
		);
		expect(steps.length).toBeGreaterThan(30);
		const isDeclared = ({ name, path }: (typeof steps)[number]) =>
			new RegExp(`(?:function|const|class) ${name}\\b|^\\t+(?:async )?${name}\\(`, 'mu').test(
				readFileSync(join(projectFolder, path), 'utf8'),
			);
		expect(steps.filter((step) => !isDeclared(step))).toEqual([]);
	});
});
