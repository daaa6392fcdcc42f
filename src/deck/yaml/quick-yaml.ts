// YAML text -> the tree that careful-yaml.ts makes of it, in a fraction of the time, or nothing at all: whatever is not certain to
// be read alike is left to the careful reader. No message may enter here.

import {
	COLLECTION_STYLE,
	EVENT_ID,
	type Event,
	getScalarValue,
	type MappingEvent,
	parseEvents,
	SCALAR_STYLE,
	type ScalarEvent,
	type SequenceEvent,
} from 'js-yaml';

import type { Span } from '../../model/diagnostic.ts';
import { findCharacterFaults } from './characters.ts';
import { isWithinLexemes, yamlLimits } from './compose-yaml.ts';
import { type ListNode, type MapNode, type SourceEntry, type SourceNode, type TextNode, withoutBlankEnd } from './source-node.ts';

/**
 * Lines on which the two libraries may differ: directives, ends of documents, tabs before the first word or where no word follows, a
 * comment that goes on below a key.
 */
const doubtfulLine = /^(?:%|\.\.\.|\t| *\t[ \t]*(?:#|$))|:[ \t]+#[^\n]*\n[ \t]*#/m;

/** `---` where it changes nothing: on a line of its own, above all but comments. */
const plainStart = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*---\r?\n/;

/** Longest key, in UTF-16 units. The libraries refuse those of more than about a thousand. */
const longestKey = 200;

/** @returns `undefined` when anything may be wrong with the text, or when it is only unusual. */
export function readQuickly(text: string): SourceNode | undefined {
	if (doubtfulLine.test(text) || !isWithinLexemes(text) || findCharacterFaults(text).length > 0) return undefined;
	const events = eventsOf(text);
	return events === undefined ? undefined : new EventReader(text, events).document();
}

/** The library tells what is wrong by throwing; the careful reader tells it in our words. */
function eventsOf(text: string): readonly Event[] | undefined {
	try {
		return parseEvents(text, { maxDepth: yamlLimits.levels + 1 });
	} catch {
		return undefined;
	}
}

/** Every method returns `undefined` as soon as something is not certain. */
class EventReader {
	readonly #text: string;
	readonly #events: readonly Event[];
	#next = 0;
	#nodes = 0;

	constructor(text: string, events: readonly Event[]) {
		this.#text = text;
		this.#events = events;
	}

	document(): SourceNode | undefined {
		const start = this.#events[this.#next++];
		if (start?.type !== EVENT_ID.DOCUMENT || (start.explicitStart && !plainStart.test(this.#text))) return undefined;
		const root = this.#node(1);
		const isWhole = this.#next === this.#events.length - 1;
		return isWhole && root?.kind !== 'text' ? root : undefined;
	}

	#node(level: number): SourceNode | undefined {
		const event = this.#events[this.#next++];
		if (event?.type === EVENT_ID.SCALAR) return this.#scalar(event);
		if (event?.type !== EVENT_ID.SEQUENCE && event?.type !== EVENT_ID.MAPPING) return undefined;
		if (hasProperties(event) || level > yamlLimits.levels || ++this.#nodes > yamlLimits.nodes) return undefined;
		return event.type === EVENT_ID.SEQUENCE ? this.#list(event, level) : this.#map(event, level);
	}

	#list(event: SequenceEvent, level: number): ListNode | undefined {
		const items: SourceNode[] = [];
		while (!this.#isOver()) {
			const item = this.#node(level + 1);
			if (item === undefined || (event.style === COLLECTION_STYLE.BLOCK && !this.#isAfterDash(item.span.start))) return undefined;
			items.push(item);
		}
		const span = this.#spanOf(event, items.at(-1));
		return span && { kind: 'list', span, items, value: items.map((item) => item.value) };
	}

	#map(event: MappingEvent, level: number): MapNode | undefined {
		const entries = new Map<string, SourceEntry>();
		const value: Record<string, unknown> = Object.create(null);
		let last: SourceNode | undefined;
		while (!this.#isOver()) {
			const key = this.#key();
			if (key === undefined || entries.has(key.value)) return undefined;
			if (event.style === COLLECTION_STYLE.BLOCK && !this.#isFirstWord(key.span.start)) return undefined;
			last = this.#node(level + 1);
			if (last === undefined || entries.size === yamlLimits.keys) return undefined;
			entries.set(key.value, { keySpan: key.span, node: last });
			value[key.value] = last.value;
		}
		const span = this.#spanOf(event, last);
		return span && { kind: 'map', span, entries, value };
	}

	/** A short word with its colon right after it. */
	#key(): TextNode | undefined {
		const event = this.#events[this.#next++];
		if (event?.type !== EVENT_ID.SCALAR) return undefined;
		const key = this.#scalar(event);
		if (key === undefined || key.value === '<<' || key.value === '__proto__') return undefined;
		const { start, end } = key.span;
		return end - start <= longestKey && this.#text[end] === ':' ? key : undefined;
	}

	/** It begins on the line of its dash. */
	#isAfterDash(start: number): boolean {
		let at = start - 1;
		while (this.#text[at] === ' ') at--;
		return this.#text[at] === '-';
	}

	/** Only dashes stand before it in its line. */
	#isFirstWord(start: number): boolean {
		let at = start - 1;
		while (at >= 0 && ' -'.includes(this.#text.charAt(at))) at--;
		return at < 0 || this.#text[at] === '\n';
	}

	/** The list or map that was begun last ends here. */
	#isOver(): boolean {
		if (this.#events[this.#next]?.type !== EVENT_ID.POP) return false;
		this.#next++;
		return true;
	}

	#spanOf({ type, start, style }: SequenceEvent | MappingEvent, last: SourceNode | undefined): Span | undefined {
		const end = last?.span.end ?? start + 1;
		if (style === COLLECTION_STYLE.BLOCK) return { start, end };
		const bracket = this.#afterCommasAndComments(end);
		const inside = this.#text.slice(start, bracket);
		// On comments between brackets the libraries do not agree.
		if (inside.includes('\n') && inside.includes('#')) return undefined;
		return this.#text[bracket] === (type === EVENT_ID.SEQUENCE ? ']' : '}') ? { start, end: bracket + 1 } : undefined;
	}

	#afterCommasAndComments(from: number): number {
		let at = from;
		while (at < this.#text.length && ' \t\r\n,#'.includes(this.#text.charAt(at))) {
			const endOfComment = this.#text[at] === '#' ? this.#text.indexOf('\n', at) : at;
			if (endOfComment < 0) return this.#text.length;
			at = endOfComment + 1;
		}
		return at;
	}

	#scalar(event: ScalarEvent): TextNode | undefined {
		const { style, valueStart, valueEnd } = event;
		if (hasProperties(event) || valueStart < 0 || ++this.#nodes > yamlLimits.nodes) return undefined;
		const value = getScalarValue(this.#text, event);
		if (style === SCALAR_STYLE.PLAIN) return { kind: 'text', span: { start: valueStart, end: valueEnd }, value };
		if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) {
			// Characters that were written as escapes; those written raw were looked for in the text itself.
			const isSound = event.fast || (findCharacterFaults(value).length === 0 && !value.includes('\r'));
			return isSound ? { kind: 'text', span: { start: valueStart - 1, end: valueEnd + 1 }, value } : undefined;
		}
		const span = this.#spanOfBlock(valueStart, valueEnd);
		return span && { kind: 'text', span, value };
	}

	/** From its sign, which ends the line above the text. Where more follows it, or it keeps the empty lines at its end, the careful reader is asked. */
	#spanOfBlock(valueStart: number, valueEnd: number): Span | undefined {
		const line = this.#text.lastIndexOf('\n', valueStart - 2) + 1;
		const above = this.#text.slice(line, valueStart);
		const sign = /[|>]-?[ \t]*\r?\n$/.exec(above);
		return sign === null || above.includes('#') ? undefined : withoutBlankEnd(this.#text, { start: line + sign.index, end: valueEnd });
	}
}

function hasProperties({ anchorStart, tagStart }: ScalarEvent | SequenceEvent | MappingEvent): boolean {
	return anchorStart >= 0 || tagStart >= 0;
}
