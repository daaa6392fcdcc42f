// True or false: a choice of two with letters of their own.

import { choice } from './choice.ts';
import type { Program } from './program.ts';
import type { QuestionConfig, QuestionState, QuestionValue } from './question.ts';

export function trueFalse(config: QuestionConfig): Program<QuestionState & { readonly cursor: number }, QuestionValue<number>> {
	return choice({ ...config, options: ['True', 'False'], letters: ['t', 'f'] });
}

/** The answer that an index of `trueFalse` stands for. */
export function truthOf(index: number): boolean {
	return index === 0;
}
