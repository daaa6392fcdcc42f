// A choice, and what it means to leave from there.

import type { Action, Examiner, Menu, Stop } from './ports.ts';

export type Chosen = Exclude<Action, { readonly kind: 'stop' }> | Stop;

/** Choosing to stop from a menu is leaving in peace. */
export async function choose(examiner: Examiner, menu: Menu): Promise<Chosen> {
	return asChosen(await examiner.choose(menu));
}

export function asChosen(action: Action | Stop): Chosen {
	if (action.kind !== 'stop') return action;
	return 'by' in action ? action : { kind: 'stop', by: 'quit' };
}
