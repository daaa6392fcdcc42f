// The front page of a unit: what it takes, stated before anything is asked, and what one will be able to do.

import type { UnitStanding } from '../../model/decision.ts';
import type { Id } from '../../model/deck.ts';
import type { NoticeOf } from '../../session/ports.ts';
import { renderCodeSpans } from '../code.ts';
import { hanging, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { bestText } from './best.ts';
import { dotted, heading, ruleOf, scoreOf, sectionTitle } from './wording.ts';

export function renderUnitPage({ deck, unit, standing, readings }: NoticeOf<'unit'>, style: Style, width: number): string {
	const place = deck.units.findIndex((each) => each.id === unit.id) + 1;
	return [
		...dotted([safeLine(deck.title), `unit ${place} of ${deck.units.length}`], style, width).map(style.dim),
		...heading(unit.title, style, width),
		...wrap(`To master this unit: ${ruleOf(standing.need)}.`, width),
		...standingLines(standing, (section) => sectionTitle(unit, section), style, width),
		'',
		...wrap('You will be able to', width).map(style.dim),
		...unit.sections.flatMap((section) => {
			const read = readings.has(section.id);
			return hanging(
				` ${read ? style.signs.right : style.signs.open} `,
				`${renderCodeSpans(section.objective, style)}${read ? ' (read)' : ''}`,
				width,
			);
		}),
	].join('\n');
}

function standingLines(standing: UnitStanding, titleOf: (section: Id) => string, style: Style, width: number): string[] {
	const { state, best } = standing;
	if (best === undefined) return [];
	if (state === 'mastered') return wrap(`${style.signs.right} mastered; your best is ${scoreOf(best)}.`, width).map(style.right);
	const text = bestText(best, standing, titleOf, style);
	return wrap(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`, width);
}
