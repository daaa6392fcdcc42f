import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { generateDeck } from '../../bench/generate-deck.ts';
import { checkDeck } from '../../src/authoring/check-deck.ts';
import { checkShare, type JoinedCheck, joinShares } from '../../src/authoring/check-in-shares.ts';
import type { Levels } from '../../src/authoring/settings.ts';
import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { writeDeck } from '../deck/deck-fixture.ts';
import { projectFolder } from '../docs/made-blocks.ts';

const shipped = join(projectFolder, 'decks/mastery');

/** By two threads that share nothing but what can be sent from one to the other. */
function joined(folder: string, middle: number, units: number, levels: Levels = new Map()): JoinedCheck | undefined {
	const shares = [{ from: 'first', turn: counting(units - middle) } as const, { from: 'last', turn: counting(middle) } as const].map(
		(share) => checkShare(openDeckFolder(folder), share, levels),
	);
	const sent = shares.flatMap((share) => (share === undefined ? [] : [structuredClone(share)]));
	return sent.length < shares.length ? undefined : joinShares(openDeckFolder(folder), sent, levels);
}

/** @param taken by the other thread. */
function counting(taken: number): () => number {
	let turn = taken;
	return () => turn++;
}

function expectTheSame(folder: string, units: number, levels: Levels = new Map()): void {
	const whole = checkDeck(openDeckFolder(folder), { levels });
	for (const middle of new Set([1, Math.ceil(units / 2)])) {
		const join = joined(folder, middle, units, levels);
		expect(join?.diagnostics).toEqual(whole.diagnostics);
		expect(join).toMatchObject({
			silenced: whole.silenced,
			units,
			questions: whole.deck?.units.reduce((sum, { questions }) => sum + questions.length, 0),
			deck: { id: whole.deck?.id, title: whole.deck?.title },
		});
		expect(join?.named.toSorted()).toEqual(whole.named.toSorted());
	}
}

/** The shipped deck with another text in place of some. */
function shippedWith(change: (name: string, text: string) => string): string {
	const names = readdirSync(shipped);
	return writeDeck(
		Object.fromEntries(
			names.map((name) => [
				name,
				name.endsWith('.yaml') ? change(name, readFileSync(join(shipped, name), 'utf8')) : readFileSync(join(shipped, name)),
			]),
		),
	);
}

/** One question a unit that is the same in all of them, with the longest option right, and a comment that silences this in one unit. */
const loud = shippedWithTwins();

function shippedWithTwins(): (name: string, text: string) => string {
	const twin = (
		name: string,
	) => `${name.startsWith('04') ? '  # gradus-ignore longest-option: to see it silenced\n' : ''}  - id: twin-of-all
    section: SECTION
    stem: Which of these does every unit of this deck ask in the very same words?
    answer: This one, which is moreover by far the longest of all the options
    distractors: [That one, Another]
    explanation: It stands in each of them, for a test.
`;
	return (name, text) => {
		if (name === 'deck.yaml') return `# gradus-ignore clang: for a test\n${text}`;
		const section = /^ {2}- id: (\S+)$/mu.exec(text)?.[1] ?? '';
		return text.replace(/^questions:\n/mu, (head) => head + twin(name).replace('SECTION', section));
	};
}

describe('a deck that is checked in shares', () => {
	it('is told the same as when it is checked whole', () => {
		expectTheSame(shipped, 5);
		const folder = shippedWith(loud);
		const { diagnostics } = checkDeck(openDeckFolder(folder));
		expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['longest-option', 'similar-stems', 'unused-silencer']));
		expectTheSame(folder, 5);
		expectTheSame(folder, 5, new Map([['longest-option', 'error'] as const, ['similar-stems', 'off'] as const]));
	});

	it('is told the same when a program wrote it', () => {
		const folder = join(mkdtempSync(join(tmpdir(), 'gradus-shares-')), 'deck');
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		generateDeck(folder, 300, 3);
		expectTheSame(folder, 6);
	});

	it('is told the same where two units ask from one pool, and a comment in it silences a rule', () => {
		const unit = (id: string) => `unit: ${id}
title: Unit ${id}
draw: 1
sections: [{id: part, title: A part, objective: Name it, text: It has a name.}]
pools: [pool.yaml]
`;
		const folder = writeDeck({
			'deck.yaml': 'deck: twice\ntitle: Twice\nunits: [a.yaml, b.yaml]\n',
			'a.yaml': unit('a'),
			'b.yaml': unit('b'),
			'pool.yaml': `# gradus-ignore longest-option: to see it silenced
- id: which
  section: part
  stem: Which of these is meant here?
  answer: This one, which is moreover by far the longest of all the options
  distractors: [That one, Another]
  explanation: It stands here for a test.
`,
		});
		expect(checkDeck(openDeckFolder(folder)).silenced).toBe(1);
		expectTheSame(folder, 2);
	});

	it.each([
		['a fault of form', (name: string, text: string) => (name.startsWith('05') ? text.replace('title:', 'titel:') : text)],
		[
			'a fault that only shows in the whole',
			(name: string, text: string) => (name.startsWith('05') ? text.replace(/^unit: .*$/mu, 'unit: idea') : text),
		],
		['a unit that is required and not there', (_: string, text: string) => text.replace(/^requires: .*$/mu, 'requires: [nowhere]')],
		['a setting for no rule', (name: string, text: string) => (name === 'deck.yaml' ? `${text}check: {longst-option: off}\n` : text)],
	])('is left to be checked whole where it has %s', (_, change) => {
		const folder = shippedWith(change);
		expect(checkDeck(openDeckFolder(folder)).diagnostics).not.toEqual([]);
		for (const middle of [1, 4]) expect(joined(folder, middle, 5)).toBeUndefined();
	});
});
