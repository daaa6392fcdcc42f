// One palette and one set of signs. Colours are the sixteen of the user's own theme, and no meaning hangs on a colour alone.

import { Chalk } from 'chalk';

export type ColorLevel = 0 | 1 | 2 | 3;

export type Paint = (text: string) => string;

export interface Signs {
	readonly right: string;
	readonly missed: string;
	readonly open: string;
	readonly mark: string;
	readonly checked: string;
	readonly unchecked: string;
	readonly dot: string;
	readonly ellipsis: string;
	readonly rule: string;
	readonly gutter: string;
	readonly barFull: string;
	readonly barEmpty: string;
	readonly bullet: string;
	readonly star: string;
	readonly up: string;
	readonly down: string;
	readonly arrows: string;
	readonly openQuote: string;
	readonly closeQuote: string;
	readonly tableCross: string;
	readonly tableColumn: string;
}

export interface Style {
	readonly colorLevel: ColorLevel;
	readonly title: Paint;
	readonly strong: Paint;
	readonly emphasis: Paint;
	readonly struck: Paint;
	readonly dim: Paint;
	/** The thing one is at: the marked option, the next step. */
	readonly accent: Paint;
	readonly right: Paint;
	readonly missed: Paint;
	readonly code: Paint;
	readonly link: Paint;
	readonly error: Paint;
	readonly warning: Paint;
	readonly info: Paint;
	readonly syntax: Readonly<Record<'keyword' | 'string' | 'number' | 'comment' | 'name', Paint>>;
	readonly signs: Signs;
}

const unicodeSigns: Signs = {
	right: '✓',
	missed: '✗',
	open: '○',
	mark: '▸',
	checked: '◼',
	unchecked: '◻',
	dot: '·',
	ellipsis: '…',
	rule: '─',
	gutter: '│',
	barFull: '█',
	barEmpty: '░',
	bullet: '•',
	star: '✦',
	up: '↑',
	down: '↓',
	arrows: '↑↓',
	openQuote: '“',
	closeQuote: '”',
	tableCross: '─┼─',
	tableColumn: ' │ ',
};

const asciiSigns: Signs = {
	right: '+',
	missed: 'x',
	open: 'o',
	mark: '>',
	checked: '[x]',
	unchecked: '[ ]',
	dot: '-',
	ellipsis: '...',
	rule: '-',
	gutter: '|',
	barFull: '#',
	barEmpty: '.',
	bullet: '*',
	star: '*',
	up: '^',
	down: 'v',
	arrows: 'up/down',
	openQuote: '"',
	closeQuote: '"',
	tableCross: '-+-',
	tableColumn: ' | ',
};

/** Without colour, emphasis, strength and code keep the marks an author typed, so that nothing is lost. */
export function createStyle({ colorLevel, unicode }: { readonly colorLevel: ColorLevel; readonly unicode: boolean }): Style {
	const chalk = new Chalk({ level: colorLevel });
	/** Of one argument, so that it can be handed to `map`. */
	const paint =
		(ink: (text: string) => string): Paint =>
		(text) =>
			ink(text);
	const marked = (mark: string, ink: (text: string) => string): Paint =>
		colorLevel === 0 ? (text) => `${mark}${text}${mark}` : paint(ink);
	return {
		colorLevel,
		title: paint(chalk.bold),
		strong: marked('*', chalk.bold),
		emphasis: marked('_', chalk.italic),
		struck: marked('~', chalk.strikethrough),
		dim: paint(chalk.dim),
		accent: paint(chalk.cyan),
		right: paint(chalk.cyan),
		missed: paint(chalk.yellow),
		code: marked('`', chalk.cyan),
		link: paint(chalk.underline),
		error: paint(chalk.red),
		warning: paint(chalk.yellow),
		info: paint(chalk.blue),
		syntax: {
			keyword: paint(chalk.magenta),
			string: paint(chalk.green),
			number: paint(chalk.yellow),
			comment: paint(chalk.dim),
			name: paint(chalk.blue),
		},
		signs: unicode ? unicodeSigns : asciiSigns,
	};
}
