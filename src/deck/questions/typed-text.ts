// text: what is accepted, and how exactly it must be typed.

import { faultOfPattern, matchPattern } from '../../engine/match-pattern.ts';
import { foldCase, normaliseText } from '../../engine/normalise-text.ts';
import type { TextMatch } from '../../model/deck.ts';
import { quoted } from '../diagnostic-codes.ts';
import type { RawQuestionOf } from '../schema.ts';
import { allDiffer, listOf, type QuestionProblems, type TypeReader } from './question-reading.ts';

/** Longest pattern, in UTF-16 units. */
const longestPattern = 500;

const typos = { '0': 0, '1': 1, '2': 2, auto: 'auto' } as const;

export const readTypedText: TypeReader<'text'> = (raw, question) => {
	const keys = listOf(raw.answer);
	const match = matchOf(raw.match);
	const differ = answersDiffer(keys, match, question);
	const sound = raw.pattern === undefined || patternAccepts(raw.pattern, keys[0] ?? '', match, question);
	if (!differ || !sound) return undefined;
	return { type: 'text', keys, match, ...(raw.pattern === undefined ? {} : { pattern: raw.pattern }) };
};

function matchOf(raw: RawQuestionOf<'text'>['match']): TextMatch {
	return { case: raw?.case ?? 'ignore', accents: raw?.accents ?? 'note', typos: typos[raw?.typos ?? '0'] };
}

function answersDiffer(keys: readonly string[], match: TextMatch, question: QuestionProblems): boolean {
	const written = keys.map((text, index) => ({ text, path: ['answer', index] }));
	const differ = allDiffer(
		question,
		written,
		normaliseText,
		'same-answers',
		(text) => `Unexpected answer ${quoted(text)}, which is accepted already`,
	);
	if (differ && match.case === 'ignore') {
		const message = (text: string) => `The answer ${quoted(text)} is accepted already, since capital letters do not matter`;
		allDiffer(question, written, (text) => foldCase(normaliseText(text)), 'similar-answers', message);
	}
	return differ;
}

function patternAccepts(pattern: string, first: string, match: TextMatch, question: QuestionProblems): boolean {
	const fault = pattern.length > longestPattern ? `it is longer than ${longestPattern} characters` : faultOfPattern(pattern);
	if (fault !== undefined) {
		question.tell('pattern-syntax', ['pattern'], `Unexpected pattern, expected RE2 syntax (${fault})`, {
			help: 'Correct it; RE2 has no look-around and no back-references.',
		});
		return false;
	}
	if (matchPattern(pattern, normaliseText(first), match.case === 'ignore')) return true;
	question.tell('pattern-refuses-answer', ['pattern'], `The pattern does not accept the first answer, ${quoted(first)}`, {
		help: 'Let it match the whole of the first answer.',
		related: question.related(['answer', 0], 'the first answer'),
	});
	return false;
}
