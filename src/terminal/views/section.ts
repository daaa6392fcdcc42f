// A section to read.

import type { SectionView } from '../../session/ports.ts';
import { type Highlight, renderCodeSpans } from '../code.ts';
import { comfortable, wrap } from '../layout.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { dotted, heading } from './wording.ts';

export function renderSection({ unit, section, position }: SectionView, style: Style, columns: number, highlight?: Highlight): string {
	const width = comfortable(columns);
	return [
		...dotted([safeLine(unit.title), `section ${position} of ${unit.sections.length}`], style, width).map(style.dim),
		...heading(section.title, style, width),
		...wrap(`You will be able to: ${renderCodeSpans(section.objective, style)}`, width).map(style.dim),
		'',
		renderMarkdown(section.text, { width, style, highlight }),
	].join('\n');
}

/** What a long section leaves behind on the screen. */
export function renderSectionRead({ section }: SectionView, style: Style, width: number): string {
	return wrap(`${style.signs.right} read: ${safeLine(section.title)}`, width)
		.map(style.dim)
		.join('\n');
}
