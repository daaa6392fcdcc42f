import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { defineConfig } from 'vitest/config';

import { LayersReporter } from './test/layers-reporter.ts';

const memoryFolder = ['/dev/shm'].find((folder) => {
	try {
		accessSync(folder, constants.W_OK);
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize > 4e9;
	} catch {
		return false;
	}
});

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		reporters: [['default', { summary: false }], new LayersReporter()],
		// More than there are cores: the end-to-end tests mostly wait.
		maxWorkers: 3,
		// No test mocks a module or leaves anything behind in one, so files may share what is loaded: a quarter of the time was loading.
		isolate: false,
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// Recordings are made anew with everything else that is made. Temporary folders lie in memory, where a system has such a place:
		// thousands of small files are made and removed.
		env: { TMPDIR: memoryFolder ?? tmpdir(), UPDATING: process.argv.some((word) => word === '--update' || word === '-u') ? 'yes' : 'no' },
	},
});
