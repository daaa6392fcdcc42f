// How likely a pattern is by chance alone.

/** A pattern is told of when chance alone would make one as strong in fewer than one of a hundred pools. */
export const significant = 0.01;

/**
 * The exact chance that at least `least` of independent events happen, each with its own chance (the upper tail of the Poisson-binomial
 * distribution; of the binomial, where all chances are equal). By dynamic programming over the events: sums of products of positive
 * numbers, so that small tails keep their digits. Time is the product of the two arguments' sizes.
 *
 * @param chances from 0 to 1.
 */
export function chanceOfAtLeast(least: number, chances: readonly number[]): number {
	if (least <= 0) return 1;
	if (least > chances.length) return 0;
	const exactly = new Float64Array(least);
	exactly[0] = 1;
	let enough = 0;
	for (const [index, chance] of chances.entries()) {
		enough += (exactly[least - 1] ?? 0) * chance;
		for (let count = Math.min(index + 1, least - 1); count > 0; count--) {
			exactly[count] = (exactly[count] ?? 0) * (1 - chance) + (exactly[count - 1] ?? 0) * chance;
		}
		exactly[0] = (exactly[0] ?? 0) * (1 - chance);
	}
	return enough;
}

/** The mean number of such events. */
export function expectedOf(chances: readonly number[]): number {
	return chances.reduce((sum, chance) => sum + chance, 0);
}

/** For a sentence: `8`, `8.4`, never more exact than it helps. */
export function rounded(count: number): string {
	return count < 10 ? String(Math.round(count * 10) / 10) : String(Math.round(count));
}
