// One small deck and what a learner did with it, for every view and prompt test.

import type { Blocker, JudgedAttempt, Judgement, Need, UnitStanding } from '../../src/model/decision.ts';
import type { Deck, Rule, Section, Unit } from '../../src/model/deck.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type {
	AskedReport,
	AttemptReport,
	BookmarksReport,
	DeckListing,
	DeckReport,
	DisputesReport,
	HistoryEntry,
	HistoryReport,
	HomeReport,
	LearnersReport,
	LeftOpen,
	MarkedQuestion,
	WhyReport,
} from '../../src/model/report.ts';
import type { Asides, FeedbackView, Notice, Where } from '../../src/session/ports.ts';

export const rule: Rule = { benchmark: 9000, passes: 2, floor: 1 };
export const need: Need = { asked: 10, right: 9, rule };
export const once: Need = { asked: 10, right: 9, rule: { ...rule, passes: 1, floor: 0 } };

const commits: Section = {
	id: 'commits',
	title: 'What a commit stores',
	objective: 'Say what a commit object holds, and what it does not',
	weight: 1,
	text: `A commit names **one tree**, its parents, an author and a message.

It stores no *differences*; \`git diff\` computes them when asked.

| object | holds |
|---|---|
| commit | one tree, parents, author, message |
| tree | names, modes and ids of blobs and trees |

\`\`\`js
const commit = { tree: 'a1b2', parents: [] };
\`\`\`
`,
};

const trees: Section = {
	id: 'trees',
	title: 'Trees and blobs',
	objective: "Trace a path from a commit to a file's content",
	weight: 1,
	text: 'A tree lists names. A blob holds content.',
};

function unitOf(id: string, title: string, requires: readonly string[]): Unit {
	return {
		id,
		title,
		requires,
		draw: 10,
		rule,
		sections: [commits, trees],
		questions: [],
		resources: [{ title: 'Pro Git, chapter 10', url: 'https://git-scm.com/book' }],
		enrichment: [{ title: 'Write a commit with plumbing only', text: 'Use `git hash-object` and `git commit-tree`.' }],
	};
}

export const snapshots: Unit = unitOf('snapshots', 'Commits are snapshots', []);
export const branches: Unit = unitOf('branches', 'Branches are names', ['snapshots']);

export const deck: Deck = {
	id: 'git',
	title: 'Git from the inside',
	summary: 'What Git stores, and why its commands do what they do.',
	language: 'en',
	authors: [],
	digest: '',
	units: [snapshots, branches],
};

export const notYet: Judgement = {
	right: 7,
	asked: 10,
	need: 9,
	qualifies: false,
	shortfalls: [
		{ kind: 'benchmark', right: 7, need: 9, asked: 10 },
		{ kind: 'floor', section: 'trees', right: 0, need: 1, asked: 2 },
	],
	sections: [
		{ section: 'commits', right: 7, asked: 8, dontKnow: 0 },
		{ section: 'trees', right: 0, asked: 2, dontKnow: 1 },
	],
};

export const met: Judgement = {
	right: 9,
	asked: 10,
	need: 9,
	qualifies: true,
	shortfalls: [],
	sections: [
		{ section: 'commits', right: 5, asked: 5, dontKnow: 0 },
		{ section: 'trees', right: 4, asked: 5, dontKnow: 0 },
	],
};

export const first: JudgedAttempt = { id: 'a1', judgement: notYet, streak: 0, passes: 2, mastered: false };
export const second: JudgedAttempt = { id: 'a2', judgement: met, streak: 1, passes: 2, mastered: false };
export const third: JudgedAttempt = { id: 'a3', judgement: met, streak: 2, passes: 2, mastered: true };

export const fresh: UnitStanding = {
	unit: 'snapshots',
	state: 'open',
	gate: { open: true },
	need,
	judged: [],
	streak: 0,
	notYetsInARow: 0,
	fresh: 40,
	pool: 40,
};

export const tried: UnitStanding = {
	...fresh,
	judged: [first, second],
	streak: 1,
	first: { right: 7, asked: 10 },
	best: { right: 9, asked: 10 },
	fresh: 20,
};

export const mastered: UnitStanding = {
	...tried,
	state: 'mastered',
	judged: [first, second, third],
	streak: 2,
	masteredBy: 'a3',
	fresh: 12,
};

