// A disk that is full can be given room: whoever was in the middle of an attempt may then go on with it, in the same sitting.

import type { Deck, Id } from '../model/deck.ts';
import { positionOf, unitOf } from '../session/progress.ts';
import type { Session } from '../session/sit.ts';
import type { Context } from './context.ts';
import { isInteractive } from './environment.ts';
import { isStoreError } from './store-error.ts';

/**
 * Runs `use`, and again as often as somebody at a terminal asks for it where the disk was full.
 *
 * @param wanted the unit of the attempt, where there is no choice of units.
 * @param use told whether it is to take up what it left.
 * @throws what `use` throws, unless it is run again.
 */
export async function whileThereIsRoom<T>(
	{ environment, printer }: Context,
	{ record, examiner }: Session,
	deck: Deck,
	wanted: Id | undefined,
	use: (again: boolean) => Promise<T>,
): Promise<T> {
	for (let again = false; ; again = true) {
		try {
			return await use(again);
		} catch (error) {
			if (!isStoreError(error) || error.fault.kind !== 'no-space' || !isInteractive(environment)) throw error;
			const attempt = record.openAttempts(deck.id).findLast(({ unit }) => wanted === undefined || unit === wanted);
			const unit = attempt === undefined ? undefined : unitOf(deck, attempt.unit);
			if (attempt === undefined || unit === undefined) throw error;
			printer.complain(
				'The disk is full, so your last answer or step could not be saved. Every answer before it is safe. Free some space, then go on.',
			);
			const { id, kind, asked } = attempt;
			const goOn = {
				kind: 'resume',
				attempt: id,
				deck,
				unit,
				attemptKind: kind,
				position: positionOf(attempt),
				asked: asked.length,
			} as const;
			const chosen = await examiner.choose({ about: { kind: 'resume', deck, unit }, actions: [goOn, { kind: 'stop' }] });
			if (chosen.kind !== 'resume') throw error;
		}
	}
}
