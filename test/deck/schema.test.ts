import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { nearest } from '../../src/deck/diagnostics/nearest.ts';
import { benchmarkHelp, readBenchmark } from '../../src/deck/shape/benchmark.ts';
import { deckSchema, poolSchema, unitSchema } from '../../src/deck/shape/schema.ts';

describe('the schemas', () => {
	it.each([
		['deck', deckSchema],
		['unit', unitSchema],
		['pool', poolSchema],
	])('of a %s can be published as a JSON Schema of draft 7', (_, schema) => {
		const published = JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7' }));
		expect(published).toContain('http://json-schema.org/draft-07/schema#');
		expect(published).toContain('"additionalProperties":false');
	});

	it('publish whole numbers as numbers with their bounds', () => {
		const { properties } = z.toJSONSchema(deckSchema, { target: 'draft-7' });
		expect(properties?.['draw']).toMatchObject({ type: ['integer', 'string'], minimum: 1, maximum: 1_000 });
	});
});

describe('a benchmark', () => {
	it.each([
		['90%', 9_000],
		['90', 9_000],
		['87.5%', 8_750],
		['66.67 %', 6_667],
		['1', 100],
		['100%', 10_000],
		['99.99', 9_999],
	])('%s is %i hundredths of a percent', (text, points) => expect(readBenchmark(text)).toBe(points));

	it.each(['0.9', '.9', '0', '100.01', '101', '87.555', '-5', '9e1', '90 percent', '', '90%%', '٩٠'])('%j is none', (text) => {
		expect(readBenchmark(text)).toBeUndefined();
	});

	it.each([
		['0.9', 'Write 90%.'],
		['.875', 'Write 87.5%.'],
		['0.6667', 'Write 66.67%.'],
		['most', 'Write a percentage such as 90%.'],
	])('%s is answered with: %s', (text, help) => expect(benchmarkHelp(text)).toBe(help));
});

describe('the nearest word', () => {
	it.each([
		['choise', 'choice'],
		['Answer', 'answer'],
		['anwsers', 'answers'],
		['benchmrk', 'benchmark'],
		['x', undefined],
		['zebra', undefined],
		['', undefined],
	])('to %j is %j', (word, expected) => {
		expect(nearest(word, ['choice', 'answer', 'answers', 'benchmark', 'y'])).toBe(expected);
	});
});
