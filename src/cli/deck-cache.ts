// Decks once read, kept as JSON, so that a start does not wait for YAML. A copy is believed only when it was made by this
// very version, is undamaged, and every file it was made from still has the same bytes. It is safe to delete.

import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type DeckFolder, openDeckFolder } from '../deck/folder.ts';
import type { Deck } from '../model/deck.ts';
import { makeFolder } from '../store/make-folder.ts';
import { programVersion } from './version.ts';

interface Envelope {
	readonly program: string;
	/** Path from the deck's folder to SHA-256, of every file the deck was made from. */
	readonly files: Readonly<Record<string, string>>;
	/** SHA-256 of `deck` as it stands here. */
	readonly digest: string;
	/** The deck as JSON text. */
	readonly deck: string;
}

/** @returns undefined where there is no copy, or one that is not to be believed. */
export function storedDeck(file: string, folder: string): Deck | undefined {
	const envelope = readEnvelope(file);
	if (envelope === undefined || envelope.program !== programVersion || envelope.digest !== sha256(envelope.deck)) return undefined;
	const disk = openDeckFolder(folder);
	const unchanged = Object.entries(envelope.files).every(([path, digest]) => {
		const reading = disk.read(path);
		return reading.ok && reading.digest === digest;
	});
	return unchanged ? decodeDeck(envelope.deck) : undefined;
}

/** Keeps a copy where that can be done; where it cannot, the next start is slower, and that is all. */
export function storeDeck(file: string, deck: Deck, { filesRead }: DeckFolder): void {
	const text = JSON.stringify(deck);
	const envelope: Envelope = { program: programVersion, files: Object.fromEntries(filesRead), digest: sha256(text), deck: text };
	const draft = `${file}.${process.pid}.draft`;
	try {
		makeFolder(dirname(file));
		writeFileSync(draft, JSON.stringify(envelope), { mode: 0o600 });
		renameSync(draft, file);
	} catch {
		return;
	}
}

/** One file for each deck folder, named after the folder's path. */
export function cacheFile(cacheFolder: string, deckFolder: string): string {
	return join(cacheFolder, 'decks', `${sha256(deckFolder).slice(0, 32)}.json`);
}

function readEnvelope(file: string): Envelope | undefined {
	try {
		const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
		return isEnvelope(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isEnvelope(value: unknown): value is Envelope {
	if (typeof value !== 'object' || value === null) return false;
	const { program, files, digest, deck } = value as Partial<Record<keyof Envelope, unknown>>;
	return (
		typeof program === 'string' && typeof files === 'object' && files !== null && typeof digest === 'string' && typeof deck === 'string'
	);
}

/** Its digest was ours: what we wrote is what we read. */
function decodeDeck(text: string): Deck {
	return JSON.parse(text) as Deck;
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
