// Authors' patterns come from strangers, so they run in linear time: RE2, without backtracking. Kept in a file of its
// own, to be loaded only where a pattern is: the engine takes it as an argument.

import { RE2JS } from 're2js';

/** Does the pattern match the whole text? */
export type PatternMatcher = (pattern: string, text: string, ignoreCase: boolean) => boolean;

/** @throws Error when the pattern is not RE2 syntax; the deck's reading has refused such a pattern before. */
export const matchPattern: PatternMatcher = (pattern, text, ignoreCase) =>
	RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0).matches(text);

/** Why a pattern does not compile; `undefined` when it does. */
export function faultOfPattern(pattern: string): string | undefined {
	try {
		RE2JS.compile(pattern);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
