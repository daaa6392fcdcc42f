// What bookmarks and disputes say of the question they belong to.

import type { MarkedQuestion } from '../../model/report.ts';
import { withGaps } from '../gaps.ts';
import { renderMarkdown } from '../markdown.ts';
import type { Style } from '../style.ts';

/** Its stem as it was asked; the gaps of a cloze empty, and numbered. */
export function stemLines({ type, stem }: Pick<MarkedQuestion, 'type' | 'stem'>, style: Style, width: number): string[] {
	const body = (text: string) => renderMarkdown(text, { width, style }).split('\n');
	if (type !== 'cloze') return body(stem);
	const count = Math.max(0, ...[...stem.matchAll(/\{\{(\d+)\}\}/gu)].map(([, number]) => Number(number)));
	const gaps = Array.from({ length: Math.min(count, 99) }, (_, index) => ({ text: `[${index + 1} ______]`, paint: style.accent }));
	return [...withGaps([stem], gaps, ([text = '']) => body(text)).lines];
}

/** Whether the deck has it still. */
export function nowText({ now }: Pick<MarkedQuestion, 'now'>): string {
	switch (now) {
		case 'same':
			return 'the same in the deck now';
		case 'changed':
			return 'changed in the deck since';
		case 'gone':
			return 'no longer in the deck';
		case 'elsewhere':
			return 'its deck is not at hand';
	}
}
