// What every report says of a deck and of its progress.

import type { Deck } from '../../model/deck.ts';
import type { DeckReport } from '../../model/report.ts';
import type { Progress } from '../progress.ts';

export function headOf({ id, address, title, summary }: Deck): Pick<DeckReport, 'deck' | 'address' | 'title' | 'summary'> {
	return { deck: id, ...(address === undefined ? {} : { address }), title, ...(summary === undefined ? {} : { summary }) };
}

export function masteredIn({ standings }: Progress): number {
	return [...standings.values()].filter(({ state }) => state === 'mastered').length;
}
