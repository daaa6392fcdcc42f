// From a question and an answer to a verdict.

import type { Answer, AnswerOf, Grading, Partly, Verdict } from '../model/attempt.ts';
import type { Question, QuestionOf, QuestionType } from '../model/deck.ts';
import { gradeCloze } from './grade-cloze.ts';
import { gradeMatch } from './grade-match.ts';
import { gradeNumber } from './grade-number.ts';
import { gradeOrder } from './grade-order.ts';
import { gradeText } from './grade-text.ts';
import type { PatternMatcher } from './match-pattern.ts';

/** One grader for each type; a new type will not compile without its own. */
const graders: { readonly [T in QuestionType]: (question: QuestionOf<T>, answer: AnswerOf<T>, matches?: PatternMatcher) => Grading } = {
	choice: (question, answer) => {
		const option = question.options.find(({ text }) => text === answer.chosen);
		if (option === undefined) throw notAnOption(question, answer.chosen);
		return graded(option.right ? { kind: 'right' } : { kind: 'missed' });
	},
	multiple: (question, answer) => {
		if (answer.chosen.length === 0) return { gradable: false, again: { kind: 'empty' } };
		const stranger = answer.chosen.find((chosen) => !question.options.some(({ text }) => text === chosen));
		if (stranger !== undefined) throw notAnOption(question, stranger);
		const chosen = new Set(answer.chosen);
		const texts = (right: boolean, picked: boolean) =>
			question.options.filter((option) => option.right === right && chosen.has(option.text) === picked).map(({ text }) => text);
		const partly: Partly = { of: 'options', right: texts(true, true), left: texts(true, false), wrong: texts(false, true) };
		return graded(partly.left.length === 0 && partly.wrong.length === 0 ? { kind: 'right' } : { kind: 'missed', partly });
	},
	'true-false': (question, answer) => graded({ kind: answer.chosen === question.key ? 'right' : 'missed' }),
	text: gradeText,
	number: gradeNumber,
	cloze: gradeCloze,
	order: gradeOrder,
	match: gradeMatch,
};

/**
 * @param matches needed for `text` questions with a `pattern`.
 * @throws Error when the answer is of another type than the question, or names what was not offered: a bug, not a miss.
 */
export function grade(question: Question, answer: Answer, matches?: PatternMatcher): Grading {
	if (answer.type === 'dont-know') return graded({ kind: 'dont-know' });
	switch (question.type) {
		case 'choice':
			return graders.choice(question, expectType(answer, question.type), matches);
		case 'multiple':
			return graders.multiple(question, expectType(answer, question.type), matches);
		case 'true-false':
			return graders['true-false'](question, expectType(answer, question.type), matches);
		case 'text':
			return graders.text(question, expectType(answer, question.type), matches);
		case 'number':
			return graders.number(question, expectType(answer, question.type), matches);
		case 'cloze':
			return graders.cloze(question, expectType(answer, question.type), matches);
		case 'order':
			return graders.order(question, expectType(answer, question.type), matches);
		case 'match':
			return graders.match(question, expectType(answer, question.type), matches);
	}
}

function expectType<T extends QuestionType>(answer: Answer, type: T): AnswerOf<T> {
	if (isOfType(answer, type)) return answer;
	throw new Error(`an answer of type ${answer.type} was given to a question of type ${type}`);
}

function isOfType<T extends QuestionType>(answer: Answer, type: T): answer is AnswerOf<T> {
	return answer.type === type;
}

function graded(verdict: Verdict): Grading {
	return { gradable: true, verdict };
}

function notAnOption(question: Question, text: string): Error {
	return new Error(`${JSON.stringify(text)} is not an option of ${question.id}`);
}
