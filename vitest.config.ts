import { defineConfig } from 'vitest/config';

import { LayersReporter } from './test/layers-reporter.ts';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		reporters: [['default', { summary: false }], new LayersReporter()],
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