export const blocker: Blocker = {
	unit: 'snapshots',
	need: once,
	streak: 0,
	best: { right: 8, asked: 10 },
	missed: [{ section: 'trees', right: 3, asked: 5, dontKnow: 0 }],
	open: true,
};

export const closedGate = { open: false, blockers: [blocker] } as const;
export const closed: UnitStanding = { ...fresh, unit: 'branches', state: 'closed', gate: closedGate };

export const where: Where = {
	deck,
	unit: snapshots,
	kind: 'quiz',
	need,
	position: 4,
	asked: 10,
	verdicts: ['right', 'right', 'missed'],
};

export const options = [
	'The lines that changed since its parent',
	'The tree of the whole project at that moment',
	'A copy of the `index` file',
	'The branch it was made on',
];

export const stem = 'What does a commit object **point** at?';

/** A learner who does nothing besides answering. */
export const noAsides: Asides = { isBookmarked: () => false, bookmark() {}, dispute() {} };

export const missed: FeedbackView = {
	where,
	asides: noAsides,
	presentation: { type: 'choice', stem, options },
	answer: { type: 'choice', chosen: options[0] ?? '' },
	verdict: { kind: 'missed' },
	key: [options[1] ?? ''],
	chosenFeedback: [{ option: options[0] ?? '', feedback: 'Git computes differences when asked; a commit stores none.' }],
	explanation: 'A commit names one tree, its parents, an author, a committer and a message.\n\nNothing else.',
	source: 'Pro Git, 10.2',
	reread: [commits, trees],
};

export const right: FeedbackView = {
	...missed,
	answer: { type: 'choice', chosen: options[1] ?? '' },
	verdict: { kind: 'right' },
	chosenFeedback: [],
};

const lefts = ['commit', 'tree', 'blob'];
const rights = ['Names, modes and ids', 'The content of a file', 'One tree, its parents, an author', 'A branch'];

export const cloze: FeedbackView = {
	...missed,
	presentation: {
		type: 'cloze',
		stem: 'A commit names one {{1}}, and its {{2}}.',
		code: { language: 'js', text: "const tree = '{{3}}';\n" },
		blanks: ['what', 'before', 'id'],
	},
	answer: {
		type: 'cloze',
		filled: [
			{ blank: 'what', typed: 'tree' },
			{ blank: 'before', typed: 'children' },
			{ blank: 'id', typed: 'a1b2' },
		],
	},
	verdict: {
		kind: 'missed',
		partly: {
			of: 'blanks',
			blanks: [
				{ blank: 'what', right: true },
				{ blank: 'before', right: false },
				{ blank: 'id', right: true, accepted: { as: 'a1b2e', despite: 'typos' } },
			],
		},
	},
	key: ['tree', 'parents', 'a1b2e'],
	chosenFeedback: [],
};

export const order: FeedbackView = {
	...missed,
	presentation: {
		type: 'order',
		stem: 'How does a change get into a commit?',
		items: ['Commit it', 'Write the file', 'Stage it with `git add`'],
	},
	answer: { type: 'order', arranged: ['Write the file', 'Commit it', 'Stage it with `git add`'] },
	verdict: { kind: 'missed', partly: { of: 'items', firstOff: 1 } },
	key: ['Write the file', 'Stage it with `git add`', 'Commit it'],
	chosenFeedback: [],
};

export const match: FeedbackView = {
	...missed,
	presentation: { type: 'match', stem: 'What does each object hold?', lefts, rights },
	answer: {
		type: 'match',
		paired: [
			{ left: 'commit', right: 'A branch' },
			{ left: 'tree', right: 'Names, modes and ids' },
			{ left: 'blob', right: 'One tree, its parents, an author' },
		],
	},
	verdict: {
		kind: 'missed',
		partly: {
			of: 'pairs',
			pairs: [
				{ left: 'commit', right: false },
				{ left: 'tree', right: true },
				{ left: 'blob', right: false },
			],
		},
	},
	key: ['One tree, its parents, an author', 'Names, modes and ids', 'The content of a file'],
	chosenFeedback: [{ option: 'A branch', feedback: 'A branch points at a commit, and is no object.' }],
};

