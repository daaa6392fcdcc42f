// The rooms of src/ and what each may import: the table that the architecture page shows and the test beside this holds.

export interface Room {
	/** Other rooms, or single files of theirs, that may be imported. */
	readonly mayImport: readonly string[];
	/** Packages, as the beginning of the import's name. */
	readonly packages: readonly string[];
	/** Modules of Node; `only`: in these files alone. */
	readonly node: 'none' | { readonly only: Readonly<Record<string, readonly string[]>> } | 'any';
	readonly because: string;
}

/** By name, from the bottom up. */
export const rooms: Readonly<Record<string, Room>> = {
	model: { mayImport: [], packages: [], node: 'none', because: 'model holds the words of the field and imports nothing' },
	engine: {
		mayImport: ['model'],
		packages: ['pure-rand', 're2js'],
		node: 'none',
		because: 'engine decides from its arguments alone: no clock, no chance of its own, no disk',
	},
	deck: {
		mayImport: ['model', 'engine'],
		packages: ['yaml', 'js-yaml', 'zod'],
		node: {
			only: {
				'files/folder.ts': ['node:fs', 'node:path'],
				'files/digest.ts': ['node:crypto'],
				'files/deck-files.ts': ['node:path'],
				'files/overlay.ts': ['node:path'],
			},
		},
		because: 'deck turns text into a Deck and diagnostics, and touches the disk in files/folder.ts only',
	},
	authoring: {
		mayImport: ['model', 'engine', 'deck'],
		packages: ['yaml'],
		node: 'none',
		because: 'authoring speaks to authors of decks that are read already: rules and their pages, numbers, changes, mending',
	},
	session: {
		mayImport: ['model', 'engine'],
		packages: [],
		node: 'none',
		because: 'session is written against its ports, so that it can be sat by a script',
	},
	store: {
		mayImport: ['model', 'session/ports.ts'],
		packages: ['better-sqlite3'],
		node: 'any',
		because: 'store keeps facts, and knows neither decisions nor screens',
	},
	terminal: {
		mayImport: ['model', 'session/ports.ts'],
		packages: ['@inquirer/core', 'chalk', 'marked', 'highlight.js', 'fast-string-width'],
		node: { only: { 'formats/sarif.ts': ['node:crypto'], 'guarded-prompt.ts': ['node:stream'] } },
		because: 'terminal shows what it is given, and never sees a key before the answer is committed',
	},
	cli: {
		mayImport: ['model', 'engine', 'deck', 'authoring', 'session', 'store', 'terminal'],
		packages: ['commander', 'modern-tar', 'uuid'],
		node: 'any',
		because: 'cli is the composition root',
	},
};
