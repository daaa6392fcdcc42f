// The order of names as people count: d2 before d10. Without `Intl`, which takes longer to load than a start may.

const widest = 16;

/** By code units, runs of digits by their number; a copy. */
export function inNameOrder(names: readonly string[]): string[] {
	return names
		.map((name) => ({ name, key: name.replaceAll(/\d+/gu, (digits) => digits.padStart(widest, '0')) }))
		.sort((a, b) => compare(a.key, b.key) || compare(a.name, b.name))
		.map(({ name }) => name);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
