// Every code this room reports, with the severity it has unless the author changes it. No check may enter here.

import type { Diagnostic, Place, Severity } from '../../model/diagnostic.ts';

export const severities = {
	// Files
	'missing-file': 'error',
	'outside-folder': 'error',
	'not-a-file': 'error',
	'file-too-large': 'error',
	'unreadable-file': 'error',
	'not-utf-8': 'error',
	'empty-file': 'error',
	'duplicate-file': 'error',
	'unlisted-file': 'warning',
	// Characters
	'control-character': 'error',
	'direction-control': 'error',
	'direction-mark': 'warning',
	'zero-width': 'warning',
	// YAML
	'yaml-syntax': 'error',
	'yaml-directive': 'error',
	'yaml-documents': 'error',
	'yaml-tag': 'error',
	'yaml-alias': 'error',
	'unused-anchor': 'warning',
	'cut-by-comment': 'warning',
	'yaml-limit': 'error',
	'merge-key': 'error',
	'duplicate-key': 'error',
	'forbidden-key': 'error',
	'key-form': 'error',
	// Shape
	'unknown-key': 'error',
	'key-of-other-type': 'error',
	'missing-key': 'error',
	'wrong-shape': 'error',
	'wrong-value': 'error',
	'empty-text': 'error',
	'empty-list': 'error',
	'id-form': 'error',
	'whole-number': 'error',
	'benchmark-form': 'error',
	'unknown-type': 'error',
	// References
	'duplicate-id': 'error',
	'repeated-value': 'warning',
	'unknown-section': 'error',
	'unknown-unit': 'error',
	'requires-itself': 'error',
	'prerequisite-cycle': 'error',
	'also-own-section': 'error',
	// Sections, units
	'text-and-file': 'error',
	'no-questions': 'error',
	// Keys
	'options-and-distractors': 'error',
	'key-not-among-options': 'error',
	'no-wrong-option': 'error',
	'same-options': 'error',
	'similar-options': 'warning',
	'feedback-on-key': 'error',
	'same-answers': 'error',
	'similar-answers': 'warning',
	'pattern-syntax': 'error',
	'pattern-refuses-answer': 'error',
	'number-form': 'error',
	'tolerance-form': 'error',
	'tolerance-on-zero': 'error',
	'range-order': 'error',
	'answer-outside-range': 'error',
	'range-and-tolerance': 'error',
	'blank-without-mark': 'error',
	'mark-without-blank': 'error',
	'repeated-mark': 'error',
	// Variants
	'variable-name': 'error',
	'variable-values': 'error',
	formula: 'error',
	'no-such-variable': 'warning',
	'unused-variable': 'warning',
	'nothing-varies': 'error',
	'no-values': 'error',
	// Settings and silencers, told by the room `authoring`
	'unknown-rule': 'error',
	'silencer-form': 'error',
	'unused-silencer': 'warning',
	// The list itself
	'more-problems': 'error',
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof severities;

/** What a diagnostic may say beyond the least. `severity` replaces the code's own. */
export interface ProblemDetail {
	readonly help?: string | undefined;
	readonly related?: Place & { readonly message: string };
	readonly severity?: Severity;
}

/** One diagnostic. `message` is one sentence without its full stop; `help` one imperative line. */
export function problem(code: DiagnosticCode, place: Place, message: string, detail: ProblemDetail = {}): Diagnostic {
	return {
		code,
		severity: detail.severity ?? severities[code],
		message,
		place,
		...(detail.help === undefined ? {} : { help: detail.help }),
		...(detail.related === undefined ? {} : { related: detail.related }),
	};
}

const longestQuote = 60;

/** Author's text inside a message: in backticks, on one line, cut after 60 characters. */
export function quoted(text: string): string {
	const characters = [...text.slice(0, 4 * longestQuote).replace(/\s+/gu, ' ')];
	return characters.length > longestQuote ? `\`${characters.slice(0, longestQuote - 1).join('')}…\`` : `\`${characters.join('')}\``;
}

/**
 * `a`, `b` or `c`.
 *
 * @param most words that are named; of more, the rest is counted: `a`, `b` and 5 more.
 */
export function listed(words: readonly string[], conjunction: 'or' | 'and' = 'or', most = words.length): string {
	const shown = words.slice(0, most).map((word) => `\`${word}\``);
	if (words.length > most) return `${shown.join(', ')} and ${words.length - most} more`;
	const last = shown.at(-1) ?? '';
	return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** `1 question`, `4 questions`, `2 fresh retries` */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}
