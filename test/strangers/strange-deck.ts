// Decks as strangers write them: one text of theirs in every place where a deck has a text.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A unit that a learner can sit, to be put beside what a test is about. */
export const soundUnit = `unit: u
title: Unit
draw: 1
benchmark: 50%
sections:
  - {id: s, title: Section, objective: Say it, text: Text.}
questions:
  - {id: q, section: s, stem: Which?, explanation: Because., answer: a, distractors: [b]}
  - {id: q2, section: s, stem: Which other?, explanation: Because., answer: c, distractors: [d]}
`;

export const soundDeck = 'deck: strange\ntitle: Deck\nunits: [unit.yaml]\n';

export const soundFiles: Files = { 'deck.yaml': soundDeck, 'unit.yaml': soundUnit };

/**
 * @param text as YAML: a plain or a quoted scalar's inside, in double quotes here.
 * @param shown what a section's file holds.
 */
export function deckSaying(text: string, shown: string): Files {
	const said = (words: string) => `"${words} ${text}"`;
	return {
		'deck.yaml': [
			'deck: strange',
			`title: ${said('Deck')}`,
			`summary: ${said('Summary')}`,
			`authors: [${said('Author')}]`,
			`license: ${said('License')}`,
			`version: ${said('1')}`,
			'units: [unit.yaml, second.yaml]',
			'',
		].join('\n'),
		'unit.yaml': [
			'unit: u',
			`title: ${said('Unit')}`,
			'draw: 8',
			'benchmark: 50%',
			`resources: [{title: ${said('Book')}, url: "https://example.org/"}]`,
			`enrichment: [{title: ${said('More')}, text: ${said('Text')}}]`,
			'sections:',
			`  - {id: s, title: ${said('Section')}, objective: ${said('Say')}, text: ${said('Text')}}`,
			`  - {id: t, title: Two, objective: Do it, file: text.md}`,
			'questions:',
			question('choice', said, `answer: ${said('a')}, distractors: [{text: ${said('b')}, feedback: ${said('No')}}, ${said('c')}]`),
			question('multiple', said, `answers: [${said('a')}], options: [${said('a')}, ${said('b')}]`),
			question('true-false', said, 'answer: true'),
			question('text', said, `answer: [${said('word')}, word]`),
			question('number', said, `answer: 3, unit: ${said('km')}`),
			question('cloze', (words) => said(`${words} {{x}}`), `blanks: {x: [${said('a')}, a]}`),
			question('order', said, `items: [${said('a')}, ${said('b')}]`),
			question('match', said, `pairs: [[${said('a')}, ${said('b')}], [${said('c')}, ${said('d')}]], distractors: [${said('e')}]`),
			'',
		].join('\n'),
		'second.yaml': `unit: second\ntitle: ${said('Second')}\nrequires: u\n${soundUnit.split('\n').slice(2).join('\n')}`,
		'text.md': `# A heading\n\n${shown}\n`,
	};
}

function question(type: string, said: (words: string) => string, key: string): string {
	return `  - {id: ${type}, type: ${type}, section: ${type.length % 2 === 0 ? 's' : 't'}, stem: ${said('Which')}, explanation: ${said('Because')}, hints: [${said('Hint')}], source: ${said('Source')}, ${key}}`;
}

/** @returns the folder. */
export function writeFiles(folder: string, files: Files): string {
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	return folder;
}
