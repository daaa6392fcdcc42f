// `--against`: each deck as it was, from a folder or from a version in Git; and in words, why there is none to compare with.

import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';

import { type DeckFolder, deckFileName, openDeckFolder } from '../../deck/files/folder.ts';
import { loadDeck, readDeck } from '../../deck/load-deck.ts';
import { textAt } from '../../deck/yaml/source-node.ts';
import type { Deck } from '../../model/deck.ts';
import { safe, safeLine } from '../../terminal/safe.ts';
import type { Context } from '../context.ts';
import type { Environment } from '../environment.ts';
import { isFile, isFolder, pathFrom, shownPath } from '../paths.ts';
import { shellWord } from '../shell-word.ts';
import { type GitFault, openGitFolder } from './git-folder.ts';
import type { Target } from './targets.ts';

/** Messages are ready to be shown: what happened, what it means for this check, what to do. */
type DeckBefore =
	| { readonly kind: 'deck'; readonly deck: Deck }
	/** There was no such deck, so that nothing of it can have changed; no problem at all. */
	| { readonly kind: 'new'; readonly message: string }
	/** The deck had mistakes then, which are not told again; changes cannot be told either. */
	| { readonly kind: 'unreadable'; readonly message: string }
	/** There is nothing to look at: the check was not asked for what it could do. */
	| { readonly kind: 'fault'; readonly message: string };

type Opened =
	| { readonly kind: 'folder'; readonly folder: DeckFolder }
	| { readonly kind: 'absent' }
	| { readonly kind: 'fault'; readonly message: string };

type Surroundings = Pick<Environment, 'workingFolder' | 'variables'>;

/** @returns versions by the deck's folder; undefined where the version that was named cannot be had at all, which is told. */
export function decksBefore(
	{ environment, printer }: Context,
	targets: readonly Target[],
	version: string,
): ReadonlyMap<string, Deck> | undefined {
	const decks = new Map<string, Deck>();
	for (const { root } of targets.filter(({ stored }) => stored)) {
		const before = deckBefore(root, version, environment);
		switch (before.kind) {
			case 'deck':
				decks.set(root, before.deck);
				break;
			case 'new':
			case 'unreadable':
				printer.complain(safe(before.message));
				break;
			case 'fault':
				printer.complain(safe(before.message));
				return undefined;
		}
	}
	return decks;
}

/** @param deckFolder and `refOrFolder`, where it is a folder: absolute, or from the working folder. */
export function deckBefore(deckFolder: string, refOrFolder: string, surroundings: Surroundings): DeckBefore {
	const opened = openBefore(deckFolder, refOrFolder, surroundings);
	if (opened.kind === 'fault') return opened;
	const here = shownFolder(deckFolder, surroundings);
	const before = safeLine(refOrFolder);
	const absent: DeckBefore = {
		kind: 'new',
		message: `There is no deck for ${here} in ${before}, so everything in it counts as new. If the deck had another folder then, name that folder instead.`,
	};
	if (opened.kind === 'absent') return absent;
	const root = opened.folder.read(deckFileName);
	if (!root.ok && root.problem === 'missing') return absent;
	const { deck, diagnostics } = loadDeck(opened.folder);
	if (deck !== undefined) return { kind: 'deck', deck };
	const unread = diagnostics.find(({ code }) => code === 'unreadable-file');
	if (unread === undefined) {
		return {
			kind: 'unreadable',
			message: `The deck ${here} has mistakes in ${before}, so what changed since then cannot be told. Compare with a version that checks clean.`,
		};
	}
	return {
		kind: 'fault',
		message: `The deck ${here} could not be read as it was in ${before}: ${uncapitalised(safeLine(unread.message))}. Nothing was changed. If this clone is a partial one, clone it without --filter; if a folder is named, check its permissions.`,
	};
}

