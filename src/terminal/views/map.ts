// The units of a deck, in teaching order, with the lines that join each to what it requires: state, best, what is fresh, why a gate is
// closed and the way there, and what lies behind it.

import type { DeckReport, UnitReport } from '../../model/report.ts';
import { renderCodeSpans } from '../code.ts';
import { bar, comfortable, hanging, indent, widthOf, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { blockerText, type Titles } from './gate.ts';
import { type Margin, marginsOf } from './map-graph.ts';
import { nextText } from './menu.ts';
import { judgedInAll } from './result.ts';
import { addressOf, command, counted, dotted, draws, heading, listed, scoreOf, shortRuleOf } from './wording.ts';

/** Columns of text below which it is hardly indented. */
const roomy = 34;

export function renderMap(report: DeckReport, style: Style, columns: number): string {
	const width = comfortable(columns);
	const { title, summary, mastered, units, next } = report;
	const margins = draws(style)
		? marginsOf(
				units.map(({ requires }) => requires.map(({ unit }) => placeOf(unit, report))),
				Math.floor(width / 3),
				style,
			)
		: undefined;
	const count = `${mastered} of ${counted(units.length, 'unit')} mastered`;
	return [
		...heading(title, style, width),
		...(summary === undefined ? [] : wrap(safeLine(summary), width).map(style.dim)),
		...wrap(draws(style) ? `${bar(mastered, units.length, Math.min(10, width), style)} ${count}` : count, width),
		'',
		...units.flatMap((unit, index) => unitLines(unit, index, report, margins?.[index], style, width)),
		'',
		...(next.kind === 'complete'
			? wrap(`${style.signs.right} every unit mastered`, width).map(style.right)
			: [
					...hanging(`${style.signs.mark} `, nextText(next), width),
					...indent(wrap(command('learn', addressIn(report)), width - 2), 2).map(style.accent),
				]),
	].join('\n');
}

/** Where there is no room for the lines, the signs stand alone. */
function unitLines(unit: UnitReport, index: number, report: DeckReport, margin: Margin | undefined, style: Style, width: number): string[] {
	const { above, before, after, beside } = margin ?? { above: index === 0 ? [] : [''], before: '', after: ' ', beside: '  ' };
	const { state } = unit.standing;
	const sign = { mastered: style.signs.right, open: style.signs.mark, closed: style.signs.open }[state];
	const paint = { mastered: style.right, open: style.accent, closed: style.dim }[state];
	const room = width - widthOf(beside);
	const digits = String(report.units.length).length;
	const inner = room < roomy ? 1 : digits + 2;
	const [title = '', ...more] = hanging(`${String(index + 1).padStart(digits)}  `, safeLine(unit.title), room);
	return [
		...above,
		`${before}${paint(sign)}${after}${paint(title)}`,
		...[...more.map(paint), ...indent(detailLines(unit, index, report, style, room - inner), inner)].map((line) => beside + line),
	];
}

function detailLines(unit: UnitReport, index: number, report: DeckReport, style: Style, width: number): string[] {
	const { sections, standing, left } = unit;
	const { state, need, best, fresh, pool, gate, streak } = standing;
	const facts = [
		state === 'open' ? `open: needs ${shortRuleOf(need)}` : state,
		best === undefined ? '' : `best ${scoreOf(best)}`,
		judgedInAll(standing) === 0 ? '' : counted(judgedInAll(standing), 'attempt'),
		state === 'open' && need.rule.passes > 1 && streak > 0 ? `${streak} of ${need.rule.passes} in a row` : '',
		state === 'closed' ? '' : `${fresh} of ${counted(pool, 'question')} fresh`,
		requirementText(unit, index, report),
	];
	const blockers = gate.open ? [] : gate.blockers;
	return [
		...dotted(facts, style, width).map(style.dim),
		...(left === undefined ? [] : wrap(`${style.signs.mark} you are at question ${left.position} of ${left.asked}`, width)),
		...blockers.flatMap((blocker) => [
			...wrap(blockerText(blocker, titlesIn(report), style), width),
			...(blocker.open ? indent(wrap(command('learn', addressIn(report), blocker.unit), width - 2), 2).map(style.accent) : []),
		]),
		...(state === 'closed' ? sections : []).flatMap(({ objective }) =>
			hanging(`${style.signs.bullet} `, renderCodeSpans(objective, style), width).map(style.dim),
		),
	];
}

/** What the lines show, in words, wherever it is not simply the unit before. */
function requirementText({ requires }: UnitReport, index: number, report: DeckReport): string {
	const places = requires.map(({ unit }) => placeOf(unit, report)).sort((a, b) => a - b);
	if (places.length === 1 && places[0] === index - 1) return '';
	if (places.length === 0) return index === 0 ? '' : 'open from the start';
	return `builds on ${listed(places.map((place) => String(place + 1)))}`;
}

function placeOf(unit: string, { units }: DeckReport): number {
	return units.findIndex((other) => other.unit === unit);
}

function addressIn({ deck: id, address = id }: DeckReport): string {
	return addressOf({ id, address });
}

function titlesIn({ units }: DeckReport): Titles {
	const unitOf = (id: string) => units.find((unit) => unit.unit === id);
	return {
		unit: (id) => unitOf(id)?.title ?? id,
		section: (unit, id) => unitOf(unit)?.sections.find((section) => section.section === id)?.title ?? id,
	};
}
