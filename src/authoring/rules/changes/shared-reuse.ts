// An id under which something else is asked than before.

import { isOtherStem, isOtherSubject, tellsMuch } from '../../pairing/likeness.ts';
import type { QuestionPair } from '../../pairing/pair-questions.ts';
import type { DeckChange } from '../../rule.ts';
import { changedParts } from './shared-key-change.ts';

/** Neither key nor stem is left, or only a key that is often the same by chance. A translation changes both, and still asks the same. */
export function isReused({ before: { language }, after }: DeckChange, { before, after: { question } }: QuestionPair): boolean {
	if (language !== after.language || !isOtherStem(before, question)) return false;
	if (changedParts(before, question).some((part) => part === 'key' || part === 'type')) return true;
	return !tellsMuch(question) && isOtherSubject(before, question);
}
