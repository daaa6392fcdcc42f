// Values -> the tree that the careful reader makes of the same text, except that its nodes are made and their places looked up only
// when somebody asks. Most files are checked without anybody asking for a place.

import type { Span } from '../../model/diagnostic.ts';
import type { PlainMap, PlainValue } from './quick-yaml.ts';
import { entryOf, type ListNode, type MapNode, nodeAt, type SourceEntry, type SourceNode, type TextNode } from './source-node.ts';

/** @param placed the same node in a tree that has places. */
export function lazyTree(value: PlainValue, placed: () => SourceNode): SourceNode {
	if (typeof value === 'string') return new LazyText(value, placed);
	return Array.isArray(value) ? new LazyList(value, placed) : new LazyMap(value, placed);
}

class LazyText implements TextNode {
	readonly kind = 'text';
	readonly value: string;
	readonly #placed: () => SourceNode;

	constructor(value: string, placed: () => SourceNode) {
		this.value = value;
		this.#placed = placed;
	}

	get span(): Span {
		return this.#placed().span;
	}
}

class LazyList implements ListNode {
	readonly kind = 'list';
	readonly value: readonly PlainValue[];
	readonly #placed: () => SourceNode;
	#items: readonly SourceNode[] | undefined;

	constructor(value: readonly PlainValue[], placed: () => SourceNode) {
		this.value = value;
		this.#placed = placed;
	}

	get span(): Span {
		return this.#placed().span;
	}

	get items(): readonly SourceNode[] {
		this.#items ??= this.value.map((item, index) => lazyTree(item, () => nodeAt(this.#placed(), [index])));
		return this.#items;
	}
}

class LazyMap implements MapNode {
	readonly kind = 'map';
	readonly value: Readonly<PlainMap>;
	readonly entries: LazyEntries;
	readonly #placed: () => SourceNode;

	constructor(value: PlainMap, placed: () => SourceNode) {
		this.value = value;
		this.entries = new LazyEntries(value, placed);
		this.#placed = placed;
	}

	get span(): Span {
		return this.#placed().span;
	}
}

class LazyEntry implements SourceEntry {
	readonly node: SourceNode;
	readonly #key: string;
	readonly #map: () => SourceNode;

	constructor(key: string, value: PlainValue, map: () => SourceNode) {
		this.node = lazyTree(value, () => nodeAt(map(), [key]));
		this.#key = key;
		this.#map = map;
	}

	get keySpan(): Span {
		const map = this.#map();
		return entryOf(map, this.#key)?.keySpan ?? map.span;
	}
}

/** Single entries without making the others: there are very many maps, of which only a key or two is looked at. */
class LazyEntries implements ReadonlyMap<string, SourceEntry> {
	readonly #value: Readonly<PlainMap>;
	readonly #map: () => SourceNode;

	constructor(value: PlainMap, map: () => SourceNode) {
		this.#value = value;
		this.#map = map;
	}

	get size(): number {
		return Object.keys(this.#value).length;
	}

	has(key: string): boolean {
		return Object.hasOwn(this.#value, key);
	}

	get(key: string): SourceEntry | undefined {
		const value = this.has(key) ? this.#value[key] : undefined;
		return value === undefined ? undefined : new LazyEntry(key, value, this.#map);
	}

	forEach(visit: (entry: SourceEntry, key: string, entries: ReadonlyMap<string, SourceEntry>) => void): void {
		this.#all().forEach(visit);
	}

	entries(): MapIterator<[string, SourceEntry]> {
		return this.#all().entries();
	}

	keys(): MapIterator<string> {
		return this.#all().keys();
	}

	values(): MapIterator<SourceEntry> {
		return this.#all().values();
	}

	[Symbol.iterator](): MapIterator<[string, SourceEntry]> {
		return this.#all().entries();
	}

	#all(): ReadonlyMap<string, SourceEntry> {
		return new Map(Object.entries(this.#value).map(([key, value]) => [key, new LazyEntry(key, value, this.#map)]));
	}
}
