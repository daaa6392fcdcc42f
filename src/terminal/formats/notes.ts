// What stands beside a problem: the other place, where there are two, and what to do.

import type { Diagnostic } from '../../model/diagnostic.ts';
import { safeLine } from '../safe.ts';
import type { RangeOf } from '../text-positions.ts';

/** A line each: `path:line:col: message`, then `help: …`. */
export function notesOf({ related, help }: Diagnostic, rangeOf: RangeOf): readonly string[] {
	const start = related === undefined ? undefined : rangeOf(related)?.start;
	const where = start === undefined ? '' : `:${start.line}:${start.column}`;
	return [
		...(related === undefined ? [] : [`${safeLine(related.file)}${where}: ${safeLine(related.message)}`]),
		...(help === undefined ? [] : [`help: ${safeLine(help)}`]),
	];
}
