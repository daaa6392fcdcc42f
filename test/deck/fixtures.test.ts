import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { fixtureFolder, fixtures, renderDeck, renderDiagnostics } from './deck-fixture.ts';

/** The names of a kind, with and without what they should say. */
function fixturesOf(kind: 'ok' | 'err') {
	const folder = path.join(fixtures, kind);
	const names = readdirSync(folder);
	const cases = names
		.filter((name) => !name.endsWith('.out'))
		.map((name) => {
			const point = path.basename(name, '.yaml');
			const out = path.join(folder, `${point}.out`);
			return { point, fixture: path.join(folder, name), out, expected: existsSync(out) };
		});
	const strays = names.filter((name) => name.endsWith('.out') && !cases.some(({ point }) => `${point}.out` === name));
	return { cases, strays };
}

const sound = fixturesOf('ok');
const faulty = fixturesOf('err');

describe('a deck with faults', () => {
	it.each(faulty.cases)('says where and what: $point', async ({ fixture, out }) => {
		const loaded = loadDeck(openDeckFolder(fixtureFolder(fixture)));
		expect(loaded.deck).toBeUndefined();
		expect(loaded.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
		await expect(renderDiagnostics(loaded)).toMatchFileSnapshot(out);
	});
});

describe('a sound deck', () => {
	it.each(sound.cases)('is read: $point', async ({ fixture, out }) => {
		const loaded = loadDeck(openDeckFolder(fixtureFolder(fixture)));
		expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(loaded.deck).toBeDefined();
		await expect(renderDiagnostics(loaded) + renderDeck(loaded)).toMatchFileSnapshot(out);
	});
});

describe('the fixtures', () => {
	it('have an .out each', () => {
		expect([...sound.cases, ...faulty.cases].filter(({ expected }) => !expected).map(({ point }) => point)).toEqual([]);
	});

	it('leave no .out without a fixture', () => {
		expect([...sound.strays, ...faulty.strays]).toEqual([]);
	});
});
