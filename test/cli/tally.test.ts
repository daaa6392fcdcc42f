import { describe, expect, it } from 'vitest';

import { tallyOf } from '../../src/cli/checking/tally.ts';
import { plain } from '../terminal/check-reports.ts';

describe('the tally', () => {
	const mild = plain.diagnostics.filter(({ severity }) => severity !== 'error');

	it.each([
		['errors', plain.diagnostics, undefined, { passed: false, tooManyWarnings: false }],
		['errors, and as many warnings as allowed', plain.diagnostics, 1, { passed: false, tooManyWarnings: false }],
		['as many warnings as allowed', mild, 1, { passed: true, tooManyWarnings: false }],
		['a warning too many', mild, 0, { passed: false, tooManyWarnings: true }],
		['warnings without a limit', mild, undefined, { passed: true, tooManyWarnings: false }],
		['nothing', [], 0, { passed: true, tooManyWarnings: false }],
	])('judges %s', (_, diagnostics, maxWarnings, expected) => {
		expect(tallyOf({ diagnostics, ...(maxWarnings === undefined ? {} : { maxWarnings }) })).toMatchObject(expected);
	});

	it('counts each severity', () => {
		expect(tallyOf(plain)).toMatchObject({ errors: 3, warnings: 1, infos: 1 });
	});
});
