// What the rules about item writing share: words, cues and likeness, each by itself.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cuesOf } from '../../src/authoring/cues/cues.ts';
import { firstAlike } from '../../src/authoring/cues/similarity.ts';
import { findWord, holdsPhrase, rootOf, shownText, wordsOf } from '../../src/authoring/cues/words.ts';
import type { ChoiceQuestion } from '../../src/model/deck.ts';

describe('the words of a text', () => {
	it.each([
		['`git add` and **bold** _words_', 'git add and bold words'],
		['[a link](https://example.org)', 'a link'],
		['snake_case, 2 * 3 and 2*3', 'snake_case, 2 * 3 and 2*3'],
		['before\n```js\nlet x\n```\nafter', 'before\n \nafter'],
		['plain', 'plain'],
	])('%j is shown as %j', (markdown, shown) => {
		expect(shownText(markdown)).toBe(shown);
	});

	it('are in lower case, without marks', () => {
		expect(wordsOf("Don’t say *Über-cool*, say `x_1`: it's 3.5!")).toEqual([
			"don't",
			'say',
			'über',
			'cool',
			'say',
			'x_1',
			"it's",
			'3',
			'5',
		]);
		expect(wordsOf('___')).toEqual([]);
	});

	it.each([
		['commits', 'committed', 'committing', 'commit'],
		['studies', 'studied', 'study'],
		['branches', 'branch', 'branched'],
		['makes', 'make', 'making'],
		['rises', 'rise', 'rising'],
		["learner's", 'learners', 'learner'],
	])('%s and its forms share a root', (...words) => {
		expect(new Set(words.map(rootOf)).size).toBe(1);
	});

	it('of other subjects have other roots', () => {
		const words = ['commit', 'common', 'bus', 'use', 'this', 'class', 'analysis', 'index', 'red', 'need'];
		expect(new Set(words.map(rootOf)).size).toBe(words.length);
	});

	it('are found whole', () => {
		expect(holdsPhrase('the index holds', 'index')).toBe(true);
		expect(holdsPhrase('reindex indexes index', 'index')).toBe(true);
		expect(holdsPhrase('reindex indexes', 'index')).toBe(false);
		expect(holdsPhrase('x = [] here', '[]')).toBe(true);
		expect(holdsPhrase('anything', '')).toBe(false);
		expect(findWord('unmade made makes', 'mak', () => true)).toBe('makes');
		expect(findWord('unmade', 'mad', () => true)).toBeUndefined();
	});
});

describe('the cues of a question', () => {
	const question = (stem: string, ...texts: readonly string[]): ChoiceQuestion => ({
		id: 'q',
		section: 's',
		fingerprint: '',
		type: 'choice',
		stem,
		explanation: '',
		hints: [],
		tags: [],
		also: [],
		fixed: false,
		options: texts.map((text, index) => ({ text, right: index === 0 })),
	});

	it('name options by their place, whichever is right', () => {
		expect(cuesOf(question('Why do volcanoes erupt?', 'Gas', 'A volcano never sleeps', 'All of the above', 'None of these'), true)).toEqual(
			{
				longest: 1,
				allOfTheAbove: 2,
				noneOfTheAbove: 3,
				absolute: [1],
				clang: 1,
			},
		);
		expect(cuesOf(question('It is an', 'owl', 'emu', 'duck'), true)).toEqual({ longest: 2, absolute: [], agreeing: [0, 1] });
		expect(cuesOf(question('Which?', 'ab', 'cd'), true)).toEqual({ absolute: [] });
	});

	it('are those of length alone in a deck that is not English', () => {
		expect(cuesOf(question('An', 'Never in the world so long', 'owl'), false)).toEqual({ longest: 0, muchLonger: 0, absolute: [] });
	});
});

describe('similar texts', () => {
	/** By the definition: each with each. */
	function firstAlikeByBruteForce(texts: readonly (readonly string[])[], families: readonly (string | undefined)[]) {
		const sets = texts.map((words) => new Set(words));
		return sets.map((own, index) => {
			for (let first = 0; first < index; first++) {
				const other = sets[first] ?? new Set();
				if (own.size === 0 || (families[index] !== undefined && families[index] === families[first])) continue;
				const shared = [...own].filter((word) => other.has(word)).length;
				const either = own.size + other.size - shared;
				if (10 * shared >= 9 * either) return { first, shared, either };
			}
			return undefined;
		});
	}

	const family = fc.option(fc.constantFrom('a', 'b'), { nil: undefined });
	const wordFrom = (many: number) => fc.nat(many - 1).map((number) => `w${number}`);

	it.each([
		['few words, short texts', fc.array(wordFrom(3), { maxLength: 4 })],
		['few words, long texts', fc.array(wordFrom(14), { minLength: 8, maxLength: 60 })],
		['a frame with a blank or two', fc.tuple(fc.nat(2), fc.nat(2), fc.nat(30)).map(([a, b, size]) => [`a${a}`, `b${b}`, ...frame(size)])],
	])('are those that brute force finds: %s', (_, text) => {
		fc.assert(
			fc.property(fc.array(fc.tuple(text, family), { maxLength: 40 }), (drafts) => {
				const texts = drafts.map(([words]) => words);
				const families = drafts.map(([, each]) => each);
				expect(firstAlike(texts, (index) => families[index])).toEqual(firstAlikeByBruteForce(texts, families));
			}),
			{ seed: 1, numRuns: 100 },
		);
	});

	function frame(size: number): readonly string[] {
		return Array.from({ length: 18 + (size % 3) }, (_, index) => `f${index}`);
	}

	it.each([
		['all the same', () => ['one', 'text', 'again']],
		['all alike', (index: number) => [...frame(0), ...frame(1), `n${index}`]],
		['not quite alike', (index: number) => [...frame(0), `n${index}`, `m${index % 97}`]],
	])('of 10,000 are found without comparing each with each: %s', (_, textOf) => {
		let comparisons = 0;
		const texts = Array.from({ length: 10_000 }, (_text, index) => textOf(index));
		// Every comparison asks for both families first.
		firstAlike(texts, (index) => {
			comparisons += 1;
			return `${index}`;
		});
		expect(comparisons).toBeLessThan(100_000);
	});
});
