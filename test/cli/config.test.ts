import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { configured } from '../../src/cli/config.ts';
import { world } from './run-program.ts';

function withConfig(text: string, variables: Readonly<Record<string, string>> = {}) {
	const at = world();
	mkdirSync(join(at.folder, '.config/gradus'), { recursive: true });
	writeFileSync(join(at.folder, '.config/gradus/config.env'), text);
	return { at, found: configured(at.environment({ variables: { HOME: at.folder, ...variables } })) };
}

describe('the configuration file', () => {
	it('sets variables, and the environment goes before it', () => {
		const { found } = withConfig('# mine\nGRADUS_LEARNER=ada\nGRADUS_DB="/tmp/a record.db"\n', { GRADUS_LEARNER: 'grace' });
		expect(found.complaints).toEqual([]);
		expect(found.environment.variables['GRADUS_LEARNER']).toBe('grace');
		expect(found.environment.variables['GRADUS_DB']).toBe('/tmp/a record.db');
	});

	it('names what it does not know, and the rest counts', () => {
		const { found } = withConfig('GRADUS_LERNER=ada\nPATH=/evil\nGRADUS_PLAIN=1\n');
		expect(found.complaints[0]).toContain(
			'sets GRADUS_LERNER, which Gradus does not know there, so it is left aside. Did you mean GRADUS_LEARNER?',
		);
		expect(found.complaints[1]).toContain('sets PATH');
		expect(found.environment.variables['PATH']).toBeUndefined();
		expect(found.environment.variables['GRADUS_PLAIN']).toBe('1');
	});

	it('names the record by a whole path, where ~ is the home folder: no folder one is in makes a record of its own', () => {
		const { at, found } = withConfig('GRADUS_DB=~/learning/record.db\n');
		expect(found.complaints).toEqual([]);
		expect(found.environment.variables['GRADUS_DB']).toBe(join(at.folder, 'learning/record.db'));
		const relative = withConfig('GRADUS_DB=record.db\n').found;
		expect(relative.environment.variables['GRADUS_DB']).toBeUndefined();
		expect(relative.complaints).toEqual([expect.stringContaining('Write the whole path, from / or from ~/.')]);
	});

	it('is looked for under XDG_CONFIG_HOME', async () => {
		const at = world();
		mkdirSync(join(at.folder, 'conf/gradus'), { recursive: true });
		writeFileSync(join(at.folder, 'conf/gradus/config.env'), 'GRADUS_DB=/nowhere/at/all\nNONSENSE=1\n');
		const run = await at.run(['history'], { XDG_CONFIG_HOME: join(at.folder, 'conf') });
		expect(run.code).toBe(0);
		expect(run.errors).toContain('sets NONSENSE');
	});

	it('that cannot be read is told, and the command runs', async () => {
		const at = world();
		mkdirSync(join(at.folder, '.config/gradus/config.env'), { recursive: true });
		const run = await at.run(['history']);
		expect(run.code).toBe(0);
		expect(run.errors).toContain('could not be read (EISDIR), so it is left aside.');
	});
});
