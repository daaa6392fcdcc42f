// The decks on a subject: proven by running, and as well made as their rules cannot say.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { cuesOf } from '../../src/authoring/cues/cues.ts';
import { testWiseRate } from '../../src/authoring/cues/test-wise.ts';
import { guessRate } from '../../src/engine/luck.ts';
import { chanceOfAtLeast } from '../../src/engine/odds.ts';
import { type ChoiceQuestion, type Question, questionTypes } from '../../src/model/deck.ts';
import { projectFolder } from '../docs/made-blocks.ts';
import { languages, readProofs } from './proof.ts';
import { faultsOfProofs } from './prove.ts';

const decks = ['git', 'sql', 'regex', 'shell'].map((name) => {
	const folder = join(projectFolder, 'decks', name);
	return { name, folder, ...readProofs(folder) };
});
/** What is told of each deck when all has run. */
const told: string[] = [];

afterAll(() => {
	process.stdout.write(`${['deck    questions  proven  key longest (by chance)  played cues (by chance)', ...told].join('\n')}\n`);
});

describe.each(decks)('the deck $name', ({ name, folder, deck, questions }) => {
	const asked = questions.map(({ question }) => question);

	it('has keys that come out when they are run, and distractors that do not', async () => {
		expect(await faultsOfProofs(questions)).toEqual([]);
	});

	it('proves three questions in five, and is told', () => {
		const share = shareOf(questions, ({ proof }) => proof !== undefined);
		told.push(rowOf(name, asked, share));
		expect(share).toBeGreaterThanOrEqual(0.6);
	});

	it('has units in a graph, not in a line, each with its sections and questions', () => {
		expect(deck.units.length).toBeGreaterThanOrEqual(6);
		expect(deck.units.length).toBeLessThanOrEqual(8);
		const inLine = deck.units.every(({ requires }, index) => index === 0 || requires.join() === deck.units[index - 1]?.id);
		expect(inLine).toBe(false);
		for (const { id, sections, questions: pool } of deck.units) {
			expect([4, 5, 6], id).toContain(sections.length);
			expect(pool.length, id).toBeGreaterThanOrEqual(30);
			for (const section of sections) {
				const words = section.text.trim().split(/\s+/u).length;
				expect(words, `words of ${id}/${section.id}`).toBeGreaterThanOrEqual(200);
				expect(words, `words of ${id}/${section.id}`).toBeLessThanOrEqual(500);
				expect(pool.filter((question) => question.section === section.id).length, `${id}/${section.id}`).toBeGreaterThanOrEqual(6);
			}
		}
	});

	it('asks in all ways, and more than one time in three not by a plain choice', () => {
		expect(new Set(asked.map(({ type }) => type))).toEqual(new Set(questionTypes));
		expect(shareOf(asked, ({ type }) => type !== 'choice')).toBeGreaterThanOrEqual(1 / 3);
		expect(asked.filter(({ template }) => template !== undefined).length).toBeGreaterThanOrEqual(deck.units.length);
		for (const level of [1, 2, 3, 4])
			expect(
				shareOf(asked, ({ difficulty }) => difficulty === level),
				`${level}`,
			).toBeGreaterThan(0.05);
	});

	it('gives nothing away by the length of its options, or by other cues', () => {
		const choices = asked.filter((question) => question.type === 'choice');
		const longest = choices.filter(isKeyLongest).length;
		expect(
			chanceOfAtLeast(
				longest,
				choices.map(({ options }) => 1 / options.length),
			),
		).toBeGreaterThan(0.05);
		expect(Math.abs(meanOf(asked, playingCues) - meanOf(asked, guessRate))).toBeLessThanOrEqual(0.03);
	});

	it('says under which licence it may be used, and what it draws on', () => {
		const written = parse(readFileSync(join(folder, 'deck.yaml'), 'utf8'));
		expect(written.license).toBe('CC-BY-4.0');
		for (const { id, sections, resources, enrichment } of deck.units) {
			expect(resources.length, id).toBeGreaterThan(0);
			expect(enrichment.length, id).toBeGreaterThan(0);
			for (const section of sections) expect(section.text, `${id}/${section.id}`).toMatch(/^\*Sources?: .+\*$/mu);
		}
	});
});

describe('the decks together', () => {
	it('ask more than eight hundred questions, proven in every language', () => {
		const all = decks.flatMap(({ questions }) => questions);
		expect(all.length).toBeGreaterThanOrEqual(800);
		expect(new Set(all.flatMap(({ proof }) => proof?.language ?? []))).toEqual(new Set(languages));
	});
});

function rowOf(name: string, questions: readonly Question[], proven: number): string {
	const choices = questions.filter((question) => question.type === 'choice');
	const longest = shareOf(choices, isKeyLongest);
	const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
	return [
		name.padEnd(7),
		String(questions.length).padStart(9),
		percent(proven).padStart(7),
		`${percent(longest)} (${percent(meanOf(choices, guessRate))})`.padStart(24),
		`${percent(meanOf(questions, playingCues))} (${percent(meanOf(questions, guessRate))})`.padStart(24),
	].join(' ');
}

function isKeyLongest(question: ChoiceQuestion): boolean {
	return question.options[cuesOf(question, true).longest ?? -1]?.right === true;
}

function playingCues(question: Question): number {
	return testWiseRate(question, true);
}

function shareOf<T>(all: readonly T[], is: (each: T) => boolean): number {
	return all.filter(is).length / Math.max(1, all.length);
}

function meanOf<T>(all: readonly T[], of: (each: T) => number): number {
	return all.reduce((sum, each) => sum + of(each), 0) / Math.max(1, all.length);
}
