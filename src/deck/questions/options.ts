// choice and multiple: which options there are, and which of them are right.

import { foldCase, normaliseText, sameText } from '../../engine/normalise-text.ts';
import type { Option } from '../../model/deck.ts';
import { problem, quoted } from '../diagnostic-codes.ts';
import type { RawOption, RawQuestionOf } from '../schema.ts';
import { ownerPlaceOf, type Step } from '../source-node.ts';
import { allDiffer, listOf, type QuestionProblems, type TypeReader, type Written } from './question-reading.ts';

interface WithOptions {
	readonly options: readonly Option[];
	readonly fixed: boolean;
}

export const readChoice: TypeReader<'choice'> = (raw, question) => {
	const read = readOptions(raw, [{ text: raw.answer, path: ['answer'] }], question);
	return read && { type: 'choice', ...read };
};

export const readMultiple: TypeReader<'multiple'> = (raw, question) => {
	const answers = listOf(raw.answers);
	const keys = answers.map((text, index) => ({ text, path: Array.isArray(raw.answers) ? ['answers', index] : ['answers'] }));
	const read = readOptions(raw, keys, question);
	return read && { type: 'multiple', ...read };
};

type RawWithOptions = Pick<RawQuestionOf<'choice' | 'multiple'>, 'distractors' | 'options'>;

function readOptions(raw: RawWithOptions, keys: readonly Written[], question: QuestionProblems): WithOptions | undefined {
	if (raw.options !== undefined && raw.distractors !== undefined) {
		return question.tellKey('options-and-distractors', 'options', 'Unexpected `options` beside `distractors`, expected one of the two', {
			help: 'Keep `options` for a fixed order, or `distractors` for a shuffled one.',
			related: question.related(['distractors'], 'the distractors'),
		});
	}
	return raw.options === undefined ? shuffled(raw.distractors, keys, question) : fixed(raw.options, keys, question);
}

function shuffled(written: RawWithOptions['distractors'], keys: readonly Written[], question: QuestionProblems): WithOptions | undefined {
	if (written === undefined) {
		question.diagnostics.push(
			problem('missing-key', ownerPlaceOf(question.located, 'distractors'), 'Missing `distractors`, expected a list of wrong answers', {
				help: 'Add `distractors:`, or all answers under `options:`.',
			}),
		);
		return undefined;
	}
	const distractors = listOf<RawOption>(written);
	const wrong = distractors.map((distractor, index) =>
		writtenOption(distractor, Array.isArray(written) ? ['distractors', index] : ['distractors']),
	);
	if (!optionsDiffer([...keys, ...wrong], question)) return undefined;
	return {
		options: [
			...keys.map(({ text }) => ({ text, right: true })),
			...distractors.map((distractor) => ({ ...optionOf(distractor), right: false })),
		],
		fixed: false,
	};
}

function fixed(written: readonly RawOption[], keys: readonly Written[], question: QuestionProblems): WithOptions | undefined {
	const all = written.map((option, index) => writtenOption(option, ['options', index]));
	const differ =
		optionsDiffer(all, question) &&
		allDiffer(question, keys, normaliseText, 'same-answers', (text) => `Unexpected second ${quoted(text)} among the answers`);
	const strays = keys.filter((key) => !all.some(({ text }) => sameText(text, key.text)));
	for (const { text, path } of strays) {
		question.tell('key-not-among-options', path, `Unexpected answer ${quoted(text)}, expected one of the \`options\``, {
			help: 'Repeat the option exactly as it stands there.',
		});
	}
	const options = written.map((option) => {
		const { text, feedback } = optionOf(option);
		return { text, right: keys.some((key) => sameText(key.text, text)), ...(feedback === undefined ? {} : { feedback }) };
	});
	if (!differ || strays.length > 0) return undefined;
	if (options.every(({ right }) => right)) {
		return question.tell('no-wrong-option', ['options'], 'Missing a wrong option, expected at least one', {
			help: 'Add one that is not right.',
		});
	}
	const praised = options.findIndex(({ right, feedback }) => right && feedback !== undefined);
	if (praised !== -1) {
		return question.tell(
			'feedback-on-key',
			['options', praised, 'feedback'],
			'Unexpected `feedback` on a right option, expected it on wrong ones only',
			{
				help: 'Move it to the `explanation`.',
			},
		);
	}
	return { options, fixed: true };
}

function optionsDiffer(texts: readonly Written[], question: QuestionProblems): boolean {
	const differ = allDiffer(
		question,
		texts,
		normaliseText,
		'same-options',
		(text) => `Unexpected option ${quoted(text)}, which is there already`,
	);
	if (differ) {
		const message = (text: string) => `The option ${quoted(text)} differs from another in capital letters only`;
		allDiffer(question, texts, (text) => foldCase(normaliseText(text)), 'similar-options', message);
	}
	return differ;
}

function optionOf(option: RawOption): { readonly text: string; readonly feedback?: string } {
	if (typeof option === 'string') return { text: option };
	return { text: option.text, ...(option.feedback === undefined ? {} : { feedback: option.feedback }) };
}

function writtenOption(option: RawOption, path: readonly Step[]): Written {
	return typeof option === 'string' ? { text: option, path } : { text: option.text, path: [...path, 'text'] };
}
