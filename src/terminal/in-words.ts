// The style for whoever hears a text or reads it line by line: no colour, no drawing, and a comma where a sign would stand
// beside its word. Views that draw are not for it.

import { createStyle, type Style } from './style.ts';

const drawn = createStyle({ colorLevel: 0, unicode: false, celebrate: false });

/** For what is printed in plain mode by views that draw a little: signs of ASCII, and no lines that only divide. */
export const plainStyle: Style = { ...drawn, signs: { ...drawn.signs, rule: '' } };

const asItIs = (text: string): string => text;

/** For views whose text goes through `inWords`; code keeps its marks, since it is another thing than the same word. */
export const wordsStyle: Style = {
	...drawn,
	strong: asItIs,
	emphasis: asItIs,
	struck: (text) => `${text} (struck out)`,
	signs: { ...drawn.signs, right: ',', missed: ',', open: '', mark: '', dot: ';', rule: '', gutter: '', star: '', bullet: '-' },
};

/** What a view made in that style, with its commas in their places and nothing where a picture stood. */
export function inWords(text: string): string {
	return text
		.split('\n')
		.map((line) =>
			line
				.replace(/^ ?, /u, '')
				.replace(/ +([,;])/gu, '$1')
				.replace(/[ ,]+$/u, ''),
		)
		.join('\n');
}

/** The same on one line. */
export function inOneLine(text: string): string {
	return inWords(text).trim().replace(/\s+/gu, ' ');
}
