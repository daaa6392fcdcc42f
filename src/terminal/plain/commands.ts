// Commands on a line of their own: letters where an answer is numbers, the same behind a colon where an answer is typed text.

export type CommandName = 'dont-know' | 'help' | 'hint' | 'read' | 'explanation' | 'bookmark' | 'dispute' | 'again' | 'back' | 'stop';

export interface Command {
	readonly name: CommandName;
	/** What stands after it: the number of a section, a note. Empty: nothing. */
	readonly rest: string;
}

const names: Readonly<Record<string, CommandName>> = {
	'?': 'dont-know',
	h: 'help',
	help: 'help',
	i: 'hint',
	hint: 'hint',
	r: 'read',
	read: 'read',
	e: 'explanation',
	explanation: 'explanation',
	b: 'bookmark',
	bookmark: 'bookmark',
	'!': 'dispute',
	dispute: 'dispute',
	s: 'again',
	'<': 'back',
	q: 'stop',
	quit: 'stop',
	stop: 'stop',
};

/** Only these take more than themselves. */
const takesMore: Readonly<Partial<Record<CommandName, RegExp>>> = { read: /^\d+$/u, dispute: /\S/u };

/** Where an answer is made of numbers or of the letters t and f: a command with or without its colon. */
export function commandIn(line: string): Command | undefined {
	const text = line.trim();
	return named(text.startsWith(':') ? text.slice(1) : text);
}

/** Where anything may be an answer: only behind a colon. */
export function commandBehindColon(line: string): Command | undefined {
	const text = line.trim();
	return text.startsWith(':') ? named(text.slice(1)) : undefined;
}

/** What looks like a command whose colon was forgotten, where anything may be an answer: a miss by habit would be a pity. */
export function commandWithoutColon(line: string): string | undefined {
	const text = line.trim();
	return text.length === 1 && named(text) !== undefined ? text : undefined;
}

/** The answer that a line gives which is no command: as typed, without the second colon of `::q`. */
export function typedIn(line: string): string {
	const text = line.trim();
	return text.startsWith('::') && commandBehindColon(text.replace(/^:+/u, ':')) !== undefined ? text.slice(1) : line;
}

function named(text: string): Command | undefined {
	const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(text) ?? [];
	const key = word.toLowerCase();
	const name = Object.hasOwn(names, key) ? names[key] : undefined;
	if (name === undefined) return undefined;
	return rest === '' || takesMore[name]?.test(rest) === true ? { name, rest } : undefined;
}
