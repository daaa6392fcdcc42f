// The files of one deck as they are read: each once, its text kept for pointing at, its faults gathered. No disk here, only the folder it is given.

import path from 'node:path';

import type { Diagnostic } from '../../model/diagnostic.ts';
import { type DiagnosticCode, problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { keyNames } from '../shape/schema.ts';
import { characterProblem, findCharacterFaults } from '../yaml/characters.ts';
import { cutTexts } from '../yaml/cut-texts.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { type Located, placeOf } from '../yaml/source-node.ts';
import {
	type DeckFolder,
	deckFileName,
	type FileProblem,
	isWebAddress,
	isYamlFile,
	largestFile,
	otherBytes,
	refusalOfPath,
} from './folder.ts';

/** Gathers what was read and what is wrong with it. */
export interface DeckFiles {
	readonly folder: DeckFolder;
	/** Texts by path, in the order of reading. */
	readonly sources: Map<string, string>;
	/** Every path that was asked for, in order, whether it could be read or not. */
	readonly named: Set<string>;
	/** Paths of units and pools as soon as they are listed. */
	readonly listed: Set<string>;
	readonly diagnostics: Diagnostic[];
	/** Trees by path; `undefined`: read before, and unusable. */
	readonly trees: Map<string, Located | undefined>;
	/** YAML files of the folder that nothing listed when the first file was missing. */
	strays?: readonly string[];
}

export function openDeckFiles(folder: DeckFolder): DeckFiles {
	return { folder, sources: new Map(), named: new Set(), listed: new Set(), diagnostics: [], trees: new Map() };
}

/** A path as it stands in a file, from the deck's folder: paths start at the file that names them. */
export function resolvePath(from: string, written: string): string {
	return path.posix.isAbsolute(written) || isWebAddress(written)
		? written
		: path.posix.normalize(path.posix.join(path.posix.dirname(from), written));
}

/** @param from where the path is written; without it, the file itself is pointed at. */
export function readText(files: DeckFiles, file: string, from?: Located): string | undefined {
	files.named.add(file);
	const known = files.sources.get(file);
	if (known !== undefined) return known;
	const reading = files.folder.read(file);
	if (reading.ok) {
		if (hasOldLineEnds(reading.text)) {
			files.diagnostics.push(oldLineEnds(file, from));
			return undefined;
		}
		files.sources.set(file, reading.text);
		return reading.text;
	}
	const { code, message, help } = fileWording[reading.problem];
	const meant = reading.problem === 'missing' && from !== undefined ? meantFile(files, file, from) : undefined;
	const ofFile = from === undefined || faultsOfFiles.has(reading.problem);
	files.diagnostics.push(
		problem(code, ofFile ? { file } : placeOf(from), message(file, reading.detail), {
			help: meant === undefined ? help(file) : `Did you mean ${quoted(meant)}?`,
			...(ofFile && from !== undefined ? { related: { ...placeOf(from), message: 'named here' } } : {}),
		}),
	);
	return undefined;
}

/** Every line ends with a carriage return alone, so that all of the file is one line. */
function hasOldLineEnds(text: string): boolean {
	return !text.includes('\n') && /\r[^\r]+\r/.test(text);
}

function oldLineEnds(file: string, from: Located | undefined): Diagnostic {
	const message = `Unexpected line ends in ${quoted(file)}, each a carriage return alone, expected line feeds`;
	return problem('control-character', { file }, message, {
		help: 'Save the file with the line ends of Unix (LF) or Windows (CRLF).',
		...(from === undefined ? {} : { related: { ...placeOf(from), message: 'named here' } }),
	});
}

/** What is wrong with the file and not with the path that names it. */
const faultsOfFiles: ReadonlySet<FileProblem> = new Set(['too-large', 'not-utf-8', 'unreadable']);

/** More files that nothing lists are not the work of one slip, and are not compared with every name that is missing. */
const mostStrays = 20;

/** The file that was most likely meant, as it would be written there, among those of the folder that nothing lists. */
function meantFile(files: DeckFiles, file: string, from: Located): string | undefined {
	files.strays ??= files.folder.yamlFiles().filter((other) => !files.listed.has(other) && !files.named.has(other));
	if (files.strays.length > mostStrays) return undefined;
	const strays = files.strays.filter((other) => !files.listed.has(other));
	const meant = strays.find((other) => withoutOrder(other) === withoutOrder(file)) ?? nearest(file, strays);
	return meant && path.posix.relative(path.posix.dirname(from.file), meant);
}

/** Without its ending and the number before its name: most often the unit's id, which may have been written for the file. */
function withoutOrder(file: string): string {
	return file.replace(/\.ya?ml$/u, '').replace(/(^|\/)\d+-(?=[^/]+$)/u, '$1');
}

/** A file that is shown as it stands, such as a section's text. */
export function readPlainText(files: DeckFiles, file: string, from: Located): string | undefined {
	const seen = files.sources.has(file);
	const text = readText(files, file, from);
	if (text === undefined) return undefined;
	if (!seen) {
		files.diagnostics.push(...findCharacterFaults(text).map((fault) => characterProblem(fault, { file, span: fault.span }, false)));
	}
	return text.replaceAll('\r\n', '\n');
}

export function readTree(files: DeckFiles, file: string, from?: Located): Located | undefined {
	if (files.trees.has(file)) return files.trees.get(file);
	const text = readText(files, file, from);
	const reading = text === undefined ? undefined : readYaml(file, text, keyNames);
	if (reading !== undefined) files.diagnostics.push(...reading.diagnostics);
	const tree = reading?.root === undefined ? undefined : { file, node: reading.root };
	if (tree !== undefined && text !== undefined) files.diagnostics.push(...cutTexts(tree, text));
	files.trees.set(file, tree);
	return tree;
}

function withSlashes(file: string): string {
	return file.replaceAll('\\', '/');
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
		help: (file) => (file === deckFileName ? 'Name the folder that holds the deck.' : 'Create it, or correct the path.'),
	},
	outside: {
		code: 'outside-folder',
		message: (file, detail) => `Unexpected path ${quoted(file)}, expected a file in the deck's folder (${detail})`,
		help: (file) =>
			file.includes('\\') && refusalOfPath(withSlashes(file)) === undefined
				? `Write ${quoted(withSlashes(file))}.`
				: 'Move the file into the folder and name it from there.',
	},
	'not-a-file': {
		code: 'not-a-file',
		message: (file, detail) => `Unexpected ${quoted(file)}, which is ${detail}, expected a file`,
		help: () => 'Name every file by its own path.',
	},
	'too-large': {
		code: 'file-too-large',
		message: (file, detail) => `Unexpected size of ${quoted(file)} (${detail}), expected at most ${largestFile.toLocaleString('en')} bytes`,
		help: (file) => (isYamlFile(file) ? 'Move questions into further files and list them under `pools`.' : 'Split it.'),
	},
	unreadable: {
		code: 'unreadable-file',
		message: (file, detail) => `The file ${quoted(file)} cannot be read (${detail})`,
		help: () => 'Check its permissions.',
	},
	'not-utf-8': {
		code: 'not-utf-8',
		message: (file, detail) => `Unexpected bytes in ${quoted(file)}, expected text in UTF-8${detail === otherBytes ? '' : ` (${detail})`}`,
		help: () => 'Save the file as UTF-8.',
	},
};
