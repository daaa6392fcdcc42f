// Every key of the format in a sentence: what editors show, in the order in which a file reads best. No check may enter here.

import type { QuestionType } from '../../model/deck.ts';
import type {
	codeSchema,
	deckSchema,
	matchSchema,
	optionSchema,
	questionSchemas,
	resourceSchema,
	ruleSettingSchema,
	sectionSchema,
	unitSchema,
	variableSchema,
} from './schema.ts';

export interface KeyNote {
	/** One or two sentences for authors. */
	readonly says: string;
	/** What holds where the key is left out. */
	readonly otherwise?: string | number;
	readonly examples?: readonly unknown[];
}

/** One note a key; the compiler holds that none is missing and none too many. */
type NotesOf<Schema extends { readonly shape: object }> = { readonly [Key in keyof Schema['shape']]: KeyNote };

const rule = {
	benchmark: {
		says: 'The share of a quiz that must be right, from 1% to 100%; counted in whole questions, so that 90% of 10 means 9.',
		otherwise: '90%',
		examples: ['90%', '87.5%'],
	},
	draw: { says: 'How many questions one attempt asks.', otherwise: 10 },
	passes: { says: 'How many attempts in a row must meet the benchmark. 2 is far stricter on luck.', otherwise: 1 },
	floor: {
		says: 'How many must be right in each section that is asked twice or more (all of them, where fewer are asked). 0: no such floor.',
		otherwise: 0,
	},
} as const;

export const deckNotes: NotesOf<typeof deckSchema> = {
	deck: { says: 'The id of the deck. It stays the same for ever: what learners did is kept under it.', examples: ['git'] },
	title: { says: 'The name of the deck, as learners read it.' },
	summary: { says: 'What the deck teaches, in a sentence or two.' },
	language: { says: 'The language the deck is written in, as a tag.', otherwise: 'en', examples: ['en', 'pt-BR'] },
	license: { says: 'The license that the deck is under.', examples: ['CC-BY-4.0'] },
	authors: { says: 'Who wrote the deck: one name or a list of names.', examples: [['Ada Example']] },
	version: { says: 'The version of the deck, in any form you like.', examples: ['1.0.0'] },
	...rule,
	units: { says: 'The files of the units, in the order of teaching. Paths start at this file.', examples: [['01-first-unit.yaml']] },
	check: {
		says: 'How much each rule of `gradus check` matters in this deck, by its code.',
		examples: [{ 'longest-option': 'off' }],
	},
};

export const ruleSettingNotes: NotesOf<typeof ruleSettingSchema> = {
	level: { says: '`off`, or how serious a problem of this rule is.' },
	reason: { says: 'Why, for whoever reads the deck next.' },
};

export const unitNotes: NotesOf<typeof unitSchema> = {
	unit: { says: 'The id of the unit, unique in its deck. It stays the same for ever: what learners did is kept under it.' },
	title: { says: 'The name of the unit, as learners read it.' },
	requires: {
		says: 'The ids of the units to master first. Left out: the unit before this one. An empty list: open from the start.',
		examples: [[]],
	},
	...rule,
	pools: { says: 'Further files of questions for this unit, each a list of them. Paths start at this file.' },
	resources: { says: 'Other ways in, offered to somebody who is stuck.' },
	enrichment: { says: 'Further things to do, offered after mastery and never required.' },
	sections: { says: 'What the unit teaches, in order: a section for each objective.' },
	questions: { says: 'What the quizzes of this unit are drawn from, together with its `pools`. Three times `draw` make good retries.' },
};

export const resourceNotes: NotesOf<typeof resourceSchema> = {
	title: { says: 'What it is called.' },
	url: { says: 'Where it is on the web.', examples: ['https://example.org'] },
	text: { says: 'What it is, or what to do; in Markdown.' },
};

export const sectionNotes: NotesOf<typeof sectionSchema> = {
	id: { says: 'The id of the section, unique in its unit. Questions name it.' },
	title: { says: 'The heading of the section.' },
	objective: {
		says: 'What somebody who has learned this section can do. Begin with a verb.',
		examples: ['Say what a commit object holds, and what it does not'],
	},
	weight: { says: 'The share of a quiz that this section gets, relative to the others.', otherwise: 1 },
	text: { says: 'The lesson, in Markdown.' },
	file: { says: 'The lesson in a file of its own, instead of `text`. The path starts at this file.', examples: ['trees.md'] },
};

export const optionNotes: NotesOf<typeof optionSchema> = {
	text: { says: 'The option, as learners read it.' },
	feedback: { says: 'Why this is not right; shown to whoever picked it. For wrong options only.' },
};

export const variableNotes: NotesOf<typeof variableSchema> = {
	int: { says: 'A whole number from the first to the second, both included.', examples: [[1, 10]] },
	step: { says: 'With `int`: how far apart the numbers are, counted from the lowest.', otherwise: 1 },
	pick: { says: 'One of these numbers or texts.', examples: [[10, 22, 47]] },
};