/**
 * A folder that exists goes before a version of the same name: `./main` is always a folder, `heads/main` a branch. In a folder
 * without a `deck.yaml`, the deck is looked for where it stands from the working folder, then under its folder's own name, so
 * that one folder serves a tree of decks.
 */
function openBefore(deckFolder: string, refOrFolder: string, { workingFolder, variables }: Surroundings): Opened {
	if (refOrFolder.trim() === '') {
		return {
			kind: 'fault',
			message:
				'Nothing is named to compare with. Nothing was changed. Name a version in Git or a folder, as in: gradus check --against origin/main',
		};
	}
	const deck = resolve(workingFolder, deckFolder);
	const named = resolve(workingFolder, refOrFolder);
	if (isFolder(named)) {
		const inside = relative(workingFolder, deck);
		const likely = [named, ...(inside.startsWith('..') || isAbsolute(inside) ? [] : [join(named, inside)]), join(named, basename(deck))];
		const folder = likely.find((each) => existsSync(join(each, deckFileName)));
		return folder === undefined ? { kind: 'absent' } : { kind: 'folder', folder: openDeckFolder(folder) };
	}
	if (isFile(named)) {
		const what = safeLine(refOrFolder);
		return {
			kind: 'fault',
			message: `${what} is a file, and what a deck is compared with is a folder that holds it, or a version in Git. Nothing was changed. Name the deck's folder: ${shellWord(pathFrom(workingFolder, dirname(named)) || '.')}`,
		};
	}
	const opened = openGitFolder(deck, refOrFolder, variables, idOf(deck));
	if (opened.kind !== 'fault') return opened;
	return { kind: 'fault', message: safe(wordingOf(opened.fault, refOrFolder, shownFolder(deckFolder, { workingFolder, variables }))) };
}

/** As its deck.yaml says; undefined where it does not. */
function idOf(folder: string): string | undefined {
	const { located } = readDeck(openDeckFolder(folder), 1);
	return located === undefined ? undefined : textAt(located.node, 'deck')?.value;
}

function wordingOf(fault: GitFault, ref: string, deck: string): string {
	const name = safeLine(ref);
	const nothing = `so the deck ${deck} was not compared with ${name}. Nothing was changed.`;
	switch (fault.kind) {
		case 'no-git':
			return `There is no folder ${name}, and Git is not installed here, ${nothing} Install Git, or name a folder that holds the deck as it was.`;
		case 'no-repository':
			return `There is no folder ${name}, and the deck is not in a Git repository, ${nothing} Name a folder that holds the deck as it was.`;
		case 'not-trusted':
			return `Git does not open this repository, because it belongs to another user, ${nothing} If you trust it, tell Git with: git config --global --add safe.directory <its folder>`;
		case 'unknown-version':
			return `There is neither a folder nor a version in Git called ${name}, ${nothing} ${fetching(ref, fault.shallow)}`;
		case 'failed':
			return `Git could not read the version ${name} (${safeLine(fault.detail)}), ${nothing} Try git log ${shellWord(name)}, or name a folder that holds the deck as it was.`;
	}
}

/** A clone in CI often has the latest commit only. */
function fetching(ref: string, shallow: boolean): string {
	if (shallow) {
		return 'This clone has only the latest part of the history. Fetch the rest with: git fetch --unshallow (in GitHub Actions, set fetch-depth: 0 for actions/checkout; in GitLab, GIT_DEPTH: 0).';
	}
	const [, branch] = /^origin\/([\w./-]+)$/u.exec(ref) ?? [];
	return branch === undefined
		? 'Check its spelling, or fetch it first with: git fetch'
		: `Check its spelling, or fetch it first with: git fetch origin ${branch}`;
}

/** As a person in the working folder names it. */
function shownFolder(deckFolder: string, { workingFolder }: Surroundings): string {
	const deck = resolve(workingFolder, deckFolder);
	const shown = shownPath(workingFolder, deck);
	return safeLine(shown === '.' ? basename(deck) : shown);
}

function uncapitalised(sentence: string): string {
	return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
