// How many slips of the finger lie between two texts.

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each counted once,
 * over code points. (Damerau, A technique for computer detection and correction of spelling errors, 1964, in the
 * restricted form that edits no substring twice.)
 */
export function typingDistance(a: string, b: string): number {
	const left = [...a];
	const right = [...b];
	let beforeLast: number[] = [];
	let last = Array.from({ length: right.length + 1 }, (_, column) => column);
	for (let row = 1; row <= left.length; row++) {
		const current = [row];
		for (let column = 1; column <= right.length; column++) {
			const same = left[row - 1] === right[column - 1];
			const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
			const candidates = [
				at(last, column) + 1,
				at(current, column - 1) + 1,
				at(last, column - 1) + (same ? 0 : 1),
				swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
			];
			current.push(Math.min(...candidates));
		}
		beforeLast = last;
		last = current;
	}
	return at(last, right.length);
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Number.POSITIVE_INFINITY;
}
