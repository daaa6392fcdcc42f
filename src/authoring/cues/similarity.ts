// Which texts of many have nearly the same words, without comparing each with each.

/** Two texts, and how many words are in both of them and in either. */
export interface Likeness {
	/** The earlier one, by its index. */
	readonly first: number;
	readonly shared: number;
	readonly either: number;
}

/** The rarest words of a text, known by their rank among all words (rarest first), in ascending order. */
type Ranks = Uint32Array;

/** Texts of one size that have a word at one place in their order, in order of index. */
interface Shelf {
	readonly size: number;
	readonly position: number;
	readonly texts: number[];
}

/**
 * For each text the first before it that is nearly the same, unless the two belong together: Jaccard similarity (words in both, divided by
 * words in either) of 0.9 or more.
 *
 * Two such sets share one of their rarest words (prefix filtering: Chaudhuri, Ganti and Kaushik, 2006; with the filter by position of
 * Xiao, Wang, Lin and Yu, 2008). So a text is compared only with those that have one of its rarest words among their rarest, where sizes and
 * positions leave room for enough in common.
 *
 * @param texts the words of each, repetitions and all (they do not count); one without words is like nothing.
 * @param familyOf texts of the same family belong together; undefined: to none.
 */
export function firstAlike(
	texts: readonly (readonly string[])[],
	familyOf: (index: number) => string | undefined,
): readonly (Likeness | undefined)[] {
	const { ranked, firstShared } = rankWords(texts);
	const shelves = new Map<number, Map<number, Shelf>>();
	return ranked.map((ranks, index) => {
		const family = familyOf(index);
		const prefix = prefixOf(ranks.length);
		let best: Likeness | undefined;
		for (let position = 0; position < prefix; position++) {
			const rank = ranks[position] ?? 0;
			if (rank < firstShared) continue;
			const own = shelves.get(rank) ?? new Map<number, Shelf>();
			shelves.set(rank, own);
			for (const shelf of own.values()) {
				const needed = neededOf(ranks.length, shelf.size);
				if (Math.min(ranks.length - position, shelf.size - shelf.position) < needed) continue;
				for (const first of shelf.texts) {
					if (first === index || (best !== undefined && first >= best.first)) break;
					if (family !== undefined && family === familyOf(first)) continue;
					const shared = sharedOf(ranks, ranked[first] ?? ranks);
					if (shared < needed) continue;
					best = { first, shared, either: ranks.length + shelf.size - shared };
					break;
				}
			}
			shelve(own, { size: ranks.length, position, texts: [index] });
		}
		return best;
	});
}

/** Sizes and positions are below this. */
const manyWords = 2 ** 20;

function shelve(shelves: Map<number, Shelf>, shelf: Shelf): void {
	const place = shelf.size * manyWords + shelf.position;
	const known = shelves.get(place);
	if (known === undefined) shelves.set(place, shelf);
	else known.texts.push(...shelf.texts);
}

/** Words in both that make two sets of these sizes similar: the least n with n / (a + b - n) >= 9/10. */
function neededOf(a: number, b: number): number {
	return Math.ceil((9 * (a + b)) / 19);
}

/** A similar set shares at least nine tenths of this one's words, hence one of so many, whichever they are. */
function prefixOf(size: number): number {
	return size === 0 ? 0 : size - Math.ceil((9 * size) / 10) + 1;
}

/** `firstShared`: words of a lower rank stand in one text alone. */
function rankWords(texts: readonly (readonly string[])[]): { readonly ranked: readonly Ranks[]; readonly firstShared: number } {
	const numbers = new Map<string, number>();
	const counts: number[] = [];
	const lastText: number[] = [];
	const numbered = texts.map((words, index) => {
		const own: number[] = [];
		for (const word of words) {
			const number = numbers.get(word) ?? numbers.size;
			if (number === numbers.size) numbers.set(word, number);
			if (lastText[number] === index) continue;
			lastText[number] = index;
			counts[number] = (counts[number] ?? 0) + 1;
			own.push(number);
		}
		return own;
	});
	const byRarity = Uint32Array.from(counts.keys()).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
	const rankOf = new Uint32Array(counts.length);
	for (const [rank, number] of byRarity.entries()) rankOf[number] = rank;
	const ranked = numbered.map((own) => new Uint32Array(own.map((number) => rankOf[number] ?? 0)).sort());
	return { ranked, firstShared: counts.filter((count) => count === 1).length };
}

function sharedOf(a: Ranks, b: Ranks): number {
	let [shared, i, j] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		const [left = 0, right = 0] = [a[i], b[j]];
		if (left === right) shared++;
		if (left <= right) i++;
		if (right <= left) j++;
	}
	return shared;
}
