// The decks at hand, for `gradus decks list`.

import type { DeckListing, DeckOrigin } from '../../model/report.ts';
import { comfortable, hanging, indent, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { command, counted, dotted } from './wording.ts';

export function renderDecks(decks: readonly DeckListing[], style: Style, columns: number): string {
	const width = comfortable(columns);
	if (decks.length === 0) return wrap(`No decks yet. Open one by its folder: ${command('learn', '<folder>')}`, width).join('\n');
	return decks
		.map(({ deck, title, units, questions, folder, shipped, origin }) =>
			[
				...hanging(`${style.signs.bullet} `, `${style.title(safeLine(deck))}  ${safeLine(title)}`, width),
				...indent(
					dotted([counted(units, 'unit'), counted(questions, 'question'), shipped ? 'comes with Gradus' : ''], style, width - 2),
					2,
				),
				...indent(wrap(origin === undefined ? safeLine(folder) : originText(origin), width - 2), 2).map(style.dim),
			].join('\n'),
		)
		.join('\n');
}

function originText({ from, inside, ref, commit }: DeckOrigin): string {
	const place = inside === '.' ? '' : ` (${safeLine(inside)})`;
	const version = commit === undefined ? '' : ` at ${ref === undefined ? '' : `${safeLine(ref)}, `}${safeLine(commit.slice(0, 12))}`;
	return `from ${safeLine(from)}${place}${version}`;
}
