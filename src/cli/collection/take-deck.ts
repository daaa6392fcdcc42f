// Fetching a deck and saying why it cannot be had; the parts that adding and updating share.

import { rmSync } from 'node:fs';

import { systemCode } from '../../deck/files/folder.ts';
import type { Deck } from '../../model/deck.ts';
import { safeLine } from '../../terminal/safe.ts';
import { command } from '../../terminal/views/wording.ts';
import { type Context, complainOfBrokenDeck } from '../context.ts';
import { onEndingSignals } from '../ending-signals.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { foldersOf } from '../folders.ts';
import { shellWord } from '../shell-word.ts';
import { type Origin, openShelf, type Shelf } from './added-decks.ts';
import { type Fetched, fetchDeck } from './fetch-deck.ts';
import { wordsOfUnusable } from './fetch-wording.ts';
import { nameOf, type Source } from './source.ts';

export type Taken = Extract<Fetched, { readonly kind: 'deck' }>;

/** Runs `use` with the decks in the data folder; says so where this user has none. */
export function withShelf(context: Context, use: (shelf: Shelf) => Promise<ExitCode>): Promise<ExitCode> {
	const { environment } = context;
	const folders = foldersOf(environment);
	if (folders !== undefined) {
		const shelf = openShelf(folders.data);
		shelf.tidy(environment.now());
		return withWritableShelf(context, shelf, use);
	}
	context.printer.complain(
		'Gradus does not know where to keep decks, because this user has no home folder. Nothing was changed. Set XDG_DATA_HOME.',
	);
	return Promise.resolve(exitCode.failure);
}

/** A folder that cannot be made or written, or a disk that is full, is no fault of the program. A deck takes its place at once or not at all. */
async function withWritableShelf({ printer }: Context, shelf: Shelf, use: (shelf: Shelf) => Promise<ExitCode>): Promise<ExitCode> {
	try {
		return await use(shelf);
	} catch (error) {
		if (!isOfTheDisk(error)) throw error;
		printer.complain(
			`Gradus cannot write in the folder where it keeps decks, ${safeLine(shelf.folder)} (${systemCode(error)}). Your decks and your history are as they were. See that the folder is yours and the disk has space, or name another place with XDG_DATA_HOME.`,
		);
		return exitCode.failure;
	}
}

const codesOfTheDisk = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG', 'EIO', 'EBUSY', 'ENOTEMPTY'];

function isOfTheDisk(error: unknown): boolean {
	return error instanceof Error && 'syscall' in error && codesOfTheDisk.includes(systemCode(error));
}

/**
 * Runs `use` with the deck once it has been read and found usable; otherwise says what is wrong, with nothing changed.
 *
 * @param command what to say again with `--folder`, where there are several decks.
 */
export function withFetched(
	context: Context,
	shelf: Shelf,
	source: Source,
	inside: string | undefined,
	command: string,
	use: (taken: Taken) => Promise<ExitCode>,
): Promise<ExitCode> {
	const { environment, printer } = context;
	const name = nameOf(source);
	if (source.kind === 'git') printer.complain(`Fetching ${safeLine(name)} ...`);
	return shelf.withScratch(async (scratch) => {
		const release = onEndingSignals(environment.signals, () => rmSync(scratch, { recursive: true, force: true }));
		const fetched = await fetchDeck(source, inside, scratch, environment.variables).finally(release);
		if (fetched.kind === 'deck') return use(fetched);
		if (fetched.kind !== 'broken') {
			printer.complain(wordsOfUnusable(name, fetched, command));
			return fetched.kind === 'several' ? exitCode.usage : exitCode.failure;
		}
		if (fetched.links > 0) printer.complain('There are links in the archive. They were passed over.');
		return complainOfBrokenDeck(context, { ok: false, folder: name, diagnostics: fetched.diagnostics, sources: fetched.sources });
	});
}

export function originOf({ inside, commit }: Taken, source: Source, now: number): Origin {
	return { source, inside, ...(commit === undefined ? {} : { commit }), addedAt: now };
}

/**
 * `3 units, 90 questions` are told by the listing; here, what the check would say.
 *
 * @param folder where the deck will stand.
 */
export async function adviceOn(files: Taken['files'], deck: Deck, folder: string): Promise<string | undefined> {
	const { checkDeck } = await import('../../authoring/check-deck.ts');
	const told = checkDeck(files).diagnostics.filter(({ severity }) => severity !== 'info');
	if (told.length === 0) return undefined;
	return `gradus check has ${told.length === 1 ? 'one thing' : `${told.length} things`} to say about ${safeLine(deck.title)}. It can be learned from all the same. To read it: ${command('check', shellWord(safeLine(folder)))}`;
}
