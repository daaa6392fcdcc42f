import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { projectFolder } from './made-blocks.ts';

const shelf = join(projectFolder, 'decks');
const shipped = readdirSync(shelf).filter((name) => existsSync(join(shelf, name, 'deck.yaml')));

describe('a shipped deck', () => {
	it('is there', () => {
		expect(shipped).toContain('mastery');
	});

	it.each(shipped)('can be learned, and nothing at all is said of it: %s', (name) => {
		const { deck, diagnostics } = checkDeck(openDeckFolder(join(shelf, name)));
		expect(diagnostics).toEqual([]);
		expect(deck?.units.flatMap((unit) => unit.questions).length).toBeGreaterThan(0);
	});
});
