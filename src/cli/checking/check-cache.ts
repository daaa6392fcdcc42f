// What a check found, kept for as long as nothing has changed: not a file of the deck, not the settings, not the program.

import { join } from 'node:path';

import type { DeckFolder } from '../../deck/files/folder.ts';
import type { CheckedDeckSummary } from '../../model/check-report.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { nameFor, storeContent, storedContent } from '../content-cache.ts';

/** Of one deck; places are paths from its folder. */
export interface RememberedCheck {
	readonly deck?: NonNullable<CheckedDeckSummary['deck']>;
	readonly diagnostics: readonly Diagnostic[];
	readonly silenced: number;
	/** Every path that was asked for, in order. */
	readonly named: readonly string[];
}

interface Stored extends RememberedCheck {
	/** The YAML files in the folder: a new one may be one that nobody lists. */
	readonly yamlFiles: readonly string[];
	readonly settings: string;
}

/** One file for each deck folder. */
export function checkCacheFile(cacheFolder: string, deckFolder: string): string {
	return join(cacheFolder, 'checks', `${nameFor(deckFolder)}.json`);
}

/** @param settings what besides the files the findings depend on. */
export function storedCheck(file: string, disk: DeckFolder, settings: string): RememberedCheck | undefined {
	const found = storedContent(file, disk.path, disk);
	if (found === undefined) return undefined;
	const stored = decodeStored(found.content);
	const same = stored.settings === settings && JSON.stringify(stored.yamlFiles) === JSON.stringify(disk.yamlFiles());
	return same ? stored : undefined;
}

/** Only where every file that was asked for could be read: one that could not may be there the next time. */
export function storeCheck(
	file: string,
	check: RememberedCheck,
	disk: Pick<DeckFolder, 'path' | 'filesRead' | 'stamps' | 'yamlFiles'>,
	settings: string,
): void {
	if (check.named.some((path) => !disk.filesRead.has(path))) return;
	const stored: Stored = { ...check, yamlFiles: disk.yamlFiles(), settings };
	storeContent(file, disk.path, JSON.stringify(stored), disk);
}

/** Its checksum was ours: what we wrote is what we read. */
function decodeStored(text: string): Stored {
	return JSON.parse(text) as Stored;
}
