// `gradus check`: every problem of a deck, with its place.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { openDeckFolder } from '../../deck/folder.ts';
import { loadDeck } from '../../deck/load-deck.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { safe } from '../../terminal/safe.ts';
import { renderDiagnostics } from '../../terminal/views/diagnostics.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';

/** How far below a named folder decks are looked for. */
const deepest = 4;

/** Each path is a deck's folder, its `deck.yaml`, or a folder with decks in it; none: this folder. */
export async function checkCommand(context: Context, paths: readonly string[]): Promise<ExitCode> {
	const { environment, printer, style, width } = context;
	const folders: string[] = [];
	for (const path of paths.length === 0 ? ['.'] : paths) {
		const found = deckFolders(resolve(environment.workingFolder, path.replace(/(?:^|\/)deck\.ya?ml$/u, '') || '.'), deepest);
		if (found.length === 0) {
			printer.complain(
				`There is no deck in ${safe(path)}: a deck is a folder with a deck.yaml. Name another path, as in: gradus check ./my-deck`,
			);
			return exitCode.usage;
		}
		folders.push(...found);
	}

	const diagnostics: Diagnostic[] = [];
	const sources = new Map<string, string>();
	for (const folder of new Set(folders)) {
		const loaded = loadDeck(openDeckFolder(folder));
		const shown = (file: string) => join(relative(environment.workingFolder, folder), file);
		for (const [file, text] of loaded.sources) sources.set(shown(file), text);
		diagnostics.push(...loaded.diagnostics.map((diagnostic) => relocated(diagnostic, shown)));
	}
	const checked = `${folders.length === 1 ? '1 deck' : `${folders.length} decks`} checked`;
	printer.print(diagnostics.length === 0 ? `${checked}: no problems.` : renderDiagnostics(diagnostics, sources, style, width));
	return diagnostics.some(({ severity }) => severity === 'error') ? exitCode.problems : exitCode.done;
}

function relocated(diagnostic: Diagnostic, shown: (file: string) => string): Diagnostic {
	const { place, related } = diagnostic;
	return {
		...diagnostic,
		place: { ...place, file: shown(place.file) },
		...(related === undefined ? {} : { related: { ...related, file: shown(related.file) } }),
	};
}

/** The folder itself, or the nearest folders below it that have a `deck.yaml`; sorted. One that cannot be read may be a deck, and is reported. */
function deckFolders(folder: string, depth: number): readonly string[] {
	if (existsSync(join(folder, 'deck.yaml'))) return [folder];
	if (depth === 0 || !isFolder(folder)) return [];
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

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
