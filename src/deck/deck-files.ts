// The files of one deck as they are read: each once, its text kept for pointing at, its faults gathered. No disk here, only the folder it is given.

import path from 'node:path';

import type { Diagnostic, Place } from '../model/diagnostic.ts';
import { characterProblem, findCharacterFaults } from './characters.ts';
import { type DiagnosticCode, problem, quoted } from './diagnostic-codes.ts';
import { type DeckFolder, type FileProblem, largestFile } from './folder.ts';
import { keyNames } from './schema.ts';
import type { Located } from './source-node.ts';
import { readYaml } from './yaml-source.ts';

/** Gathers what was read and what is wrong with it. */
export interface DeckFiles {
	readonly folder: DeckFolder;
	/** Texts by path, in the order of reading. */
	readonly sources: Map<string, string>;
	/** Every path that was asked for, in order, whether it could be read or not. */
	readonly named: Set<string>;
	readonly diagnostics: Diagnostic[];
	/** Trees by path; `undefined`: read before, and unusable. */
	readonly trees: Map<string, Located | undefined>;
}

export function openDeckFiles(folder: DeckFolder): DeckFiles {
	return { folder, sources: new Map(), named: new Set(), diagnostics: [], trees: new Map() };
}

/** A path as it stands in a file, from the deck's folder: paths start at the file that names them. */
export function resolvePath(from: string, written: string): string {
	return path.posix.isAbsolute(written) ? written : path.posix.normalize(path.posix.join(path.posix.dirname(from), written));
}

/** @param from where the path is written; without it, the file itself is pointed at. */
export function readText(files: DeckFiles, file: string, from?: Place): string | undefined {
	files.named.add(file);
	const known = files.sources.get(file);
	if (known !== undefined) return known;
	const reading = files.folder.read(file);
	if (reading.ok) {
		files.sources.set(file, reading.text);
		return reading.text;
	}
	const { code, message, help } = fileWording[reading.problem];
	files.diagnostics.push(problem(code, from ?? { file }, message(file, reading.detail), { help: help(file) }));
	return undefined;
}

/** A file that is shown as it stands, such as a section's text. */
export function readPlainText(files: DeckFiles, file: string, from: Place): string | undefined {
	const seen = files.sources.has(file);
	const text = readText(files, file, from);
	if (text === undefined) return undefined;
	if (!seen) {
		files.diagnostics.push(...findCharacterFaults(text).map((fault) => characterProblem(fault, { file, span: fault.span }, false)));
	}
	return text.replaceAll('\r\n', '\n');
}

export function readTree(files: DeckFiles, file: string, from?: Place): Located | undefined {
	if (files.trees.has(file)) return files.trees.get(file);
	const text = readText(files, file, from);
	const reading = text === undefined ? undefined : readYaml(file, text, keyNames);
	if (reading !== undefined) files.diagnostics.push(...reading.diagnostics);
	const tree = reading?.root === undefined ? undefined : { file, node: reading.root };
	files.trees.set(file, tree);
	return tree;
}

interface FileWording {
	readonly code: DiagnosticCode;
	readonly message: (file: string, detail: string) => string;
	readonly help: (file: string) => string;
}

const fileWording: { readonly [P in FileProblem]: FileWording } = {
	missing: {
		code: 'missing-file',
		message: (file) => `Missing file ${quoted(file)} in the deck's folder`,
		help: (file) => (file === 'deck.yaml' ? 'Name the folder that holds the deck.' : 'Create it, or correct the path.'),
	},
	outside: {
		code: 'outside-folder',
		message: (file, detail) => `Unexpected path ${quoted(file)}, expected a file in the deck's folder (${detail})`,
		help: () => 'Move the file into the folder and name it from there.',
	},
	'not-a-file': {
		code: 'not-a-file',
		message: (file, detail) => `Unexpected ${detail} at ${quoted(file)}, expected a file`,
		help: () => 'Name a file.',
	},
	'too-large': {
		code: 'file-too-large',
		message: (file, detail) => `Unexpected size of ${quoted(file)}, ${detail}, expected at most ${largestFile.toLocaleString('en')}`,
		help: () => 'Split it.',
	},
	unreadable: {
		code: 'unreadable-file',
		message: (file, detail) => `The file ${quoted(file)} cannot be read (${detail})`,
		help: () => 'Check its permissions.',
	},
	'not-utf-8': {
		code: 'not-utf-8',
		message: (file) => `Unexpected bytes in ${quoted(file)}, expected text in UTF-8`,
		help: () => 'Save the file as UTF-8.',
	},
};
