// The decks that a learner has added: each in a folder of the data folder, named by its id, with a note of where it came from.
// A deck takes its place in one step, and what stood there goes only once the new one stands.

import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { DeckFolder } from '../../deck/files/folder.ts';
import type { Instant } from '../../model/attempt.ts';
import type { Id } from '../../model/deck.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { inNameOrder } from '../name-order.ts';
import { quietly } from '../whole-file.ts';
import type { Source } from './source.ts';

/** Where an added deck came from. */
export interface Origin {
	readonly source: Source;
	/** The deck's folder in it; `.`: the top. */
	readonly inside: string;
	/** Of a repository: the very version that was taken. */
	readonly commit?: string;
	/** Milliseconds since 1970. */
	readonly addedAt: number;
}

export interface Shelf {
	/** Absolute. */
	readonly folder: string;
	/** Ids of all added decks, in the order of their names; also of folders that somebody put there by hand. */
	ids(): readonly Id[];
	folderOf(id: Id): string;
	/** Undefined where nobody knows: put there by hand, or its note is damaged. */
	originOf(id: Id): Origin | undefined;
	/** Puts the files that were read of a deck in the place of its id; the deck that stood there is gone then. Throws what the system throws; that deck stands then. */
	put(id: Id, files: DeckFolder, origin: Origin): void;
	remove(id: Id): void;
	/** Takes away what runs that were cut off have left behind, a day later: whoever was only stopped has gone on or given up by then. */
	tidy(now: Instant): void;
	/** An empty folder on the same disk, gone after use. */
	withScratch<T>(use: (folder: string) => Promise<T>): Promise<T>;
}

/** Hidden, so that it is no part of the deck. */
const originFile = '.origin.json';

/** Milliseconds. */
const aDay = 24 * 60 * 60 * 1000;

const scratchPrefix = '.new-';
const formerPrefix = '.former-';

/** @param data the data folder, absolute. */
export function openShelf(data: string): Shelf {
	const folder = join(data, 'decks');
	const folderOf = (id: Id) => join(folder, id);
	const formerOf = (id: Id) => join(folder, `${formerPrefix}${id}`);

	async function withScratch<T>(use: (scratch: string) => Promise<T>): Promise<T> {
		makeFolder(folder);
		const scratch = mkdtempSync(join(folder, scratchPrefix));
		try {
			return await use(scratch);
		} finally {
			quietly(() => rmSync(scratch, { recursive: true, force: true }));
		}
	}

	/** A run that was cut off between two steps left a deck without its place. */
	function mendPlaces(): void {
		for (const name of namesIn(folder).filter((each) => each.startsWith(formerPrefix))) {
			const place = folderOf(name.slice(formerPrefix.length));
			quietly(() => (existsSync(place) ? rmSync(join(folder, name), { recursive: true }) : renameSync(join(folder, name), place)));
		}
	}

	mendPlaces();
	return {
		folder,
		withScratch,
		folderOf,
		ids: () => namesIn(folder).filter((name) => !name.startsWith('.') && existsSync(join(folder, name, 'deck.yaml'))),
		originOf: (id) => readOrigin(join(folderOf(id), originFile)),
		put(id, files, origin) {
			makeFolder(folder);
			const staged = mkdtempSync(join(folder, scratchPrefix));
			try {
				for (const [file] of files.filesRead) copy(files, file, join(staged, file));
				writeFileSync(join(staged, originFile), `${JSON.stringify(origin, undefined, '\t')}\n`);
				if (existsSync(folderOf(id))) renameSync(folderOf(id), formerOf(id));
				renameSync(staged, folderOf(id));
				quietly(() => rmSync(formerOf(id), { recursive: true, force: true }));
			} catch (error) {
				if (!existsSync(folderOf(id))) quietly(() => renameSync(formerOf(id), folderOf(id)));
				quietly(() => rmSync(staged, { recursive: true, force: true }));
				throw error;
			}
		},
		remove(id) {
			const aside = mkdtempSync(join(folder, scratchPrefix));
			renameSync(folderOf(id), join(aside, id));
			rmSync(aside, { recursive: true, force: true });
		},
		tidy(now) {
			for (const name of namesIn(folder).filter((each) => each.startsWith(scratchPrefix))) {
				const left = join(folder, name);
				quietly(() => {
					if (now - lstatSync(left).mtimeMs > aDay) rmSync(left, { recursive: true, force: true });
				});
			}
		},
	};
}

function copy(files: DeckFolder, file: string, target: string): void {
	const reading = files.read(file);
	if (!reading.ok) throw new Error(`${file}: ${reading.detail}`);
	makeFolder(dirname(target));
	writeFileSync(target, reading.text);
}

function namesIn(folder: string): readonly string[] {
	try {
		return inNameOrder(readdirSync(folder));
	} catch {
		return [];
	}
}

/** A note is the user's own file, and may have been edited. */
function readOrigin(file: string): Origin | undefined {
	try {
		const { source, inside, commit, addedAt } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<keyof Origin, unknown>>;
		const known = sourceIn(source);
		if (known === undefined || typeof inside !== 'string' || typeof addedAt !== 'number') return undefined;
		return { source: known, inside, addedAt, ...(typeof commit === 'string' ? { commit } : {}) };
	} catch {
		return undefined;
	}
}

function sourceIn(value: unknown): Source | undefined {
	const { kind, path, url, ref } = (value ?? {}) as Readonly<Record<string, unknown>>;
	if ((kind === 'folder' || kind === 'archive') && typeof path === 'string') return { kind, path };
	if (kind !== 'git' || typeof url !== 'string') return undefined;
	return typeof ref === 'string' ? { kind, url, ref } : { kind, url };
}
