// What is done to a file's text, and what that may change of its meaning. Knows nothing of decks.

import type { Step } from '../../deck/yaml/source-node.ts';
import type { Span } from '../../model/diagnostic.ts';

/** Text in place of a span; at an empty span, text that is added. */
export interface Edit extends Span {
	readonly text: string;
}

/** Parts of a text that change places; what stands between them stays. */
export interface Move {
	/** In the order of the text, apart from each other. */
	readonly slots: readonly Span[];
	/** For each slot the index of the one whose text comes there. */
	readonly order: readonly number[];
}

/** What a mend changes of the values that a file holds; all else must stay the same. */
export type Meaning =
	| { readonly kind: 'key'; readonly path: readonly Step[]; readonly to: string }
	| { readonly kind: 'text'; readonly path: readonly Step[]; readonly to: string };

export interface Mend {
	readonly file: string;
	/** The offset that speaks for it. */
	readonly at: number;
	/** One line for the author, in the past: what was done. */
	readonly what: string;
	readonly edits: readonly Edit[];
	readonly move?: Move;
	readonly meaning: readonly Meaning[];
}

/** The text after mends that do not overlap. One may lie inside a part that another one moves. */
export function mended(text: string, mends: readonly Pick<Mend, 'edits' | 'move'>[]): string {
	const moves = mends.flatMap(({ move }) => move ?? []);
	const events = [...mends.flatMap(({ edits }) => edits), ...moves.map(asEvent)].toSorted((a, b) => a.start - b.start || a.end - b.end);

	/** @param whole what stands at the very beginning and end is done as well; for a part that is moved, it was done in its place. */
	function emit(from: number, to: number, whole: boolean): string {
		let out = '';
		let at = from;
		for (let index = firstFrom(events, from); index < events.length; index++) {
			const event = events[index];
			if (event === undefined || event.start > to || (event.start === to && !whole)) break;
			if (event.start < at || (event.start === from && !whole)) continue;
			out += text.slice(at, event.start);
			out += 'text' in event ? event.text : moved(event);
			at = event.end;
		}
		return out + text.slice(at, to);
	}

	function moved({ slots, order }: Move): string {
		return slots
			.map((slot, index) => {
				const source = slots[order[index] ?? index] ?? slot;
				const gap = text.slice(slots[index - 1]?.end ?? slot.start, slot.start);
				return gap + emit(source.start, source.end, false);
			})
			.join('');
	}

	return emit(0, text.length, true);
}

function asEvent(move: Move): Move & Span {
	return { ...move, start: move.slots[0]?.start ?? 0, end: move.slots.at(-1)?.end ?? 0 };
}

/** The first of sorted events that begins at an offset or after it. */
function firstFrom(events: readonly Span[], offset: number): number {
	let [low, high] = [0, events.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((events[middle]?.start ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
