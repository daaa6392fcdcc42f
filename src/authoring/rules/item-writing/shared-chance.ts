// What patterns are measured by: how often chance alone would make them.

/** A pattern is told of when chance alone would make one as strong in fewer than one of a hundred pools. */
export const significant = 0.01;

/** The mean number of independent events that happen, each with its own chance. */
export function expectedOf(chances: readonly number[]): number {
	return chances.reduce((sum, chance) => sum + chance, 0);
}

/** For a sentence: `8`, `8.4`, never more exact than it helps. */
export function rounded(count: number): string {
	return count < 10 ? String(Math.round(count * 10) / 10) : String(Math.round(count));
}
