import { describe, expect, it } from 'vitest';

import { testWiseRate } from '../../src/authoring/cues/test-wise.ts';
import type { ChoiceQuestion } from '../../src/model/deck.ts';
import { choice, multiple, number, text, trueFalse } from '../engine/builders.ts';

/** The first option is the key, unless another is named. */
function asked(stem: string, options: readonly string[], { key = 0, fixed = false } = {}): ChoiceQuestion {
	return choice('q', 'only', { stem, fixed, options: options.map((each, index) => ({ text: each, right: index === key })) });
}

describe('the test-wise guesser', () => {
	it.each([
		{ cue: 'none', of: asked('Which colour?', ['red', 'tan', 'sky', 'ivy']), rate: 1 / 4 },
		{
			cue: 'the longest by far',
			of: asked('What is a branch?', ['A name for one commit that moves', 'A copy of it', 'A folder of it', 'A tag of it']),
			rate: 1,
		},
		{
			cue: 'a long distractor',
			of: asked('What is a branch?', ['A folder of it', 'A name for one commit that moves', 'A tag of it']),
			rate: 0,
		},
		{ cue: 'the longest by little', of: asked('Which colour?', ['violet', 'tan', 'sky', 'ivy']), rate: 1 },
		{ cue: 'all of the above', of: asked('Which colour?', ['All of the above', 'A rather long shade of violet indeed', 'sky']), rate: 1 },
		{ cue: 'none of the above', of: asked('Which colour?', ['red', 'tan', 'sky', 'None of the above']), rate: 1 / 3 },
		{ cue: 'none of the above as the key', of: asked('Which colour?', ['red', 'tan', 'None of the above'], { key: 2 }), rate: 0 },
		{ cue: 'an absolute term', of: asked('When is it red?', ['at dawn', 'at noon', 'always']), rate: 1 / 2 },
		{ cue: 'a fixed order', of: asked('How many?', ['10', '20', '30', '40'], { key: 1, fixed: true }), rate: 1 / 2 },
		{ cue: 'a fixed order with the key at its end', of: asked('How many?', ['10', '20', '30', '40'], { fixed: true }), rate: 0 },
		{ cue: 'a fixed order of two', of: asked('Which?', ['yes', 'not'], { fixed: true }), rate: 1 / 2 },
		{ cue: 'an article', of: asked('A shape of six sides is an', ['ellipse', 'cubical', 'triangl']), rate: 1 },
	])('with $cue is right with a chance of $rate', ({ of, rate }) => {
		expect(testWiseRate(of, true)).toBeCloseTo(rate, 12);
	});

	it('sees only lengths and order in other languages', () => {
		expect(testWiseRate(asked('Welche Farbe?', ['rot', 'tan', 'None of the above'], { key: 2 }), false)).toBe(1);
	});

	it('guesses blindly where several are right, and at true or false; what must be typed gives nothing away', () => {
		expect([multiple(), trueFalse(true), text(['a']), number(1)].map((question) => testWiseRate(question, true))).toEqual([
			1 / 15,
			1 / 2,
			0,
			0,
		]);
	});
});