export const matchNotes: NotesOf<typeof matchSchema> = {
	case: { says: '`ignore`: capital letters do not matter. `exact`: they do.', otherwise: 'ignore' },
	accents: {
		says: '`note`: a missing accent is accepted and told. `exact`: it is not accepted. `ignore`: accepted in silence.',
		otherwise: 'note',
	},
	typos: { says: 'How many typing mistakes are forgiven. `auto`: none up to four letters, one up to eight, two beyond.', otherwise: 0 },
};

export const codeNotes: NotesOf<typeof codeSchema> = {
	language: { says: 'The language of the code, for its colors.', examples: ['js', 'python', 'sh'] },
	text: { says: 'The code, without fences.' },
};

const head = {
	id: {
		says: 'The id of the question, unique in its unit with its pools. It stays the same for ever: what learners answered is kept under it.',
	},
	type: { says: 'What kind of question this is.', otherwise: 'choice' },
	section: { says: 'The id of the section that teaches this, to be read again on a miss.' },
	difficulty: { says: 'From 1 (easy) to 5 (hard).' },
	group: { says: 'A name shared by questions that are nearly the same. One quiz asks at most one of them.' },
	tags: { says: 'Words of your own to sort questions by: one or a list.' },
	vars: {
		says: 'What is drawn anew each time the question is asked: a name for each, which stands in braces in the texts.',
		examples: [{ n: { int: [2, 9] }, word: { pick: ['red', 'blue'] }, double: '= 2 * n' }],
	},
	where: { says: 'A condition that what is drawn must meet.', examples: ['a != b'] },
	stem: { says: 'The question, in Markdown.' },
	code: { says: 'Code that is shown below the stem, without fences.' },
} as const;

const tail = {
	explanation: { says: 'Why the right answer is right; shown after each answer. In Markdown.' },
	hints: { says: 'One hint or a list, from faint to strong. Shown in practice only.' },
	also: { says: 'Further sections worth reading again on a miss: one id or a list.' },
	source: { says: 'Where the question comes from, for authors.' },
	proof: { says: 'For programs that prove answers. Gradus does not look at it.' },
} as const;

const options = {
	distractors: { says: 'The wrong answers. Each is a text, or a map with `text` and `feedback`. All options are shuffled.' },
	options: {
		says: 'Instead of `distractors`: all answers, right and wrong, in the order to be shown. The right ones are repeated as the answer.',
		examples: [['low', 'medium', 'high']],
	},
} as const;

export const questionNotes: { readonly [T in QuestionType]: NotesOf<(typeof questionSchemas)[T]> } = {
	choice: { ...head, answer: { says: 'The one right answer.' }, ...options, ...tail },
	multiple: { ...head, answers: { says: 'Every right answer. All of them must be picked, and nothing else.' }, ...options, ...tail },
	'true-false': { ...head, answer: { says: 'Whether the stem is true.', examples: [true, false] }, ...tail },
	text: {
		...head,
		answer: { says: 'What must be typed. Of a list, the first is shown and all are accepted.', examples: [['git add', 'git stage']] },
		match: { says: 'How exactly it must be typed.' },
		pattern: { says: 'What is accepted besides: a regular expression in RE2 syntax, for the whole of what is typed.' },
		...tail,
	},
	number: {
		...head,
		answer: { says: 'The right number. It may be written as `1/2` or `3.8e5`.', examples: [42, '1/2', '3.8e5'] },
		tolerance: { says: 'How far off is still right: a number, or a percentage of the answer. Left out: exact.', examples: [0.5, '1%'] },
		range: { says: 'Instead of `tolerance`: the lowest and the highest number that are right, both included.', examples: [[40, 44]] },
		unit: { says: 'What the number counts. It is shown; learners may type it or leave it out.', examples: ['km'] },
		...tail,
	},
	cloze: {
		...head,
		blanks: {
			says: 'What is accepted in each blank: of a list, the first is shown. `{{parent}}` in `stem` or `code` marks the blank `parent`, once; `\\{{` is two braces.',
			examples: [{ parent: 'commit', count: ['two', '2'] }],
		},
		match: { says: 'How exactly each blank must be filled.' },
		...tail,
	},
	order: {
		...head,
		items: { says: 'Two items or more, in the right order. They are shuffled.', examples: [['blobs', 'tree', 'commit']] },
		...tail,
	},
	match: {
		...head,
		pairs: {
			says: 'Two pairs or more, each a list of left and right. The right sides are shuffled; each belongs to one left side.',
			examples: [
				[
					['git add', 'the index'],
					['git commit', 'a commit'],
				],
			],
		},
		distractors: { says: 'Right sides that belong to no left side. Each is a text, or a map with `text` and `feedback`.' },
		...tail,
	},
};
