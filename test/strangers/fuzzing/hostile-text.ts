// Texts that somebody might send who means harm, or whose file was damaged: from chance alone.

import type { Chance } from '../../../src/engine/chance.ts';
import { few, picked } from './area.ts';

/** Whole and cut escapes, 8-bit ones, overrides, separators, joiners, lone surrogates, words that objects know, and what numbers break on. */
export const payloads: readonly string[] = [
	'\x1b[31mred\x1b[0m',
	'\x1b]0;title\x07',
	'\x1b]52;c;Zm9v\x07',
	'\x1b]8;;file:///etc/passwd\x1b\\here\x1b]8;;\x1b\\',
	'\x1b[2J\x1b[1;1H',
	'\x1b',
	'\x9b31m',
	'\x9d0;t\x9c',
	'\x90q\x9c',
	'\0',
	'\x07',
	'\x08\x08',
	'\r',
	'\r\n',
	'\x7f',
	'\x85',
	'\u202e',
	'\u2066',
	'\u2069',
	'\u061c',
	'\u200b',
	'\u200d',
	'\u2028',
	'\ufeff',
	'\u{e0041}',
	'\ud800',
	'\udc00',
	'&#27;[31m',
	'&#x202e;',
	'&#155;',
	'\\e[31m',
	'\\x1b[31m',
	'\\u001b',
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'../../etc/passwd',
	'--help',
	'NaN',
	'Infinity',
	'-0',
	'1e999',
	'9007199254740993',
	'1,234',
	'½',
	'٣',
	'5²',
	'İ',
	'ß',
	'ﬁ',
	'\u0301',
	'é',
	'漢字',
	'שלום',
	'مرحبا',
	'👩‍👩‍👧',
	'🇨🇭',
	'[x](javascript:alert(1))',
	'[http://a](http://b)',
	'![i](\x1b)',
	'<!--',
	'```',
	'`',
	'**',
	'| a | b |\n|---|---|\n| c |',
	'{{a}}',
	'{{',
	'= a + 1',
	'(a+)+$',
	'%0a::error::x',
	']]>',
	'$&',
	"$'",
];

const ranges: readonly (readonly [number, number])[] = [
	[0x20, 0x7e],
	[0x20, 0x7e],
	[0, 0x2ff],
	[0x300, 0x7ff],
	[0x2000, 0x2070],
	[0xd800, 0xdfff],
	[0x3000, 0x30ff],
	[0x1f300, 0x1f6ff],
	[0xe0000, 0xe0080],
];

export function character(chance: Chance): string {
	const [from, to] = picked(chance, ranges);
	const point = from + chance.index(to - from + 1);
	return point > 0xffff ? String.fromCodePoint(point) : String.fromCharCode(point);
}

/** @param most pieces: characters, words of `words`, payloads. */
export function hostileText(chance: Chance, most: number, words: readonly string[] = ['a', ' ', '\n', 'word']): string {
	return Array.from({ length: few(chance, 0, most) }, () => {
		const kind = chance.index(6);
		return kind < 3 ? picked(chance, words) : kind === 3 ? picked(chance, payloads) : character(chance);
	}).join('');
}

/** The text with one to four changes: parts gone, doubled, moved or another, characters and pieces put in. */
export function mutated(chance: Chance, text: string, pieces: readonly string[]): string {
	let changed = text;
	for (let left = few(chance, 1, 4); left > 0; left--) changed = changedOnce(chance, changed, pieces);
	return changed;
}

function changedOnce(chance: Chance, text: string, pieces: readonly string[]): string {
	const at = chance.index(text.length + 1);
	const to = Math.min(text.length, at + few(chance, 1, Math.max(2, Math.floor(text.length / 4))));
	const [before, part, after] = [text.slice(0, at), text.slice(at, to), text.slice(to)];
	switch (chance.index(9)) {
		case 0:
			return before + after;
		case 1:
			return before + part + part + after;
		case 2: {
			const elsewhere = chance.index(before.length + 1);
			return before.slice(0, elsewhere) + part + before.slice(elsewhere) + after;
		}
		case 3:
			return before + character(chance) + text.slice(at + 1);
		case 4:
			return before + picked(chance, pieces).repeat(few(chance, 2, 40)) + part + after;
		case 5:
			return before + picked(chance, payloads) + part + after;
		case 6:
			return before;
		default:
			return before + picked(chance, pieces) + (chance.index(2) === 0 ? part : '') + after;
	}
}
