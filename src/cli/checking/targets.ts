// What the paths of a command line stand for: decks, files of decks, files that belong to no deck.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

import { deckFileName } from '../../deck/files/deck-file.ts';
import { type DeckFolder, decodeText, type FileReading, openDeckFolder } from '../../deck/files/folder.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { overlayFolder } from './overlay-folder.ts';

export interface Target {
	/** Absolute: the deck's folder, or the one that a lone file stands in. */
	readonly root: string;
	readonly files: DeckFolder;
	/** All of it is on the disk: not a lone file in a deck made up for it, nor text from a pipe. */
	readonly stored: boolean;
	/** Whether this is one of the problems that were asked for. */
	readonly tells: (diagnostic: Diagnostic) => boolean;
}

/** `message` ends with what to do. */
export type Targets = { readonly ok: true; readonly targets: readonly Target[] } | { readonly ok: false; readonly message: string };

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
	for (const path of paths.length === 0 ? ['.'] : paths) {
		if (path === '-') {
			if (piped !== undefined) others.push(pipedTarget(workingFolder, piped));
			continue;
		}
		const place = resolve(workingFolder, path);
		const kind = statSync(place, { throwIfNoEntry: false });
		if (kind === undefined) return fault(`There is no file or folder ${path}. Name a deck's folder, as in: gradus check ./my-deck`);
		if (kind.isDirectory() || basename(place) === deckFileName) {
			const folders = deckFolders(kind.isDirectory() ? place : dirname(place), deepest);
			if (folders.length === 0) {
				return fault(`There is no deck in ${path}: a deck is a folder with a deck.yaml. Name another path, as in: gradus check ./my-deck`);
			}
			for (const folder of folders) decks.set(folder, 'whole');
			continue;
		}
		const owner = deckAround(place);
		if (owner !== undefined) {
			const named = decks.get(owner) ?? new Set();
			if (named !== 'whole') decks.set(owner, named.add(pathInside(owner, place)));
		} else if (/\.ya?ml$/u.test(place)) {
			others.push(loneTarget(dirname(place), basename(place), readingOf(place)));
		} else {
			return fault(`${path} belongs to no deck. Name a deck's folder, or a YAML file.`);
		}
	}
	const targets = [...decks].map(([root, named]): Target => {
		const files = openDeckFolder(root);
		return { root, files, stored: true, tells: named === 'whole' ? () => true : tellsOf(named) };
	});
	return { ok: true, targets: [...targets, ...others] };
}

function fault(message: string): Targets {
	return { ok: false, message };
}

function tellsOf(named: ReadonlySet<string>): Target['tells'] {
	return ({ place, related }) => named.has(place.file) || (related !== undefined && named.has(related.file));
}

function pipedTarget(workingFolder: string, { bytes, path }: Piped): Target {
	const reading = decodeText(bytes);
	if (path === undefined) return loneTarget(workingFolder, '-', reading);
	const place = resolve(workingFolder, path);
	const owner = basename(place) === deckFileName ? dirname(place) : deckAround(place);
	if (owner === undefined) return loneTarget(dirname(place), basename(place), reading);
	const file = pathInside(owner, place);
	const files = overlayFolder(openDeckFolder(owner), new Map([[file, reading]]));
	return { root: owner, files, stored: false, tells: tellsOf(new Set([file])) };
}

const madeUpUnit = 'gradus-made-up-unit';

/** A unit is put into a deck made up for it, a list of questions into a unit made up for it; only the file's own problems are told. */
function loneTarget(root: string, file: string, reading: FileReading): Target {
	const text = reading.ok ? reading.text : '';
	const isPool = /^(?:\s*#[^\n]*\n|\s*\n)*\s*-/u.test(text);
	const isDeck = /^deck\s*:/mu.test(text) && !/^unit\s*:/mu.test(text);
	const unit = isPool ? madeUpUnit : file;
	const made = new Map<string, FileReading>([
		[deckFileName, decodeText(Buffer.from(`deck: made-up\ntitle: Made up\nunits: [${JSON.stringify(unit)}]\n`))],
		// Without sections, which are unknown, no question's section can be missed, and no rule speaks of the unit.
		[madeUpUnit, decodeText(Buffer.from(`unit: made-up\ntitle: Made up\npools: [${JSON.stringify(file)}]\n`))],
		[isDeck ? deckFileName : file, reading],
	]);
	const own = isDeck ? deckFileName : file;
	const unknowable = new Set(isDeck ? ['missing-file', 'unlisted-file'] : ['unknown-unit', 'unlisted-file']);
	return {
		root,
		files: overlayFolder(openDeckFolder(root), made),
		stored: false,
		tells: ({ code, place }) =>
			place.file !== madeUpUnit && (isDeck || place.file !== deckFileName) && !unknowable.has(code) && place.file === own,
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

function pathInside(folder: string, place: string): string {
	return relative(folder, place).split(sep).join('/');
}

/** The folder itself, or the nearest folders below it that have a `deck.yaml`; sorted. One that cannot be read may be a deck, and is reported. */
function deckFolders(folder: string, depth: number): readonly string[] {
	if (existsSync(join(folder, deckFileName))) return [folder];
	if (depth === 0 || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
	const entries = entriesOf(folder);
	if (entries === undefined) return [folder];
	return entries
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
		.map(({ name }) => name)
		.sort()
		.flatMap((name) => deckFolders(join(folder, name), depth - 1));
}

function entriesOf(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return undefined;
	}
}
