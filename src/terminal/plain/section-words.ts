// A section in words, and a text in pages as high as the screen.

import type { SectionView } from '../../session/ports.ts';
import { renderCodeSpans } from '../code.ts';
import { wordsStyle } from '../in-words.ts';
import { widthOf, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import { onwardText } from '../views/menu.ts';
import { apart, plainText } from './plain-text.ts';

export function sectionInWords({ unit, section, position, prescribed }: SectionView, width: number): string[] {
	const head = `Section ${position} of ${unit.sections.length} of ${safeLine(unit.title)}: ${safeLine(section.title)}.`;
	return apart([
		[
			...wrap(head, width),
			...(prescribed === undefined
				? []
				: [
						...wrap(
							`Step ${prescribed.step.number} of ${prescribed.step.of} to the next quiz; ${prescribed.missed} of ${prescribed.asked} were missed here last time.`,
							width,
						),
						...wrap(`After it: ${onwardText(prescribed.next, wordsStyle)}.`, width),
					]),
		],
		wrap(`You will be able to: ${renderCodeSpans(section.objective, wordsStyle)}`, width),
		plainText(section.text, width),
	]);
}

/**
 * @param rows of the screen; undefined: not known, and all is one page.
 * @param columns of the screen, beyond which it breaks a line itself.
 */
export function pagesOf(lines: readonly string[], rows: number | undefined, columns: number): string[][] {
	if (rows === undefined) return [[...lines]];
	// One for the prompt, one for the line above it.
	const room = Math.max(1, rows - 2);
	const pages: string[][] = [];
	let page: string[] = [];
	let used = 0;
	for (const line of lines) {
		const taken = Math.max(1, Math.ceil(widthOf(line) / columns));
		if (page.length > 0 && used + taken > room) {
			pages.push(page);
			page = [];
			used = 0;
		}
		if (page.length === 0 && line === '' && pages.length > 0) continue;
		page.push(line);
		used += taken;
	}
	return page.length === 0 ? pages : [...pages, page];
}
