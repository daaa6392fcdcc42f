// One small deck for the pages of this family, before a change and after it.

import type { BadExample, Example } from '../../example.ts';

export interface SmallDeck {
	readonly deck?: string;
	/** Lines of deck.yaml besides. */
	readonly settings?: readonly string[];
	/** By file; `snapshots.yaml` alone unless stated. */
	readonly units?: Readonly<Record<string, string>>;
}

/** The deck with all its files; a page shows those that the change is in. */
export function smallDeck({ deck = 'git', settings = [], units = { 'snapshots.yaml': smallUnit({}) } }: SmallDeck): Example['files'] {
	const head = [`deck: ${deck}`, 'title: Git from the inside', ...settings, `units: [${Object.keys(units).join(', ')}]`];
	return { 'deck.yaml': lines(head), ...units };
}

export interface SmallUnit {
	readonly unit?: string;
	readonly title?: string;
	/** Lines before the sections. */
	readonly settings?: readonly string[];
	/** Section to the lines of its questions. */
	readonly sections?: Readonly<Record<string, readonly string[]>>;
}

/** Each question a line of flow style, without its section. */
export function smallUnit({ unit = 'snapshots', title = 'Commits are snapshots', settings = [], sections }: SmallUnit): string {
	const all = Object.entries(sections ?? { commits: [namesTree] });
	return lines([
		`unit: ${unit}`,
		`title: ${title}`,
		...settings,
		'sections:',
		...all.map(([id]) => `  - {id: ${id}, title: ${titles[id] ?? id}, objective: Say what ${id} hold, text: What ${id} hold.}`),
		'questions:',
		...all.flatMap(([id, questions]) => questions.map((question) => `  - {section: ${id}, ${question}}`)),
	]);
}

const titles: Readonly<Record<string, string>> = { commits: 'What a commit stores', trees: 'Trees and blobs', blobs: 'Trees and blobs' };

export const namesTree = choice('names-tree', 'What does a commit name?', 'One tree', 'Its changes');
export const namesBlobs = choice('names-blobs', 'What does a tree name?', 'Blobs and trees', 'Its commit');
export const namesParents = choice('names-parents', 'How many parents has a merge?', 'Two or more', 'One');

export function choice(id: string, stem: string, answer: string, distractor: string): string {
	return `id: ${id}, stem: ${stem}, answer: ${answer}, distractors: [${distractor}], explanation: By design.`;
}

/** Questions that differ in nothing but their number. */
export function many(id: string, count: number): readonly string[] {
	return Array.from({ length: count }, (_, index) =>
		choice(`${id}-${index + 1}`, `Which is fact ${index + 1}?`, `This (${index + 1})`, 'That'),
	);
}

/** @param shown files of the page, in the new version and in the old one. */
export function changed(before: SmallDeck, after: SmallDeck, shown: readonly string[]): Example {
	const [old, now] = [smallDeck(before), smallDeck(after)];
	const inBoth = (files: Example['files']) => shown.filter((file) => files[file] !== undefined);
	return { files: now, shown: inBoth(now), before: { files: old, shown: inBoth(old) } };
}

export function badChange(before: SmallDeck, after: SmallDeck, shown: readonly string[], says: string): BadExample {
	return { ...changed(before, after, shown), says };
}

function lines(all: readonly string[]): string {
	return all.map((line) => `${line}\n`).join('');
}
