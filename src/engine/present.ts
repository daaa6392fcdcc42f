// What may be seen of a question before it is answered, and what may be said after. The first holds no key.

import type { Answer, FormItem, Presentation } from '../model/attempt.ts';
import type { Question } from '../model/deck.ts';

export function presentationOf({ question, options }: Pick<FormItem, 'question' | 'options'>): Presentation {
	const common = question.code === undefined ? { stem: question.stem } : { stem: question.stem, code: question.code };
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
	}
}

/** The key as people read it: right option texts, `True` or `False`, the first accepted text, the number with its unit. */
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
	}
}

/** The authors' own words to the distractors that were chosen. */
export function feedbackOn(question: Question, answer: Answer): readonly { readonly option: string; readonly feedback: string }[] {
	if (question.type !== 'choice' && question.type !== 'multiple') return [];
	const chosen = answer.type === 'choice' ? [answer.chosen] : answer.type === 'multiple' ? answer.chosen : [];
	return question.options.flatMap(({ text, feedback }) =>
		feedback !== undefined && chosen.includes(text) ? [{ option: text, feedback }] : [],
	);
}
