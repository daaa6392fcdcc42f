// One small deck and what a learner did with it, for every view and prompt test.

import type { Blocker, JudgedAttempt, Judgement, Need, UnitStanding } from '../../src/model/decision.ts';
import type { Deck, Rule, Section, Unit } from '../../src/model/deck.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { DeckListing, DeckReport, HistoryEntry, HistoryReport, HomeReport, LeftOpen, WhyReport } from '../../src/model/report.ts';
import type { FeedbackView, Notice, Where } from '../../src/session/ports.ts';

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

export const missed: FeedbackView = {
	where,
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
			weakestPrerequisite: { unit: 'snapshots', right: 19, asked: 30 },
		},
	},
	mastered: {
		kind: 'mastered',
		deck,
		unit: snapshots,
		opened: [branches],
		missed: [trees],
		enrichment: snapshots.enrichment,
		retake: false,
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
	startedAt: 1_000,
	finishedAt: 2_000,
	outcome: 'finished',
	score: { right: 7, asked: 10 },
	answered: 10,
	judged: first,
};

const { judged: _first, ...unjudged } = entry;
const { outcome: _outcome, finishedAt: _finished, ...stillOpen } = unjudged;

export const history: HistoryReport = {
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
};

export const listings: readonly DeckListing[] = [
	{ deck: 'git', title: 'Git from the inside', units: 5, questions: 120, folder: '/home/ada/decks/git', shipped: false },
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
