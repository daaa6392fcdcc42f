// A deck with one question of each type, and an answer to each as JSON Lines and plain mode take it.

import type { Deck, Question, Section, Unit } from '../../src/model/deck.ts';

const commits: Section = {
	id: 'commits',
	title: 'What a commit stores',
	objective: 'Say what a commit object holds',
	weight: 1,
	text: 'A commit names one tree, its parents, an author and a message.\n',
};

const trees: Section = {
	id: 'trees',
	title: 'Trees and blobs',
	objective: 'Trace a path to a file',
	weight: 1,
	text: 'A tree lists names.\n\n| object | holds |\n|---|---|\n| tree | names |\n| blob | content |\n\n```sh\ngit ls-tree HEAD\n```\n',
};

const common = { hints: ['Think of what a snapshot needs.'], tags: [], also: [] };

const textMatch = { case: 'ignore', accents: 'note', typos: 1 } as const;

const questions: readonly Question[] = [
	{
		...common,
		type: 'choice',
		id: 'points-at',
		section: 'commits',
		also: ['trees'],
		stem: 'What does a commit object point at?',
		options: [
			{ text: 'The tree of the whole project', right: true },
			{ text: 'The changed lines', right: false, feedback: 'Git computes differences when asked.' },
			{ text: 'A copy of the `index` file', right: false },
		],
		fixed: false,
		explanation: 'A commit names one tree.',
		source: 'Pro Git, 10.2',
		fingerprint: 'f-choice',
	},
	{
		...common,
		type: 'multiple',
		id: 'holds',
		section: 'commits',
		stem: 'What does a commit hold?',
		options: [
			{ text: 'An author', right: true },
			{ text: 'A message', right: true },
			{ text: 'A branch', right: false },
		],
		fixed: true,
		explanation: 'A branch points at a commit, not the other way round.',
		fingerprint: 'f-multiple',
	},
	{
		...common,
		type: 'true-false',
		id: 'differences',
		section: 'commits',
		stem: 'A commit stores differences.',
		key: false,
		explanation: 'It stores a snapshot.',
		fingerprint: 'f-true-false',
	},
	{
		...common,
		type: 'text',
		id: 'object',
		section: 'trees',
		stem: 'Which object holds the content of a file?',
		keys: ['blob'],
		match: textMatch,
		explanation: 'A blob holds content and no name.',
		fingerprint: 'f-text',
	},
	{
		...common,
		type: 'number',
		id: 'digits',
		section: 'trees',
		stem: 'How many hexadecimal digits has a full SHA-1 name?',
		key: '40',
		value: 40,
		accept: { kind: 'exact' },
		unit: 'digits',
		explanation: '160 bits, four in a digit.',
		fingerprint: 'f-number',
	},
	{
		...common,
		type: 'cloze',
		id: 'commands',
		section: 'commits',
		stem: 'To record, type `git {{secret-a}}`; to look back, {{secret-b}}.',
		code: { language: 'sh', text: 'git {{secret-c}} --amend' },
		blanks: [
			{ id: 'secret-a', keys: ['commit'] },
			{ id: 'secret-b', keys: ['git log', 'log'] },
			{ id: 'secret-c', keys: ['commit'] },
		],
		match: textMatch,
		explanation: 'Each is a command of its own.',
		fingerprint: 'f-cloze',
	},
	{
		...common,
		type: 'order',
		id: 'path',
		section: 'trees',
		stem: 'From a branch to a file: what comes after what?',
		items: ['branch', 'commit', 'tree', 'blob'],
		explanation: 'Each names the next.',
		fingerprint: 'f-order',
	},
	{
		...common,
		type: 'match',
		id: 'objects',
		section: 'trees',
		stem: 'What does each hold?',
		pairs: [
			{ left: 'commit', right: 'one tree and its parents' },
			{ left: 'tree', right: 'names' },
		],
		distractors: [{ text: 'differences', feedback: 'No object holds them.' }],
		explanation: 'Three kinds, three jobs.',
		fingerprint: 'f-match',
	},
];

function unitOf(id: string, title: string, requires: readonly string[], its: readonly Question[]): Unit {
	return {
		id,
		title,
		requires,
		draw: 8,
		rule: { benchmark: 7500, passes: 1, floor: 0 },
		sections: [commits, trees],
		questions: its,
		resources: [{ title: 'Pro Git, chapter 10', url: 'https://git-scm.com/book' }],
		enrichment: [{ title: 'Plumbing', text: 'Write a commit with `git commit-tree`.' }],
	};
}

export const everyTypeDeck: Deck = {
	id: 'git',
	title: 'Git from the inside',
	language: 'en',
	authors: [],
	digest: 'digest',
	units: [unitOf('snapshots', 'Commits are snapshots', [], questions), unitOf('branches', 'Branches are names', ['snapshots'], questions)],
};

export type EveryType = Question['type'];

/** As the value of `answer` in a line; options by their texts. */
export const jsonAnswers: Readonly<Record<EveryType, { readonly right: unknown; readonly missed: unknown }>> = {
	choice: { right: 'The tree of the whole project', missed: 'The changed lines' },
	multiple: { right: ['An author', 'A message'], missed: ['An author', 'A branch'] },
	'true-false': { right: false, missed: true },
	text: { right: 'blob', missed: 'tree' },
	number: { right: 40, missed: '20' },
	cloze: { right: ['commit', 'log', 'commit'], missed: ['commit', 'git show', 'push'] },
	order: { right: ['branch', 'commit', 'tree', 'blob'], missed: ['branch', 'tree', 'commit', 'blob'] },
	match: { right: ['one tree and its parents', 'names'], missed: { commit: 'differences', tree: 'names' } },
};
