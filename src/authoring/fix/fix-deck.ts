// `gradus check --fix`: what a machine can mend in a deck's files without a doubt. Comments and layout stay; nothing outside the folder is looked at.

import type { DeckFolder } from '../../deck/files/folder.ts';
import { overlaid } from '../../deck/files/overlay.ts';
import { type DeckReading, readDeck } from '../../deck/load-deck.ts';
import { linesOf } from '../editing/lines.ts';
import { type Mend, mended } from '../editing/mend.ts';
import { meansTheSame } from '../editing/same-meaning.ts';
import { mendIdStyle, sameInStyle } from './id-style.ts';
import { mendKeyOrder } from './key-order.ts';
import { mendMissingIds } from './missing-ids.ts';
import { mendMisspeltKeys } from './misspelt-keys.ts';
import { type OpenFile, openFiles } from './open-file.ts';
import { mendTrailingJunk } from './trailing-junk.ts';

export interface FileFix {
	/** From the deck's folder, with `/`. */
	readonly file: string;
	/** As the folder gave it. */
	readonly before: string;
	readonly after: string;
	/** In the order of the file. `line` counts from 1, in `before`; `what` is what was done there. */
	readonly changes: readonly { readonly line: number; readonly what: string }[];
}

export interface Fixing {
	/** The files that need mending, in the order of reading. */
	readonly fixes: readonly FileFix[];
	/** What looks as if it could be mended, and only its author can tell how. `line` counts from 1, in the file as the folder gave it. */
	readonly left: readonly { readonly file: string; readonly line: number; readonly what: string }[];
}

/** Mending a key can bring keys, files and ids to light that need mending; so many steps are beyond any deck. */
const mostRounds = 20;

/**
 * Mending again what was mended changes nothing more. A file that is not sound YAML is left alone, and so is every mend of which it cannot be
 * shown that it changes nothing else.
 *
 * @param only the files that may be mended; what would need others as well is then left alone. Absent: all.
 */
export function fixDeck(folder: DeckFolder, only?: ReadonlySet<string>): Fixing {
	const mayMend = (file: string) => only?.has(file) ?? true;
	const desk = new Desk(folder, mayMend);
	// None of these adds or moves a line, apart from the file's end, so that lines can be named as they were.
	for (let round = 0; round < mostRounds; round++) {
		const before = desk.mends;
		desk.mendEach((files) => files.flatMap(mendTrailingJunk));
		desk.mendEach((files) => files.flatMap(mendMisspeltKeys));
		desk.mendAll((files) => mendIdStyle(files, mayMend));
		if (desk.mends === before) break;
	}
	const left = desk.places(sameInStyle);
	desk.mendEach((files, reading) => [...mendMissingIds(files, unitsIn(reading)), ...files.flatMap(mendKeyOrder)]);
	return { fixes: desk.fixes(), left };
}

/** The units that hold the questions of a file, by their own files. */
function unitsIn({ units }: DeckReading): (file: string) => readonly string[] {
	const holders = new Map<string, Set<string>>();
	for (const { located, questions } of units) {
		for (const { file } of [located, ...questions.map((question) => question.located)]) {
			holders.set(file, (holders.get(file) ?? new Set()).add(located.file));
		}
	}
	return (file) => [...(holders.get(file) ?? [])];
}

interface Seen {
	readonly reading: DeckReading;
	readonly files: readonly OpenFile[];
}

type Mender = (files: readonly OpenFile[], reading: DeckReading) => readonly Mend[];

/** The files as they are after each step. */
class Desk {
	/** Made so far. */
	mends = 0;
	readonly #folder: DeckFolder;
	readonly #mayMend: (file: string) => boolean;
	readonly #before = new Map<string, string>();
	readonly #after = new Map<string, string>();
	readonly #changes = new Map<string, { readonly line: number; readonly what: string }[]>();
	/** What was read last; absent once something has changed since. */
	#seen: Seen | undefined;
	#order: readonly string[] = [];

	constructor(folder: DeckFolder, mayMend: (file: string) => boolean) {
		this.#folder = folder;
		this.#mayMend = mayMend;
	}

	/** What cannot be shown to be harmless in one file is left out there. */
	mendEach(mender: Mender): void {
		const { files, reading } = this.#look();
		const mends = mender(files, reading);
		for (const file of files.filter((each) => this.#mayMend(each.file))) {
			const own = mends.filter((mend) => mend.file === file.file);
			if (isHarmless(file, own)) {
				this.#write(file, own);
				continue;
			}
			const harmless = own.filter((mend) => isHarmless(file, [mend]));
			if (isHarmless(file, harmless)) this.#write(file, harmless);
		}
	}

	/** All files, or none: the mends need each other. */
	mendAll(mender: Mender): void {
		const { files, reading } = this.#look();
		const mends = mender(files, reading);
		const each = files.map((file) => ({ file, own: mends.filter((mend) => mend.file === file.file) }));
		if (each.every(({ file, own }) => isHarmless(file, own))) for (const { file, own } of each) this.#write(file, own);
	}

	/** Of what is found in the files as they are now, that which stands in those that may be mended. */
	places(find: (files: readonly OpenFile[]) => readonly Pick<Mend, 'file' | 'at' | 'what'>[]): Fixing['left'] {
		const { files } = this.#look();
		const found = find(files);
		return files.flatMap(({ file, text }) => {
			const own = this.#mayMend(file) ? found.filter((each) => each.file === file).toSorted((a, b) => a.at - b.at) : [];
			const lines = linesOf(
				text,
				own.map(({ at }) => at),
			);
			return own.map(({ what }, index) => ({ file, line: lines[index] ?? 1, what }));
		});
	}

	fixes(): readonly FileFix[] {
		return this.#order.flatMap((file) => {
			const after = this.#after.get(file);
			if (after === undefined) return [];
			const before = this.#before.get(file) ?? after;
			const changes = (this.#changes.get(file) ?? []).toSorted((a, b) => a.line - b.line);
			return before === after ? [] : [{ file, before, after, changes }];
		});
	}

	#look(): Seen {
		this.#seen ??= this.#readAll();
		return this.#seen;
	}

	#readAll(): Seen {
		const reading = readDeck(overlaid(this.#folder, this.#after), Number.MAX_SAFE_INTEGER);
		const files = openFiles(reading);
		this.#order = files.map(({ file }) => file);
		return { reading, files };
	}

	#write({ file, text }: OpenFile, mends: readonly Mend[]): void {
		if (mends.length === 0) return;
		this.mends += mends.length;
		if (!this.#before.has(file)) this.#before.set(file, text);
		this.#after.set(file, mended(text, mends));
		this.#seen = undefined;
		const inOrder = mends.toSorted((a, b) => a.at - b.at);
		const lines = linesOf(
			text,
			inOrder.map(({ at }) => at),
		);
		const changes = inOrder.map(({ what }, index) => ({ line: lines[index] ?? 1, what }));
		this.#changes.set(file, [...(this.#changes.get(file) ?? []), ...changes]);
	}
}

function isHarmless({ text }: OpenFile, mends: readonly Mend[]): boolean {
	return (
		mends.length === 0 ||
		meansTheSame(
			text,
			mended(text, mends),
			mends.flatMap(({ meaning }) => meaning),
		)
	);
}
