// The last words when a learner stops: what is kept, and how to go on.

import type { Id } from '../../model/deck.ts';
import type { LeftOpen } from '../../model/report.ts';
import { comfortable, wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { command, commandLine, quoted } from './wording.ts';

/**
 * @param deck as a command line names it.
 * @param left the attempt that waits, where there is one.
 */
export function renderParting(deck: string, left: LeftOpen | undefined, style: Style, columns: number): string {
	const width = comfortable(columns);
	const waiting =
		left === undefined
			? 'Stopped. Everything is kept.'
			: `Stopped at question ${left.position} of ${left.asked} of the ${left.kind} on ${quoted(left.unitTitle, style)}. Every answer is kept.`;
	const way = left === undefined ? command('learn', deck) : command('learn', deck, left.unit);
	return [...wrap(waiting, width), ...commandLine('Go on with', way, width, style)].join('\n');
}

/** After one attempt on its own: where the loop goes on. `deck`: as a command line names it. */
export function renderOnward(deck: string, unit: Id, style: Style, columns: number): string {
	return ['', ...commandLine('Go on with', command('learn', deck, unit), comfortable(columns), style)].join('\n');
}
