// Units for the pages of the rules about numbers: as many questions as it takes, of which a page shows the first.

import type { BadExample, Example } from './example.ts';
import { inUnit } from './example.ts';

export interface ExampleUnit {
	/** Lines that follow the title, such as `draw: 4`. */
	readonly head?: readonly string[];
	/** How many questions each section has. */
	readonly sections: Readonly<Record<string, number>>;
	/** What each question says besides its id, section and stem; four options unless stated. */
	readonly question?: string;
}

const fourOptions = 'answer: A tree, distractors: [A blob, A tag, A branch], explanation: It is so.';

/** For `ExampleUnit.question`. */
export const trueFalse = 'type: true-false, answer: true, explanation: It is so.';

/** A unit's file, shown as `unit.yaml`, its questions cut short. */
export function exampleUnit({ head = [], sections, question = fourOptions }: ExampleUnit): Example {
	const ids = Object.keys(sections);
	const top = [
		'unit: snapshots',
		'title: Commits are snapshots',
		...head,
		'sections:',
		...ids.map((id) => `  - {id: ${id}, title: About ${id}, objective: Tell ${id} apart, text: What ${id} are.}`),
		'questions:',
	];
	const questions = ids.flatMap((id) =>
		Array.from(
			{ length: sections[id] ?? 0 },
			(_, index) => `  - {id: ${id}-${index + 1}, section: ${id}, stem: Fact ${index + 1}, ${question}}`,
		),
	);
	const counts = ids.map((id) => `${sections[id] ?? 0} in \`${id}\``).join(', ');
	const shown = [...top, ...questions.slice(0, 1), `  # and so on: ${counts}`];
	return inUnit({ text: `${[...top, ...questions].join('\n')}\n`, shown: `${shown.join('\n')}\n` });
}

export function badUnit(unit: ExampleUnit, says: string): BadExample {
	return { ...exampleUnit(unit), says };
}
