import { spawnSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import { program } from './pseudo-terminal.ts';

function startedBy(version: string) {
	const disguise = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); process.argv.splice(1, 0, 'gradus'); require(${JSON.stringify(program)})`;
	return spawnSync(process.execPath, ['-e', disguise, '--', '--version'], { encoding: 'utf8' });
}

describe('a Node that is too old', () => {
	for (const version of ['12.22.12', '18.20.4', '20.16.0']) {
		it(`is refused in one sentence: ${version}`, () => {
			const { status, stdout, stderr } = startedBy(version);
			expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
			expect(stderr).toBe(
				`Gradus needs Node 20.17 or newer, and this is Node ${version}. Nothing was changed: install a newer Node and run it again.\n`,
			);
		});
	}

	it('is told from one that will do', () => {
		for (const version of ['20.17.0', '22.1.0', '30.0.0']) {
			expect(startedBy(version)).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u) });
		}
	});
});
