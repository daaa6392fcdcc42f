// The values of a `pick`, from the scalars that an author wrote.

import type { Value } from '../../model/deck.ts';
import { numberText } from '../formula/numbers.ts';

/**
 * Numbers, where every one is written as it would be shown (`10`, `-2.5`); texts as written otherwise, so that `1.10` stays a version
 * and `007` a name.
 */
export function pickedValues(written: readonly string[]): readonly Value[] {
	const numbers = written.map(Number);
	return written.every((text, index) => isShown(text, numbers[index] ?? Number.NaN)) ? numbers : written;
}

function isShown(text: string, value: number): boolean {
	return Number.isFinite(value) && numberText(value) === text;
}
