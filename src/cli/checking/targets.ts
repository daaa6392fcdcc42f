// What the paths of a command line stand for: decks, files of decks, files that belong to no deck.

import { existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import type { DiagnosticCode } from '../../deck/diagnostics/diagnostic-codes.ts';
import {
	type DeckFolder,
	deckFileName,
	decodeText,
	type FileReading,
	isPassedOver,
	isYamlFile,
	openDeckFolder,
} from '../../deck/files/folder.ts';
import { emptyFolder, overlaid } from '../../deck/files/overlay.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { isFolder, pathFrom } from '../paths.ts';

export interface Target {
	/** Absolute: the deck's folder, or the one that a lone file stands in. */
	readonly root: string;
	readonly files: DeckFolder;
	/** All of it is on the disk: not a lone file in a deck made up for it, nor text from a pipe. */
	readonly stored: boolean;
	/** The files that were asked for, by path from `root`; absent: all of the deck. */
	readonly named?: ReadonlySet<string>;
	/** It belongs to no deck, or to one that does not come to reading it; so it is read in a deck made up for it. */
	readonly lone: boolean;
	/** Whether this is one of the problems that were asked for. */
	readonly tells: (diagnostic: Diagnostic) => boolean;
	/** Files that were made up around a lone one, never to be shown; with the file that one of them stands for, if it does. */
	readonly madeUp?: ReadonlyMap<string, string | undefined>;
	/** Nobody knows which files lie beside it, so that none that it names is looked at. */
	readonly adrift?: true;
}

/** `what` is wrong, in a sentence, and what to name instead. */
export type Targets =
	| {
			readonly ok: true;
			readonly targets: readonly Target[];
			/** Folders, absolute, below those that were named: they cannot be looked into, and may be decks or not. */
			readonly locked: readonly string[];
	  }
	| { readonly ok: false; readonly what: string; readonly help: string };

/** Text that stands for a file. */
export interface Piped {
	readonly bytes: Uint8Array;
	/** The file it is to be taken for; without it, it belongs to no deck. */
	readonly path?: string | undefined;
}

/** How far below a named folder decks are looked for, and above a named file. */
const deepest = 4;

/** @param paths from the command line; `-` is `piped`. None: the working folder. */
export function targetsOf(workingFolder: string, paths: readonly string[], piped: Piped | undefined): Targets {
	const decks = new Map<string, Set<string> | 'whole'>();
	const others: Target[] = [];
	const locked = new Set<string>();
	for (const path of paths.length === 0 ? ['.'] : new Set(paths)) {
		if (path === '-') {
			if (piped !== undefined) others.push(pipedTarget(workingFolder, piped));
			continue;
		}
		const place = resolve(workingFolder, path);
		const kind = statAt(place);
		if (kind === undefined) return fault(`There is no file or folder ${path}.`, "Name a deck's folder, as in: gradus check ./my-deck");
		if (kind.isDirectory() || basename(place) === deckFileName) {
			const folders = deckFolders(kind.isDirectory() ? place : dirname(place), deepest, (folder) => locked.add(folder));
			if (folders.length === 0) {
				const where = path === '.' ? 'this folder' : path;
				return fault(
					`There is no deck in ${where}: a deck is a folder with a deck.yaml.`,
					'Name another path, as in: gradus check ./my-deck',
				);
			}
			for (const folder of folders) decks.set(folder, 'whole');
			continue;
		}
		const owner = deckAround(place);
		if (owner !== undefined) {
			const named = decks.get(owner) ?? new Set();
			if (named !== 'whole') decks.set(owner, named.add(pathFrom(owner, place)));
		} else if (isYamlFile(place)) {
			others.push(loneTarget(dirname(place), basename(place), readingOf(place)));
		} else {
			return fault(`${path} belongs to no deck.`, "Name a deck's folder, or a YAML file.");
		}
	}
	const targets = [...decks].map(([root, named]): Target => {
		const files = openDeckFolder(root);
		return { root, files, stored: true, lone: false, ...(named === 'whole' ? { tells: () => true } : { named, tells: tellsOf(named) }) };
	});
	return { ok: true, targets: [...targets, ...others], locked: [...locked] };
}

function fault(what: string, help: string): Targets {
	return { ok: false, what, help };
}

function tellsOf(named: ReadonlySet<string>): Target['tells'] {
	return ({ place, related }) => named.has(place.file) || (related !== undefined && named.has(related.file));
}

function pipedTarget(workingFolder: string, { bytes, path }: Piped): Target {
	const reading = decodeText(bytes);
	if (path === undefined) return { ...loneTarget(workingFolder, '-', reading, emptyFolder), adrift: true };
	const place = resolve(workingFolder, path);
	const owner = basename(place) === deckFileName ? dirname(place) : deckAround(place);
	if (owner === undefined) return loneTarget(dirname(place), basename(place), reading);
	const file = pathFrom(owner, place);
	const files = overlaid(openDeckFolder(owner), new Map([[file, reading]]));
	const named = new Set([file]);
	return { root: owner, files, stored: false, lone: false, named, tells: tellsOf(named) };
}

const madeUpUnit = 'gradus-made-up-unit';

/** What cannot be known of a deck.yaml by itself, and of any other file. */
const unknowable = {
	deck: ['missing-file', 'unlisted-file'],
	other: ['unknown-unit', 'unlisted-file'],
} satisfies Record<string, readonly DiagnosticCode[]>;

/** A unit is put into a deck made up for it, a list of questions into a unit made up for it; only the file's own problems are told. */
export function loneTarget(root: string, file: string, reading: FileReading, beside: DeckFolder = openDeckFolder(root)): Target {
	const text = reading.ok ? reading.text : '';
	const isPool = /^(?:\s*#[^\n]*\n|\s*\n)*\s*-/u.test(text);
	const isDeck = /^deck\s*:/mu.test(text) && !/^unit\s*:/mu.test(text);
	const own = isDeck ? deckFileName : file;
	const unit = isPool ? madeUpUnit : file;
	const made = new Map<string, FileReading | string>([
		[deckFileName, `deck: made-up\ntitle: Made up\nunits: [${JSON.stringify(unit)}]\n`],
		// Without sections, which are unknown, no question's section can be missed, and no rule speaks of the unit.
		[madeUpUnit, `unit: made-up\ntitle: Made up\npools: [${JSON.stringify(file)}]\n`],
		[own, reading],
	]);
	const untold = new Set<string>(isDeck ? unknowable.deck : unknowable.other);
	return {
		root,
		files: overlaid(beside, made),
		stored: false,
		lone: true,
		named: new Set([file]),
		madeUp: new Map([
			[deckFileName, isDeck ? file : undefined],
			[madeUpUnit, undefined],
		]),
		tells: ({ code, place }) => place.file === own && !untold.has(code),
	};
}

function readingOf(place: string): FileReading {
	return openDeckFolder(dirname(place)).read(basename(place));
}

/** The nearest folder at or above a file's that has a deck.yaml. */
function deckAround(place: string): string | undefined {
	let folder = dirname(place);
	for (let level = 0; level <= deepest; level++) {
		if (existsSync(join(folder, deckFileName))) return folder;
		if (dirname(folder) === folder) return undefined;
		folder = dirname(folder);
	}
	return undefined;
}

/** The folder itself, or the nearest folders below it that have a `deck.yaml`; sorted. One that is named and cannot be read is taken for a deck. */
function deckFolders(folder: string, depth: number, tellLocked: (folder: string) => void): readonly string[] {
	if (existsSync(join(folder, deckFileName))) return [folder];
	if (depth === 0 || !isFolder(folder)) return [];
	const entries = entriesOf(folder);
	if (entries === undefined) {
		if (depth === deepest) return [folder];
		tellLocked(folder);
		return [];
	}
	return entries
		.filter((entry) => entry.isDirectory() && !isPassedOver(entry.name))
		.map(({ name }) => name)
		.sort()
		.flatMap((name) => deckFolders(join(folder, name), depth - 1, tellLocked));
}

/** What cannot be looked at is not there, as far as anybody here can tell. */
function statAt(place: string): Stats | undefined {
	try {
		return statSync(place);
	} catch {
		return undefined;
	}
}

function entriesOf(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return undefined;
	}
}
