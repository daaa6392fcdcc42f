// Where one stands in every deck, and the command to go on. What bare `gradus` shows.

import type { HomeReport } from '../../model/report.ts';
import { bar, comfortable, hanging, indent, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { nextText } from './menu.ts';
import { command, heading } from './wording.ts';

type HomeDeck = HomeReport['decks'][number];

const welcome =
	'Welcome. You read a section, take its quiz, see why you missed and where that is explained, and take a different quiz, until the unit is yours and the next one opens.';

export function renderHome({ decks }: HomeReport, style: Style, columns: number): string {
	const width = comfortable(columns);
	const used = decks.filter((deck) => deck.used);
	const unused = decks.filter((deck) => !deck.used);
	if (decks.length === 0) {
		return [
			...heading('Gradus', style, width),
			...wrap('There are no decks yet. Open one by its folder:', width),
			...indent(wrap(command('learn', '<folder>'), width - 2).map(style.accent), 2),
		].join('\n');
	}
	return [
		...heading('Gradus', style, width),
		...(used.length > 0 ? [] : [...wrap(welcome, width), '']),
		...used.flatMap((deck, index) => [...(index === 0 ? [] : ['']), ...usedDeck(deck, style, width)]),
		...(unused.length === 0 ? [] : [...(used.length === 0 ? [] : ['']), style.dim('Not begun yet')]),
		...unused.flatMap((deck) => unusedDeck(deck, style, width)),
	].join('\n');
}

function usedDeck({ deck, address = deck, title, units, mastered, next }: HomeDeck, style: Style, width: number): string[] {
	const { signs } = style;
	return [
		...wrap(safeLine(title), width).map(style.title),
		...indent([...wrap(`${bar(mastered, units, Math.min(10, width - 4), style)} ${mastered} of ${units} units mastered`, width - 2)], 2),
		...(next.kind === 'complete'
			? hanging(`  ${signs.right} `, 'every unit mastered', width).map(style.right)
			: [
					...hanging(`  ${signs.mark} `, nextText(next), width),
					...indent(wrap(command('learn', address), width - 4), 4).map(style.accent),
				]),
	];
}

function unusedDeck({ deck, address = deck, title, summary, units }: HomeDeck, style: Style, width: number): string[] {
	return [
		...hanging(`${style.signs.open} `, `${safeLine(title)} (${units} ${units === 1 ? 'unit' : 'units'})`, width),
		...(summary === undefined ? [] : indent(wrap(safeLine(summary), width - 2), 2).map(style.dim)),
		...indent(wrap(command('learn', address), width - 2), 2).map(style.accent),
	];
}
