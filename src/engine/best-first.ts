// A row of which only the best are asked for, one after the other: a heap, so that nobody waits for the others to be put in order.

export class BestFirst<T> {
	readonly #heap: T[];
	readonly #compare: (a: T, b: T) => number;

	/** @param compare negative where `a` comes before `b`; no two items are equal. */
	constructor(items: readonly T[], compare: (a: T, b: T) => number) {
		this.#heap = [...items];
		this.#compare = compare;
		for (let place = (items.length >> 1) - 1; place >= 0; place--) this.#sink(place);
	}

	/** Undefined where nothing is left. */
	get first(): T | undefined {
		return this.#heap[0];
	}

	dropFirst(): void {
		const last = this.#heap.pop();
		if (last === undefined || this.#heap.length === 0) return;
		this.#heap[0] = last;
		this.#sink(0);
	}

	/** Each item comes before those at twice its place and one or two more. */
	#sink(from: number): void {
		const heap = this.#heap;
		const item = heap[from];
		if (item === undefined) return;
		let place = from;
		for (;;) {
			const left = 2 * place + 1;
			const [a, b] = [heap[left], heap[left + 1]];
			const [next, better] = b !== undefined && a !== undefined && this.#compare(b, a) < 0 ? [left + 1, b] : [left, a];
			if (better === undefined || this.#compare(item, better) < 0) break;
			heap[place] = better;
			place = next;
		}
		heap[place] = item;
	}
}
