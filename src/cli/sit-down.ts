// Puts learner, record and deck in one room, and sees that whatever ends the sitting leaves the terminal sane and the record whole.

import type { Deck } from '../model/deck.ts';
import type { Examiner, LearnerRecord } from '../session/ports.ts';
import type { Session } from '../session/sit.ts';
import { createExaminer } from '../terminal/examiner.ts';
import type { Context } from './context.ts';
import { whenEnding } from './ending-signals.ts';
import { mannerOf } from './manner.ts';
import { terminalOf } from './terminal-of.ts';

type ClosableRecord = LearnerRecord & { close(options?: { readonly optimise?: boolean }): void };

/** An examiner who can be sent away. */
export type SeatedExaminer = Examiner & {
	/** Leaves both ends as they were found, whatever stands; for signal handlers too. */
	restore(): void;
	/** Where lines are read, Ctrl-C comes as a signal: it ends what stands, so that the last words are still said. */
	interrupt?(): void;
};

/** @param examiner the one for the terminal unless stated. */
export async function sitDown<T>(
	context: Context,
	record: ClosableRecord,
	deck: Deck | undefined,
	use: (session: Session) => Promise<T>,
	examiner?: SeatedExaminer,
): Promise<T> {
	const { environment } = context;
	const seated = examiner ?? (await terminalExaminer(context));
	let interrupted = false;
	const release = whenEnding(environment.signals, (signal) => {
		if (signal === 'SIGINT' && seated.interrupt !== undefined && !interrupted) {
			interrupted = true;
			seated.interrupt();
			return;
		}
		release();
		seated.restore();
		record.close({ optimise: false });
		environment.signals.raise(signal);
	});
	// A prompt that stands ends as if its input were lost, so that it takes nothing back from the screen that is said later.
	const unheard = environment.onStrayError?.((error) => {
		seated.restore();
		if (environment.input.listenerCount('error') > 0) environment.input.emit('error', error);
	});
	try {
		const matches = needsPatterns(record, deck) ? (await import('../engine/match-pattern.ts')).matchPattern : undefined;
		return await use({ record, examiner: seated, world: environment, ...(matches === undefined ? {} : { matches }) });
	} finally {
		release();
		unheard?.();
		seated.restore();
	}
}

async function terminalExaminer(context: Context): Promise<SeatedExaminer> {
	const io = terminalOf(context.environment);
	if (mannerOf(context) !== 'plain') return createExaminer(io);
	const { createPlainExaminer } = await import('../terminal/plain/plain-examiner.ts');
	return createPlainExaminer(io);
}

/** RE2 is only loaded for decks, or attempts left open, that have a pattern. */
function needsPatterns(record: LearnerRecord, deck: Deck | undefined): boolean {
	const asked = record.openAttempts(deck?.id).flatMap((attempt) => attempt.asked.map(({ question }) => question));
	const pool = deck?.units.flatMap(({ questions }) => questions) ?? [];
	return [...asked, ...pool].some((question) => question.type === 'text' && question.pattern !== undefined);
}
