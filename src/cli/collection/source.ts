// What somebody named after `gradus decks add`: a folder, an archive, or a repository.

import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { isFile, isFolder } from '../paths.ts';

/** Where a deck comes from. Kept beside it, so that it can be fetched again. */
export type Source =
	/** Absolute. */
	| { readonly kind: 'folder'; readonly path: string }
	/** Absolute. */
	| { readonly kind: 'archive'; readonly path: string }
	/** `ref`: a branch, a tag or a commit; without it, what the repository offers by itself. */
	| { readonly kind: 'git'; readonly url: string; readonly ref?: string };

export type Named = { readonly kind: 'source'; readonly source: Source } | { readonly kind: 'nothing-there' | 'archive-on-the-web' };

/** `https://…`, `ssh://…`, `git://…`, `file://…`, or `user@host:path`. Others can make Git run programs. */
const repositoryAddress = /^(?:(?:https?|ssh|git|file):\/\/.|[\w.-]+@[\w.-]+:.)/u;

/** @param written a path goes before an address, as it does for Git. */
export function sourceOf(written: string, ref: string | undefined, workingFolder: string): Named {
	const path = resolve(workingFolder, written);
	if (isFile(path)) return { kind: 'source', source: { kind: 'archive', path } };
	if (isFolder(path)) {
		return { kind: 'source', source: isRepositoryAlone(path) || ref !== undefined ? repository(path, ref) : { kind: 'folder', path } };
	}
	if (!repositoryAddress.test(written)) return { kind: 'nothing-there' };
	if (/^https?:.*\.(?:tar|tgz|tar\.gz|zip)(?:[?#].*)?$/iu.test(written)) return { kind: 'archive-on-the-web' };
	return { kind: 'source', source: repository(written, ref) };
}

/** As it can be written again after `gradus decks add`, but for a password in an address, which nobody is shown. */
export function nameOf(source: Source): string {
	return source.kind === 'git' ? source.url.replace(/^(\w+:\/\/[^/@:]*:)[^/]*@/u, '$1***@') : source.path;
}

function repository(url: string, ref: string | undefined): Source {
	return ref === undefined ? { kind: 'git', url } : { kind: 'git', url, ref };
}

/** Without a working tree: `deck.git`. */
function isRepositoryAlone(path: string): boolean {
	return existsSync(join(path, 'HEAD')) && isFolder(join(path, 'objects')) && basename(path) !== '.git';
}
