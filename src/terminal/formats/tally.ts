// What every format counts, and whether the run has passed: one reckoning for annotations, summaries, reports and the exit code.

import type { CheckReport } from '../../model/check-report.ts';

export interface Tally {
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
	/** There are more warnings than `--max-warnings` allows. */
	readonly tooManyWarnings: boolean;
	/** No error, and not too many warnings. */
	readonly passed: boolean;
}

export function tallyOf({ diagnostics, maxWarnings = Number.POSITIVE_INFINITY }: Pick<CheckReport, 'diagnostics' | 'maxWarnings'>): Tally {
	const tally = { error: 0, warning: 0, info: 0 };
	for (const { severity } of diagnostics) tally[severity]++;
	const tooManyWarnings = tally.warning > maxWarnings;
	return {
		errors: tally.error,
		warnings: tally.warning,
		infos: tally.info,
		tooManyWarnings,
		passed: tally.error === 0 && !tooManyWarnings,
	};
}
