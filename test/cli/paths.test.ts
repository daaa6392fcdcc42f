import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { isFolder, pathFrom, shownPath } from '../../src/cli/paths.ts';
import { temporaryFolder } from './git-repository.ts';

describe('a path', () => {
	it.each([
		['/home/a/decks', '/home/a/decks/git/unit.yaml', 'git/unit.yaml'],
		['/home/a/decks', '/home/a/decks', '.'],
		['/home/a/decks', '/home/a/other/unit.yaml', '../other/unit.yaml'],
		['/home/a/decks/git/units', '/x.yaml', '/x.yaml'],
	])('is shown in %s as a person there names %s: %s', (folder, path, shown) => {
		expect(shownPath(folder, path)).toBe(shown);
	});

	it('from a folder to itself is empty', () => {
		expect(pathFrom('/home/a', '/home/a')).toBe('');
	});

	it('is a folder’s where there is one, through a link too', () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, 'a'));
		writeFileSync(join(folder, 'b'), '');
		symlinkSync('a', join(folder, 'c'));
		symlinkSync('nowhere', join(folder, 'd'));
		expect(['a', 'b', 'c', 'd', 'e', 'b/x'].filter((name) => isFolder(join(folder, name)))).toEqual(['a', 'c']);
	});
});
