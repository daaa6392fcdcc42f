// Mastery: a small celebration, what opened, and what is worth a look even so.

import type { NoticeOf } from '../../session/ports.ts';
import { hanging, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { resourceLines } from './prescription.ts';
import { addressOf, command, quoted } from './wording.ts';

export function renderMastered(
	{ deck, unit, opened, missed, enrichment, retake }: NoticeOf<'mastered'>,
	style: Style,
	width: number,
): string {
	const { star } = style.signs;
	const news = retake
		? wrap(`${quoted(unit.title, style)} is still yours.`, width)
		: hanging(`${star} ${star} ${star}  `, `mastered: ${quoted(unit.title, style)}`, width);
	return [
		...news.map((line) => style.title(style.right(line))),
		...titled(
			'Now open',
			opened.flatMap((each) => item(`${safeLine(each.title)}: ${command('learn', addressOf(deck), each.id)}`, style, width)),
			style,
			width,
		),
		...titled(
			'Missed even so, worth another look',
			missed.flatMap((each) => item(safeLine(each.title), style, width)),
			style,
			width,
		),
		...titled('To go further, if you like', resourceLines(enrichment, style, width), style, width),
	].join('\n');
}

function item(text: string, style: Style, width: number): string[] {
	return hanging(`${style.signs.bullet} `, text, width);
}

function titled(title: string, lines: readonly string[], style: Style, width: number): readonly string[] {
	return lines.length === 0 ? [] : ['', ...wrap(title, width).map(style.dim), ...lines];
}
