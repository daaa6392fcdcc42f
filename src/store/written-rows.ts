// Rows as they are written: the other side of rows.ts.

import type { FormItem } from '../model/attempt.ts';
import type { NewAttempt } from '../session/ports.ts';
import { encode } from './json-columns.ts';

/** The columns of `attempt`, but for its ordinal. Throws where a text cannot be stored. */
export function attemptRow(learner: string, attempt: NewAttempt) {
	const { id, deck, deckVersion, deckDigest, unit, kind, seed, rule, startedAt } = attempt;
	return {
		id: storable(id),
		learner,
		deck: storable(deck),
		deckVersion: deckVersion === undefined ? null : storable(deckVersion),
		deckDigest: storable(deckDigest),
		unit: storable(unit),
		kind,
		seed,
		...rule,
		started: startedAt,
	};
}

/** The columns of `question` when it is drawn, but for its attempt and position. */
export function questionRow({ question, options, reason }: FormItem) {
	return {
		question: storable(question.id),
		section: storable(question.section),
		fingerprint: storable(question.fingerprint),
		familiarity: reason.familiarity,
		timesShown: reason.timesShown,
		emphasis: reason.emphasis ? 1 : 0,
		snapshot: encode.snapshot({ question, options }),
		variant: question.variant === undefined ? null : encode.variantValues(question.variant.values),
	};
}

/** Text for a plain column. SQLite would silently change half a surrogate pair, and stop counting at a NUL. */
export function storable(text: string): string {
	if (text === '' || /\p{Surrogate}|\0/u.test(text))
		throw new Error(`Unexpected ${JSON.stringify(text)}, expected text that can be stored.`);
	return text;
}
