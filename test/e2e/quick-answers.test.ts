import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { world } from '../cli/run-program.ts';
import { program } from './pseudo-terminal.ts';

const home = mkdtempSync(join(tmpdir(), 'gradus-quick-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The built program, which answers some things before it loads anything. */
function built(...argv: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
		encoding: 'utf8',
		env: { HOME: home, PATH: process.env['PATH'] ?? '' },
	});
	return { code: status, output: stdout, errors: stderr };
}

describe('what is answered at once', () => {
	it.each([['--help'], ['-h'], ['mpa'], ['nothing-like-it'], ['lear\u001b[31mn'], ['dekcs']])(
		'is what the whole program says: %j',
		async (word) => {
			expect(built(word)).toEqual(await world().run([word]));
		},
	);

	it.each([['help'], ['completion'], ['decks', '--help'], ['--learner', 'ada', 'mpa'], ['--nothing']])(
		'is left to the whole program where there is more to it: %j',
		async (...words) => {
			expect(built(...words)).toEqual(await world().run(words));
		},
	);

	it('is the version', () => {
		expect(built('--version')).toEqual({ code: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u), errors: '' });
		expect(built('-V')).toEqual(built('--version'));
	});

	it('ends with a failure where it cannot be written', () => {
		const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" --help >/dev/full`], { encoding: 'utf8' });
		expect(status).toBe(4);
		expect(stderr).toContain('could not be written');
	});
});
