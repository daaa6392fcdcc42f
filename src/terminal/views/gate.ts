// Why a unit is closed, and the command that leads there. Always says what is missing, in counts.

import type { Blocker, Gate } from '../../model/decision.ts';
import type { Deck, Id, Unit } from '../../model/deck.ts';
import { comfortable, hanging, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { bestText } from './best.ts';
import { addressOf, command, commandLine, floorOf, inARow, listed, quoted } from './wording.ts';

/** Ids to titles; the id itself where there is none. */
export interface Titles {
	unit(id: Id): string;
	section(unit: Id, section: Id): string;
}

export function titlesIn(deck: Deck): Titles {
	const unitOf = (id: Id) => deck.units.find((unit) => unit.id === id);
	return {
		unit: (id) => unitOf(id)?.title ?? id,
		section: (unit, id) => unitOf(unit)?.sections.find((section) => section.id === id)?.title ?? id,
	};
}

export function renderGate(deck: Deck, unit: Unit, gate: Extract<Gate, { readonly open: false }>, style: Style, columns: number): string {
	const width = comfortable(columns);
	const titles = titlesIn(deck);
	const open = gate.blockers.filter((blocker) => blocker.open);
	const way =
		open.length === 0 ? [command('map', addressOf(deck))] : open.map((blocker) => command('learn', addressOf(deck), blocker.unit));
	return [
		...wrap(`${quoted(unit.title, style)} is closed for now.`, width).map(style.title),
		...gate.blockers.flatMap((blocker) => hanging(`${style.signs.bullet} `, blockerText(blocker, titles, style), width)),
		...way.flatMap((each) => commandLine('Go on with', each, width, style)),
	].join('\n');
}

/** `needs 9 of 10 in "Snapshots"; your best is 8 of 10, missed twice in "Trees"` */
export function blockerText(blocker: Blocker, titles: Titles, style: Style): string {
	const { unit, need, best, missed, bestLacked } = blocker;
	const streakNeeded = need.rule.passes > 1 ? `, ${inARow(need.rule.passes)},` : '';
	const floor = need.rule.floor > 0 ? `, ${floorOf(need.rule)}` : '';
	const rule = `needs ${need.right} of ${need.asked}${streakNeeded} in ${quoted(titles.unit(unit), style)}${floor}`;
	if (best === undefined) return `${rule}; not tried yet`;
	const where = missed
		.slice(0, 3)
		.map(
			(section) =>
				`${times(section.asked - section.right - (section.unanswered ?? 0))} in ${quoted(titles.section(unit, section.section), style)}`,
		);
	const known = `${rule}; ${bestText(best, blocker, (section) => titles.section(unit, section), style)}`;
	return where.length === 0 || bestLacked !== undefined ? known : `${known}, missed ${listed(where)}`;
}

function times(count: number): string {
	return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
