// Why a deck was not taken, in words: what happened, what is safe, what to do.

import { safe, safeLine } from '../../terminal/safe.ts';
import { shellWord } from '../shell-word.ts';
import type { ArchiveReading } from './archive.ts';
import type { Cloning } from './clone.ts';
import type { Fetched } from './fetch-deck.ts';
import type { Named } from './source.ts';

const nothing = 'Nothing was added or changed.';

export function wordsOfNoSource(written: string, kind: Exclude<Named['kind'], 'source'>): string {
	const name = safeLine(written);
	if (kind === 'archive-on-the-web')
		return `${name} is an archive on the web, and Gradus only takes archives that are on this machine. ${nothing} Download it, then name the file.`;
	return `There is no folder and no file ${name}, and it is not the address of a repository. ${nothing} Name a deck's folder, a .tar.gz file, or an address such as https://example.org/deck.git.`;
}

type Unusable = Exclude<Fetched, { readonly kind: 'deck' | 'broken' }>;

export function wordsOfUnusable(written: string, fetched: Unusable, command: string): string {
	const name = safeLine(written);
	switch (fetched.kind) {
		case 'none':
			return `There is no deck.yaml in ${name}. ${nothing} Name the folder, archive or repository of a deck.`;
		case 'several':
			return [
				fetched.wanted === undefined
					? `There are several decks in ${name}, and none of them was named. ${nothing} Name one with --folder:`
					: `There is no deck in the folder ${safeLine(fetched.wanted)} of ${name}. ${nothing} It has ${fetched.decks.length === 1 ? 'one' : 'some'} elsewhere:`,
				...fetched.decks.slice(0, 20).map((folder) => `  ${command} --folder ${shellWord(safe(folder))}`),
			].join('\n');
		case 'not-cloned':
			return wordsOfCloning(name, fetched.why);
		case 'not-unpacked':
			return wordsOfArchive(name, fetched.why);
	}
}

function wordsOfCloning(name: string, why: Exclude<Cloning, { readonly kind: 'tree' }>): string {
	switch (why.kind) {
		case 'no-such-ref':
			return `The repository ${name} has no branch, tag or commit of that name. ${nothing} Check its spelling.`;
		case 'unreachable':
			return `Git could not fetch ${name} (${safeLine(why.detail)}). ${nothing} Check the address, your connection, and that you may read it: git ls-remote ${shellWord(name)}`;
		case 'too-slow':
			return `Fetching ${name} took more than five minutes and was given up. ${nothing} Clone it yourself, then name the folder.`;
		case 'fault':
			return why.fault.kind === 'no-git'
				? `Git is not installed here, and ${name} is a repository. ${nothing} Install Git, or name a folder or an archive.`
				: `Git could not read what it fetched from ${name}. ${nothing} Clone it yourself, then name the folder.`;
	}
}

function wordsOfArchive(name: string, why: Exclude<ArchiveReading, { readonly kind: 'tree' }>): string {
	switch (why.kind) {
		case 'zip':
			return `${name} is a zip file, and Gradus takes .tar.gz files. ${nothing} Unpack it, then name the folder.`;
		case 'too-large':
			return `${name} is too large for a deck (50 MB packed, 200 MB unpacked, 10,000 files at most). ${nothing} Unpack it, then name the deck's folder.`;
		case 'damaged':
			return `${name} is not a .tar.gz file, or it is damaged. ${nothing} Fetch it anew, or name a folder.`;
		case 'unreadable':
			return `${name} could not be read (${safeLine(why.detail)}). ${nothing} Check its permissions.`;
		case 'outside':
			return `${name} holds a file that would land outside its folder (${safeLine(why.detail)}), which no honest archive does. ${nothing} Ask whoever gave it to you.`;
	}
}
