import { join } from 'node:path';

import { expect, it } from 'vitest';

import { rulesDocument } from '../../src/authoring/rule-page.ts';
import { projectFolder } from './made-blocks.ts';

it('docs/rules.md is made from the rules; `npx vitest run test/docs --update` brings it up to date', async () => {
	await expect(rulesDocument()).toMatchFileSnapshot(join(projectFolder, 'docs/rules.md'));
});
