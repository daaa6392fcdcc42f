// The examples on a rule's page: small decks, of which a page shows the part that matters. Tests check every one of them.

import type { FileProblem } from '../deck/files/folder.ts';

/** Text; or text of which a page shows something shorter; or a file that cannot be read. */
export type ExampleFile =
	| string
	| { readonly text: string; readonly shown: string }
	| { readonly problem: FileProblem; readonly detail: string; readonly shown: string };

export interface Example {
	/** A whole deck, by path. */
	readonly files: Readonly<Record<string, ExampleFile>>;
	/** The files a page shows, in this order. */
	readonly shown: readonly string[];
	/** The version before, for rules about changes. */
	readonly before?: Example;
}

export interface BadExample extends Example {
	/** What the rule says of it, as on a terminal of 100 columns without colour, other rules left out. */
	readonly says: string;
}

const frameDeck = 'deck: git\ntitle: Git from the inside\nunits: [unit.yaml]\n';

const frameUnit = `unit: snapshots
title: Commits are snapshots
sections:
  - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
  - {id: trees, title: Trees and blobs, objective: Trace a path to a blob, text: A tree names blobs and trees.}
pools: [questions.yaml]
`;

/** A list of questions, shown as `questions.yaml`; their sections are `commits` and `trees`. */
export function inPool(questions: ExampleFile): Example {
	return { files: { 'deck.yaml': frameDeck, 'unit.yaml': frameUnit, 'questions.yaml': questions }, shown: ['questions.yaml'] };
}

/** A unit's file, shown as `unit.yaml`. */
export function inUnit(unit: ExampleFile): Example {
	return { files: { 'deck.yaml': frameDeck, 'unit.yaml': unit }, shown: ['unit.yaml'] };
}

/** A whole deck, all of it shown unless `shown` says less. */
export function inDeck(files: Readonly<Record<string, ExampleFile>>, shown: readonly string[] = Object.keys(files)): Example {
	return { files, shown };
}
