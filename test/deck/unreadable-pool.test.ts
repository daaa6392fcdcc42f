import { describe, expect, it } from 'vitest';

import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { readDeck } from '../../src/deck/load-deck.ts';
import { smallDeck, smallUnit, writeDeck } from './deck-fixture.ts';

const unit = smallUnit.replace('sections:', 'pools: [more.yaml]\nsections:');
const question = '{id: r, section: s, stem: What?, explanation: So., answer: a, distractors: [b]}';

function unitsOf(pool: Readonly<Record<string, string>>) {
	return readDeck(openDeckFolder(writeDeck({ 'deck.yaml': smallDeck, 'unit.yaml': unit, ...pool })), 50).units;
}

describe('a unit with a pool', () => {
	it('is there with the questions of both', () => {
		expect(unitsOf({ 'more.yaml': `- ${question}\n` }).map((reading) => reading.unit?.questions.length)).toEqual([2]);
	});

	it.each([
		['is missing', {}],
		['is not YAML', { 'more.yaml': `- ${question}]\n` }],
		['is empty', { 'more.yaml': '# nothing yet\n' }],
		['is no list', { 'more.yaml': `q: ${question}\n` }],
	])('is not taken for a smaller one when the pool %s', (_, pool) => {
		const [reading] = unitsOf(pool);
		expect(reading?.unit).toBeUndefined();
		expect(reading?.questions.map(({ value }) => value?.id)).toEqual(['q']);
	});
});
