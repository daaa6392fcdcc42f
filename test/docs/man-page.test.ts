import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { createPrinter } from '../../src/cli/printer.ts';
import { createProgram } from '../../src/cli/program.ts';
import { projectFolder } from './made-blocks.ts';
import { manPage } from './man-page.ts';

const file = join(projectFolder, 'man/gradus.1');
const program = createProgram(createPrinter({ output: new PassThrough(), errors: new PassThrough() }), async () => undefined);
const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { readonly version: string };

describe('the manual page', () => {
	it('is made from the commands; `npx vitest run test/docs --update` brings it up to date', async () => {
		await expect(manPage(program, version)).toMatchFileSnapshot(file);
	});

	it.skipIf(!existsSync('/usr/bin/groff'))('is read by groff without a warning, and names every command', () => {
		const shown = execFileSync('groff', ['-man', '-Tutf8', '-ww', '-P-cbou', file], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const command of program.createHelp().visibleCommands(program)) {
			if (command.name() !== 'help') expect(shown).toMatch(new RegExp(`gradus ${command.name()}`, 'u'));
		}
	});
});
