// What `h` says: the commands that mean something now, a line for each.

export interface Named {
	readonly letter: string;
	readonly meaning: string;
}

export function questionCommands(hints: boolean, readable: boolean): readonly Named[] {
	return [
		{ letter: '?', meaning: "I don't know: it counts as missed, and shows what is right" },
		...(hints ? [{ letter: 'i', meaning: 'a hint' }] : []),
		...(readable ? [{ letter: 'r', meaning: 'read the section; the question waits' }] : []),
		{ letter: 's', meaning: 'say the question again' },
		...asides,
		...everywhere,
	];
}

export function feedbackCommands(sections: number): readonly Named[] {
	return [
		...(sections === 0 ? [] : [{ letter: 'r', meaning: sections === 1 ? 'read the section' : `read a section: r 1 to r ${sections}` }]),
		{ letter: 'e', meaning: 'the explanation' },
		{ letter: 's', meaning: 'say this again' },
		...asides,
		...everywhere,
	];
}

const asides: readonly Named[] = [
	{ letter: 'b', meaning: 'bookmark this question, or take its bookmark away' },
	{ letter: '!', meaning: 'dispute this question; a note behind it goes to its author' },
];

const everywhere: readonly Named[] = [
	{ letter: 'q', meaning: 'stop here; everything is kept' },
	{ letter: 'h', meaning: 'this help' },
];

export const menuCommands: readonly Named[] = [{ letter: 's', meaning: 'say the choices again' }, ...everywhere];

export const pageCommands: readonly Named[] = [{ letter: 's', meaning: 'say this page again' }, ...everywhere];

/** @param typed any word may be an answer, so commands stand behind a colon. */
export function commandHelp(commands: readonly Named[], typed: boolean): string[] {
	const colon = typed ? ':' : '';
	return [
		'Or type one of these, and Enter:',
		...commands.map(({ letter, meaning }) => `${colon}${letter} - ${meaning}`),
		...(typed ? ['To answer with one of these very texts, type a second colon before it: ::q answers :q.'] : []),
	];
}
