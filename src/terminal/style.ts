// One look: a palette and a set of signs. No meaning hangs on a colour alone.

import { Chalk, type ChalkInstance } from 'chalk';

import { type Ink, palettes, sixteenColours, type Theme } from './palette.ts';

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
	/** Before the rest of a line of code that was too long. */
	readonly continued: string;
	readonly barFull: string;
	readonly barEmpty: string;
	readonly bullet: string;
	readonly star: string;
	readonly up: string;
	readonly down: string;
	readonly arrows: string;
	/** From a left side to its right one. */
	readonly arrow: string;
	readonly openQuote: string;
	readonly closeQuote: string;
	readonly tableCross: string;
	readonly tableColumn: string;
}

export interface Style {
	readonly colorLevel: ColorLevel;
	/** A picture where a unit was mastered. */
	readonly celebrate: boolean;
	/** Addresses can be followed with a click. */
	readonly hyperlinks: boolean;
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
	/** What a search has found: dark and light changed places, which is no colour, and stands without colours too. */
	readonly found: Paint;
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
	continued: '↳',
	barFull: '█',
	barEmpty: '░',
	bullet: '•',
	star: '✦',
	up: '↑',
	down: '↓',
	arrows: '↑↓',
	arrow: '→',
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
	continued: '\\',
	barFull: '#',
	barEmpty: '.',
	bullet: '*',
	star: '*',
	up: '^',
	down: 'v',
	arrows: 'up/down',
	arrow: '->',
	openQuote: '"',
	closeQuote: '"',
	tableCross: '-+-',
	tableColumn: ' | ',
};

export interface StyleChoice {
	readonly colorLevel: ColorLevel;
	readonly unicode: boolean;
	/** True unless stated. */
	readonly celebrate?: boolean;
	/** What is behind the text; `either` unless stated. */
	readonly theme?: Theme;
	/** False unless stated. */
	readonly hyperlinks?: boolean;
}

/** Without colour, emphasis, strength and code keep the marks an author typed, so that nothing is lost. */
export function createStyle({ colorLevel, unicode, celebrate = true, theme = 'either', hyperlinks = false }: StyleChoice): Style {
	const chalk = new Chalk({ level: colorLevel });
	/** Of one argument, so that it can be handed to `map`. */
	const paint =
		(chalked: ChalkInstance): Paint =>
		(text) =>
			chalked(text);
	const marked = (mark: string, chalked: ChalkInstance): Paint => (colorLevel === 0 ? (text) => `${mark}${text}${mark}` : paint(chalked));
	const ink = (name: Ink): ChalkInstance => (colorLevel >= 2 ? chalk.ansi256(palettes[theme][name]) : chalk[sixteenColours[theme][name]]);
	return {
		colorLevel,
		celebrate,
		hyperlinks,
		title: paint(chalk.bold),
		strong: marked('*', chalk.bold),
		emphasis: marked('_', chalk.italic),
		struck: marked('~', chalk.strikethrough),
		dim: paint(ink('dim')),
		accent: paint(ink('accent')),
		right: paint(ink('right')),
		missed: paint(ink('missed')),
		code: marked('`', ink('code')),
		link: paint(chalk.underline),
		found: paint(new Chalk({ level: 1 }).inverse),
		error: paint(ink('error')),
		warning: paint(ink('warning')),
		info: paint(ink('info')),
		syntax: {
			keyword: paint(ink('keyword')),
			string: paint(ink('string')),
			number: paint(ink('number')),
			comment: paint(ink('comment')),
			name: paint(ink('name')),
		},
		signs: unicode ? unicodeSigns : asciiSigns,
	};
}
