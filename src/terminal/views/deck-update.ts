// What a newer version of a deck changes, unit by unit, and what of one's own history that touches.

import type { DeckUpdate, UnitUpdate } from '../../model/deck-update.ts';
import { comfortable, hanging, indent, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { counted, heading, listed } from './wording.ts';

export function renderDeckUpdate(update: DeckUpdate, style: Style, columns: number): string {
	const width = comfortable(columns);
	const changed = update.units.filter(({ change }) => change !== 'same');
	const same = update.units.length - changed.length;
	return [
		...heading(update.title, style, width),
		...changed.flatMap((unit) => unitLines(unit, style, width)),
		...(same === 0 ? [] : wrap(`${counted(same, 'unit')} as before.`, width).map(style.dim)),
		...historyLines(update, width),
	].join('\n');
}

function unitLines(unit: UnitUpdate, style: Style, width: number): string[] {
	const facts = [...factsOf(unit)];
	const sign = { new: '+', gone: '-', changed: style.signs.bullet, same: ' ' }[unit.change];
	return [
		...hanging(`${sign} `, `${style.title(safeLine(unit.title))} (${wordOf(unit)})`, width),
		...facts.flatMap((fact) => indent(wrap(`${fact}.`, width - 2), 2)),
	];
}

function wordOf({ change }: UnitUpdate): string {
	return { new: 'a new unit', gone: 'no longer in the deck', changed: 'changed', same: 'as before' }[change];
}

function* factsOf({ change, added, removed, rekeyed, seen, rule, state, attempts }: UnitUpdate): Generator<string> {
	if (change === 'changed') {
		const parts = [
			added === 0 ? '' : `${counted(added, 'question')} more`,
			removed === 0 ? '' : `${counted(removed, 'question')} gone${seenOf(seen.removed)}`,
			rekeyed === 0 ? '' : `${counted(rekeyed, 'question')} with another key${seenOf(seen.rekeyed)}`,
		].filter((part) => part !== '');
		yield parts.length === 0 ? 'The same questions; texts were polished' : listed(parts);
	}
	if (change === 'new') yield counted(added, 'question');
	if (rule !== undefined) yield 'What it takes has changed; attempts that you have begun or finished keep the rule they began with';
	if (change === 'gone' && attempts > 0) yield `Your ${counted(attempts, 'attempt')} stay in your history`;
	if (state?.before !== undefined && state.after !== undefined) yield `For you it was ${state.before}, and is ${state.after} now`;
	if (state?.before === undefined && state?.after !== undefined) yield `For you it is ${state.after}`;
}

function seenOf(count: number): string {
	return count === 0 ? '' : ` (${count} of them you have seen)`;
}

function historyLines({ units, stranded }: DeckUpdate, width: number): string[] {
	const lost = units.filter(({ state }) => state?.before === 'mastered' && state.after !== 'mastered' && state.after !== undefined);
	return [
		...(lost.length === 0
			? wrap('Whatever you have mastered stays mastered. No answer of yours is lost.', width)
			: wrap('No answer of yours is lost.', width)),
		...(stranded === 0 ? [] : wrap(`${counted(stranded, 'attempt')} that you left half done cannot be gone on with.`, width)),
	];
}
