// A deck as it was in another version, read from what Git stores. Nothing is checked out, and nothing that a repository or
// a deck may name is run: no hooks, no filters, no pager, no network.

import { spawnSync } from 'node:child_process';
import path from 'node:path';

import {
	type DeckFolder,
	deckFileName,
	decodeText,
	deepestFolder,
	type FileReading,
	isPassedOver,
	isYamlFile,
	largestFile,
	refusalOfPath,
	refused,
} from '../../deck/files/folder.ts';
import type { Variables } from '../environment.ts';

export type GitFault =
	/** There is no `git` to run. */
	| { readonly kind: 'no-git' }
	| { readonly kind: 'no-repository' }
	/** The repository belongs to another user, and Git was not told to trust it. */
	| { readonly kind: 'not-trusted' }
	/** `shallow`: this clone holds the latest part of the history only. */
	| { readonly kind: 'unknown-version'; readonly shallow: boolean }
	/** `detail`: the first line that Git said, unsanitised. */
	| { readonly kind: 'failed'; readonly detail: string };

type GitFolder =
	| { readonly kind: 'folder'; readonly folder: DeckFolder }
	/** The version is there, and has no such folder. */
	| { readonly kind: 'absent' }
	| { readonly kind: 'fault'; readonly fault: GitFault };

/** Most output of one run of Git besides the contents of files: the paths of a large repository. */
const mostOutput = 256_000_000;
/** Files and bytes that one run brings along with a file that is asked for. */
const mostNeighbours = 500;
const mostBytes = 32_000_000;
/** Milliseconds. */
const patience = 60_000;

/**
 * The folder as it was at a commit, a branch or a tag. Links are refused and submodules passed over. Never throws for
 * anything that the repository holds or `ref` says.
 *
 * @param folder absolute; it must exist now.
 * @param deck the id of the deck in it: where there was no such folder with a deck, the only one with a deck of this id stands for it.
 * @param variables of the process, from which Git takes its `PATH` and its settings.
 */
export function openGitFolder(folder: string, ref: string, variables: Variables, deck?: string): GitFolder {
	const git = gitIn(folder, variables);
	const prefix = git(['rev-parse', '--show-prefix']);
	if (!prefix.ok) return { kind: 'fault', fault: prefix.fault };
	const commit = commitOf(git, ref);
	if (typeof commit !== 'string') return { kind: 'fault', fault: commit };
	const inside = prefix.text().replace(/\/?\n$/u, '');
	const tree = treeOf(git, commit, inside);
	if (typeof tree !== 'string' && tree.kind === 'fault') return tree;
	if (typeof tree === 'string') {
		const opened = folderAt(folder, git, tree);
		if (deck === undefined || opened.kind !== 'folder' || opened.folder.read(deckFileName).ok) return opened;
	}
	const elsewhere = deck === undefined ? undefined : folderOfDeck(folder, git, commit, deck);
	return elsewhere ?? (typeof tree === 'string' ? folderAt(folder, git, tree) : tree);
}

/** All files of a version, whatever folder was named; links and submodules are not among them. */
export type GitTree =
	| { readonly kind: 'tree'; readonly folder: DeckFolder; readonly commit: string; readonly files: readonly string[] }
	| { readonly kind: 'fault'; readonly fault: GitFault };

/** @param folder absolute; of a repository, with a working tree or without. */
export function openGitTree(folder: string, ref: string, variables: Variables): GitTree {
	const git = gitIn(folder, variables);
	const commit = commitOf(git, ref);
	if (typeof commit !== 'string') return { kind: 'fault', fault: commit };
	const listing = git(['ls-tree', '-rz', '--full-tree', '--end-of-options', commit]);
	if (!listing.ok) return { kind: 'fault', fault: listing.fault };
	const entries = entriesIn(listing.text());
	const files = [...entries].flatMap(([file, { link }]) => (link ? [] : [file]));
	return { kind: 'tree', folder: folderOf(folder, git, entries), commit, files };
}

function folderAt(folder: string, git: Git, tree: string): GitFolder {
	const listing = git(['ls-tree', '-rz', '--full-tree', '--end-of-options', tree]);
	if (!listing.ok) return { kind: 'fault', fault: listing.fault };
	return { kind: 'folder', folder: folderOf(folder, git, entriesIn(listing.text())) };
}

/** Most decks of a repository that are looked at for one of some id. */
const mostDecks = 200;

