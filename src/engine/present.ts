// What may be seen of a question before it is answered, and what may be said after. The first holds no key.

import type { Answer, FormItem, Presentation } from '../model/attempt.ts';
import type { ClozeQuestion, Code, Question } from '../model/deck.ts';
import { replaceMarks } from './cloze-marks.ts';

export function presentationOf({ question, options }: Pick<FormItem, 'question' | 'options'>): Presentation {
	const common = seen(question.stem, question.code);
	switch (question.type) {
		case 'choice':
			return { ...common, type: 'choice', options };
		case 'multiple':
			return { ...common, type: 'multiple', options };
		case 'true-false':
			return { ...common, type: 'true-false' };
		case 'text':
			return { ...common, type: 'text' };
		case 'number':
			return question.unit === undefined ? { ...common, type: 'number' } : { ...common, type: 'number', unit: question.unit };
		case 'cloze':
			return clozePresentation(question);
		case 'order':
			return { ...common, type: 'order', items: options };
		case 'match':
			return { ...common, type: 'match', lefts: question.pairs.map(({ left }) => left), rights: options };
	}
}

/** An id may give its key away, so each mark shows a number instead. */
function clozePresentation({ stem, code, blanks }: ClozeQuestion): Presentation {
	const ids = blanks.map(({ id }) => id);
	const numbered = (text: string) => replaceMarks(text, (id) => (ids.includes(id) ? `{{${ids.indexOf(id) + 1}}}` : undefined));
	const numberedCode = code === undefined ? undefined : { ...code, text: numbered(code.text) };
	return { ...seen(numbered(stem), numberedCode), type: 'cloze', blanks: ids };
}

function seen(stem: string, code: Code | undefined): { readonly stem: string; readonly code?: Code } {
	return code === undefined ? { stem } : { stem, code };
}

/**
 * The key as people read it: right option texts, `True` or `False`, the first accepted text, the number with its unit; of a cloze the
 * first accepted text of each blank, of an order its items as they belong, of a match the right side of each left one, in authored order.
 */
export function keyOf(question: Question): readonly string[] {
	switch (question.type) {
		case 'choice':
		case 'multiple':
			return question.options.filter(({ right }) => right).map(({ text }) => text);
		case 'true-false':
			return [question.key ? 'True' : 'False'];
		case 'text':
			return question.keys.slice(0, 1);
		case 'number':
			return [question.unit === undefined ? question.key : `${question.key} ${question.unit}`];
		case 'cloze':
			return question.blanks.flatMap(({ keys }) => keys.slice(0, 1));
		case 'order':
			return question.items;
		case 'match':
			return question.pairs.map(({ right }) => right);
	}
}

/** The authors' own words to the distractors that were chosen. */
export function feedbackOn(question: Question, answer: Answer): readonly { readonly option: string; readonly feedback: string }[] {
	const chosen = chosenIn(answer);
	return feedbackIn(question).flatMap(({ text, feedback }) =>
		feedback !== undefined && chosen.includes(text) ? [{ option: text, feedback }] : [],
	);
}

function feedbackIn(question: Question): readonly { readonly text: string; readonly feedback?: string }[] {
	switch (question.type) {
		case 'choice':
		case 'multiple':
			return question.options;
		case 'match':
			return question.distractors;
		case 'true-false':
		case 'text':
		case 'number':
		case 'cloze':
		case 'order':
			return [];
	}
}

function chosenIn(answer: Answer): readonly string[] {
	switch (answer.type) {
		case 'choice':
			return [answer.chosen];
		case 'multiple':
			return answer.chosen;
		case 'match':
			return answer.paired.map(({ right }) => right);
		case 'true-false':
		case 'text':
		case 'number':
		case 'cloze':
		case 'order':
		case 'dont-know':
			return [];
	}
}
