// The colours of each theme. They are numbers of the 240 fixed colours of a terminal, since the first sixteen are whatever the user's
// own palette makes of them. Which background they are for is said by the theme; a test measures that they can be read on it.

/** What is behind the text; `either`: nobody knows. */
export type Theme = 'light' | 'dark' | 'either';

/** Everything that has a colour of its own. */
export type Ink =
	| 'dim'
	| 'accent'
	| 'right'
	| 'missed'
	| 'code'
	| 'error'
	| 'warning'
	| 'info'
	| 'keyword'
	| 'string'
	| 'number'
	| 'comment'
	| 'name';

/**
 * By number in the cube of 6 by 6 by 6 and the row of greys. In `light` and `dark` each has a contrast of 4.5 or more on white or on
 * #1e1e1e (WCAG 2.2, 1.4.3). No colour has that on both: 4.08 is the most there is, and those of `either` have 3.75 or more on both.
 * Right and missed are a blue or green and an orange, which are told apart by nearly every eye.
 */
export const palettes: Readonly<Record<Theme, Readonly<Record<Ink, number>>>> = {
	light: {
		dim: 241,
		accent: 25,
		right: 23,
		missed: 94,
		code: 24,
		error: 160,
		warning: 94,
		info: 25,
		keyword: 90,
		string: 22,
		number: 94,
		comment: 241,
		name: 25,
	},
	dark: {
		dim: 247,
		accent: 80,
		right: 79,
		missed: 215,
		code: 117,
		error: 210,
		warning: 215,
		info: 111,
		keyword: 177,
		string: 113,
		number: 215,
		comment: 247,
		name: 111,
	},
	either: {
		dim: 244,
		accent: 31,
		right: 31,
		missed: 166,
		code: 31,
		error: 196,
		warning: 166,
		info: 32,
		keyword: 133,
		string: 64,
		number: 166,
		comment: 244,
		name: 32,
	},
};

/** A colour of the sixteen, or faint, as Chalk calls it. */
export type Sixteen =
	| 'dim'
	| 'blue'
	| 'cyan'
	| 'green'
	| 'magenta'
	| 'red'
	| 'yellow'
	| 'blueBright'
	| 'cyanBright'
	| 'greenBright'
	| 'magentaBright'
	| 'redBright'
	| 'yellowBright';

const darkOfSixteen: Readonly<Record<Ink, Sixteen>> = {
	dim: 'dim',
	accent: 'cyanBright',
	right: 'cyanBright',
	missed: 'yellowBright',
	code: 'cyanBright',
	error: 'redBright',
	warning: 'yellowBright',
	info: 'cyanBright',
	keyword: 'magentaBright',
	string: 'greenBright',
	number: 'yellowBright',
	comment: 'dim',
	name: 'cyanBright',
};

/** Where there are only sixteen: those that common palettes keep readable on that background. */
export const sixteenColours: Readonly<Record<Theme, Readonly<Record<Ink, Sixteen>>>> = {
	light: {
		dim: 'dim',
		accent: 'blue',
		right: 'blue',
		missed: 'magenta',
		code: 'blue',
		error: 'red',
		warning: 'magenta',
		info: 'blue',
		keyword: 'magenta',
		string: 'red',
		number: 'blue',
		comment: 'dim',
		name: 'blue',
	},
	dark: darkOfSixteen,
	either: {
		dim: 'dim',
		accent: 'cyan',
		right: 'cyan',
		missed: 'yellow',
		code: 'cyan',
		error: 'red',
		warning: 'yellow',
		info: 'blue',
		keyword: 'magenta',
		string: 'green',
		number: 'yellow',
		comment: 'dim',
		name: 'blue',
	},
};