/** Of all decks of a version, the one with this id; undefined where none has it, or several have. */
function folderOfDeck(folder: string, git: Git, commit: string, deck: string): GitFolder | undefined {
	const listing = git(['ls-tree', '-rz', '--full-tree', '--end-of-options', commit]);
	if (!listing.ok) return undefined;
	const whole = folderOf(folder, git, entriesIn(listing.text()));
	const decks = [...entriesIn(listing.text()).keys()].filter((file) => file === deckFileName || file.endsWith(`/${deckFileName}`));
	const found = decks.slice(0, mostDecks).filter((file) => {
		const reading = whole.read(file);
		return reading.ok && /^deck[ \t]*:[ \t]*["']?([\w-]+)/mu.exec(reading.text)?.[1] === deck;
	});
	const [only] = found;
	if (only === undefined || found.length > 1) return undefined;
	const tree = treeOf(git, commit, only.slice(0, Math.max(0, only.length - deckFileName.length - 1)));
	return typeof tree === 'string' ? folderAt(folder, git, tree) : undefined;
}

/** @param inside the folder's path in the repository; empty for the repository's own. */
function treeOf(git: Git, commit: string, inside: string): string | Exclude<GitFolder, { readonly kind: 'folder' }> {
	if (inside === '') return commit;
	const found = git(['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', '--end-of-options', commit, '--', inside]);
	if (!found.ok) return { kind: 'fault', fault: found.fault };
	return /^\d+ tree ([0-9a-f]+)\t/u.exec(found.text())?.[1] ?? { kind: 'absent' };
}

function commitOf(git: Git, ref: string): string | GitFault {
	const unknown = (): GitFault => {
		const shallow = git(['rev-parse', '--is-shallow-repository']);
		return { kind: 'unknown-version', shallow: shallow.ok && shallow.text().trim() === 'true' };
	};
	if (ref.trim() === '' || ref.includes('\0')) return unknown();
	const found = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
	if (!found.ok) return found.status === undefined ? found.fault : unknown();
	// `^main` is answered too, with a sign before the digits.
	return /^[0-9a-f]{40,64}\n$/u.test(found.text()) ? found.text().trim() : unknown();
}

type Git = (args: readonly string[], input?: string, most?: number) => GitRun;

type GitRun =
	| { readonly ok: true; readonly bytes: Buffer; text(): string }
	/** `status`: absent where Git did not come to an end by itself. */
	| { readonly ok: false; readonly fault: GitFault; readonly status?: number };

/** The variables that tie Git to another repository: a hook that runs this program sets them. */
const tying = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_SHALLOW_FILE'];

/** What is missing in a partial clone is not fetched: a check needs no network. Messages in English, since they are read here. */
const settings = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

/** Variables for a Git that looks where it is told to. */
export function untied(variables: Variables): Variables {
	return Object.fromEntries(Object.entries(variables).filter(([name]) => !tying.includes(name)));
}

function gitIn(folder: string, variables: Variables): Git {
	const env = { ...untied(variables), ...settings };
	return (args, input = '', most = mostOutput) => {
		const { error, status, stdout, stderr } = spawnSync('git', ['--no-pager', '--no-optional-locks', '-C', folder, ...args], {
			// Some systems look for programs in the current folder first, and a deck's folder may hold anything.
			cwd: path.parse(folder).root,
			env,
			input,
			maxBuffer: most,
			timeout: patience,
			windowsHide: true,
		});
		if (error === undefined && status === 0) return { ok: true, bytes: stdout, text: () => stdout.toString('utf8') };
		const errors = stderr?.toString('utf8') ?? '';
		if (error !== undefined) {
			const code = 'code' in error ? String(error.code) : error.message;
			return { ok: false, fault: code === 'ENOENT' ? { kind: 'no-git' } : { kind: 'failed', detail: code } };
		}
		return { ok: false, fault: faultIn(errors), ...(status === null ? {} : { status }) };
	};
}

function faultIn(errors: string): GitFault {
	if (/dubious ownership|safe\.directory/u.test(errors)) return { kind: 'not-trusted' };
	if (/not a git repository/u.test(errors)) return { kind: 'no-repository' };
	return { kind: 'failed', detail: errors.split('\n')[0] || 'Git said nothing' };
}

interface Entry {
	readonly link: boolean;
	/** Name of its content, in hexadecimal. */
	readonly content: string;
}

/** `100644 blob 45b983be…<tab>path<nul>`; a submodule is a commit, and passed over. */
function entriesIn(listing: string): ReadonlyMap<string, Entry> {
	const entries = new Map<string, Entry>();
	for (const line of listing.split('\0')) {
		const [, mode, content, file] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/su.exec(line) ?? [];
		if (content !== undefined && file !== undefined) entries.set(file, { link: mode === '120000', content });
	}
	return entries;
}

function folderOf(folder: string, git: Git, entries: ReadonlyMap<string, Entry>): DeckFolder {
	const filesRead = new Map<string, string>();
	const contents = new Map<string, FileReading>();
	const contentOf = (file: string, { content }: Entry): FileReading => {
		if (!contents.has(content)) {
			const wanted = new Set([content, ...neighboursOf(file, entries)].filter((one) => !contents.has(one)));
			for (const [one, reading] of readContents(git, [...wanted])) contents.set(one, reading);
		}
		return contents.get(content) ?? refused('unreadable', 'it is not in this clone');
	};
	return {
		path: folder,
		filesRead,
		read(relativePath) {
			const file = path.posix.normalize(relativePath).replace(/\/$/u, '');
			const entry = entries.get(file);
			const reading = refusalOf(relativePath, file, entries) ?? (entry === undefined ? missing : contentOf(file, entry));
			if (reading.ok) filesRead.set(file, reading.digest);
			return reading;
		},
		yamlFiles: () => yamlFilesIn(entries),
	};
}

const missing = refused('missing', 'no such file');

/** As a folder on the disk refuses them, but for links, which are never followed here. */
function refusalOf(written: string, file: string, entries: ReadonlyMap<string, Entry>): FileReading | undefined {
	const refusal = refusalOfPath(written);
	if (refusal !== undefined) return refusal;
	if (ancestorsOf(`${file}/`).some((each) => entries.get(each)?.link === true)) return refused('outside', 'it is a link');
	const within = file === '.' ? '' : `${file}/`;
	const isFolder = !entries.has(file) && (within === '' || [...entries.keys()].some((each) => each.startsWith(within)));
	return isFolder ? refused('not-a-file', 'a folder') : undefined;
}

/** `a`, `a/b` for `a/b/c`. */
function ancestorsOf(file: string): readonly string[] {
	const parts = file.split('/').slice(0, -1);
	return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Files of the same kind in the same folder: whoever reads one of them mostly reads the others, and each run of Git takes its time. */
function neighboursOf(file: string, entries: ReadonlyMap<string, Entry>): readonly string[] {
	const kind = (each: string) => `${path.posix.dirname(each)}/${path.posix.extname(each)}`;
	const own = kind(file);
	return [...entries]
		.filter(([other, { link }]) => !link && kind(other) === own)
		.slice(0, mostNeighbours)
		.map(([, { content }]) => content);
}

/** @param wanted the first is read unless it is too large itself; the others as far as the bytes reach. */
function readContents(git: Git, wanted: readonly string[]): ReadonlyMap<string, FileReading> {
	const readings = new Map<string, FileReading>();
	const sizes = git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], lines(wanted));
	if (!sizes.ok) return readings;
	const small: string[] = [];
	let bytes = 0;
	for (const line of sizes.text().split('\n')) {
		const [, content, digits] = /^([0-9a-f]+) (\d+)$/u.exec(line) ?? [];
		const size = Number(digits);
		if (content === undefined) continue;
		if (size > largestFile) {
			readings.set(content, refused('too-large', `${size.toLocaleString('en')} bytes`));
		} else if (bytes + size <= mostBytes) {
			bytes += size;
			small.push(content);
		}
	}
	const batch =
		small.length === 0 ? undefined : git(['cat-file', '--batch=%(objectname) %(objectsize)'], lines(small), bytes + 200 * small.length);
	for (let at = 0; batch?.ok === true && at < batch.bytes.length; ) {
		const start = batch.bytes.indexOf('\n', at) + 1;
		const [content = '', size] = batch.bytes.toString('latin1', at, start).split(' ');
		readings.set(content, decodeText(batch.bytes.subarray(start, start + Number(size))));
		at = start + Number(size) + 1;
	}
	return readings;
}

function lines(words: readonly string[]): string {
	return words.map((word) => `${word}\n`).join('');
}

/** Hidden folders and folders with a deck of their own are passed over. */
function yamlFilesIn(entries: ReadonlyMap<string, Entry>): readonly string[] {
	const isSkipped = (folder: string) => isPassedOver(path.posix.basename(folder)) || entries.has(`${folder}/${deckFileName}`);
	return [...entries]
		.filter(([file, { link }]) => !link && isYamlFile(file))
		.filter(([file]) => ancestorsOf(file).length <= deepestFolder && !ancestorsOf(file).some(isSkipped))
		.map(([file]) => file)
		.toSorted();
}
