// Finding words in lines that are laid out already, across the places where a line is broken, and showing them there.

import type { Paint } from '../style.ts';
import { unstyled } from '../width.ts';

/** Where a match, or a part of it, stands: characters of the line without its colours, the end not among them. */
export interface Place {
	readonly line: number;
	readonly from: number;
	readonly to: number;
}

/** In order, each in one part or more; small and capital letters are the same. Nothing is found for nothing. */
export function matchesIn(lines: readonly string[], sought: string): readonly (readonly [Place, ...Place[]])[] {
	const wanted = small(sought.trim().replace(/\s+/gu, ' '));
	if (wanted === '') return [];
	const { text, places } = joined(lines);
	const matches: [Place, ...Place[]][] = [];
	for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
		const [first, ...rest] = partsOf(places.slice(at, at + wanted.length));
		if (first !== undefined) matches.push([first, ...rest]);
	}
	return matches;
}

interface Spot {
	readonly line: number;
	readonly at: number;
}

/** All lines in one, with one space for each run of them, and where each of its characters stands. */
function joined(lines: readonly string[]): { readonly text: string; readonly places: readonly Spot[] } {
	const places: Spot[] = [];
	let text = '';
	const take = (character: string, spot: Spot) => {
		if (character === ' ' && (text === '' || text.endsWith(' '))) return;
		text += character;
		places.push(spot);
	};
	for (const [line, styled] of lines.entries()) {
		const plain = unstyled(styled);
		for (let at = 0; at < plain.length; at += 1) take(small(plain.charAt(at)), { line, at });
		take(' ', { line, at: plain.length });
	}
	return { text, places };
}

/** Of the same length, so that places stay what they are. */
function small(text: string): string {
	const lower = text.toLowerCase();
	return lower.length === text.length ? lower : text;
}

function partsOf(spots: readonly Spot[]): Place[] {
	const parts: Place[] = [];
	for (const { line, at } of spots) {
		const last = parts.at(-1);
		if (last?.line === line) parts.splice(-1, 1, { ...last, to: at + 1 });
		else parts.push({ line, from: at, to: at + 1 });
	}
	return parts;
}

/** The line with what was found in it painted; its own colours stay. */
export function withFound(line: string, found: readonly Place[], paint: Paint): string {
	if (found.length === 0) return line;
	let at = 0;
	return line
		.split(/(\x1b\[[\d;]*m|\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\))/u)
		.map((part, index) => {
			if (index % 2 === 1) return part;
			const start = at;
			at += part.length;
			let shown = '';
			let done = 0;
			for (const { from, to } of found) {
				const [begin, end] = [Math.max(from - start, done), Math.min(to - start, part.length)];
				if (end <= begin) continue;
				shown += part.slice(done, begin) + paint(part.slice(begin, end));
				done = end;
			}
			return shown + part.slice(done);
		})
		.join('');
}
