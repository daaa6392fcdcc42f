// The environment variables that Gradus knows, in one table: documentation, the configuration file and did-you-mean come from it.

export interface KnownVariable {
	readonly name: string;
	/** One line without a full stop, for the README and the manual. */
	readonly meaning: string;
	/** It may stand in the configuration file. */
	readonly configurable: boolean;
}

export const knownVariables: readonly KnownVariable[] = [
	{ name: 'GRADUS_DB', meaning: "the record's file; `--db` goes before it", configurable: true },
	{
		name: 'GRADUS_LEARNER',
		meaning: 'whose record it is, where several learn on one machine; `--learner` goes before it',
		configurable: true,
	},
	{
		name: 'GRADUS_PLAIN',
		meaning: '`1`: plain mode, for screen readers and simple terminals; in a terminal the same as `--plain`',
		configurable: true,
	},
	{
		name: 'GRADUS_THEME',
		meaning:
			'`light`, `dark` or `none`: colors for that background, or none; `auto` unless set: by `COLORFGBG`, where the terminal sets it, else colors for either',
		configurable: true,
	},
	{ name: 'GRADUS_CELEBRATE', meaning: '`off`: no small celebration after mastery', configurable: true },
	{ name: 'GRADUS_DEBUG', meaning: 'set to anything: a fault of the program is told with its stack', configurable: true },
	{ name: 'NO_COLOR', meaning: 'set and not empty: no color', configurable: true },
	{ name: 'FORCE_COLOR', meaning: '`0` to `3`: so much color, even into a pipe; `NO_COLOR` goes before it', configurable: true },
	{
		name: 'FORCE_HYPERLINK',
		meaning: '`1` or `0`: addresses in a terminal can be followed with a click, or cannot, whatever is known of it',
		configurable: true,
	},
	{ name: 'XDG_DATA_HOME', meaning: 'absolute path: record and decks lie in `gradus/` under it', configurable: false },
	{
		name: 'XDG_CACHE_HOME',
		meaning: 'absolute path: what is remembered of decks that have been read or checked lies in `gradus/` under it; it is safe to delete',
		configurable: false,
	},
	{ name: 'TERM', meaning: '`dumb`: plain mode, no color; `linux`: signs in ASCII', configurable: false },
	{ name: 'COLORFGBG', meaning: 'what the terminal says of its background, where it does', configurable: false },
	{ name: 'TERM_PROGRAM', meaning: 'which terminal it is, so that links can be clicked where it follows them', configurable: false },
	{ name: 'TERM_PROGRAM_VERSION', meaning: 'its version', configurable: false },
	{ name: 'LC_ALL', meaning: 'a locale other than UTF-8: signs in ASCII', configurable: false },
	{ name: 'LC_CTYPE', meaning: 'the same, without `LC_ALL`', configurable: false },
	{ name: 'LANG', meaning: 'the same, without the two above', configurable: false },
	{ name: 'GITHUB_ACTIONS', meaning: '`true`: `gradus check` writes annotations unless another `--format` is named', configurable: false },
	{ name: 'GITHUB_STEP_SUMMARY', meaning: 'the file that its summary of a job is added to', configurable: false },
	{ name: 'HOME', meaning: 'the folders above lie in it, where nothing else is said', configurable: false },
	{ name: 'LOCALAPPDATA', meaning: 'the same on Windows, for record, decks and cache', configurable: false },
	{ name: 'APPDATA', meaning: 'the same on Windows, for the configuration file', configurable: false },
	{ name: 'XDG_CONFIG_HOME', meaning: 'absolute path: the configuration file is `gradus/config.env` under it', configurable: false },
];
