// What the problems of a run come to, and whether it has passed.

import type { CheckReport, Tally } from '../../model/check-report.ts';

export function tallyOf({ diagnostics, maxWarnings = Number.POSITIVE_INFINITY }: Pick<CheckReport, 'diagnostics' | 'maxWarnings'>): Tally {
	const counts = { error: 0, warning: 0, info: 0 };
	for (const { severity } of diagnostics) counts[severity]++;
	const tooManyWarnings = counts.warning > maxWarnings;
	return {
		errors: counts.error,
		warnings: counts.warning,
		infos: counts.info,
		tooManyWarnings,
		passed: counts.error === 0 && !tooManyWarnings,
	};
}
