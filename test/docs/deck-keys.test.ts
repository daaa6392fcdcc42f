import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import type { Question } from '../../src/model/deck.ts';
import { misgraded } from './graded-keys.ts';
import { projectFolder } from './made-blocks.ts';

const shelf = join(projectFolder, 'decks');
const shipped = readdirSync(shelf).filter((name) => existsSync(join(shelf, name, 'deck.yaml')));

describe('a shipped deck', () => {
	it('is there', () => {
		expect(shipped).toContain('mastery');
	});

	it.each(shipped)('loads without a word, and grades its own keys and distractors as they are meant: %s', (name) => {
		const { deck, diagnostics } = loadDeck(openDeckFolder(join(shelf, name)));
		expect(diagnostics).toEqual([]);
		const questions = deck?.units.flatMap((unit) => unit.questions) ?? [];
		expect(questions.length).toBeGreaterThan(0);
		expect(questions.flatMap(misgraded)).toEqual([]);
	});
});

describe('the grading of keys', () => {
	it('tells a key that is not accepted, and a distractor that is', () => {
		const base = { id: 'q', section: 's', stem: '?', explanation: '.', hints: [], tags: [], also: [], fingerprint: 'f' };
		const match = { case: 'ignore', accents: 'note', typos: 0 } as const;
		const half: Question = { ...base, type: 'number', key: '1', value: 2, accept: { kind: 'exact' } };
		const greedy: Question = { ...base, type: 'text', keys: ['blob'], match, pattern: '.*' };
		expect(misgraded(half)).toEqual(['q: {"type":"number","typed":"1"} is graded missed, expected right']);
		expect(misgraded(greedy)).toHaveLength(1);
	});
});