export const notices: Readonly<Record<Notice['kind'], Notice>> = {
	unit: { kind: 'unit', deck, unit: snapshots, standing: tried, readings: new Set(['commits']) },
	'ended-elsewhere': { kind: 'ended-elsewhere', unit: snapshots, attemptKind: 'quiz' },
	form: {
		kind: 'form',
		deck,
		unit: snapshots,
		attemptKind: 'quiz',
		need,
		form: {
			items: Array.from({ length: 10 }, () => ({
				question: {
					type: 'true-false',
					id: 'q',
					section: 'commits',
					stem,
					explanation: '',
					hints: [],
					tags: [],
					also: [],
					fingerprint: '',
					key: true,
				},
				options: [],
				reason: { familiarity: 'new', timesShown: 0, emphasis: false },
			})),
			quotas: [
				{ section: 'commits', due: 5, asked: 7, emphasis: true, spilled: 0 },
				{ section: 'trees', due: 5, asked: 3, emphasis: false, spilled: 2 },
			],
		},
		composition: { fresh: 7, missedBefore: 2, again: 1 },
	},
	resumed: { kind: 'resumed', unit: snapshots, attemptKind: 'quiz', position: 4, asked: 10, deckChanged: true },
	result: {
		kind: 'result',
		unit: snapshots,
		judgement: notYet,
		need,
		standing: { ...tried, judged: [second, first] },
		first: { right: 9, asked: 10 },
		best: { right: 9, asked: 10 },
		streak: 0,
		verdicts: ['right', 'right', 'missed', 'right', 'right', 'right', 'dont-know', 'right', 'right', 'missed'],
	},
	prescription: {
		kind: 'prescription',
		deck,
		unit: snapshots,
		sections: [trees, commits],
		prescription: {
			revisit: [
				{ section: 'trees', missed: 2, asked: 2 },
				{ section: 'commits', missed: 1, asked: 8 },
			],
			stuck: true,
			weakestPrerequisite: { unit: 'snapshots', section: 'trees', right: 19, asked: 30 },
		},
	},
	mastered: {
		kind: 'mastered',
		deck,
		unit: snapshots,
		standing: mastered,
		unitsMastered: 1,
		opened: [branches],
		missed: [trees],
		enrichment: snapshots.enrichment,
		retake: false,
	},
	resource: {
		kind: 'resource',
		unit: snapshots,
		resource: { title: 'In other words', text: 'A commit is a *photograph*.', url: 'https://git-scm.com/book' },
	},
	'practice-done': { kind: 'practice-done', unit: snapshots, right: 3, asked: 4 },
	'answered-elsewhere': { kind: 'answered-elsewhere' },
	'gave-up': { kind: 'gave-up', unit: snapshots, attemptKind: 'quiz' },
};

export const left: LeftOpen = {
	attempt: 'a4',
	deck: 'git',
	unit: 'snapshots',
	unitTitle: 'Commits are snapshots',
	kind: 'quiz',
	position: 4,
	asked: 10,
	startedAt: 0,
};

export const home: HomeReport = {
	begun: true,
	left: [{ ...left, unit: 'branches', unitTitle: 'Branches are names' }],
	decks: [
		{
			deck: 'git',
			title: 'Git from the inside',
			units: 5,
			mastered: 3,
			used: true,
			next: { kind: 'resume', unit: 'branches', unitTitle: 'Branches are names', position: 4, asked: 10 },
		},
		{ deck: 'logic', title: 'Logic', units: 3, mastered: 3, used: true, next: { kind: 'complete' } },
		{
			deck: 'mastery',
			title: 'Mastery learning',
			summary: 'Why one moves on when one can, and not when the week is over.',
			units: 5,
			mastered: 0,
			used: false,
			next: { kind: 'start', unit: 'idea', unitTitle: 'The idea' },
		},
	],
};

const sectionReports = [commits, trees].map(({ id, title, objective }) => ({ section: id, title, objective }));

export const map: DeckReport = {
	deck: 'git',
	title: 'Git from the inside',
	summary: 'What Git stores, and why its commands do what they do.',
	mastered: 1,
	units: [
		{ unit: 'idea', title: 'The idea', requires: [], sections: sectionReports, standing: { ...mastered, unit: 'idea' } },
		{
			unit: 'snapshots',
			title: 'Commits are snapshots',
			requires: [{ unit: 'idea', title: 'The idea' }],
			sections: sectionReports,
			standing: tried,
			left,
		},
		{
			unit: 'branches',
			title: 'Branches are names',
			requires: [{ unit: 'snapshots', title: 'Commits are snapshots' }],
			sections: sectionReports,
			standing: closed,
		},
	],
	next: { kind: 'resume', unit: 'snapshots', unitTitle: 'Commits are snapshots', position: 4, asked: 10 },
};

