import { describe, expect, it } from 'vitest';

import { widthOf } from '../../src/terminal/layout.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { renderQuestion } from '../../src/terminal/views/question.ts';
import { where } from './samples.ts';

const style = createStyle({ colorLevel: 0, unicode: true });

function header(width: number, deckTitle = where.deck.title, unitTitle = where.unit.title): string[] {
	const named = { ...where, deck: { ...where.deck, title: deckTitle }, unit: { ...where.unit, title: unitTitle } };
	const lines = renderQuestion(named, { type: 'text', stem: 'Why?' }, style, width).split('\n');
	return lines.slice(1, lines.indexOf(''));
}

const long = 'A title that goes on and on, well beyond what any line of a terminal could ever hold of it, and then some more of it';

describe('the header of a question', () => {
	it('says where one is in two lines where there is room', () => {
		for (const width of [79, 80]) {
			expect(header(width)).toEqual(['Git from the inside · Commits are snapshots', 'Question 4 of 10 · needs 9 of 10 · ✓ 2 ✗ 1']);
		}
		expect(header(39)).toEqual(['Git from the inside', 'Commits are snapshots', 'Question 4 of 10 · needs 9 of 10', '✓ 2 ✗ 1']);
	});

	it('shortens a title to a line', () => {
		expect(header(39, long)).toEqual([
			'A title that goes on and on, well beyo…',
			'Commits are snapshots',
			'Question 4 of 10 · needs 9 of 10',
			'✓ 2 ✗ 1',
		]);
		expect(header(80, long, long)).toHaveLength(3);
	});

	it('measures titles in Chinese and Hebrew by columns, and keeps to itself what runs from right to left', () => {
		const chinese = '快照与提交：一个关于版本控制的很长很长的单元标题，仍然没有结束';
		for (const width of [20, 39, 79])
			for (const line of header(width, chinese, 'שלום עולם 3')) expect(widthOf(line)).toBeLessThanOrEqual(width);
		expect(header(39, chinese, 'שלום עולם 3').slice(0, 2)).toEqual(['快照与提交：一个关于版本控制的很长很长…', '\u2067שלום עולם 3\u2069']);
	});
});
