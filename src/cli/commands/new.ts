// `gradus new`: a deck, a unit or a question to go on from, asked for or given by options, and written without a problem in it.

import { statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';

import type { Drafting } from '../../authoring/scaffold/draft.ts';
import { draftDeck } from '../../authoring/scaffold/draft-deck.ts';
import { draftQuestion, type QuestionFile, questionFiles } from '../../authoring/scaffold/draft-question.ts';
import { draftUnit } from '../../authoring/scaffold/draft-unit.ts';
import { newId } from '../../authoring/scaffold/new-id.ts';
import { isQuestionType, questionTypes } from '../../authoring/scaffold/question-draft.ts';
import { sampleQuestions, sampleSection } from '../../authoring/scaffold/samples.ts';
import { listed } from '../../deck/diagnostics/diagnostic-codes.ts';
import { nearest } from '../../deck/diagnostics/nearest.ts';
import { deckFileName } from '../../deck/files/deck-file.ts';
import type { Stop } from '../../session/ports.ts';
import { safe } from '../../terminal/safe.ts';
import { type Target, targetsOf } from '../checking/targets.ts';
import type { Context } from '../context.ts';
import { withAsker } from '../drafting/ask-author.ts';
import { wordsOfFault, wordsOfUnwritten } from '../drafting/fault-wording.ts';
import { type Asker, type Field, type Filled, fill, type Given } from '../drafting/fields.ts';
import {
	draftFrom,
	faultOfWords,
	givenIn,
	kindFields,
	oneOf,
	partFields,
	type QuestionWords,
	stemField,
} from '../drafting/question-words.ts';
import { writeDraft } from '../drafting/write-draft.ts';
import { isInteractive } from '../environment.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { shellWord } from '../shell-word.ts';

/** As the command line gives them. */
export interface DeckWords {
	readonly title?: string;
	readonly id?: string;
	readonly unit?: string;
	readonly language?: string;
}

export interface UnitWords {
	readonly title?: string;
	readonly id?: string;
	readonly section?: string;
	readonly objective?: string;
}

export function newDeckCommand(context: Context, folder: string | undefined, words: DeckWords): Promise<ExitCode> {
	return withAsker(context, async (asker) => {
		const idOf = (given: Given) => newId(basename(resolve(context.environment.workingFolder, oneOf(given, 'folder'))), 'deck');
		const filled = await fill(
			[
				{ key: 'folder', flag: 'a folder', asks: 'In which folder?' },
				{ key: 'title', flag: '--title', asks: 'What is the deck called?' },
				{ key: 'id', flag: '--id', asks: 'Its id? It stays the same for ever.', otherwise: idOf },
				{ key: 'unit', flag: '--unit', asks: 'What is its first unit called?', otherwise: () => 'The basics' },
			],
			givenBy({ folder, ...words }),
			asker,
		);
		if (filled.kind !== 'filled') return unfilled(context, 'gradus new deck', filled);
		const { given } = filled;
		const root = resolve(context.environment.workingFolder, oneOf(given, 'folder'));
		const { language } = words;
		if (statSync(root, { throwIfNoEntry: false })?.isDirectory() === false) {
			return refuse(context, `${oneOf(given, 'folder')} is a file. Nothing was written. Name a folder; it is made where there is none.`);
		}
		const parts = { id: oneOf(given, 'id'), title: inLine(given, 'title'), unit: inLine(given, 'unit') };
		return write(context, root, draftDeck({ ...parts, ...(language === undefined ? {} : { language }) }));
	});
}

/** @param path of the deck; the working folder unless stated. */
export async function newUnitCommand(context: Context, path: string | undefined, words: UnitWords): Promise<ExitCode> {
	const target = deckAt(context, path);
	if (typeof target === 'string') return refuse(context, target);
	return withAsker(context, async (asker) => {
		const filled = await fill(
			[
				{ key: 'title', flag: '--title', asks: 'What is the unit called?' },
				{ key: 'section', flag: '--section', asks: 'What is its first section called?', otherwise: () => '', without: 'a sample section' },
				{
					key: 'objective',
					flag: '--objective',
					asks: 'What can a learner do after that section? Begin with a verb.',
					otherwise: objectiveOf,
				},
			],
			givenBy(words),
			asker,
		);
		if (filled.kind !== 'filled') return unfilled(context, 'gradus new unit', filled);
		const { given } = filled;
		const wished = ['id', 'section', 'objective'].flatMap((key) => (given.has(key) ? [[key, inLine(given, key)] as const] : []));
		return write(context, target.root, draftUnit(target.files, { title: inLine(given, 'title'), ...Object.fromEntries(wished) }));
	});
}

/** @param path a deck, or the file of a unit or a pool; the working folder unless stated. */
export async function newQuestionCommand(context: Context, path: string | undefined, words: QuestionWords): Promise<ExitCode> {
	const target = deckAt(context, path);
	if (typeof target === 'string') return refuse(context, target);
	const type = words.type ?? 'choice';
	if (!isQuestionType(type)) {
		const near = nearest(type, questionTypes);
		const help = near === undefined ? `Name ${listed(questionTypes).replaceAll('`', '')}.` : `Did you mean ${near}?`;
		return refuse(context, `There is no type of question called ${type}. Nothing was written. ${help}`);
	}
	return withAsker(context, async (asker) => {
		const file = await fileFor(context, target, path, asker);
		if (typeof file === 'string') return refuse(context, file);
		if ('by' in file) return stopped(context, file);
		if (file.sections.length === 0)
			return refuse(
				context,
				`There is no section yet that a question in ${file.file} could belong to. Nothing was written. Write one first.`,
			);
		const preset = asker === undefined ? new Map([['type', [type]], ...givenIn(words)]) : givenIn(words);
		const kind = await fill(kindFields(file.sections), preset, asker);
		if (kind.kind !== 'filled') return unfilled(context, 'gradus new question', kind);
		const chosen = oneOf(kind.given, 'type');
		if (!isQuestionType(chosen)) return exitCode.usage;
		const fault = faultOfWords(words, chosen);
		if (fault !== undefined) return refuse(context, `${fault} Nothing was written.`);

		const stem = words.sample === true ? kind : await fill([asker === undefined ? neededStem : stemField], kind.given, asker);
		if (stem.kind === 'stop') return stopped(context, stem);
		const sample = words.sample === true || (stem.kind === 'filled' && oneOf(stem.given, 'stem') === '');
		const known = stem.kind === 'filled' ? stem.given : kind.given;
		const parts = sample ? stem : await fill([...(stem.kind === 'missing' ? [neededStem] : []), ...partFields(chosen)], known, asker);
		if (parts.kind !== 'filled') return unfilled(context, 'gradus new question', parts);
		const draft = sample ? sampleQuestions[chosen] : draftFrom(chosen, parts.given, words);
		const { id } = words;
		const wishes = { file: file.file, section: oneOf(parts.given, 'section'), draft, sample, ...(id === undefined ? {} : { id }) };
		return write(context, target.root, draftQuestion(target.files, wishes));
	});
}

const neededStem: Field = { key: 'stem', flag: '--stem (or --sample)', asks: '' };

/** The sample's where the section is the sample's; else the author has to say. */
function objectiveOf(given: Given): string | undefined {
	return given.has('section') ? undefined : sampleSection.objective;
}

/** The deck that a path names or lies in; or why there is none. */
function deckAt({ environment }: Context, path: string | undefined): Target | string {
	const found = targetsOf(environment.workingFolder, path === undefined ? [] : [path], undefined);
	const make = 'Nothing was written. Make a deck with: gradus new deck ./my-deck';
	if (!found.ok) return `There is no deck in ${path ?? 'this folder'}. ${make}`;
	const [target, ...others] = found.targets;
	if (target === undefined || !target.stored) return `${path ?? 'This folder'} belongs to no deck. ${make}`;
	if (others.length > 0) return `There are several decks in ${path ?? 'this folder'}. Nothing was written. Name the folder of one of them.`;
	return target;
}

/** The file that is named, the only one there is, or the one chosen. */
async function fileFor(
	{ environment }: Context,
	target: Target,
	path: string | undefined,
	asker: Asker | undefined,
): Promise<QuestionFile | Stop | string> {
	const files = questionFiles(target.files);
	const place = resolve(environment.workingFolder, path ?? '.');
	const named = relative(target.root, place).split(sep).join('/');
	const [first] = files;
	if (first === undefined) return `No unit of the deck can be read. Nothing was written. See why with: gradus check`;
	if (statSync(place).isFile() && named !== deckFileName) {
		return (
			files.find(({ file }) => file === named) ??
			`No unit of the deck holds its questions in ${path}. Nothing was written. List it in deck.yaml or under pools in a unit, or name another file.`
		);
	}
	if (files.length === 1) return first;
	if (asker === undefined) {
		return `The deck has several files of questions. Nothing was written. Name one of them: ${files.map(({ file }) => file).join(', ')}.`;
	}
	const index = await asker.choose(
		'To which file?',
		files.map(({ file, units, pool }) => `${file}: ${units.join(', ')}${pool ? ' (a pool)' : ''}`),
	);
	return typeof index === 'number' ? (files[index] ?? first) : index;
}

function givenBy(words: object): Given {
	return new Map(
		Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' && value.trim() !== '' ? [[key, [value]] as const] : [])),
	);
}

/** A title is a line. */
function inLine(given: Given, key: string): string {
	return oneOf(given, key).replace(/\s+/gu, ' ');
}

function write(context: Context, root: string, drafting: Drafting): ExitCode {
	const { environment, printer } = context;
	const shown = (file: string) => relative(environment.workingFolder, join(root, file)).split(sep).join('/') || '.';
	if (!drafting.ok) {
		printer.complain(wordsOfFault(drafting.fault, shown, context));
		return exitCode.usage;
	}
	const written = writeDraft(root, drafting);
	if (!written.ok) {
		printer.complain(wordsOfUnwritten(written, shown));
		return ['exists', 'outside', 'changed'].includes(written.reason) ? exitCode.usage : exitCode.failure;
	}
	const schemas = written.files.filter((file) => drafting.schemas.has(file));
	const own = written.files.filter((file) => !drafting.schemas.has(file));
	const folder = shellWord(addressIn(environment.workingFolder, root));
	printer.print(
		safe(
			[
				...(isInteractive(environment) ? [''] : []),
				'Written:',
				...own.map((file) => `  ${shown(file)}${file === drafting.edited?.file ? ` (${drafting.id} added)` : ''}`),
				...(schemas.length === 0 ? [] : [`  ${shown('.gradus')} (JSON Schemas, so that your editor helps)`]),
				'',
				'Next:',
				`  gradus check ${folder}`,
				`  gradus learn ${folder}`,
			].join('\n'),
		),
	);
	return exitCode.done;
}

/** As a path that no command takes for a deck's id. */
function addressIn(workingFolder: string, root: string): string {
	const inside = relative(workingFolder, root).split(sep).join('/');
	return inside === '' ? '.' : inside.startsWith('.') || isAbsolute(inside) ? inside : `./${inside}`;
}

function refuse({ printer }: Context, message: string): ExitCode {
	printer.complain(safe(message));
	return exitCode.usage;
}

function unfilled(context: Context, command: string, filled: Exclude<Filled, { readonly kind: 'filled' }>): ExitCode {
	if (filled.kind === 'stop') return stopped(context, filled);
	return refuse(
		context,
		`${command} needs ${listed(filled.flags, 'and').replaceAll('`', '')} where there is no terminal to ask in. Nothing was written.`,
	);
}

function stopped({ printer }: Context, { by }: Stop): ExitCode {
	printer.complain('Stopped. Nothing was written.');
	return by === 'interrupt' ? exitCode.interrupted : by === 'quit' ? exitCode.done : exitCode.refused;
}
