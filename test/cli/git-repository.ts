// A real repository in a temporary folder that goes away with the test, untouched by the settings of whoever runs it.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { onTestFinished } from 'vitest';

import type { Variables } from '../../src/cli/environment.ts';

export interface Repository {
	/** Absolute. */
	readonly folder: string;
	/** What Git is run with, here and by what is tested. */
	readonly variables: Variables;
	git(...args: readonly string[]): string;
	write(files: Readonly<Record<string, string | Uint8Array>>): void;
	/** Everything as it stands. @returns the commit's name. */
	commit(): string;
}

export function temporaryFolder(): string {
	const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'gradus-git-')));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** @param folder an existing one; without it, a new repository on the branch `main`. */
export function repository(folder?: string): Repository {
	const place = folder ?? temporaryFolder();
	const variables: Variables = {
		PATH: process.env['PATH'],
		HOME: place,
		GIT_CONFIG_GLOBAL: '/dev/null',
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_AUTHOR_DATE: '2026-01-01T12:00:00Z',
		GIT_COMMITTER_DATE: '2026-01-01T12:00:00Z',
	};
	const git = (...args: readonly string[]) =>
		execFileSync('git', ['-C', place, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
			env: { ...variables },
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
		}).trim();
	if (folder === undefined) git('init', '--quiet', '--initial-branch=main');
	return {
		folder: place,
		variables,
		git,
		write(files) {
			for (const [name, content] of Object.entries(files)) {
				mkdirSync(path.dirname(path.join(place, name)), { recursive: true });
				writeFileSync(path.join(place, name), content);
			}
		},
		commit() {
			git('add', '--all', '--force');
			git('commit', '--quiet', '--allow-empty', '--message=change');
			return git('rev-parse', 'HEAD');
		},
	};
}
