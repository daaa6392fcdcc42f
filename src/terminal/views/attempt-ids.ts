// Ids of attempts, short enough to type.

import type { AttemptId } from '../../model/attempt.ts';

/** What an id begins with is the time, to about a minute. */
const shortest = 8;

/** The beginning of each id that tells it from the others. */
export function shortIds(ids: readonly AttemptId[]): ReadonlyMap<AttemptId, string> {
	const sorted = [...new Set(ids)].sort();
	return new Map(
		sorted.map((id, index) => {
			const shared = Math.max(sharedLength(id, sorted[index - 1]), sharedLength(id, sorted[index + 1]));
			return [id, id.slice(0, Math.max(shortest, shared + 1))];
		}),
	);
}

function sharedLength(a: string, b = ''): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length += 1;
	return length;
}
