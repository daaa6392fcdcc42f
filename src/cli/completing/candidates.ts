// Words so far -> words that may come next. Everything about commands and options is asked of the command line itself.

import type { Argument, Command, Option } from 'commander';

export interface Candidate {
	readonly word: string;
	/** One line; may be empty. */
	readonly about: string;
}

export interface Candidates {
	readonly words: readonly Candidate[];
	/** Files and folders may stand here too. */
	readonly files: boolean;
}

/** What only the decks and the program's lists know, by the name of an argument or of an option's value. */
export interface Knowledge {
	decks(): Promise<readonly Candidate[]>;
	units(deck: string): Promise<readonly Candidate[]>;
	/** `unit#section` */
	sections(deck: string, unit: string): Promise<readonly Candidate[]>;
	rules(): Promise<readonly Candidate[]>;
}

const none: Candidates = { words: [], files: false };
const files: Candidates = { words: [], files: true };

const fixedWords: Readonly<Record<string, readonly string[]>> = {
	kind: ['deck', 'unit', 'pool'],
	shell: ['bash', 'zsh', 'fish'],
	'--format': ['pretty', 'compact', 'json', 'github', 'sarif', 'junit'],
	'--type': ['choice', 'multiple', 'true-false', 'text', 'number', 'cloze', 'order', 'match'],
	attempt: ['last'],
};

/** @param words after the program's name; the last one is being written, and may be empty. */
export async function candidatesFor(program: Command, words: readonly string[], knowledge: Knowledge): Promise<Candidates> {
	const current = words.at(-1) ?? '';
	const { command, given, awaiting, onlyArguments } = walk(program, words.slice(0, -1));
	const [, long, value = ''] = (awaiting === undefined && !onlyArguments && /^(--[^=]+)=(.*)$/su.exec(current)) || [];
	if (long !== undefined) {
		const option = optionsOf(command).find((each) => each.long === long);
		const values = option === undefined ? none : await valuesOf(option, value, knowledge);
		const joined = values.words.map(({ word, about }) => ({ word: `${long}=${word}`, about }));
		return { words: joined.filter(({ word }) => word.startsWith(current)), files: false };
	}
	const found =
		awaiting === undefined
			? await openWords(command, given, current, onlyArguments, knowledge)
			: await valuesOf(awaiting, current, knowledge);
	return { ...found, words: found.words.filter(({ word }) => word.startsWith(current)) };
}

interface Walk {
	readonly command: Command;
	/** Arguments that stand already. */
	readonly given: readonly string[];
	/** The option whose value is being written. */
	readonly awaiting?: Option;
	/** `--` was written. */
	readonly onlyArguments: boolean;
}

function walk(program: Command, words: readonly string[]): Walk {
	let command = program;
	let given: readonly string[] = [];
	let awaiting: Option | undefined;
	let onlyArguments = false;
	for (const word of words) {
		if (awaiting !== undefined) {
			awaiting = undefined;
		} else if (!onlyArguments && word === '--') {
			onlyArguments = true;
		} else if (!onlyArguments && word.startsWith('-')) {
			const option = optionsOf(command).find((each) => each.long === word || each.short === word);
			awaiting = option?.required === true || option?.optional === true ? option : undefined;
		} else {
			const next = given.length === 0 ? command.commands.find((each) => each.name() === word) : undefined;
			if (next === undefined) given = [...given, word];
			else command = next;
		}
	}
	return { command, given, onlyArguments, ...(awaiting === undefined ? {} : { awaiting }) };
}

async function openWords(
	command: Command,
	given: readonly string[],
	current: string,
	onlyArguments: boolean,
	knowledge: Knowledge,
): Promise<Candidates> {
	if (current.startsWith('-') && !onlyArguments) return { words: optionsOf(command).map(optionCandidate), files: false };
	if (command.name() === 'help' && command.parent !== null) return { words: commandsAfter(command.parent, given), files: false };
	const commands = given.length > 0 ? [] : commandsIn(command);
	const argument = command.registeredArguments[given.length] ?? variadicOf(command);
	const own = argument === undefined ? none : await valuesAt(argument.name(), given, current, knowledge);
	return { words: [...commands, ...own.words], files: own.files };
}

function commandsIn(command: Command): readonly Candidate[] {
	const help = command.createHelp();
	return help.visibleCommands(command).map((each) => ({ word: each.name(), about: help.subcommandDescription(each) }));
}

/** What `help` can be asked about, after the commands that it was given already. */
function commandsAfter(program: Command, given: readonly string[]): readonly Candidate[] {
	const reached = given.reduce<Command | undefined>((at, word) => at?.commands.find((each) => each.name() === word), program);
	return reached === undefined ? [] : commandsIn(reached).filter(({ word }) => word !== 'help');
}

function variadicOf(command: Command): Argument | undefined {
	const last = command.registeredArguments.at(-1);
	return last?.variadic === true ? last : undefined;
}

async function valuesAt(name: string, given: readonly string[], current: string, knowledge: Knowledge): Promise<Candidates> {
	const [deck = ''] = given;
	switch (name) {
		case 'deck':
			return { words: await knowledge.decks(), files: /^[./~]/u.test(current) };
		case 'unit':
			return { words: await knowledge.units(deck), files: false };
		case 'unit[#section]': {
			const [unit = ''] = current.split('#');
			return { words: current.includes('#') ? await knowledge.sections(deck, unit) : await knowledge.units(deck), files: false };
		}
		case 'code':
			return { words: await knowledge.rules(), files: false };
		case 'path':
		case 'folder':
		case 'source':
			return files;
		default:
			return { words: (fixedWords[name] ?? []).map((word) => ({ word, about: '' })), files: false };
	}
}

async function valuesOf(option: Option, current: string, knowledge: Knowledge): Promise<Candidates> {
	const name = option.long ?? '';
	const [code, level] = current.split('=', 2);
	if (name === '--rule' && level !== undefined)
		return { words: ['off', 'info', 'warning', 'error'].map((each) => ({ word: `${code}=${each}`, about: '' })), files: false };
	if (name === '--rule') return { words: (await knowledge.rules()).map(({ word, about }) => ({ word: `${word}=`, about })), files: false };
	if (name in fixedWords) return { words: (fixedWords[name] ?? []).map((word) => ({ word, about: '' })), files: false };
	return /<(?:file|path|folder|version)>/u.test(option.flags) ? files : none;
}

/** Its own, then those of the program, which may stand anywhere. */
function optionsOf(command: Command): readonly Option[] {
	const help = command.createHelp();
	return [...help.visibleOptions(command), ...(command.parent === null ? [] : optionsOf(command.parent))].filter(
		(option, index, all) => all.findIndex(({ long }) => long === option.long) === index,
	);
}

function optionCandidate({ long, short, description }: Option): Candidate {
	return { word: long ?? short ?? '', about: description };
}
