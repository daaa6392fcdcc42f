// Where one stands in every deck, what was left half done before all else, and the command to go on. What bare `gradus` shows: short,
// however many decks there are.

import type { HomeDeck, HomeReport, LeftOpen } from '../../model/report.ts';
import { bar, comfortable, hanging, indent, pad, widthOf, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { nextText } from './menu.ts';
import { addressOf, command, counted, draws, heading, leading, listed } from './wording.ts';

export interface HomeOptions {
	/** Every deck is offered right below, so that no command need be told, and no deck of which there is only its name to tell. */
	readonly menu?: boolean;
	/** What every printed command must say besides: `--learner ada`, ready for a shell. */
	readonly route?: readonly string[];
	/** Whose record it is, where that was said. */
	readonly learner?: string;
}

/** How many of each are shown; the others are counted. */
const most = { left: 3, begun: 4, unbegun: 3, mastered: 4 } as const;

/** Three lines, on a terminal of 80 columns. */
const welcome = [
	'Read a section, then take its quiz: it says what it needs before it begins.',
	'Every miss shows why, and where that is explained; then comes a different quiz.',
	'Once you meet the benchmark the unit is yours for good, and the next one opens.',
];

export function renderHome({ begun, left, decks }: HomeReport, style: Style, columns: number, options: HomeOptions = {}): string {
	const width = comfortable(columns);
	const { menu = false, route = [], learner } = options;
	const title = heading(learner === undefined ? 'Gradus' : `Gradus: ${learner}`, style, width);
	if (decks.length === 0) {
		return [
			...title,
			...wrap('There are no decks yet. Open one by its folder:', width),
			...indent(wrap(command('learn', ...route, '<folder>'), width - 2).map(style.accent), 2),
		].join('\n');
	}
	const mastered = decks.filter(({ next }) => next.kind === 'complete');
	const open = decks.filter(({ next }) => next.kind !== 'complete');
	const [used, unused] = [open.filter((deck) => deck.used), open.filter((deck) => !deck.used)];
	const hidden = menu ? 0 : excess(used, most.begun) + excess(unused, most.unbegun);
	const few = used.length === 0 && unused.length <= most.unbegun;
	const groups = [
		begun ? [] : welcome.flatMap((line) => wrap(line, width)),
		menu ? [] : leftLines(left, decks, style, width),
		group('In progress', used.slice(0, most.begun), (shown) => usedLines(shown, left, menu, style, width), style),
		group(
			begun ? 'Not begun yet' : 'Decks',
			menu && !few ? [] : unused.slice(0, most.unbegun),
			(shown) => unusedLines(shown, few, menu, style, width),
			style,
		),
		mastered.length === 0 ? [] : masteredLines(mastered, style, width),
		hidden === 0 ? [] : leading(counted(hidden, 'more deck'), command('decks', ...route, 'list'), style, width),
	];
	return [...title, ...groups.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))].join(
		'\n',
	);
}

/** What waits, with the very question; first of all. */
function leftLines(left: readonly LeftOpen[], decks: readonly HomeDeck[], style: Style, width: number): string[] {
	const lines = left.slice(0, most.left).flatMap(({ deck: id, unit, unitTitle, kind, position, asked }) => {
		const deck = decks.find((each) => each.deck === id);
		const place = decks.length === 1 || deck === undefined ? '' : ` (${safeLine(deck.title)})`;
		return [
			...hanging(
				`${style.signs.mark} `,
				`${safeLine(unitTitle)}${place}: ${kind === 'practice' ? 'practice ' : ''}question ${position} of ${asked}`,
				width,
			),
			...indent(wrap(command('learn', deck === undefined ? id : addressOf({ ...deck, id }), unit), width - 2), 2).map(style.accent),
		];
	});
	const more = excess(left, most.left);
	return left.length === 0
		? []
		: [style.title('Left half done'), ...lines, ...(more === 0 ? [] : wrap(`and ${more} more, kept where you left them`, width))];
}

function group(
	name: string,
	decks: readonly HomeDeck[],
	render: (shown: readonly HomeDeck[]) => readonly string[],
	style: Style,
): readonly string[] {
	return decks.length === 0 ? [] : [style.title(name), ...render(decks)];
}

/** Bars beneath each other where that fits; where to go on, unless that is told already. */
function usedLines(decks: readonly HomeDeck[], left: readonly LeftOpen[], menu: boolean, style: Style, width: number): string[] {
	const cells = draws(style) ? 10 : 0;
	const counts = decks.map(({ mastered, units }) => `${mastered} of ${counted(units, 'unit')} mastered`);
	const titleWidth = Math.max(...decks.map(({ title }) => widthOf(safeLine(title))));
	const aligned = titleWidth + cells + Math.max(...counts.map(widthOf)) + 4 <= width;
	return decks.flatMap(({ deck: id, address = id, title, mastered, units, next }, index) => {
		const progress = cells === 0 ? (counts[index] ?? '') : `${bar(mastered, units, Math.min(cells, width - 4), style)}  ${counts[index]}`;
		const told = menu || (next.kind === 'resume' && left.slice(0, most.left).some(({ deck, unit }) => deck === id && unit === next.unit));
		return [
			...(aligned
				? [`${pad(safeLine(title), titleWidth)}  ${progress}`]
				: [...wrap(safeLine(title), width), ...indent(wrap(progress, width - 2), 2)]),
			...(told ? [] : indent(leading(nextText(next), command('learn', address), style, width - 2), 2)),
		];
	});
}

/** @param whole there are few enough to say what each is about. */
function unusedLines(decks: readonly HomeDeck[], whole: boolean, menu: boolean, style: Style, width: number): string[] {
	return decks.flatMap(({ deck, address = deck, title, summary, units }) => {
		const name = `${safeLine(title)} (${counted(units, 'unit')})`;
		if (!whole) return leading(`${style.signs.open} ${name}`, command('learn', address), style, width);
		return [
			...hanging(`${style.signs.open} `, name, width),
			...(summary === undefined ? [] : indent(wrap(safeLine(summary), width - 2), 2).map(style.dim)),
			...(menu ? [] : indent(wrap(command('learn', address), width - 2), 2).map(style.accent)),
		];
	});
}

function masteredLines(decks: readonly HomeDeck[], style: Style, width: number): string[] {
	const titles = decks.slice(0, most.mastered).map(({ title }) => safeLine(title));
	const more = excess(decks, most.mastered);
	return hanging(`${style.signs.right} `, `every unit mastered: ${listed(more === 0 ? titles : [...titles, `${more} more`])}`, width).map(
		style.right,
	);
}

function excess(items: readonly unknown[], shown: number): number {
	return Math.max(0, items.length - shown);
}
