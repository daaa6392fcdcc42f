// A repository from elsewhere, by the installed Git. Nothing is checked out and nothing of it is run: no hooks, no filters, no
// submodules, no templates. Git asks nobody anything.

import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { systemCode } from '../../deck/files/folder.ts';
import { type GitFault, openGitTree, untied } from '../checking/git-folder.ts';
import type { Variables } from '../environment.ts';
import type { FileTree } from './file-tree.ts';

export type Cloning =
	| { readonly kind: 'tree'; readonly tree: FileTree & { readonly commit: string } }
	| { readonly kind: 'fault'; readonly fault: GitFault }
	/** `detail`: what Git said, unsanitised. */
	| { readonly kind: 'unreachable' | 'no-such-ref'; readonly detail: string }
	| { readonly kind: 'too-slow' };

/** Characters of what Git complains of. */
const mostSaid = 10_000;

/** Milliseconds. */
const patience = 300_000;

const settings = {
	GIT_TERMINAL_PROMPT: '0',
	GIT_ALLOW_PROTOCOL: 'https:http:ssh:git:file',
	GIT_PROTOCOL_FROM_USER: '0',
	LC_ALL: 'C',
} as const;

/** A full name of a commit, or a beginning of one. */
const commitName = /^[0-9a-f]{7,64}$/u;

/**
 * @param url as `sourceOf` lets it pass.
 * @param folder an empty one, of which this may do what it likes.
 */
export async function clone(url: string, ref: string | undefined, folder: string, variables: Variables): Promise<Cloning> {
	const site = join(folder, 'repository');
	const shallow = await fetched(['--depth', '1', ...(ref === undefined ? [] : ['--branch', ref])], url, site, variables);
	if (shallow === undefined) return opened(site, 'HEAD', variables);
	// A commit cannot be asked for by name everywhere, so all of the history is fetched to find it.
	if (shallow.kind !== 'no-such-ref' || ref === undefined || !commitName.test(ref)) return shallow;
	const whole = await fetched([], url, site, variables);
	if (whole !== undefined) return whole;
	const found = opened(site, ref, variables);
	return found.kind === 'fault' && found.fault.kind === 'unknown-version' ? shallow : found;
}

/** @returns undefined once the repository is there. */
function fetched(
	options: readonly string[],
	url: string,
	site: string,
	variables: Variables,
): Promise<Exclude<Cloning, { readonly kind: 'tree' }> | undefined> {
	const git = spawn(
		'git',
		[
			...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'submodule.recurse=false'].flatMap((setting) => ['-c', setting]),
			...['clone', '--quiet', '--bare', '--no-tags', '--single-branch', '--template=', ...options, '--', url, site],
		],
		{ env: { ...untied(variables), ...settings }, stdio: ['ignore', 'ignore', 'pipe'], timeout: patience, windowsHide: true },
	);
	let said = '';
	git.stderr.setEncoding('utf8').on('data', (text: string) => {
		said = (said + text).slice(0, mostSaid);
	});
	return new Promise((resolve) => {
		git.once('error', (error) => {
			resolve(
				systemCode(error) === 'ENOENT' ? { kind: 'fault', fault: { kind: 'no-git' } } : { kind: 'unreachable', detail: systemCode(error) },
			);
		});
		git.once('close', (status) => {
			if (status === 0) resolve(undefined);
			else if (git.killed) resolve({ kind: 'too-slow' });
			else resolve({ kind: /Remote branch .* not found/u.test(said) ? 'no-such-ref' : 'unreachable', detail: reasonIn(said) });
		});
	});
}

/** Git's own line for it, without the word before it. */
function reasonIn(said: string): string {
	const lines = said.split('\n');
	return (lines.find((line) => /^(?:fatal|error):/u.test(line)) ?? lines[0] ?? '').replace(/^\w+: /u, '');
}

function opened(site: string, ref: string, variables: Variables): Cloning {
	const tree = openGitTree(site, ref, variables);
	return tree.kind === 'tree' ? { kind: 'tree', tree } : tree;
}
