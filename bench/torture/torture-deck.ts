// A deck for sittings that a script can answer from the screen alone: every stem names its question, every option says what it is.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const deckUnits = ['u1', 'u2', 'u3', 'u4'] as const;

/** What is typed where words are asked for. */
export const rightWord = 'snow';
export const wrongWord = 'rain';

const sections = ['apples', 'pears'] as const;
const questionsInSection = 15;

/** Of one attempt. */
const draw = 6;

/** Writes a deck of open units, two sections each, to a folder that is made. */
export function writeTortureDeck(folder: string): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		join(folder, 'deck.yaml'),
		`deck: torture\ntitle: Sat by a script\nunits: [${deckUnits.map((unit) => `${unit}.yaml`).join(', ')}]\n`,
	);
	for (const unit of deckUnits) writeFileSync(join(folder, `${unit}.yaml`), unitText(unit));
}

/** Ids of the questions of a unit, by section. */
export function poolsOf(unit: string): ReadonlyMap<string, readonly string[]> {
	return new Map(
		sections.map((section) => [section, Array.from({ length: questionsInSection }, (_, index) => `${section}-${unit}-${index + 1}`)]),
	);
}

function unitText(unit: string): string {
	const questions = [...poolsOf(unit)].flatMap(([section, ids]) => ids.map((id, index) => questionText(id, section, index)));
	return `unit: ${unit}
title: Unit ${unit}
requires: []
draw: ${draw}
benchmark: 50%
sections:
${sections.map((section) => `  - {id: ${section}, title: ${section}, objective: Know ${section}, text: All about them.}\n`).join('')}questions:
${questions.join('')}`;
}

/** Every third is typed. */
function questionText(id: string, section: string, index: number): string {
	const asked =
		index % 3 === 2
			? `    type: text\n    answer: ${rightWord}\n`
			: `    answer: Right in ${id}\n    distractors: [Wrong in ${id}, Off in ${id}]\n`;
	return `  - id: ${id}\n    section: ${section}\n    stem: What is true about ${id}?\n${asked}    explanation: It is so in ${id}.\n`;
}
