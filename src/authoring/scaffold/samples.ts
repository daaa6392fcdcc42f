// What stands in a new unit until its author has written something better: a lesson on writing units, and a question on it of each type.

import type { QuestionType } from '../../model/deck.ts';
import type { QuestionDraft } from './question-draft.ts';

export const sampleSection = {
	title: 'How a section and its questions are written',
	objective: 'Write a section, and questions that test what it promises',
	text: `This is a sample: put your own lesson in its place.

A section teaches one **objective**, which is what a learner can do afterwards. Say first what it is good for,
then say it in a few short paragraphs, and end with an example.

Questions ask for what the objective promises. A good wrong option is a mistake that learners make, and its
feedback tells them why it does not hold. The explanation gives the reason for what is right.

Have three questions for each one that an attempt asks. Then those who need a second and a third attempt
are asked new ones.
`,
} as const;

/** True of writing units, so that a sketch can be sat at once; its words stand in no title. */
export const sampleQuestions: { readonly [T in QuestionType]: QuestionDraft & { readonly type: T } } = {
	choice: {
		type: 'choice',
		stem: 'Where do good distractors come from?',
		answer: 'From mistakes that learners make',
		distractors: [
			{
				text: 'From jokes that make learners smile',
				feedback: 'Nobody takes a joke for the truth, so the question is left with fewer options.',
			},
			{
				text: 'From small print in the question',
				feedback: 'That tells careful readers from hasty ones, and not those who can from those who cannot.',
			},
		],
		explanation: 'Whoever has made the mistake picks it again, and is then told at once why it does not hold.',
	},
	multiple: {
		type: 'multiple',
		stem: 'Which of these help somebody who missed a question?',
		answers: ['The reason for what is right', 'The steps of the working'],
		distractors: [{ text: 'The letter of the right option' }, { text: 'The time that others took' }],
		explanation: 'Options are shuffled, so that a letter means nothing afterwards, and speed is not what is learned here.',
	},
	'true-false': {
		type: 'true-false',
		stem: 'The id of a question should change when its wording is polished.',
		answer: 'false',
		explanation: 'What learners answered is kept under the id, so it stays the same for ever.',
	},
	text: {
		type: 'text',
		stem: 'Which key of a section says what a learner can do afterwards?',
		answers: ['objective'],
		explanation: 'It begins with a verb, such as *name*, *compute* or *repair*: then anybody can see whether it was reached.',
	},
	number: {
		type: 'number',
		stem: 'Attempts ask 10 questions each. How many questions give a learner three attempts without a repetition?',
		answer: '30',
		explanation: 'Three times 10, since each attempt takes 10 that were not asked before.',
	},
	cloze: {
		type: 'cloze',
		stem: 'Whoever misses a question is shown its {{reason}} and can go back to its {{lesson}}.',
		blanks: [
			{ id: 'reason', keys: ['explanation'] },
			{ id: 'lesson', keys: ['section'] },
		],
		explanation: 'Each question has both: the one says why, and the other teaches the objective that is asked for.',
	},
	order: {
		type: 'order',
		stem: 'In which order is a unit best written?',
		items: ['its objectives', 'the sections that teach them', 'the questions that test them'],
		explanation: 'Nothing can be taught before it is known what for, and a test asks for what was taught.',
	},
	match: {
		type: 'match',
		stem: 'What is each of these for?',
		pairs: [
			{ left: 'an objective', right: 'it promises what somebody can do afterwards' },
			{ left: 'a distractor', right: 'it meets a mistake that learners make' },
			{ left: 'a hint', right: 'it helps, in practice only' },
		],
		distractors: [{ text: 'it says how many must be right', feedback: 'That is the benchmark, and it holds for a whole unit.' }],
		explanation: 'In a quiz a hint would make its answer worth less, so that hints are kept for practice, which does not count.',
	},
};
