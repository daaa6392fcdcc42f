import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { grade } from '../../src/engine/grade.ts';
import type { AskAgain, Grading, Verdict } from '../../src/model/attempt.ts';
import type { ClozeQuestion, TextMatch } from '../../src/model/deck.ts';
import { cloze, outcomeOf, propertySeed, text } from './builders.ts';

/** Texts for the blanks in turn. */
function gradeFilled(question: ClozeQuestion, ...typed: readonly string[]): Grading {
	return grade(question, {
		type: 'cloze',
		filled: typed.map((words, index) => ({ blank: question.blanks[index]?.id ?? '', typed: words })),
	});
}

const verdict = (given: Verdict): Grading => ({ gradable: true, verdict: given });
const again = (given: AskAgain): Grading => ({ gradable: false, again: given });
const right = verdict({ kind: 'right' });

const question = cloze([['HEAD', '@'], ['branch'], ['café']], { match: { typos: 'auto' } });

describe('a cloze', () => {
	it('is right when every blank is, by any of its keys', () => {
		expect(gradeFilled(question, 'head', 'Branch', 'café')).toEqual(right);
		expect(gradeFilled(question, ' @ ', 'ｂranch', 'CAFÉ')).toEqual(right);
	});

	it('counts whatever order its blanks are given in', () => {
		const filled = [
			{ blank: 'third', typed: 'café' },
			{ blank: 'first', typed: '@' },
			{ blank: 'second', typed: 'branch' },
		];
		expect(grade(question, { type: 'cloze', filled })).toEqual(right);
	});

	it('says what was accepted in spite of accents or typos, blank by blank', () => {
		expect(gradeFilled(question, '@', 'brnach', 'cafe')).toEqual(
			verdict({
				kind: 'right',
				blanks: [
					{ blank: 'second', as: 'branch', despite: 'typos' },
					{ blank: 'third', as: 'café', despite: 'accents' },
				],
			}),
		);
	});

	it('is missed when one blank is, and says of each whether it was right', () => {
		expect(gradeFilled(question, '@', 'brnach', 'tea')).toEqual(
			verdict({
				kind: 'missed',
				partly: {
					of: 'blanks',
					blanks: [
						{ blank: 'first', right: true },
						{ blank: 'second', right: true, accepted: { as: 'branch', despite: 'typos' } },
						{ blank: 'third', right: false },
					],
				},
			}),
		);
	});

	it('does not take the key of one blank for that of another', () => {
		expect(outcomeOf(gradeFilled(cloze([['one'], ['two']]), 'two', 'one'))).toBe('missed');
	});

	it.each<readonly [Partial<TextMatch>, string]>([
		[{ case: 'exact' }, 'Branch'],
		[{ accents: 'exact' }, 'bránch'],
		[{ typos: 0 }, 'brnch'],
	])('holds every blank to the rules of the question: %j misses %s', (match, typed) => {
		const loose: TextMatch = { case: 'ignore', accents: 'note', typos: match.typos === undefined ? 0 : 1 };
		expect(outcomeOf(gradeFilled(cloze([['main'], ['branch']], { match: loose }), 'main', typed))).toBe('right');
		expect(outcomeOf(gradeFilled(cloze([['main'], ['branch']], { match: { ...loose, ...match } }), 'main', typed))).toBe('missed');
	});

	it('grades each blank as a question of its own would', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'A', 'e', 'é', 'ß', 's', ' '), maxLength: 6 });
		const rules: fc.Arbitrary<TextMatch> = fc.record({
			case: fc.constantFrom('ignore', 'exact'),
			accents: fc.constantFrom('note', 'exact', 'ignore'),
			typos: fc.constantFrom<TextMatch['typos']>(0, 1, 2, 'auto'),
		});
		const keys = fc.array(word, { minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(fc.array(fc.tuple(keys, word), { minLength: 1, maxLength: 4 }), rules, (blanks, match) => {
				const alone = blanks.map(([own, typed]) => outcomeOf(grade(text(own, { match }), { type: 'text', typed })));
				const together = gradeFilled(
					cloze(
						blanks.map(([own]) => own),
						{ match },
					),
					...blanks.map(([, typed]) => typed),
				);
				if (alone.includes('again: empty')) expect(outcomeOf(together)).toBe('again: empty');
				else expect(outcomeOf(together)).toBe(alone.every((outcome) => outcome === 'right') ? 'right' : 'missed');
			}),
			{ seed: propertySeed, numRuns: 500 },
		);
	});
});

describe('a cloze that cannot be graded is asked again', () => {
	it('with the numbers of the blanks left empty', () => {
		expect(gradeFilled(question, '@', ' ', 'café')).toEqual(again({ kind: 'empty', blanks: [2] }));
		expect(gradeFilled(question, '\u200b', 'branch', '')).toEqual(again({ kind: 'empty', blanks: [1, 3] }));
	});

	it('with those that were not given at all', () => {
		expect(gradeFilled(question, '@')).toEqual(again({ kind: 'empty', blanks: [2, 3] }));
	});

	it('without numbers where nothing was given', () => {
		expect(gradeFilled(question, '', ' ', '\t')).toEqual(again({ kind: 'empty' }));
		expect(gradeFilled(question)).toEqual(again({ kind: 'empty' }));
		expect(gradeFilled(cloze([['only']]), '')).toEqual(again({ kind: 'empty' }));
	});

	it('where one text is too long, and two thousand characters are not', () => {
		expect(gradeFilled(question, '@', 'a'.repeat(2_001), '')).toEqual(again({ kind: 'too-long', limit: 2_000 }));
		expect(outcomeOf(gradeFilled(question, '@', 'a'.repeat(2_000), 'café'))).toBe('missed');
	});
});

describe('an answer that no cloze asked for', () => {
	it('is a bug: a blank of another question, or one filled twice', () => {
		const first = { blank: 'first', typed: '@' };
		expect(() => grade(question, { type: 'cloze', filled: [first, { blank: 'fourth', typed: 'x' }] })).toThrow(
			'"fourth" is not a blank of cloze',
		);
		expect(() => grade(question, { type: 'cloze', filled: [first, first] })).toThrow('the blank "first" of cloze was filled twice');
	});
});
