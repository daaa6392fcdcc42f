// How each type of question is answered: its prompt, and the answer that what it gave stands for.

import type { Answer, AskAgain, Presentation } from '../../model/attempt.ts';
import { renderCodeSpans } from '../code.ts';
import { choice } from '../prompts/choice.ts';
import { type ClozeState, cloze, gapText } from '../prompts/cloze.ts';
import { type LineState, line } from '../prompts/line.ts';
import { match } from '../prompts/match.ts';
import { multiple } from '../prompts/multiple.ts';
import { order } from '../prompts/order.ts';
import type { Program } from '../prompts/program.ts';
import type { QuestionConfig, QuestionState, QuestionValue } from '../prompts/question.ts';
import { emptyField } from '../prompts/text-field.ts';
import { trueFalse, truthOf } from '../prompts/true-false.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';

/** A gap as it is typed into; the caret in columns from its beginning. */
export interface LiveGap {
	readonly text: string;
	readonly caret?: number;
}

export interface Answering<State extends QuestionState, Given> {
	program(config: QuestionConfig): Program<State, QuestionValue<Given>>;
	answerOf(given: Given): Answer;
	/** After something else was done in between: as it was left, with what is to be said. */
	takenUp(state: State, note: string): State;
	/** After an answer that could not be graded: what was given is kept where it is worth more than an empty line. */
	retried(state: State, again: AskAgain, note: string): State;
	/** What stands in the gaps of the question's own text now, each no wider than `room`. */
	readonly gaps?: (state: State, room: number) => readonly LiveGap[];
}

/** Calls `use` with the answering for the presentation, whatever its state is. */
export function withAnswering<Result>(
	presentation: Presentation,
	style: Style,
	use: <State extends QuestionState, Given>(answering: Answering<State, Given>) => Result,
): Result {
	const shown = (texts: readonly string[]) => texts.map((text) => renderCodeSpans(text, style));
	switch (presentation.type) {
		case 'choice': {
			const { options } = presentation;
			return use({
				...untyped,
				program: (config) => choice({ ...config, options: shown(options) }),
				answerOf: (index: number) => ({ type: 'choice', chosen: options[index] ?? '' }),
			});
		}
		case 'multiple': {
			const { options } = presentation;
			return use({
				...untyped,
				program: (config) => multiple({ ...config, options: shown(options) }),
				answerOf: (chosen: readonly number[]) => ({ type: 'multiple', chosen: options.filter((_, index) => chosen.includes(index)) }),
			});
		}
		case 'true-false':
			return use({ ...untyped, program: trueFalse, answerOf: (index: number) => ({ type: 'true-false', chosen: truthOf(index) }) });
		case 'text':
			return use({ ...typedLine, program: line, answerOf: (typed: string) => ({ type: 'text', typed }) });
		case 'number': {
			const unit = presentation.unit === undefined ? {} : { unit: safeLine(presentation.unit) };
			return use({
				...typedLine,
				program: (config) => line({ ...config, ...unit }),
				answerOf: (typed: string) => ({ type: 'number', typed }),
			});
		}
		case 'cloze':
			return use(clozeAnswering(presentation.blanks, style));
		case 'order': {
			const { items } = presentation;
			return use({
				...untyped,
				program: (config) => order({ ...config, items: shown(items) }),
				answerOf: (places: readonly number[]) => ({ type: 'order', arranged: places.map((index) => items[index] ?? '') }),
			});
		}
		case 'match': {
			const { lefts, rights } = presentation;
			return use({
				...untyped,
				program: (config) => match({ ...config, lefts: shown(lefts), rights: shown(rights) }),
				answerOf: (given: readonly number[]) => ({
					type: 'match',
					paired: lefts.map((left, index) => ({ left, right: rights[given[index] ?? -1] ?? '' })),
				}),
			});
		}
	}
}

const untyped = {
	takenUp: <State extends QuestionState>(state: State, note: string): State => ({ ...state, note }),
	retried: <State extends QuestionState>(state: State): State => ({ ...state, note: '' }),
};

const typedLine = {
	takenUp: (state: LineState, note: string): LineState => ({ ...state, note, commanding: false, help: false }),
	retried: (state: LineState, again: AskAgain): LineState => ({ ...state, ...(again.kind === 'too-long' ? {} : emptyField), note: '' }),
};

function clozeAnswering(blanks: readonly string[], style: Style): Answering<ClozeState, readonly string[]> {
	return {
		program: (config) => cloze({ ...config, gaps: blanks.length }),
		answerOf: (filled) => ({ type: 'cloze', filled: filled.map((typed, index) => ({ blank: blanks[index] ?? '', typed })) }),
		takenUp: (state, note) => ({ ...state, note, commanding: false, help: false }),
		retried: (state, again, note) => ({ ...state, note, at: (again.kind === 'empty' ? (again.blanks?.[0] ?? 1) : state.at + 1) - 1 }),
		gaps: ({ fields, at }, room) => fields.map((field, index) => gapText(index + 1, field, index === at, room, style.signs.ellipsis)),
	};
}
