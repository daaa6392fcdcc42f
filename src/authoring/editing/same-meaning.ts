// Proves a mend: what was written means what it meant, apart from what the mend was to change, and no comment is lost.

import { commentsOf } from './layout.ts';
import type { Meaning } from './mend.ts';
import { readText } from './read-text.ts';

export function meansTheSame(before: string, after: string, changes: readonly Meaning[]): boolean {
	const [old, now] = [readText(before), readText(after)];
	if (old.root === undefined || now.root === undefined) return false;
	return (
		canonical(withChanges(old.root.value, changes)) === canonical(now.root.value) &&
		String(commentsOf(before)) === String(commentsOf(after))
	);
}

/** The values as they are to be: keys called otherwise, texts replaced or added. Paths name keys as they were. */
function withChanges(value: unknown, changes: readonly Meaning[]): unknown {
	if (changes.length === 0) return value;
	const here = changes.find(({ kind, path }) => kind === 'text' && path.length === 0);
	if (here !== undefined) return here.to;
	if (Array.isArray(value)) return value.map((item, index) => withChanges(item, below(changes, index)));
	const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
	const added = changes.flatMap(({ kind, path }) => (kind === 'text' && path.length === 1 ? String(path[0]) : []));
	return Object.fromEntries(
		[...new Set([...keys, ...added])].map((key) => {
			const renamed = changes.find(({ kind, path }) => kind === 'key' && path.length === 1 && path[0] === key);
			return [renamed?.to ?? key, withChanges(Reflect.get(Object(value), key), below(changes, key))] as const;
		}),
	);
}

function below(changes: readonly Meaning[], step: string | number): readonly Meaning[] {
	return changes.flatMap((change) => {
		const [first, ...rest] = change.path;
		return first === step && (change.kind === 'text' || rest.length > 0) ? [{ ...change, path: rest }] : [];
	});
}

/** One text for values that are equal: lists in their order, maps in the order of the alphabet. */
export function canonical(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
}
