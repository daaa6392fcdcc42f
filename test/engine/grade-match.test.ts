import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { grade } from '../../src/engine/grade.ts';
import type { Grading } from '../../src/model/attempt.ts';
import { match, propertySeed } from './builders.ts';

const question = match({ blob: 'content', tree: 'names', commit: 'history' }, [{ text: 'authors', feedback: 'A commit holds them.' }]);

/** Right sides by left side. */
function gradePaired(paired: Readonly<Record<string, string>>): Grading {
	return grade(question, { type: 'match', paired: Object.entries(paired).map(([left, right]) => ({ left, right })) });
}

function partly(...right: readonly boolean[]): Grading {
	const pairs = question.pairs.map(({ left }, index) => ({ left, right: right[index] ?? false }));
	return { gradable: true, verdict: { kind: 'missed', partly: { of: 'pairs', pairs } } };
}

describe('a match', () => {
	it('is right when every left side has its own, given in any order', () => {
		expect(gradePaired({ commit: 'history', blob: 'content', tree: 'names' })).toEqual({ gradable: true, verdict: { kind: 'right' } });
	});

	it('is missed when one is not, and says of each left side whether it was, in authored order', () => {
		expect(gradePaired({ commit: 'names', tree: 'history', blob: 'content' })).toEqual(partly(true, false, false));
		expect(gradePaired({ blob: 'content', tree: 'names', commit: 'authors' })).toEqual(partly(true, true, false));
	});

	it('takes a right side given twice for wrong at one of them', () => {
		expect(gradePaired({ blob: 'content', tree: 'content', commit: 'history' })).toEqual(partly(true, false, true));
		expect(gradePaired({ blob: 'authors', tree: 'authors', commit: 'authors' })).toEqual(partly(false, false, false));
	});

	it('is asked again while a left side has nothing', () => {
		const again: Grading = { gradable: false, again: { kind: 'empty' } };
		expect(gradePaired({ blob: 'content', commit: 'history' })).toEqual(again);
		expect(gradePaired({})).toEqual(again);
	});

	it('is right in one of all ways to give the sides', () => {
		const rights = ['content', 'names', 'history', 'authors'];
		fc.assert(
			fc.property(fc.shuffledSubarray(rights, { minLength: 3, maxLength: 3 }), ([blob = '', tree = '', commit = '']) => {
				const all = blob === 'content' && tree === 'names' && commit === 'history';
				const grading = gradePaired({ blob, tree, commit });
				expect(grading.gradable && grading.verdict.kind).toBe(all ? 'right' : 'missed');
			}),
			{ seed: propertySeed, numRuns: 200 },
		);
	});

	it('of sides that it does not have is a bug, and so is a left side paired twice', () => {
		expect(() => gradePaired({ tag: 'names' })).toThrow('"tag" is not a left side of match');
		expect(() => gradePaired({ blob: 'Content' })).toThrow('"Content" is not a right side of match');
		expect(() => gradePaired({ blob: 'tree' })).toThrow('"tree" is not a right side of match');
		const twice = { left: 'blob', right: 'content' };
		expect(() => grade(question, { type: 'match', paired: [twice, twice] })).toThrow('"blob" of match was paired twice');
	});
});
