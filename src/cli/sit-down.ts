// Puts learner, record and deck in one room, and sees that whatever ends the sitting leaves the terminal sane and the record whole.

import type { Deck } from '../model/deck.ts';
import type { LearnerRecord } from '../session/ports.ts';
import type { Session } from '../session/sit.ts';
import { createExaminer } from '../terminal/examiner.ts';
import type { Context } from './context.ts';
import { onEndingSignals } from './ending-signals.ts';
import { terminalOf } from './terminal-of.ts';

type ClosableRecord = LearnerRecord & { close(options?: { readonly optimise?: boolean }): void };

export async function sitDown<T>(
	{ environment }: Context,
	record: ClosableRecord,
	deck: Deck | undefined,
	use: (session: Session) => Promise<T>,
): Promise<T> {
	const examiner = createExaminer(terminalOf(environment));
	const release = onEndingSignals(environment.signals, () => {
		examiner.restore();
		record.close({ optimise: false });
	});
	try {
		const matches = needsPatterns(record, deck) ? (await import('../engine/match-pattern.ts')).matchPattern : undefined;
		return await use({ record, examiner, world: environment, ...(matches === undefined ? {} : { matches }) });
	} finally {
		release();
		examiner.restore();
	}
}

/** RE2 is only loaded for decks, or attempts left open, that have a pattern. */
function needsPatterns(record: LearnerRecord, deck: Deck | undefined): boolean {
	const asked = record.openAttempts(deck?.id).flatMap((attempt) => attempt.asked.map(({ question }) => question));
	const pool = deck?.units.flatMap(({ questions }) => questions) ?? [];
	return [...asked, ...pool].some((question) => question.type === 'text' && question.pattern !== undefined);
}
