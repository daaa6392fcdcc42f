// text: what is accepted, and how exactly it must be typed.

import { faultOfPattern, matchPattern } from '../../engine/match-pattern.ts';
import { foldCase, normaliseText } from '../../engine/normalise-text.ts';
import type { TextMatch } from '../../model/deck.ts';
import { quoted } from '../diagnostics/diagnostic-codes.ts';
import type { RawQuestionOf } from '../shape/schema.ts';
import type { Step } from '../yaml/source-node.ts';
import { allDiffer, listOf, type QuestionProblems, repeatsOf, type TypeReader, whySame } from './question-reading.ts';

/** Longest pattern, in UTF-16 units. */
const longestPattern = 500;

const typos = { '0': 0, '1': 1, '2': 2, auto: 'auto' } as const;

export const readTypedText: TypeReader<'text'> = (raw, question) => {
	const keys = listOf(raw.answer);
	const match = matchOf(raw.match);
	const differ = answersDiffer(keys, match, ['answer'], question);
	const sound = raw.pattern === undefined || patternAccepts(raw.pattern, keys[0] ?? '', match, question);
	if (!differ || !sound) return undefined;
	return { type: 'text', keys, match, ...(raw.pattern === undefined ? {} : { pattern: raw.pattern }) };
};

export function matchOf(raw: RawQuestionOf<'text'>['match']): TextMatch {
	return { case: raw?.case ?? 'ignore', accents: raw?.accents ?? 'note', typos: typos[raw?.typos ?? '0'] };
}

/** @param path to the accepted texts. */
export function answersDiffer(keys: readonly string[], match: TextMatch, path: readonly Step[], question: QuestionProblems): boolean {
	if (allDiffer(keys)) return true;
	const written = keys.map((text, index) => ({ text, path: [...path, index] }));
	const repeats = repeatsOf(written, normaliseText);
	for (const { again, first } of repeats) {
		question.tell('same-answers', again.path, `Unexpected second ${quoted(again.text)}, expected each answer once`, {
			help: `Change or remove one of the two${whySame(again.text, first.text)}.`,
			related: question.related(first.path, 'the first one'),
		});
	}
	if (repeats.length > 0) return false;
	if (match.case === 'exact') return true;
	for (const { again, first } of repeatsOf(written, (text) => foldCase(normaliseText(text)))) {
		const message = `The answer ${quoted(again.text)} is accepted already, since capital letters make no difference`;
		question.tell('similar-answers', again.path, message, {
			help: 'Remove one of the two, or write `match: {case: exact}`.',
			related: question.related(first.path, 'the first one'),
		});
	}
	return true;
}

export function patternAccepts(pattern: string, first: string, match: TextMatch, question: QuestionProblems): boolean {
	if (pattern.length > longestPattern) {
		question.tell('pattern-syntax', ['pattern'], `Unexpected pattern of ${pattern.length} characters, expected at most ${longestPattern}`, {
			help: 'Shorten it, or list the answers it should accept.',
		});
		return false;
	}
	const fault = faultOfPattern(pattern)?.replace(/^error parsing regexp: /u, '');
	if (fault !== undefined) {
		question.tell('pattern-syntax', ['pattern'], `Unexpected pattern, expected RE2 syntax: ${fault}`, {
			help: /Perl syntax|escape sequence: `\\\d/u.test(fault)
				? 'Write it without look-around and back-references, which RE2 does not have.'
				: 'Correct it.',
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
