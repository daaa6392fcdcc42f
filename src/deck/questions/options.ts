// choice and multiple: which options there are, and which of them are right.

import { foldCase, normaliseText } from '../../engine/normalise-text.ts';
import type { Option } from '../../model/deck.ts';
import { problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { RawOption, RawQuestionOf } from '../shape/schema.ts';
import { keyPlaceOf, ownerPlaceOf, type Step } from '../yaml/source-node.ts';
import { allDiffer, listOf, type QuestionProblems, repeatsOf, type TypeReader, type Written, whySame } from './question-reading.ts';

/** For so many answers that are no option, the nearest option is looked for. More are not slips of the finger. */
const mostSuggested = 3;

interface WithOptions {
	readonly options: readonly Option[];
	readonly fixed: boolean;
}

/** An option where it is written, and what it is there. */
interface WrittenOption extends Written {
	readonly role: 'answer' | 'distractor' | 'option';
}

export const readChoice: TypeReader<'choice'> = (raw, question) => {
	const read = readOptions(raw, [{ text: raw.answer, path: ['answer'], role: 'answer' }], question);
	return read && { type: 'choice', ...read };
};

export const readMultiple: TypeReader<'multiple'> = (raw, question) => {
	const keys = listOf(raw.answers).map((text, index) => ({ text, path: ['answers', index], role: 'answer' as const }));
	const read = readOptions(raw, keys, question);
	return read && { type: 'multiple', ...read };
};

type RawWithOptions = Pick<RawQuestionOf<'choice' | 'multiple'>, 'distractors' | 'options'>;

function readOptions(raw: RawWithOptions, keys: readonly WrittenOption[], question: QuestionProblems): WithOptions | undefined {
	if (!optionsOrDistractors(raw, question)) return undefined;
	return raw.options === undefined ? shuffled(raw.distractors, keys, question) : fixed(raw.options, keys, question);
}

/** Not both of them. */
export function optionsOrDistractors({ options, distractors }: RawWithOptions, question: QuestionProblems): boolean {
	if (options === undefined || distractors === undefined) return true;
	question.tellKey('options-and-distractors', 'options', 'Unexpected `options` beside `distractors`, expected one of the two', {
		help: 'Keep `options` for a fixed order, or `distractors` for a shuffled one.',
		related: { ...keyPlaceOf(question.located, 'distractors'), message: 'the distractors' },
	});
	return false;
}

function shuffled(
	written: RawWithOptions['distractors'],
	keys: readonly WrittenOption[],
	question: QuestionProblems,
): WithOptions | undefined {
	if (written === undefined) {
		question.diagnostics.push(
			problem('missing-key', ownerPlaceOf(question.located, 'distractors'), 'Missing `distractors`, expected a list of wrong answers', {
				help: 'Add `distractors:`, or all answers under `options:`.',
			}),
		);
		return undefined;
	}
	const distractors = listOf<RawOption>(written);
	const options = [...keys.map(({ text }) => ({ text, right: true })), ...distractors.map(wrongOption)];
	if (!allDiffer(options.map(textOf))) {
		const wrong = distractors.map((distractor, index) => writtenOption(distractor, ['distractors', index], 'distractor'));
		const all = [...keys, ...wrong];
		if (!optionsDiffer(all, question)) return undefined;
		warnOfSimilar(all, question);
	}
	return { options, fixed: false };
}

function fixed(written: readonly RawOption[], keys: readonly WrittenOption[], question: QuestionProblems): WithOptions | undefined {
	const all = written.map((option, index) => writtenOption(option, ['options', index], 'option'));
	const differ = [optionsDiffer(all, question), optionsDiffer(keys, question)].every(Boolean);
	if (!keysStand(keys, all, question) || !differ) return undefined;
	warnOfSimilar(all, question);
	const right = new Set(keys.map(({ text }) => normaliseText(text)));
	const options = written.map((option) => {
		const text = textOf(option);
		return { text, right: right.has(normaliseText(text)), ...feedbackOf(option) };
	});
	if (options.every((option) => option.right)) {
		return question.tell('no-wrong-option', ['options'], 'Missing a wrong option, expected at least one', {
			help: 'Add one that is not right.',
		});
	}
	const praised = options.flatMap((option, index) => (option.right && option.feedback !== undefined ? [index] : []));
	for (const index of praised) {
		question.tell('feedback-on-key', ['options', index, 'feedback'], 'Unexpected `feedback` on a right option, expected it on wrong ones', {
			help: 'Move it to the `explanation`.',
		});
	}
	return praised.length > 0 ? undefined : { options, fixed: true };
}

/** Every answer repeats one of the options. */
function keysStand(keys: readonly WrittenOption[], options: readonly WrittenOption[], question: QuestionProblems): boolean {
	const offered = new Set(options.map(({ text }) => normaliseText(text)));
	const strays = keys.filter(({ text }) => !offered.has(normaliseText(text)));
	for (const [index, { text, path }] of strays.entries()) {
		const near = index < mostSuggested ? nearest(text, [...offered].map(foldCase)) : undefined;
		const meant = near === undefined ? undefined : options.find((option) => foldCase(normaliseText(option.text)) === near)?.text;
		question.tell('key-not-among-options', path, `Unexpected answer ${quoted(text)}, expected one of the \`options\``, {
			help: meant === undefined ? 'Repeat the option exactly as it stands there.' : `Did you mean ${quoted(meant)}?`,
			related: { ...keyPlaceOf(question.located, 'options'), message: 'the options' },
		});
	}
	return strays.length === 0;
}

/** Tells each option that is the same as one before it, as the answer or distractor that it is. */
function optionsDiffer(options: readonly WrittenOption[], question: QuestionProblems): boolean {
	const repeats = repeatsOf(options, normaliseText);
	for (const { again, first } of repeats) {
		const why = whySame(again.text, first.text);
		if (again.role !== 'answer' && first.role === 'answer') {
			question.tell('same-options', again.path, `Unexpected distractor ${quoted(again.text)}, which is an answer too`, {
				help: `Change or remove the distractor${why}.`,
				related: question.related(first.path, 'the answer'),
			});
			continue;
		}
		const [code, what] = again.role === 'answer' ? (['same-answers', 'answer'] as const) : (['same-options', 'option'] as const);
		question.tell(code, again.path, `Unexpected second ${quoted(again.text)}, expected each ${what} once`, {
			help: `Change or remove one of the two${why}.`,
			related: question.related(first.path, 'the first one'),
		});
	}
	return repeats.length === 0;
}

/** @param what they are: `option`. */
export function warnOfSimilar(options: readonly Written[], question: QuestionProblems, what = 'option'): void {
	for (const { again, first } of repeatsOf(options, (text) => foldCase(normaliseText(text)))) {
		const message = `The ${what} ${quoted(again.text)} differs from ${quoted(first.text)} in capital letters only`;
		question.tell('similar-options', again.path, message, {
			help: 'Change or remove one of the two.',
			related: question.related(first.path, 'the other one'),
		});
	}
}

function wrongOption(option: RawOption): Option {
	return typeof option === 'string' ? { text: option, right: false } : { text: option.text, ...feedbackOf(option), right: false };
}

function feedbackOf(option: RawOption): Pick<Option, 'feedback'> {
	return typeof option === 'string' || option.feedback === undefined ? {} : { feedback: option.feedback };
}

function textOf(option: RawOption): string {
	return typeof option === 'string' ? option : option.text;
}

function writtenOption(option: RawOption, path: readonly Step[], role: WrittenOption['role']): WrittenOption {
	return typeof option === 'string' ? { text: option, path, role } : { text: option.text, path: [...path, 'text'], role };
}
