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

/** In a process of their own: the larger a process is, the longer it takes to start another from it, and these start thousands. */
const manyProcesses = ['test/decks/subject-decks.test.ts'];

export default defineConfig({
	test: {
		projects: [
			// No test mocks a module or leaves anything behind in one, so files may share what is loaded: a quarter of the time was loading.
			{ extends: true, test: { name: 'inside', include: ['test/**/*.test.ts'], exclude: manyProcesses, isolate: false } },
			{ extends: true, test: { name: 'outside', include: manyProcesses } },
		],
		reporters: [['default', { summary: false }], new LayersReporter()],
		// More than there are cores: the end-to-end tests mostly wait.
		maxWorkers: 3,
		// Against hangs alone: how fast the machine is, or how busy, decides no test.
		testTimeout: 180_000,
		hookTimeout: 180_000,
		expect: { poll: { timeout: 60_000, interval: 20 } },
		// Recordings are made anew with everything else that is made. Temporary folders lie in memory, where a system has such a place:
		// thousands of small files are made and removed.
		env: { TMPDIR: memoryFolder ?? tmpdir(), UPDATING: process.argv.some((word) => word === '--update' || word === '-u') ? 'yes' : 'no' },
	},
});
