// After a not-yet: what to look at again, and, for someone stuck, other ways in. Never a reproach, never a lock.

import type { Prescription } from '../../model/decision.ts';
import type { Deck, Resource, Unit } from '../../model/deck.ts';
import type { NoticeOf } from '../../session/ports.ts';
import { addressLink } from '../hyperlink.ts';
import { hanging, indent, wrap } from '../layout.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { addressOf, command, counted, heading, quoted, scoreOf } from './wording.ts';

export function renderPrescription({ deck, unit, prescription, sections }: NoticeOf<'prescription'>, style: Style, width: number): string {
	const titleOf = (id: string) => [...sections, ...unit.sections].find((section) => section.id === id)?.title ?? id;
	const revisit = prescription.revisit.flatMap((each, index) =>
		hanging(`${index + 1}  `, `${safeLine(titleOf(each.section))} (${each.missed} of ${each.asked} missed)`, width),
	);
	return [
		...(revisit.length === 0 ? [] : [...wrap('Worth reading again, most missed first', width).map(style.title), ...revisit]),
		...(prescription.stuck ? stuckLines(deck, unit, prescription, style, width) : []),
	].join('\n');
}

function stuckLines(deck: Deck, unit: Unit, { revisit, weakestPrerequisite }: Prescription, style: Style, width: number): string[] {
	const weakest = deck.units.find((each) => each.id === weakestPrerequisite?.unit);
	const least = weakest?.sections.find((each) => each.id === weakestPrerequisite?.section);
	return [
		...(revisit.length === 0 ? [] : ['']),
		...wrap('This one takes time, and there is no hurry. Another way in may help:', width).map(style.title),
		// Their texts are shown one by one, when they are chosen.
		...resourceLines(
			unit.resources.map(({ text: _, ...rest }) => rest),
			style,
			width,
		),
		...(weakestPrerequisite === undefined
			? []
			: hanging(
					`${style.signs.bullet} `,
					`${quoted(weakest?.title ?? weakestPrerequisite.unit, style)}, which this unit builds on: you had ${scoreOf(weakestPrerequisite)} right there${least === undefined ? '' : `, least in ${quoted(least.title, style)}`}: ${command('learn', addressOf(deck), weakestPrerequisite.unit)}`,
					width,
				)),
		...hanging(`${style.signs.bullet} `, 'a pause: come back tomorrow with a fresh head; everything is kept', width),
	];
}

/** Titles with the address and text that they have. */
export function resourceLines(resources: readonly Resource[], style: Style, width: number): string[] {
	return resources.flatMap(({ title, url, text }) => [
		...hanging(`${style.signs.bullet} `, safeLine(title), width),
		...(url === undefined ? [] : indent(wrap(addressLink(safeLine(url), style), width - 2), 2)),
		...(text === undefined ? [] : indent(renderMarkdown(text, { width: width - 2, style }).split('\n'), 2)),
	]);
}

/** One other way in, as it was asked for: its text, and where it is. */
export function renderResource({ unit, resource }: NoticeOf<'resource'>, style: Style, width: number): string {
	const { title, url, text } = resource;
	return [
		...wrap(`${safeLine(unit.title)}: another way in`, width).map(style.dim),
		...heading(title, style, width),
		...(text === undefined ? [] : [renderMarkdown(text, { width, style })]),
		...(text === undefined || url === undefined ? [] : ['']),
		...(url === undefined ? [] : ['It is found here:', ...indent(wrap(addressLink(safeLine(url), style), width - 2), 2)]),
	].join('\n');
}

/** Stands here because practice is a part of the remedy. */
export function renderPracticeDone(
	{ right, asked }: { readonly right: number; readonly asked: number },
	style: Style,
	width: number,
): string {
	return [
		...wrap(`Practice done: ${right} of ${counted(asked, 'question')} right.`, width).map(style.title),
		...wrap('Practice never counts; the next quiz does.', width),
	].join('\n');
}
