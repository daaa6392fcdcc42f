// The units of a deck, in teaching order: state, best, what is fresh, why a gate is closed, and what lies behind it.

import type { DeckReport, UnitReport } from '../../model/report.ts';
import { renderCodeSpans } from '../code.ts';
import { bar, comfortable, hanging, indent, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { blockerText, type Titles } from './gate.ts';
import { nextText } from './menu.ts';
import { addressOf, command, dotted, heading, scoreOf, shortRuleOf } from './wording.ts';

export function renderMap(report: DeckReport, style: Style, columns: number): string {
	const width = comfortable(columns);
	const { deck: id, address = id, title, summary, mastered, units, next } = report;
	return [
		...heading(title, style, width),
		...(summary === undefined ? [] : wrap(safeLine(summary), width).map(style.dim)),
		...wrap(`${bar(mastered, units.length, Math.min(10, width), style)} ${mastered} of ${units.length} units mastered`, width),
		...units.flatMap((unit, index) => ['', ...unitLines(unit, index, titlesIn(report), style, width)]),
		'',
		...(next.kind === 'complete'
			? wrap(`${style.signs.right} every unit mastered`, width).map(style.right)
			: [
					...hanging(`${style.signs.mark} `, nextText(next), width),
					...indent(wrap(command('learn', addressOf({ id, address })), width - 2), 2).map(style.accent),
				]),
	].join('\n');
}

function unitLines({ title, sections, standing, left }: UnitReport, index: number, titles: Titles, style: Style, width: number): string[] {
	const { state, need, best, fresh, pool, gate, streak } = standing;
	const sign = { mastered: style.signs.right, open: style.signs.mark, closed: style.signs.open }[state];
	const paint = { mastered: style.right, open: style.accent, closed: style.dim }[state];
	const lead = `${sign} ${String(index + 1).padStart(2)}  `;
	const facts = [
		state === 'open' ? `open: needs ${shortRuleOf(need)}` : state,
		best === undefined ? '' : `best ${scoreOf(best)}`,
		state === 'open' && need.rule.passes > 1 && streak > 0 ? `${streak} of ${need.rule.passes} in a row` : '',
		state === 'closed' ? '' : `${fresh} of ${pool} questions fresh`,
	];
	const inner = width < 40 ? 2 : lead.length;
	const detail = (text: string) => indent(wrap(text, width - inner), inner);
	return [
		...hanging(lead, safeLine(title), width).map(paint),
		...indent(dotted(facts, style, width - inner), inner).map(style.dim),
		...(left === undefined ? [] : detail(`${style.signs.mark} you are at question ${left.position} of ${left.asked}`)),
		...(gate.open ? [] : gate.blockers.flatMap((blocker) => detail(blockerText(blocker, titles, style)))),
		...(state === 'closed'
			? sections
					.flatMap((section) => indent(hanging(`${style.signs.bullet} `, renderCodeSpans(section.objective, style), width - inner), inner))
					.map(style.dim)
			: []),
	];
}

function titlesIn({ units }: DeckReport): Titles {
	const unitOf = (id: string) => units.find((unit) => unit.unit === id);
	return {
		unit: (id) => unitOf(id)?.title ?? id,
		section: (unit, id) => unitOf(unit)?.sections.find((section) => section.section === id)?.title ?? id,
	};
}
