import type { Composition, Quota } from '../../model/decision.ts';
import type { Unit } from '../../model/deck.ts';
import type { NoticeOf } from '../../session/ports.ts';
import { hanging, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { counted, dotted, listed, quoted, ruleOf, sectionTitle } from './wording.ts';

export function renderForm({ unit, attemptKind, need, form, composition }: NoticeOf<'form'>, style: Style, width: number): string {
	const size = counted(form.items.length, 'question');
	const stated =
		attemptKind === 'practice'
			? [`Practice on ${quoted(unit.title, style)}: ${size}, with hints where there are some. It does not count.`]
			: [`A ${attemptKind} on ${quoted(unit.title, style)}: ${size}.`, `Needed: ${ruleOf(need)}.`];
	return [
		...stated.flatMap((line, index) => wrap(line, width).map(index === 0 ? style.title : (text) => text)),
		...hanging(`${style.signs.bullet} `, makeUp(composition, style, width - 2), width),
		...emphasisLines(form.quotas, unit, style, width),
		...form.quotas.filter((quota) => quota.spilled > 0).flatMap((quota) => spillLines(quota, unit, style, width)),
	].join('\n');
}

/** `7 new · 2 missed before · 1 again` */
export function makeUp({ fresh, missedBefore, again }: Composition, style: Style, width: number): string {
	const parts: readonly [number, string][] = [
		[fresh, 'new'],
		[missedBefore, 'missed before'],
		[again, 'again'],
	];
	return dotted(
		parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`),
		style,
		width,
	).join('\n');
}

function emphasisLines(quotas: readonly Quota[], unit: Unit, style: Style, width: number): string[] {
	const more = quotas.filter((quota) => quota.emphasis && quota.asked > 0).map((quota) => quoted(sectionTitle(unit, quota.section), style));
	return more.length === 0 ? [] : hanging(`${style.signs.bullet} `, `more than usual from ${listed(more)}, missed last time`, width);
}

function spillLines(quota: Quota, unit: Unit, style: Style, width: number): string[] {
	const title = quoted(sectionTitle(unit, quota.section), style);
	const text = `${title} has too few questions for its share; ${quota.spilled} ${quota.spilled === 1 ? 'comes' : 'come'} from elsewhere`;
	return hanging(`${style.signs.bullet} `, text, width);
}

export function renderResumed(
	{ unit, attemptKind, position, asked, deckChanged }: NoticeOf<'resumed'>,
	style: Style,
	width: number,
): string {
	return [
		...wrap(`Welcome back to the ${attemptKind} on ${quoted(unit.title, style)}.`, width).map(style.title),
		...wrap(`You go on at question ${position} of ${asked}; every answer so far is kept.`, width),
		...(deckChanged ? wrap('The deck has changed since you began. You are asked what was drawn then.', width) : []),
	].join('\n');
}
