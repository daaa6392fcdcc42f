// A section to read.

import type { PrescribedReading, SectionView } from '../../session/ports.ts';
import { type Highlight, renderCodeSpans } from '../code.ts';
import { comfortable, wrap } from '../layout.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { onwardText } from './menu.ts';
import { dotted, heading } from './wording.ts';

export function renderSection(view: SectionView, style: Style, columns: number, highlight?: Highlight): string {
	const { unit, section, position, prescribed } = view;
	const width = comfortable(columns);
	return [
		...dotted([safeLine(unit.title), `section ${position} of ${unit.sections.length}`], style, width).map(style.dim),
		...heading(section.title, style, width),
		...(prescribed === undefined ? [] : prescribedLines(prescribed, style, width)),
		...wrap(`You will be able to: ${renderCodeSpans(section.objective, style)}`, width).map(style.dim),
		'',
		renderMarkdown(section.text, { width, style, highlight }),
	].join('\n');
}

/** Why it is read again, and what comes next. */
function prescribedLines({ missed, asked, step, next }: PrescribedReading, style: Style, width: number): string[] {
	const why = asked === 1 ? 'missed last time' : `${missed} of ${asked} missed last time`;
	return [
		...dotted([`Step ${step.number} of ${step.of} to the next quiz`, why], style, width).map(style.accent),
		...wrap(`After it: ${onwardText(next, style)}`, width).map(style.accent),
		'',
	];
}

/** What a long section leaves behind on the screen. */
export function renderSectionRead({ section }: SectionView, style: Style, width: number): string {
	return wrap(`${style.signs.right} read: ${safeLine(section.title)}`, width)
		.map(style.dim)
		.join('\n');
}
