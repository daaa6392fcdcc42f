// What came of an answer, in words: no sign stands for anything. The first that may hold a key.

import { type Accepted, hasRightPart, type Verdict } from '../../model/attempt.ts';
import type { FeedbackView } from '../../session/ports.ts';
import { renderCodeSpans } from '../code.ts';
import { wordsStyle } from '../in-words.ts';
import { hanging, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import { apart, plainText } from './plain-text.ts';
import { numbered, readableInWords } from './question-words.ts';

/** A right answer is confirmed in short; after a miss comes all there is to say. */
export function verdictInWords(view: FeedbackView, width: number): string[] {
	const { verdict } = view;
	if (verdict.kind === 'right') return [...wrap('Right.', width), ...acceptedLines(view, width)];
	return apart([wrap(missedText(verdict), width), ...keyParts(view, width), ...explanationParts(view, width)]);
}

/** Why, from where, and where to read it. */
export function explanationInWords(view: FeedbackView, width: number): string[] {
	const said = apart(explanationParts(view, width));
	return said.length === 0 ? ['There is no explanation to this question.'] : said;
}

function explanationParts({ explanation, source, reread }: FeedbackView, width: number): string[][] {
	return [
		plainText(explanation, width),
		source === undefined ? [] : wrap(`Source: ${safeLine(source)}`, width),
		reread.length === 0 ? [] : wrap(`This is explained in ${readableInWords(reread)}.`, width),
	];
}

function missedText(verdict: Exclude<Verdict, { readonly kind: 'right' }>): string {
	if (verdict.kind === 'dont-know') return 'Not yet: good to know what to look at.';
	return hasRightPart(verdict.partly) ? 'Missed, though partly right.' : 'Missed.';
}

function acceptedLines({ verdict, presentation }: FeedbackView, width: number): string[] {
	if (verdict.kind !== 'right') return [];
	const gaps = presentation.type === 'cloze' ? presentation.blanks : [];
	return [
		...(verdict.accepted === undefined ? [] : [`Accepted as ${acceptedText(verdict.accepted)}`]),
		...(verdict.blanks ?? []).map((blank) => `Gap ${gaps.indexOf(blank.blank) + 1} is accepted as ${acceptedText(blank)}`),
	].flatMap((line) => wrap(line, width));
}

function acceptedText({ as, despite }: Accepted): string {
	return `"${safeLine(as)}": mind the ${despite === 'accents' ? 'accents' : 'spelling'}.`;
}

/** What was answered beside what is right, type by type; then the author's words to what was chosen. */
function keyParts(view: FeedbackView, width: number): string[][] {
	const { answer, key, presentation } = view;
	const said = (label: string, text: string) => hanging(`${label}: `, text, width);
	const words = (text: string) => renderCodeSpans(text, wordsStyle);
	switch (answer.type) {
		case 'choice':
			return [
				[...said('Your answer', words(answer.chosen)), ...feedbackLines(view, answer.chosen, width)],
				key.flatMap((each) => said('Right is', words(each))),
			];
		case 'multiple':
			return [optionLines(answer.chosen, view, width)];
		case 'true-false':
			return [said('Right is', capitalised(key[0] ?? ''))];
		case 'text':
		case 'number':
			return [[...said('Your answer', safeLine(answer.typed)), ...key.flatMap((each) => said('Right is', words(each)))]];
		case 'cloze':
			return [gapLines(view, width)];
		case 'order': {
			const firstOff = view.verdict.kind === 'missed' && view.verdict.partly?.of === 'items' ? view.verdict.partly.firstOff : 0;
			const before = firstOff === 0 ? '' : `The first ${firstOff === 1 ? 'one stands' : `${firstOff} stand`} right. `;
			return [
				wrap(
					`${before}The first that is off is number ${firstOff + 1}: there you have "${words(answer.arranged[firstOff] ?? '')}".`,
					width,
				),
				['The right order is:', ...numbered(key, width)],
			];
		}
		case 'match':
			return [pairLines(view, width)];
		case 'dont-know':
			if (presentation.type === 'match') return [pairLines(view, width)];
			if (presentation.type === 'cloze') return [key.flatMap((each, index) => said(`Gap ${index + 1}`, words(each)))];
			if (presentation.type === 'order') return [['The right order is:', ...numbered(key, width)]];
			return [
				key.length === 1
					? said('Right is', capitalised(words(key[0] ?? '')))
					: ['Right are:', ...key.flatMap((each) => hanging('- ', words(each), width))],
			];
	}
}

function optionLines(chosen: readonly string[], view: FeedbackView, width: number): string[] {
	const { key } = view;
	const group = (label: string, options: readonly string[]) =>
		options.flatMap((option) => [
			...hanging(`${label}: `, renderCodeSpans(option, wordsStyle), width),
			...feedbackLines(view, option, width),
		]);
	return [
		...group(
			'Rightly chosen',
			key.filter((option) => chosen.includes(option)),
		),
		...group(
			'Left out, though it belongs',
			key.filter((option) => !chosen.includes(option)),
		),
		...group(
			'Chosen, though it does not belong',
			chosen.filter((option) => !key.includes(option)),
		),
	];
}

function gapLines({ answer, verdict, key, presentation }: FeedbackView, width: number): string[] {
	const gaps = presentation.type === 'cloze' ? presentation.blanks : [];
	const filled = answer.type === 'cloze' ? answer.filled : [];
	const partly = verdict.kind === 'missed' && verdict.partly?.of === 'blanks' ? verdict.partly.blanks : [];
	return gaps.flatMap((id, index) => {
		const typed = safeLine(filled.find(({ blank }) => blank === id)?.typed ?? '');
		const graded = partly.find(({ blank }) => blank === id);
		const text =
			graded?.right === true
				? `right, ${graded.accepted === undefined ? `"${typed}".` : `accepted as ${acceptedText(graded.accepted)}`}`
				: `missed. You typed "${typed}"; right is "${safeLine(key[index] ?? '')}".`;
		return hanging(`Gap ${index + 1}: `, text, width);
	});
}

function pairLines(view: FeedbackView, width: number): string[] {
	const { answer, presentation, key } = view;
	const lefts = presentation.type === 'match' ? presentation.lefts : [];
	const paired = answer.type === 'match' ? answer.paired : [];
	const words = (text: string) => renderCodeSpans(text, wordsStyle);
	return lefts.flatMap((left, index) => {
		const right = key[index] ?? '';
		const given = paired.find((pair) => pair.left === left)?.right;
		const lead = `${index + 1}. ${words(left)}: `;
		if (given === undefined) return wrap(`${lead}${words(right)}`, width);
		if (given === right) return wrap(`${lead}right, "${words(right)}".`, width);
		return [
			...wrap(`${lead}missed. You chose "${words(given)}"; right is "${words(right)}".`, width),
			...feedbackLines(view, given, width),
		];
	});
}

function feedbackLines({ chosenFeedback }: FeedbackView, option: string, width: number): string[] {
	return chosenFeedback.filter((each) => each.option === option).flatMap(({ feedback }) => plainText(feedback, width));
}

function capitalised(key: string): string {
	return key === 'true' || key === 'false' ? key.charAt(0).toUpperCase() + key.slice(1) : key;
}
