// Writes a deck of any size: questions of all types in sections, with the parts and the layouts that authors use. Its words are made up, so
// that no question is like another; the same seed writes the same bytes.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { deckFileName } from '../src/deck/files/folder.ts';
import { type Chance, chanceFrom } from '../src/engine/chance.ts';

const questionsInUnit = 50;

/** @param argv folder to write into (must not exist), number of questions (10000), seed (1). */
export async function main([folder, questions = '10000', seed = '1']: readonly string[]): Promise<number> {
	if (folder === undefined) throw new Error('name the folder to write into: node bench/run-ts.js generate-deck FOLDER [questions] [seed]');
	const bytes = generateDeck(folder, Number(questions), Number(seed));
	console.log(`${questions} questions, ${(bytes / 1e6).toFixed(2)} MB of YAML in ${folder}`);
	return 0;
}

/** @returns how many bytes of YAML were written. */
export function generateDeck(folder: string, questions: number, seed: number): number {
	const write = new UnitWriter(chanceFrom(seed));
	const units = Math.ceil(questions / questionsInUnit);
	const files = Array.from({ length: units }, (_, index) => {
		const number = index + 1;
		const size = Math.min(questionsInUnit, questions - index * questionsInUnit);
		return { name: `unit-${String(number).padStart(3, '0')}.yaml`, text: write.unit(number, size) };
	});
	const deck = `deck: generated
title: A deck of ${questions} questions
summary: Written by a program, to measure how long it takes to check.
language: en
license: CC0-1.0
benchmark: 90%
draw: 10
units:
${files.map(({ name }) => `  - ${name}\n`).join('')}`;
	mkdirSync(folder);
	const all = [...files, { name: deckFileName, text: deck }];
	for (const { name, text } of all) writeFileSync(join(folder, name), text);
	return all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

const syllables = 'ba be bo da de do fa fi ga go ka ke la le lo ma me mi na ne no pa pe ra re ro sa se so ta te to va ve vi'.split(' ');
const endings = 'l n r s m rn lt nd rk st'.split(' ');
const verbs = 'keeps holds moves sorts joins splits counts marks copies drops sends reads wraps checks stores trims folds maps'.split(' ');
const sizes = 'first second oldest newest smallest largest nearest shared hidden spare open closed short long empty full'.split(' ');
const things = 'block record branch buffer cell chain channel column cursor entry field frame header index ledger list lock page'.split(
	' ',
);
const when = 'first last twice again early late alone in-turn by-name'.split(' ').map((word) => word.replace('-', ' '));
const asking = [
	(a: string, b: string) => `What does a ${a} do with the ${b} it is given?`,
	(a: string, b: string) => `A ${a} has met its first ${b}. What happens next?`,
	(a: string, b: string) => `Which part does the ${a} play once a ${b} has been set up?`,
	(a: string, b: string) => `How does a ${a} treat a ${b} that arrives late?`,
	(a: string, b: string) => `Somebody removes the ${b}. What is left for the ${a} to do?`,
	(a: string, b: string) => `Why is a ${a} put in front of the ${b}?`,
] as const;

/** Lines of YAML, one unit at a time. */
class UnitWriter {
	readonly #chance: Chance;
	readonly #terms = new Set<string>();
	readonly #phrases = new Set<string>();

	constructor(chance: Chance) {
		this.#chance = chance;
	}

	unit(number: number, questions: number): string {
		this.#phrases.clear();
		const sections = Array.from({ length: Math.min(4 + (number % 2), questions) }, () => ({ id: this.#term(), about: this.#term() }));
		const lines = [
			'# yaml-language-server: $schema=https://example.org/unit.schema.json',
			`unit: unit-${number}`,
			`title: Unit ${number}, on the ${this.#term()}`,
			'sections:',
			...sections.flatMap(({ id, about }) => this.#section(id, about)),
			'questions:',
		];
		for (let index = 0; index < questions; index++) {
			lines.push(...this.#question(index, sections[index % sections.length]?.id ?? ''));
		}
		return `${lines.join('\n')}\n`;
	}

	#section(id: string, about: string): readonly string[] {
		return [
			`  - id: ${id}`,
			`    title: The ${id} and its ${about}`,
			`    objective: Tell what a ${id} does with a ${about}`,
			'    text: |',
			`      A **${id}** ${this.#phrase()}. It ${this.#phrase()}.`,
			'',
			`      - The ${about} ${this.#phrase()}.`,
		];
	}

	#question(index: number, section: string): readonly string[] {
		const id = this.#term();
		const head = [`  - id: ${id}-${index + 1}`, `    section: ${section}`];
		const stem = this.#pick(asking)(section, id);
		const extras = [
			`    explanation: A ${id} ${this.#phrase()}.`,
			...(index % 10 === 3 ? ['    hints:', `      - Look at the ${id} again.`, `      - It ${this.#phrase()}.`] : []),
			...(index % 10 === 5 ? ['    difficulty: 3', `    tags: [${this.#term()}, ${this.#term()}]`] : []),
			...(index % 25 < 2 ? [`    group: pair-${section}-${Math.floor(index / 25)}`] : []),
		];
		switch (index % 10) {
			case 2:
				return [
					...head,
					'    type: multiple',
					`    stem: "Which of these does the \\"${id}\\" do?"`,
					`    answers: [${this.#phrase()}, ${this.#phrase()}]`,
					`    distractors: [${this.#phrase()}, ${this.#phrase()}, ${this.#phrase()}]`,
					...extras,
				];
			case 4:
				return [
					...head,
					'    type: true-false',
					`    stem: A ${id} ${this.#phrase()}.`,
					`    answer: ${this.#chance.index(2) === 0}`,
					...extras,
				];
			case 6:
				return [
					...head,
					'    type: text',
					`    stem: 'What is the ${section}''s name for a part that ${this.#phrase()}?'`,
					`    answer: [${this.#term()}, ${this.#term()}]`,
					...extras,
				];
			case 8:
				return [
					...head,
					'    type: number',
					`    stem: How many steps does a ${id} take for ${this.#chance.index(90) + 10} of these?`,
					'    code:',
					'      language: text',
					'      text: |',
					`        ${id} 1: { ${this.#phrase()} }`,
					`        ${id} 2: { ${this.#phrase()} }`,
					`    answer: ${this.#chance.index(9_000) + 100}`,
					'    tolerance: 1%',
					...extras,
				];
			default:
				return [...head, `    stem: ${stem}`, `    answer: ${this.#phrase()}`, '    distractors:', ...this.#distractors(index), ...extras];
		}
	}

	#distractors(index: number): readonly string[] {
		const plain = [`      - ${this.#phrase()}`, `      - ${this.#phrase()}`];
		return index % 3 === 0
			? [`      - text: ${this.#phrase()}`, `        feedback: That ${this.#phrase()}.`, ...plain]
			: [`      - ${this.#phrase()}`, ...plain];
	}

	/** A made-up noun that was not there before. */
	#term(): string {
		for (;;) {
			const term = this.#pick(syllables) + this.#pick(syllables) + this.#pick(syllables) + this.#pick(endings);
			if (this.#terms.has(term)) continue;
			this.#terms.add(term);
			return term;
		}
	}

	/** What something does; never the same twice in one unit. */
	#phrase(): string {
		for (;;) {
			const phrase = `${this.#pick(verbs)} the ${this.#pick(sizes)} ${this.#pick(things)} ${this.#pick(when)}`;
			if (this.#phrases.has(phrase)) continue;
			this.#phrases.add(phrase);
			return phrase;
		}
	}

	#pick<T>(from: readonly [T, ...T[]] | readonly T[]): T {
		const picked = from[this.#chance.index(from.length)];
		if (picked === undefined) throw new Error('nothing to pick from');
		return picked;
	}
}
