// The questions that somebody wants to find again, by deck and unit, each with the place where it is explained.

import type { BookmarksReport, MarkedQuestion } from '../../model/report.ts';
import { comfortable, hanging, indent, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { shortIds } from './attempt-ids.ts';
import type { FormatTime } from './history.ts';
import { nowText, stemLines } from './marked.ts';
import { addressOf, command, dotted, heading, leading } from './wording.ts';

/** @param route what every printed command must say besides: `--learner ada`, ready for a shell. */
export function renderBookmarks(
	{ bookmarks }: BookmarksReport,
	style: Style,
	columns: number,
	formatTime: FormatTime,
	route: readonly string[] = [],
): string {
	const width = comfortable(columns);
	if (bookmarks.length === 0) return wrap('No bookmarks yet. In a question, b keeps it to be found here.', width).join('\n');
	const ids = shortIds(bookmarks.map(({ attempt }) => attempt));
	const units = [...new Map(bookmarks.map((each) => [`${each.deck}/${each.unit}`, each])).values()];
	return units
		.map((unit) =>
			[
				...heading(unit.unitTitle, style, width),
				...wrap(safeLine(unit.deckTitle), width).map(style.dim),
				...bookmarks
					.filter(({ deck, unit: id }) => deck === unit.deck && id === unit.unit)
					.flatMap((each) => ['', ...bookmarkLines(each, ids.get(each.attempt) ?? each.attempt, route, style, width, formatTime)]),
			].join('\n'),
		)
		.join('\n\n');
}

function bookmarkLines(
	marked: MarkedQuestion,
	id: string,
	route: readonly string[],
	style: Style,
	width: number,
	formatTime: FormatTime,
): string[] {
	const { deck, address, unit, section, sectionTitle, position, at, now } = marked;
	const [first = '', ...more] = stemLines(marked, style, width - 2);
	const read = command('read', addressOf({ id: deck, ...(address === undefined ? {} : { address }) }), `${unit}#${section}`);
	return [
		...hanging(`${style.signs.star} `, first, width),
		...indent(more, 2),
		...indent(dotted([safeLine(formatTime(at)), now === 'same' ? '' : nowText(marked)], style, width - 2), 2).map(style.dim),
		...(now === 'elsewhere' ? [] : indent(leading(`Explained in ${safeLine(sectionTitle)}`, read, style, width - 2), 2)),
		...indent(leading(`Asked as question ${position}`, command('show', ...route, id), style, width - 2), 2),
	];
}
