// Sharing a form out among sections.

export interface Share {
	/** A positive integer. */
	readonly weight: number;
	/** Most that can be given. */
	readonly cap: number;
	/** Least that is given, where the seats suffice for everyone's; 1 unless stated, and never more than the cap. */
	readonly least?: number;
}

/**
 * Seats by weight, by the method of the largest remainder (Hamilton, 1792), in integers; nobody gets more than the cap, what is
 * over goes round again among the others, and everyone gets their least where there are seats enough.
 * Equal remainders go to the earlier share: order the shares by preference.
 *
 * @returns one count for each share; their sum is `seats`, or the sum of the caps where that is smaller.
 */
export function apportion(seats: number, shares: readonly Share[]): readonly number[] {
	const counts = shares.map(() => 0);
	let free = Math.min(
		seats,
		shares.reduce((sum, { cap }) => sum + cap, 0),
	);
	const total = free;
	let active = shares.map((share, index) => ({ ...share, index })).filter(({ cap }) => cap > 0);

	while (free > 0) {
		const given = largestRemainder(free, active);
		const full = active.filter((share, place) => (given[place] ?? 0) > share.cap);
		if (full.length === 0) {
			active.forEach((share, place) => {
				counts[share.index] = given[place] ?? 0;
			});
			break;
		}
		for (const share of full) {
			counts[share.index] = share.cap;
			free -= share.cap;
		}
		active = active.filter((share) => !full.includes(share));
	}
	return withLeast(counts, shares, total);
}

function largestRemainder(seats: number, shares: readonly Share[]): readonly number[] {
	const total = shares.reduce((sum, { weight }) => sum + weight, 0);
	const counts = shares.map(({ weight }) => Math.floor((weight * seats) / total));
	const left = seats - counts.reduce((sum, count) => sum + count, 0);
	const byRemainder = shares
		.map(({ weight }, index) => ({ index, remainder: (weight * seats) % total }))
		.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
	for (const { index } of byRemainder.slice(0, left)) counts[index] = (counts[index] ?? 0) + 1;
	return counts;
}

/** Gives whoever is below their least a seat of whoever is furthest above theirs, the lightest of equals; only where the seats suffice. */
function withLeast(counts: readonly number[], shares: readonly Share[], seats: number): readonly number[] {
	const least = shares.map((share) => Math.min(share.cap, share.least ?? 1));
	const given = [...counts];
	if (least.reduce((sum, count) => sum + count, 0) > seats) return given;
	const spare = (place: number) => (given[place] ?? 0) - (least[place] ?? 0);
	for (const place of shares.keys()) {
		while (spare(place) < 0) {
			const most = Math.max(...given.map((_, other) => spare(other)));
			const lightest = Math.min(...shares.filter((_, other) => spare(other) === most).map(({ weight }) => weight));
			const giver = shares.findLastIndex(({ weight }, other) => spare(other) === most && weight === lightest);
			given[giver] = (given[giver] ?? 0) - 1;
			given[place] = (given[place] ?? 0) + 1;
		}
	}
	return given;
}
