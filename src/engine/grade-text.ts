// Typed words: is this the key, within what the author lets pass?

import type { Accepted, AnswerOf, Grading, Verdict } from '../model/attempt.ts';
import type { TextMatch, TextQuestion } from '../model/deck.ts';
import type { PatternMatcher } from './match-pattern.ts';
import { foldCase, normaliseText, stripAccents } from './normalise-text.ts';
import { typingDistance } from './typing-distance.ts';

type Right = Extract<Verdict, { readonly kind: 'right' }>;

/** Longest answer that is read, in UTF-16 units; of a cloze, in each blank. */
export const longestAnswer = 2_000;

/** @param matches needed for questions with a `pattern`. */
export function gradeText(question: TextQuestion, answer: AnswerOf<'text'>, matches?: PatternMatcher): Grading {
	if (answer.typed.length > longestAnswer) return { gradable: false, again: { kind: 'too-long', limit: longestAnswer } };
	const typed = normaliseText(answer.typed);
	if (typed === '') return { gradable: false, again: { kind: 'empty' } };
	const accepted = acceptedPattern(question, typed, matches) ?? acceptedText(typed, question.keys, question.match);
	return { gradable: true, verdict: accepted ?? { kind: 'missed' } };
}

/**
 * The best way in which a normalised text passes for one of the keys: as it is, then despite accents, then despite typos.
 * `undefined`: in none.
 */
export function acceptedText(typed: string, keys: readonly string[], match: TextMatch): Right | undefined {
	const cased = (text: string) => (match.case === 'ignore' ? foldCase(text) : text);
	const plain = (text: string) => stripAccents(cased(text));
	const given = cased(typed);
	const pairs = keys.map((key) => ({ key, expected: cased(normaliseText(key)) }));

	if (pairs.some(({ expected }) => expected === given)) return { kind: 'right' };
	if (match.accents !== 'exact') {
		const found = pairs.find(({ expected }) => plain(expected) === plain(given));
		if (found !== undefined) return match.accents === 'ignore' ? { kind: 'right' } : acceptedAs(found.key, 'accents');
	}
	const close = pairs.find(({ expected }) => {
		const allowed = typosAllowed(match.typos, expected);
		if (allowed === 0) return false;
		return match.accents === 'exact'
			? typingDistance(given, expected) <= allowed
			: typingDistance(plain(given), plain(expected)) <= allowed;
	});
	return close === undefined ? undefined : acceptedAs(close.key, 'typos');
}

function acceptedAs(key: string, despite: Accepted['despite']): Right {
	return { kind: 'right', accepted: { as: key, despite } };
}

function acceptedPattern(question: TextQuestion, typed: string, matches?: PatternMatcher): Right | undefined {
	if (question.pattern === undefined) return undefined;
	if (matches === undefined) throw new Error(`no matcher was given for the pattern of ${question.id}`);
	return matches(question.pattern, typed, question.match.case === 'ignore') ? { kind: 'right' } : undefined;
}

function typosAllowed(typos: TextMatch['typos'], key: string): number {
	if (typos !== 'auto') return typos;
	const letters = [...key].length;
	if (letters <= 4) return 0;
	return letters <= 8 ? 1 : 2;
}
