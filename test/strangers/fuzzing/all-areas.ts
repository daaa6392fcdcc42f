// Every area that is fuzzed, with its share of the inputs.

import type { Area } from './area.ts';
import { deckAreas } from './decks.ts';
import { formulas } from './formulas.ts';
import { givenAnswers, grading } from './grading.ts';
import { records } from './records.ts';
import { screens, views } from './screens.ts';
import { plainMode, protocol, requestLines } from './sittings.ts';

/** @param root the project's folder, whose deck on mastery learning is mutated. */
export function allAreas(root: string): readonly Area[] {
	return [...deckAreas(root), formulas, grading, givenAnswers, requestLines, protocol, plainMode, records, screens, views];
}
