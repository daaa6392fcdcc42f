// The decks at hand: those that come with the program, those in the data folder, and any folder named by its path.

import { readdirSync, realpathSync } from 'node:fs';
import { basename, isAbsolute, join, resolve, sep } from 'node:path';

import { type DeckFolder, openDeckFolder } from '../deck/files/folder.ts';
import type { Deck, Id } from '../model/deck.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type DeckCopy, keptCopy, storeDeck, storedDeck } from './deck-cache.ts';
import type { Environment } from './environment.ts';
import { foldersOf } from './folders.ts';
import { inNameOrder } from './name-order.ts';
import { isFolder } from './paths.ts';

export type ShelvedDeck =
	| { readonly ok: true; readonly deck: Deck; readonly folder: string; readonly shipped: boolean }
	| {
			readonly ok: false;
			readonly folder: string;
			readonly diagnostics: readonly Diagnostic[];
			readonly sources: ReadonlyMap<string, string>;
	  };

export type Found =
	| { readonly kind: 'found'; readonly shelved: ShelvedDeck }
	| { readonly kind: 'no-folder'; readonly path: string }
	| { readonly kind: 'unknown'; readonly id: string; readonly known: readonly string[] };

interface Place {
	readonly folder: string;
	readonly shipped: boolean;
}

/** Every deck at hand, shipped ones first; a deck in the data folder with the id of a shipped one comes after it and is not reached by id. */
export async function decksAtHand(environment: Environment): Promise<readonly ShelvedDeck[]> {
	return Promise.all(placesOf(environment).map((place) => loadShelved(environment, place)));
}

/** @param name an id, or a path: anything with a separator, or beginning with a dot. */
export async function findDeck(environment: Environment, name: string): Promise<Found> {
	if (isPath(name)) {
		const folder = resolve(environment.workingFolder, name);
		if (!isFolder(folder)) return { kind: 'no-folder', path: name };
		return { kind: 'found', shelved: await loadShelved(environment, { folder, shipped: false }) };
	}
	const places = placesOf(environment);
	const likely = places.filter(({ folder }) => basename(folder) === name);
	for (const place of [...likely, ...places.filter((other) => !likely.includes(other))]) {
		const shelved = await loadShelved(environment, place);
		if (shelved.ok ? shelved.deck.id === name : basename(place.folder) === name) return { kind: 'found', shelved };
	}
	const known = (await decksAtHand(environment)).flatMap((shelved) => (shelved.ok ? [shelved.deck.id] : []));
	return { kind: 'unknown', id: name, known };
}

async function loadShelved(environment: Environment, { folder, shipped }: Place): Promise<ShelvedDeck> {
	const real = realpathSync(folder);
	const folders = foldersOf(environment);
	const own = folders === undefined ? undefined : keptCopy(folders.cache, real);
	const copies = [...(shipped ? [shippedCopy(join(environment.packageFolder, 'dist'), real)] : []), ...(own === undefined ? [] : [own])];
	const files = openDeckFolder(real);
	let slow: Deck | undefined;
	for (const copy of copies) {
		const found = storedDeck(copy, files);
		if (found !== undefined && !found.slow) return { ok: true, deck: found.deck, folder, shipped };
		slow ??= found?.deck;
	}
	if (slow !== undefined) {
		if (own !== undefined && files.stamps?.size === files.filesRead.size) storeDeck(own, slow, files);
		return { ok: true, deck: slow, folder, shipped };
	}
	const loaded = await loadFromYaml(real);
	if (!loaded.ok) return { ...loaded, folder };
	if (own !== undefined) storeDeck(own, loaded.deck, loaded.files);
	return { ok: true, deck: loaded.deck, folder, shipped };
}

/** Where the build keeps its copy of a shipped deck. */
export function shippedCopy(site: string, folder: string): DeckCopy {
	return { file: join(site, 'decks', `${basename(folder)}.json`), about: basename(folder) };
}

/** YAML and schema are only loaded here: most starts do without them. */
export async function loadFromYaml(
	folder: string,
): Promise<
	| { readonly ok: true; readonly deck: Deck; readonly files: DeckFolder }
	| { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly sources: ReadonlyMap<string, string> }
> {
	const { loadDeck } = await import('../deck/load-deck.ts');
	const files = openDeckFolder(folder);
	const { deck, diagnostics, sources } = loadDeck(files);
	return deck === undefined ? { ok: false, diagnostics, sources } : { ok: true, deck, files };
}

function placesOf(environment: Environment): readonly Place[] {
	const data = foldersOf(environment)?.data;
	return [
		...shippedFolders(environment.packageFolder).map((folder) => ({ folder, shipped: true })),
		...(data === undefined ? [] : subfolders(join(data, 'decks')).map((folder) => ({ folder, shipped: false }))),
	];
}

/** Ids of the decks that come with the program. */
export async function shippedIds(environment: Environment): Promise<readonly Id[]> {
	const shelved = await decksAtHand(environment);
	return shelved.flatMap((entry) => (entry.ok && entry.shipped ? [entry.deck.id] : []));
}

/** The tutorial first: it is what somebody new is offered. */
export function shippedFolders(packageFolder: string): readonly string[] {
	const folders = subfolders(join(packageFolder, 'decks'));
	return folders.toSorted((a, b) => Number(basename(b) === tutorial) - Number(basename(a) === tutorial));
}

const tutorial = 'mastery';

function isPath(name: string): boolean {
	return name.startsWith('.') || isAbsolute(name) || name.includes('/') || name.includes(sep);
}

/** In the order of their names, without hidden ones; none where the folder cannot be read. */
function subfolders(folder: string): readonly string[] {
	try {
		const names = readdirSync(folder, { withFileTypes: true })
			.filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
			.map(({ name }) => name);
		return inNameOrder(names)
			.map((name) => join(folder, name))
			.filter(isFolder);
	} catch {
		return [];
	}
}
