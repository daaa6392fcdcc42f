import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { deckFolder, freshHome } from '../e2e/pseudo-terminal.ts';
import { projectFolder } from './made-blocks.ts';

const client = join(projectFolder, 'examples/quiz-client.mjs');

describe('the example client', () => {
	it('sits a whole quiz with the built program, and tells how it went', () => {
		const { folder, variables } = freshHome();
		const run = spawnSync(process.execPath, [client, deckFolder, 'first'], {
			cwd: folder,
			env: variables,
			encoding: 'utf8',
			timeout: 120_000,
		});
		expect(run).toMatchObject({ status: 0, stderr: '' });
		expect(run.stdout.match(/^\d of 4: What about .*number \d\?$/gmu)).toHaveLength(4);
		expect(run.stdout.match(/^ {2}(?:right|missed); right is: The right thing/gmu)).toHaveLength(4);
		expect(run.stdout).toMatch(/\n[0-4] of 4 right, 3 needed\nGo on with gradus learn .*first\n$/u);
	});

	it('is as short as it says', () => {
		const lines = readFileSync(client, 'utf8').split('\n');
		expect(lines.filter((line) => line.trim() !== '' && !line.trimStart().startsWith('//')).length).toBeLessThanOrEqual(45);
	});
});
