// A text of a template cut at what varies in it: `{name}` and `{= formula}`. Everything else stays as it is written, since braces are
// common in code.

import type { Formula, FormulaFault } from '../formula/formula.ts';
import { parseFormula } from '../formula/parse-formula.ts';

export type Piece =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'name'; readonly name: string }
	/** `at`: where the formula begins in the text, in UTF-16 units. */
	| { readonly kind: 'formula'; readonly formula: Formula; readonly at: number };

export type TextPieces =
	| {
			readonly ok: true;
			readonly pieces: readonly Piece[];
			/** The text is one formula and nothing else; its value need not be a text. */
			readonly whole: boolean;
	  }
	/** Offsets in the text. */
	| { readonly ok: false; readonly fault: FormulaFault };

const braces = /\{+/uy;
const named = /\{([A-Za-z][A-Za-z0-9_]*)\}/uy;

/**
 * `{name}` counts where the name is declared, `{=` always. Two braces and more are never ours (`{{blank}}` is a cloze's), and a
 * backslash before one brace makes it a plain brace.
 *
 * @param names those that are declared.
 */
export function piecesOf(text: string, names: ReadonlySet<string>): TextPieces {
	const pieces: Piece[] = [];
	let literal = '';
	let from = 0;
	const flush = () => {
		if (literal !== '') pieces.push({ kind: 'text', text: literal });
		literal = '';
	};
	for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', from)) {
		literal += text.slice(from, at);
		const run = matchedAt(braces, text, at)?.[0].length ?? 1;
		const name = run === 1 ? matchedAt(named, text, at)?.[1] : undefined;
		const isName = name !== undefined && names.has(name);
		const isFormula = run === 1 && text[at + 1] === '=' && text[at + 2] !== '=';
		if (!isName && !isFormula) {
			literal += text.slice(at, at + run);
			from = at + run;
		} else if (literal.endsWith('\\')) {
			literal = `${literal.slice(0, -1)}{`;
			from = at + 1;
		} else if (isName) {
			flush();
			pieces.push({ kind: 'name', name });
			from = at + name.length + 2;
		} else {
			const end = endOfFormula(text, at + 2);
			if (end === undefined) return failed(0, { offset: at, length: 2, ...unclosed });
			const parsed = parseFormula(text.slice(at + 2, end));
			if (!parsed.ok) return failed(at + 2, parsed.fault);
			flush();
			pieces.push({ kind: 'formula', formula: parsed.formula, at: at + 2 });
			from = end + 1;
		}
	}
	literal += text.slice(from);
	flush();
	return { ok: true, pieces, whole: false };
}

const unclosed = { found: '`{=` without an end', expected: '`}`', help: 'Close the formula, or write `\\{=` where a brace is meant.' };

/** Keys, options, items and the like: a text that begins with `=` is a formula as a whole; `\=` begins with a plain `=`. */
export function shortPiecesOf(text: string, names: ReadonlySet<string>): TextPieces {
	const sign = /^\s*=(?!=)/u.exec(text)?.[0];
	if (sign === undefined) return piecesOf(text.replace(/^(\s*)\\=/u, '$1='), names);
	const parsed = parseFormula(text.slice(sign.length));
	if (!parsed.ok) return failed(sign.length, parsed.fault);
	return { ok: true, pieces: [{ kind: 'formula', formula: parsed.formula, at: sign.length }], whole: true };
}

function failed(at: number, fault: FormulaFault): TextPieces {
	return { ok: false, fault: movedBy(at, fault) };
}

/** A fault in a formula that begins there, as one in the text around it. */
export function movedBy(at: number, fault: FormulaFault): FormulaFault {
	return { ...fault, offset: fault.offset + at };
}

function matchedAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
	shape.lastIndex = at;
	return shape.exec(text);
}

/** The brace that closes it, outside quotes. */
function endOfFormula(text: string, from: number): number | undefined {
	let quote = '';
	for (let at = from; at < text.length; at++) {
		const sign = text.charAt(at);
		if (quote !== '') quote = sign === quote ? '' : quote;
		else if (sign === '}') return at;
		else if (sign === "'" || sign === '"') quote = sign;
	}
	return undefined;
}
