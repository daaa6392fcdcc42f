// How the rules about changes say the same things.

import { listed } from '../../../deck/diagnostics/diagnostic-codes.ts';
import type { Id } from '../../../model/deck.ts';

/** Ids that a message names before it only counts. */
const mostNamed = 5;

/** `a`, `b` and `c`; `a`, `b`, `c`, `d`, `e` and 7 more */
export function named(ids: readonly Id[]): string {
	return listed(ids, 'and', mostNamed);
}

/** The question `a`; the questions `a` and `b` */
export function theNamed(one: string, ids: readonly Id[]): string {
	return `${one}${ids.length === 1 ? '' : 's'} ${named(ids)}`;
}
