// The manual page, made from the commands: roff with the macros of man(7).

import type { Command } from 'commander';

import { knownVariables } from '../../src/cli/variables.ts';

const exitCodes: readonly (readonly [string, string])[] = [
	['0', 'done'],
	['1', 'check found problems'],
	['2', 'the command was not understood, or names something that does not exist'],
	['3', 'refused: a closed gate, or an answer is needed and there is no terminal to ask'],
	['4', 'a fault of data or system'],
	['130, 143, 129', 'after Ctrl-C, termination, a closed terminal'],
];

export function manPage(program: Command, version: string): string {
	const help = program.createHelp();
	const commands = help.visibleCommands(program).filter((command) => command.name() !== 'help');
	return [
		'.\\" Made from the commands of the program. To bring it up to date: npx vitest run test/docs --update',
		`.TH GRADUS 1 "" "gradus ${roff(version)}" "User Commands"`,
		'.SH NAME',
		'gradus \\- a tutor for mastery learning in the terminal',
		'.SH SYNOPSIS',
		'.B gradus',
		'.RI [ command ]',
		'.RI [ options ]',
		'.SH DESCRIPTION',
		...paragraph(program.description()),
		'.PP',
		'Without a command it says where you stand, and one key goes on.',
		'.SH COMMANDS',
		...commands.flatMap((command) => commandLines(command)),
		'.SH OPTIONS',
		...help.visibleOptions(program).flatMap(({ flags, description }) => tagged(flags, description)),
		'.SH EXIT STATUS',
		...exitCodes.flatMap(([code, meaning]) => tagged(code, meaning)),
		'.SH ENVIRONMENT',
		...knownVariables.flatMap(({ name, meaning }) => tagged(name, meaning.replaceAll('`', ''))),
		'.SH FILES',
		...tagged('~/.config/gradus/config.env', 'settings: lines of NAME=value with the names above; the environment goes before it'),
		...tagged('~/.local/share/gradus/record.db', 'the record of every learner here'),
		...tagged('~/.local/share/gradus/decks/', 'decks that were added'),
		...tagged('~/.cache/gradus/', 'what is remembered of decks; safe to delete'),
		'',
	].join('\n');
}

function commandLines(command: Command): readonly string[] {
	const help = command.createHelp();
	const parts = help.visibleCommands(command).filter((each) => each.name() !== 'help');
	if (parts.length > 0) {
		return [
			`.SS gradus ${roff(command.name())}`,
			...paragraph(sentence(command.description())),
			...parts.flatMap((part) => partLines(part)),
		];
	}
	return [`.SS ${roff(usageOf(command))}`, ...paragraph(sentence(command.description())), ...optionLines(command)];
}

function partLines(command: Command): readonly string[] {
	return ['.PP', `.B ${roff(usageOf(command))}`, '.br', ...paragraph(sentence(command.description())), ...optionLines(command)];
}

function optionLines(command: Command): readonly string[] {
	return command
		.createHelp()
		.visibleOptions(command)
		.filter(({ long }) => long !== '--help')
		.flatMap(({ flags, description }) => tagged(flags, description));
}

function usageOf(command: Command): string {
	const parent = command.parent === null ? '' : `${usageName(command.parent)} `;
	const words = command.registeredArguments.map((argument) => {
		const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
		return argument.required ? `<${name}>` : `[${name}]`;
	});
	return [`${parent}${command.name()}`, ...words].join(' ');
}

function usageName(command: Command): string {
	return command.parent === null ? command.name() : `${usageName(command.parent)} ${command.name()}`;
}

function tagged(term: string, text: string): readonly string[] {
	return ['.TP', `.B ${roff(term)}`, roff(text)];
}

function paragraph(text: string): readonly string[] {
	return [roff(text)];
}

function sentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Backslashes and hyphens are signs of roff, and so are a dot and an apostrophe where a line begins. */
function roff(text: string): string {
	return text
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replace(/^([.'])/u, '\\&$1');
}
