// The phrases that several views share, so that the same thing is said in the same words everywhere. Counts, never percentages.

import type { Need, Score } from '../../model/decision.ts';
import type { Id, Rule, Unit } from '../../model/deck.ts';
import { isolatedWhole } from '../direction.ts';
import { hanging, widthOf, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';

/** Pictures may stand beside the words. Whoever reads by ear, or line by line, has a style without lines to draw with. */
export function draws({ signs }: Style): boolean {
	return signs.rule !== '';
}

/** `9 of 10` */
export function scoreOf({ right, asked }: Score): string {
	return `${right} of ${asked}`;
}

/** `1 question`, `4 questions` */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** `9 of 10 right, twice in a row, and at least 1 right in each section that is asked twice or more` */
export function ruleOf(need: Need): string {
	const { rule } = need;
	return `${shortRuleOf(need)}${rule.floor > 0 ? `, and ${floorOf(rule)}` : ''}`;
}

/** `at least 3 right (or all) in each section that is asked twice or more` */
export function floorOf({ floor }: Rule): string {
	return `at least ${floor} right${floor > 2 ? ' (or all)' : ''} in each section that is asked twice or more`;
}

/** `9 of 10 right, twice in a row`: without the floor. */
export function shortRuleOf({ right, asked, rule }: Need): string {
	return `${right} of ${asked} right${rule.passes > 1 ? `, ${inARow(rule.passes)}` : ''}`;
}

/** `twice in a row` */
export function inARow(times: number): string {
	return `${times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`} in a row`;
}

/** `gradus learn git snapshots` */
export function command(name: string, ...ids: readonly Id[]): string {
	return ['gradus', name, ...ids.map(safeLine)].join(' ');
}

/** How a command names the deck. */
export function addressOf({ id, address = id }: { readonly id: Id; readonly address?: string }): string {
	return address;
}

/** `gradus disputes`; with the deck's address, where a bare command would look into another record or not know the deck. */
export function commandBeside(name: string, { address }: { readonly address?: string }): string {
	return address === undefined ? command(name) : command(name, address);
}

/** The title of one of the unit's sections; the id, where the unit no longer has it. */
export function sectionTitle(unit: Pick<Unit, 'sections'>, id: Id): string {
	return safeLine(unit.sections.find((section) => section.id === id)?.title ?? id);
}

/** A title over a rule of its own length. */
export function heading(title: string, style: Style, width: number): string[] {
	const lines = wrap(isolatedWhole(safeLine(title)), width);
	return [...lines.map(style.title), style.dim(style.signs.rule.repeat(Math.min(width, Math.max(...lines.map(widthOf)))))];
}

/** In the quotation marks of the style. */
export function quoted(text: string, { signs }: Style): string {
	return `${signs.openQuote}${isolatedWhole(safeLine(text))}${signs.closeQuote}`;
}

/** Parts with the dot of the style between them; a line is broken between parts before it is broken inside one. */
export function dotted(parts: readonly string[], { signs }: Style, width: number): string[] {
	const lines: string[] = [];
	for (const part of parts.filter((each) => each !== '')) {
		const longer = lines.length === 0 ? part : `${lines.at(-1)} ${signs.dot} ${part}`;
		if (lines.length > 0 && widthOf(longer) <= width) lines.pop();
		lines.push(widthOf(longer) <= width ? longer : part);
	}
	return lines.flatMap((line) => wrap(line, width));
}

/** A command after a few words that lead to it. */
export function commandLine(words: string, name: string, width: number, style: Style): string[] {
	return hanging(`${words}  `, style.accent(name), width);
}

/** `under 1 min`, `12 min`, `1 h 5 min`: whole minutes, to the nearest. */
export function minutesOf(milliseconds: number): string {
	const minutes = Math.round(milliseconds / 60_000);
	if (minutes < 1) return 'under 1 min';
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])].join(' ');
}

/** Words and the command they lead to, after a colon: in one line where they fit, or the command beneath. */
export function leading(words: string, name: string, style: Style, width: number): string[] {
	const line = `${words}: ${style.accent(name)}`;
	if (widthOf(line) <= width) return [line];
	return [...wrap(`${words}:`, width), ...wrap(name, width - 2).map((part) => `  ${style.accent(part)}`)];
}

/** `a`, `a and b`, `a, b and c` */
export function listed(items: readonly string[]): string {
	return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