const entry: HistoryEntry = {
	attempt: 'a1',
	deck: 'git',
	unit: 'snapshots',
	unitTitle: 'Commits are snapshots',
	kind: 'quiz',
	rule,
	startedAt: 1_000,
	finishedAt: 2_000,
	outcome: 'finished',
	score: { right: 7, asked: 10 },
	answered: 10,
	timeOnTask: 700_000,
	judged: first,
};

const { judged: _first, ...unjudged } = entry;
const { outcome: _outcome, finishedAt: _finished, ...stillOpen } = unjudged;

export const history: HistoryReport = {
	units: [
		{
			deck: 'git',
			deckTitle: 'Git from the inside',
			unit: 'snapshots',
			title: 'Commits are snapshots',
			attempts: 6,
			timeOnTask: 4_200_000,
			standing: { state: 'mastered', need, best: { right: 9, asked: 10 } },
		},
	],
	longestCounted: 300_000,
	entries: [
		entry,
		{ ...unjudged, attempt: 'p1', kind: 'practice', startedAt: 3_000, score: { right: 3, asked: 4 }, answered: 4 },
		{ ...entry, attempt: 'a2', startedAt: 4_000, score: { right: 9, asked: 10 }, judged: second },
		{ ...entry, attempt: 'a3', startedAt: 5_000, score: { right: 9, asked: 10 }, judged: third },
		{ ...unjudged, attempt: 'e1', startedAt: 6_000, outcome: 'ended', score: { right: 0, asked: 10 }, answered: 0 },
		{ ...stillOpen, attempt: 'a4', startedAt: 7_000, score: { right: 2, asked: 10 }, answered: 3 },
	],
};

export const why: WhyReport = {
	deck: 'git',
	unit: 'snapshots',
	title: 'Commits are snapshots',
	standing: mastered,
	requires: [{ unit: 'idea', title: 'The idea', mastered: true, best: { right: 10, asked: 10 } }],
	attempts: history.entries,
	attemptsInAll: 6,
	masteryStartedAt: 5_000,
	titles: {
		idea: { title: 'The idea', sections: {} },
		snapshots: { title: 'Commits are snapshots', sections: { commits: commits.title, trees: trees.title } },
	},
};

export const whyClosed: WhyReport = {
	...why,
	unit: 'branches',
	title: 'Branches are names',
	standing: closed,
	requires: [{ unit: 'snapshots', title: 'Commits are snapshots', mastered: false, best: { right: 8, asked: 10 } }],
	attempts: [],
	attemptsInAll: 0,
};

function askedAs(position: number, { presentation, reread, ...view }: FeedbackView): AskedReport {
	const { answer, verdict, key, chosenFeedback, explanation, source } = view;
	return {
		position,
		shown: true,
		question: `q${position}`,
		section: 'commits',
		sectionTitle: commits.title,
		fingerprint: '300be678ffa9c01d',
		reason: { familiarity: position === 2 ? 'missed-before' : 'new', timesShown: 0, emphasis: false },
		presentation,
		shownAt: 1_000,
		answered: {
			answer,
			verdict,
			answeredAt: 2_000,
			key,
			chosenFeedback,
			explanation,
			...(source === undefined ? {} : { source }),
			reread: reread.map(({ id, title }) => ({ section: id, title })),
		},
	};
}

export const attemptLeft: AttemptReport = {
	attempt: 'a4b2c1d0',
	deck: 'git',
	deckTitle: deck.title,
	deckChanged: true,
	unit: 'snapshots',
	unitTitle: 'Commits are snapshots',
	kind: 'quiz',
	rule,
	need,
	startedAt: 1_000,
	score: { right: 1, asked: 6 },
	answered: 4,
	timeOnTask: 700_000,
	questions: [
		askedAs(1, missed),
		askedAs(2, right),
		askedAs(3, {
			...cloze,
			answer: {
				type: 'cloze',
				filled: [
					{ blank: 'what', typed: 'tree' },
					{ blank: 'before', typed: 'children' },
					{ blank: 'id', typed: 'a1b2' },
				],
			},
		}),
		askedAs(4, match),
		{
			position: 5,
			shown: true,
			question: 'q5',
			section: 'trees',
			sectionTitle: trees.title,
			fingerprint: 'f00d',
			reason: { familiarity: 'again', timesShown: 1, emphasis: true },
			values: { n: 3 },
			presentation: { type: 'true-false', stem: 'A tree holds names.' },
			shownAt: 3_000,
		},
		{ position: 6, shown: false },
	],
};

