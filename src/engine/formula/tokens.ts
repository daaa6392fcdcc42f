// A formula's text cut into its signs, words, numbers and texts.

import type { FormulaFault, Span } from './formula.ts';

export type Token = Span &
	(
		| { readonly kind: 'number'; readonly value: number }
		| { readonly kind: 'text'; readonly value: string }
		| { readonly kind: 'word'; readonly text: string }
		| { readonly kind: 'sign'; readonly text: string }
		| { readonly kind: 'end' }
	);

const space = /\s+/uy;
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/uy;
const word = /[A-Za-z][A-Za-z0-9_]*/uy;
const text = /'[^']*'|"[^"]*"/uy;
const sign = /==|!=|<=|>=|[<>+\-*/%^(),]/uy;

/** What other languages, and other keyboards, write; longest first. */
const foreign: readonly (readonly [written: string, here: string])[] = [
	['===', '=='],
	['!==', '!='],
	['&&', 'and'],
	['||', 'or'],
	['**', '^'],
	['<>', '!='],
	['//', 'floor(a / b)'],
	['=', '=='],
	['!', 'not'],
	['&', 'concat(a, b)'],
	['?', 'if(condition, then, otherwise)'],
	[':', 'if(condition, then, otherwise)'],
	['≤', '<='],
	['≥', '>='],
	['≠', '!='],
	['×', '*'],
	['·', '*'],
	['÷', '/'],
	['−', '-'],
	['–', '-'],
	['“', '"'],
	['”', '"'],
	['‘', "'"],
	['’', "'"],
];

/** @returns the tokens, the last of them the end; or the first thing that is none. */
export function tokensOf(formula: string): readonly Token[] | FormulaFault {
	const tokens: Token[] = [];
	let offset = 0;
	const take = (shape: RegExp) => {
		shape.lastIndex = offset;
		return shape.exec(formula)?.[0];
	};
	while (offset < formula.length) {
		const blank = take(space);
		if (blank !== undefined) {
			offset += blank.length;
			continue;
		}
		const strange = foreign.find(([written]) => formula.startsWith(written, offset));
		const token = take(number) ?? take(word) ?? take(text) ?? (isForeignBefore(formula, offset) ? undefined : take(sign));
		if (token === undefined) return strangerAt(formula, offset, strange);
		const span = { offset, length: token.length };
		if (/^[.\d]/u.test(token)) {
			const value = Number(token);
			if (!Number.isFinite(value)) return { ...span, found: `\`${token}\``, expected: 'a number below 1.8e308' };
			if (/^\d+$/u.test(token) && value > Number.MAX_SAFE_INTEGER) {
				return {
					...span,
					found: `\`${token}\``,
					expected: 'a whole number up to 9007199254740991',
					help: 'Write an exponent where digits may be lost: `1e16`.',
				};
			}
			tokens.push({ ...span, kind: 'number', value });
		} else if (/^[A-Za-z]/u.test(token)) tokens.push({ ...span, kind: 'word', text: token });
		else if (/^['"]/u.test(token)) tokens.push({ ...span, kind: 'text', value: token.slice(1, -1) });
		else tokens.push({ ...span, kind: 'sign', text: token });
		offset += token.length;
	}
	return [...tokens, { kind: 'end', offset: formula.length, length: 0 }];
}

/** `===`, `**` and the like begin with a sign of ours, and are not it. */
function isForeignBefore(formula: string, offset: number): boolean {
	return ['===', '!==', '**', '<>', '//'].some((each) => formula.startsWith(each, offset));
}

function strangerAt(formula: string, offset: number, strange: (typeof foreign)[number] | undefined): FormulaFault {
	const first = String.fromCodePoint(formula.codePointAt(offset) ?? 0);
	if (first === "'" || first === '"') {
		return { offset, length: formula.length - offset, found: 'text without an end', expected: `a second \`${first}\`` };
	}
	const written = strange?.[0] ?? first;
	const fault = { offset, length: written.length, found: `\`${written}\``, expected: 'a number, a text, a name or a sign such as `+`' };
	return strange === undefined ? fault : { ...fault, expected: `\`${strange[1]}\``, help: `Write \`${strange[1]}\`.` };
}
