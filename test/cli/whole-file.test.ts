import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { createWhole, replaceWhole } from '../../src/cli/whole-file.ts';
import { temporaryFolder } from './git-repository.ts';

const content = (path: string) => readFileSync(path, 'utf8');

const draftOf = (path: string) => `${path}.${process.pid}.draft`;

describe('a file that is replaced', () => {
	it('has the new text, its old permissions, and no draft beside it', () => {
		const folder = temporaryFolder();
		const path = join(folder, 'a');
		writeFileSync(path, 'old');
		chmodSync(path, 0o666);
		replaceWhole(path, 'new');
		expect([content(path), statSync(path).mode & 0o777]).toEqual(['new', 0o666]);
		expect(readdirSync(folder)).toEqual(['a']);
	});

	it('may be new where its permissions are named', () => {
		const path = join(temporaryFolder(), 'a');
		replaceWhole(path, 'new', 0o600);
		expect([content(path), statSync(path).mode & 0o777]).toEqual(['new', 0o600]);
	});

	it('leaves no draft behind where it cannot be', () => {
		const folder = temporaryFolder();
		const path = join(folder, 'a');
		mkdirSync(join(path, 'b'), { recursive: true });
		expect(() => replaceWhole(path, 'new')).toThrow();
		expect(readdirSync(folder)).toEqual(['a']);
	});

	it('is left as it is where somebody else’s draft lies beside it, and so is the draft', () => {
		const path = join(temporaryFolder(), 'a');
		writeFileSync(path, 'old');
		writeFileSync(draftOf(path), 'theirs');
		expect(() => replaceWhole(path, 'new')).toThrow(expect.objectContaining({ code: 'EEXIST' }));
		expect([content(path), content(draftOf(path))]).toEqual(['old', 'theirs']);
	});
});

describe('a file that is created', () => {
	it('is whole, with no draft beside it', () => {
		const folder = temporaryFolder();
		createWhole(join(folder, 'a'), 'text');
		expect(readdirSync(folder)).toEqual(['a']);
		expect(content(join(folder, 'a'))).toBe('text');
	});

	it('never takes the place of another, and leaves no draft behind', () => {
		const folder = temporaryFolder();
		const path = join(folder, 'a');
		writeFileSync(path, 'old');
		expect(() => createWhole(path, 'new')).toThrow(expect.objectContaining({ code: 'EEXIST' }));
		expect(readdirSync(folder)).toEqual(['a']);
		expect(content(path)).toBe('old');
	});

	it('does not touch somebody else’s draft', () => {
		const path = join(temporaryFolder(), 'a');
		writeFileSync(draftOf(path), 'theirs');
		expect(() => createWhole(path, 'new')).toThrow(expect.objectContaining({ code: 'EEXIST' }));
		expect(content(draftOf(path))).toBe('theirs');
	});
});
