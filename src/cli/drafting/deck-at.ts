// The deck that a command of `gradus new` adds to.

import { type Target, targetsOf } from '../checking/targets.ts';
import type { Context } from '../context.ts';

/** The deck that a path names or lies in; or why there is none. */
export function deckAt({ environment }: Context, path: string | undefined): Target | string {
	const found = targetsOf(environment.workingFolder, path === undefined ? [] : [path], undefined);
	const make = 'Nothing was written. Make a deck with: gradus new deck ./my-deck';
	if (!found.ok) return `${found.what} ${make}`;
	const [target, ...others] = found.targets;
	if (target === undefined || !target.stored) return `${path ?? 'This folder'} belongs to no deck. ${make}`;
	if (others.length > 0) return `There are several decks in ${path ?? 'this folder'}. Nothing was written. Name the folder of one of them.`;
	return target;
}
