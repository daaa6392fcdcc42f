// The last steps of every check: what comments silence, how much each rule matters in this run, and the order of telling.

import { inOrder } from '../deck/diagnostics/diagnostic-order.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { atLevel, type Levels } from './settings.ts';
import { type Silencers, silence } from './silencers.ts';

/** More in one file are only counted: so many are one mistake, made by a program. */
const mostDiagnostics = 1_000;

/** @param named files in the order wanted. */
export function conclude(
	told: readonly Diagnostic[],
	silencers: Silencers,
	levels: Levels,
	named: readonly string[],
): ReturnType<typeof silence> {
	const { diagnostics, silenced } = silence(told, silencers, levels);
	const leveled = diagnostics.flatMap((diagnostic) => atLevel(diagnostic, levels));
	return { diagnostics: inOrder(leveled, named, mostDiagnostics), silenced };
}
