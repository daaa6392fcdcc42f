// A question in words, read from top to bottom: where one is, what is asked, what to choose from. Sees no key.

import type { Presentation } from '../../model/attempt.ts';
import type { Where } from '../../session/ports.ts';
import { renderCodeSpans } from '../code.ts';
import { withGaps } from '../gaps.ts';
import { wordsStyle } from '../in-words.ts';
import { hanging, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import { counted, listed } from '../views/wording.ts';
import { apart, codeInWords, plainText } from './plain-text.ts';
import { letterOf } from './read-typed.ts';

/** @param placed deck and unit are known from the question before. */
export function questionInWords(where: Where, presentation: Presentation, placed: boolean, width: number): string[] {
	const place = placed ? [] : wrap(`${safeLine(where.deck.title)}. ${safeLine(where.unit.title)}.`, width);
	return apart([[...wrap(positionOf(where), width), ...place], ...bodyOf(presentation, width), choicesOf(presentation, width)]);
}

function positionOf({ kind, need, position, asked, verdicts }: Where): string {
	const right = verdicts.filter((verdict) => verdict === 'right').length;
	const soFar = verdicts.length === 0 ? '' : ` So far ${right} right, ${verdicts.length - right} missed.`;
	return kind === 'practice'
		? `Practice question ${position} of ${asked}. It does not count.${soFar}`
		: `Question ${position} of ${asked}. ${need.right} right are needed.${soFar}`;
}

/** Gaps of a cloze are named where they stand: `[gap 1]`. */
function bodyOf(presentation: Presentation, width: number): readonly (readonly string[])[] {
	const { stem, code } = presentation;
	const layOut = (shownStem: string, shownCode: string | undefined) => [
		plainText(shownStem, width),
		shownCode === undefined ? [] : codeInWords(shownCode, code?.language),
	];
	if (presentation.type !== 'cloze') return layOut(stem, code?.text);
	const gaps = presentation.blanks.map((_, index) => ({ text: `[gap ${index + 1}]`, paint: (text: string) => text }));
	const sources = code === undefined ? [stem] : [stem, code.text];
	return [withGaps(sources, gaps, ([shownStem = '', shownCode]) => apart(layOut(shownStem, shownCode))).lines];
}

function choicesOf(presentation: Presentation, width: number): string[] {
	switch (presentation.type) {
		case 'choice':
		case 'multiple':
			return [
				...(presentation.type === 'multiple' && !/all that apply/iu.test(presentation.stem) ? ['Choose all that apply.'] : []),
				...numbered(presentation.options, width),
			];
		case 'order':
			return [`Put these ${presentation.items.length} in their right order.`, ...numbered(presentation.items, width)];
		case 'match': {
			const { lefts, rights } = presentation;
			const spare = rights.length - lefts.length;
			const left = spare > 0 ? ` ${spare === 1 ? 'One letter is' : `${spare} letters are`} left over.` : '';
			return [
				...wrap(`Find for each of the ${lefts.length} numbers the letter that belongs to it.${left}`, width),
				...numbered(lefts, width),
				'The letters:',
				...rights.flatMap((right, index) => hanging(`${letterOf(index)}. `, renderCodeSpans(right, wordsStyle), width)),
			];
		}
		case 'true-false':
		case 'text':
		case 'number':
		case 'cloze':
			return [];
	}
}

/** From 1, a line for each. */
export function numbered(texts: readonly string[], width: number): string[] {
	return texts.flatMap((text, index) => hanging(`${index + 1}. `, renderCodeSpans(text, wordsStyle), width));
}

/** What a line may be now. Ends without a line break: the answer is typed behind it. */
export function answerPrompt(presentation: Presentation, gap: number): string {
	const letters = "(? don't know, h help)";
	const colons = "(:? don't know, :h help)";
	switch (presentation.type) {
		case 'choice':
			return `Your answer, 1 to ${presentation.options.length} ${letters}: `;
		case 'multiple':
			return `Your answers, like 1 ${presentation.options.length} ${letters}: `;
		case 'true-false':
			return `t for true or f for false ${letters}: `;
		case 'text':
			return `Your answer ${colons}: `;
		case 'number':
			return `Your answer, a number${presentation.unit === undefined ? '' : ` in ${safeLine(presentation.unit)}`} ${colons}: `;
		case 'cloze':
			return `Gap ${gap + 1} of ${presentation.blanks.length} ${colons}: `;
		case 'order':
			return `Your order, like ${presentation.items.map((_, index) => presentation.items.length - index).join(' ')} ${letters}: `;
		case 'match':
			return `Your pairs, like ${presentation.lefts.map((_, index) => `${index + 1}${letterOf(Math.min(index, presentation.rights.length - 1))}`).join(' ')} ${letters}: `;
	}
}

/** How an answer of this type is typed, in sentences. */
export function howToAnswer(presentation: Presentation): string {
	switch (presentation.type) {
		case 'choice':
			return 'Type the number of the one option that is right, and Enter.';
		case 'multiple':
			return 'Type the numbers of all options that are right, with spaces between them, and Enter.';
		case 'true-false':
			return 'Type t for true or f for false, and Enter.';
		case 'text':
			return 'Type your answer, and Enter.';
		case 'number':
			return 'Type a number like 42, -3.5, 1/2 or 3.8e5, and Enter.';
		case 'cloze':
			return `Type what belongs in each gap, and Enter; there ${presentation.blanks.length === 1 ? 'is' : 'are'} ${counted(presentation.blanks.length, 'gap')}. :< goes back to the gap before.`;
		case 'order':
			return 'Type the numbers of all items, in the right order, with spaces between them, and Enter.';
		case 'match':
			return 'Type each number with the letter that belongs to it, and Enter.';
	}
}

/** `true` where any word may be the answer, so that commands need a colon. */
export function isTyped({ type }: Presentation): boolean {
	return type === 'text' || type === 'number' || type === 'cloze';
}

/** `"Trees"`, or `"Trees" (r 1) and "Commits" (r 2)`: what `r` reads. */
export function readableInWords(sections: readonly { readonly title: string }[]): string {
	if (sections.length === 1) return `"${safeLine(sections[0]?.title ?? '')}"`;
	return listed(sections.map(({ title }, index) => `"${safeLine(title)}" (r ${index + 1})`));
}
