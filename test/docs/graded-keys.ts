// Does a question take its own key for right, and nothing else that it offers?

import { grade } from '../../src/engine/grade.ts';
import { matchPattern } from '../../src/engine/match-pattern.ts';
import type { Answer } from '../../src/model/attempt.ts';
import type { Question } from '../../src/model/deck.ts';

/** One line for each answer that is graded otherwise than the author means it; none for a sound question. */
export function misgraded(question: Question): readonly string[] {
	const { right, wrong } = answersTo(question);
	const verdictOn = (answer: Answer) => {
		const grading = grade(question, answer, matchPattern);
		return grading.gradable ? grading.verdict.kind : `asked again: ${grading.again.kind}`;
	};
	const told = (answer: Answer, expected: string) => {
		const verdict = verdictOn(answer);
		return verdict === expected ? [] : [`${question.id}: ${JSON.stringify(answer)} is graded ${verdict}, expected ${expected}`];
	};
	return [
		...right.flatMap((answer) => told(answer, 'right')),
		...wrong.flatMap((answer) => told(answer, 'missed')),
		...told({ type: 'dont-know' }, 'dont-know'),
	];
}

interface Answers {
	readonly right: readonly Answer[];
	readonly wrong: readonly Answer[];
}

/** Every key, every distractor, and for `multiple` also each key left out and each distractor added. */
function answersTo(question: Question): Answers {
	switch (question.type) {
		case 'choice': {
			const chosen = (right: boolean): readonly Answer[] =>
				question.options.filter((option) => option.right === right).map(({ text }) => ({ type: 'choice', chosen: text }));
			return { right: chosen(true), wrong: chosen(false) };
		}
		case 'multiple': {
			const texts = (right: boolean) => question.options.filter((option) => option.right === right).map(({ text }) => text);
			const [keys, distractors] = [texts(true), texts(false)];
			const chosen = (options: readonly string[]): Answer => ({ type: 'multiple', chosen: options });
			const leftOut = keys.length < 2 ? [] : keys.map((key) => chosen(keys.filter((other) => other !== key)));
			return { right: [chosen(keys)], wrong: [...leftOut, ...distractors.flatMap((one) => [chosen([one]), chosen([...keys, one])])] };
		}
		case 'true-false':
			return { right: [{ type: 'true-false', chosen: question.key }], wrong: [{ type: 'true-false', chosen: !question.key }] };
		case 'text':
			return {
				right: question.keys.map((key) => ({ type: 'text', typed: key })),
				wrong: [{ type: 'text', typed: 'nothing that anybody would accept' }],
			};
		case 'number': {
			const typed = (text: string): Answer => ({ type: 'number', typed: text });
			const withUnit = question.unit === undefined ? [] : [typed(`${question.key} ${question.unit}`)];
			return { right: [typed(question.key), ...withUnit], wrong: [typed('9e99'), typed('-9e99')] };
		}
	}
}