export const attemptEnded: AttemptReport = {
	...attemptLeft,
	finishedAt: 4_000,
	outcome: 'ended',
	judgement: { ...notYet, shortfalls: [...notYet.shortfalls, { kind: 'unfinished', answered: 4, asked: 6 }] },
};

const marked: MarkedQuestion = {
	deck: 'git',
	deckTitle: deck.title,
	unit: 'snapshots',
	unitTitle: 'Commits are snapshots',
	question: 'points-at',
	section: 'commits',
	sectionTitle: commits.title,
	type: 'choice',
	stem,
	fingerprint: '300be678ffa9c01d',
	now: 'same',
	attempt: 'a4b2c1d0',
	position: 1,
	at: 2_000,
};

export const bookmarks: BookmarksReport = {
	bookmarks: [
		marked,
		{ ...marked, type: 'cloze', stem: 'A commit names one {{1}}.', now: 'changed', position: 3 },
		{
			...marked,
			deck: 'logic',
			deckTitle: 'logic',
			unit: 'truth',
			unitTitle: 'truth',
			section: 'tables',
			sectionTitle: 'tables',
			now: 'elsewhere',
		},
	],
};

export const disputes: DisputesReport = {
	disputes: [
		{ ...marked, note: 'Both hold,\nsee the manual.', given: { answer: missed.answer, verdict: 'missed', key: missed.key } },
		{ ...marked, question: 'drawn-anew', note: '', now: 'gone', values: { v: 12, unit: 'metre' } },
	],
};

export const learners: LearnersReport = {
	learner: 'ada',
	learners: [
		{ learner: 'ada', attempts: 12, lastUsedAt: 5_000 },
		{ learner: 'me', attempts: 1, lastUsedAt: 2_000 },
	],
};

export const listings: readonly DeckListing[] = [
	{
		deck: 'git',
		title: 'Git from the inside',
		units: 5,
		questions: 120,
		folder: '/home/ada/.local/share/gradus/decks/git',
		shipped: false,
		origin: {
			kind: 'git',
			from: 'https://example.org/decks.git',
			inside: 'git',
			ref: 'v2',
			commit: '0123456789abcdef0123456789abcdef01234567',
			addedAt: 1_767_225_600_000,
		},
	},
	{ deck: 'mastery', title: 'Mastery learning', units: 1, questions: 1, folder: '/opt/gradus/decks/mastery', shipped: true },
];

export const source = `unit: snapshots
title: Commits are snapshots
treshold: 9
questions:
  - id: one
    stem: 漢字 and tabs	and more, in a line that goes on and on and on, well beyond what a narrow screen could ever show of it at once
  - id: one
`;

function spanOf(text: string, from = 0) {
	const start = source.indexOf(text, from);
	return { start, end: start + text.length };
}

export const diagnostics: readonly Diagnostic[] = [
	{
		code: 'unknown-key',
		severity: 'error',
		message: 'Unexpected key "treshold", expected one of the keys of a unit.',
		place: { file: '01-snapshots.yaml', span: spanOf('treshold') },
		help: 'Did you mean "benchmark"?',
	},
	{
		code: 'duplicate-id',
		severity: 'error',
		message: 'The question id "one" is used twice.',
		place: { file: '01-snapshots.yaml', span: spanOf('one', source.lastIndexOf('id:')) },
		related: { file: '01-snapshots.yaml', span: spanOf('one'), message: 'first used here' },
	},
	{
		code: 'long-stem',
		severity: 'warning',
		message: 'This stem is long.',
		place: { file: '01-snapshots.yaml', span: spanOf('narrow screen') },
	},
	{ code: 'unlisted-file', severity: 'info', message: 'Nothing lists this file.', place: { file: 'notes.yaml' } },
];

export const sources: ReadonlyMap<string, string> = new Map([['01-snapshots.yaml', source]]);
