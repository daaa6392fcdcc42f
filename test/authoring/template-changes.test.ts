import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import { inPool } from '../../src/authoring/example.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { openExample } from './example-folder.ts';

const current = `- id: current
  section: commits
  type: number
  vars: {v: {int: [2, 24], step: 2}, r: {pick: [10, 20, 50]}}
  where: v < r
  stem: "{v} V and {r} Ω?"
  answer: "= v / r"
  tolerance: 1%
  unit: A
  explanation: It is {v} over {r}.
`;

const plain = current.replace(/ {2}vars.*\n {2}where.*\n/u, '').replace('= v / r', '2');

function told(before: string, after: string): readonly string[] {
	const { deck } = loadDeck(openExample(inPool(before)));
	if (deck === undefined) throw new Error('the version before has faults');
	const { diagnostics, sources } = checkDeck(openExample(inPool(after)), { before: deck });
	return diagnostics
		.filter(({ code }) => code === 'changed-key')
		.map(({ message, place }) => {
			const at = sources.get(place.file)?.slice(place.span?.start, place.span?.end);
			return `${/^Of `current`, (.*) changed, so/u.exec(message)?.[1]} (at ${at})`;
		});
}

describe('a change of a question that draws its values', () => {
	it.each([
		['the range of a variable', '[2, 24]', '[2, 40]', ['what is drawn (at vars)']],
		['the condition', 'v < r', 'v <= r', ['what is drawn (at vars)']],
		['the key', '= v / r', '= r / v', ['the key (at "= r / v")']],
		['the tolerance', '1%', '2%', ['the tolerance (at tolerance)']],
		['the unit', 'unit: A', 'unit: mA', ['the unit (at unit)']],
		['the explanation', 'It is', 'That is', []],
	])('is told as what it is: %s', (_, from, to, expected) => {
		expect(current).toContain(from);
		expect(told(current, current.replace(from, to))).toEqual(expected);
	});

	it('is told where it did not draw them before', () => {
		expect(told(plain, current)).toEqual(['what is drawn (at vars)']);
		expect(told(current, plain)).toEqual(['what is drawn (at "2")']);
	});
});
