// `--against`: each deck as it was, told where there is nothing to compare with.

import type { Deck } from '../../model/deck.ts';
import { safe } from '../../terminal/safe.ts';
import type { Context } from '../context.ts';
import { deckBefore } from './against.ts';
import type { Target } from './targets.ts';

/** @returns versions by the deck's folder; undefined where the version that was named cannot be had at all, which is told. */
export function decksBefore(
	{ environment, printer }: Context,
	targets: readonly Target[],
	version: string,
): ReadonlyMap<string, Deck> | undefined {
	const decks = new Map<string, Deck>();
	for (const { root } of targets.filter(({ stored }) => stored)) {
		const before = deckBefore(root, version, environment);
		switch (before.kind) {
			case 'deck':
				decks.set(root, before.deck);
				break;
			case 'new':
			case 'unreadable':
				printer.complain(safe(before.message));
				break;
			case 'fault':
				printer.complain(safe(before.message));
				return undefined;
		}
	}
	return decks;
}
