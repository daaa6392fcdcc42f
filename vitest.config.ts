import { defineConfig } from 'vitest/config';

import { LayersReporter } from './test/layers-reporter.ts';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		reporters: [['default', { summary: false }], new LayersReporter()],
		// One less than there are cores would leave one of two idle: the end-to-end tests mostly wait.
		maxWorkers: 2,
		// No test mocks a module or leaves anything behind in one, so files may share what is loaded: a quarter of the time was loading.
		isolate: false,
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// Recordings are made anew with everything else that is made.
		env: { UPDATING: process.argv.some((word) => word === '--update' || word === '-u') ? 'yes' : 'no' },
	},
});
