// How the rules about changes say the same things.

import { listed } from '../../../deck/diagnostics/diagnostic-codes.ts';
import type { Id } from '../../../model/deck.ts';

/** Ids that a message names before it only counts. */
const mostNamed = 5;

/** `a`, `b` and `c`; `a`, `b`, `c`, `d`, `e` and 7 more */
export function named(ids: readonly Id[]): string {
	if (ids.length <= mostNamed) return listed(ids, 'and');
	const shown = ids.slice(0, mostNamed).map((id) => `\`${id}\``);
	return `${shown.join(', ')} and ${ids.length - mostNamed} more`;
}

/** The question `a`; the questions `a` and `b` */
export function theNamed(one: string, ids: readonly Id[]): string {
	return `${one}${ids.length === 1 ? '' : 's'} ${named(ids)}`;
}

/** `1 question`, `4 questions`, `2 fresh retries` */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}
