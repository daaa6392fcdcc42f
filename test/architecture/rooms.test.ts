import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { rooms } from './rooms.ts';

const source = join(import.meta.dirname, '../../src');

interface Import {
	readonly room: string;
	/** Path within the room. */
	readonly file: string;
	readonly target: string;
	readonly typeOnly: boolean;
}

const importLine = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/gmu;

function importsOf(room: string, file: string): readonly Import[] {
	const text = readFileSync(join(source, room, file), 'utf8');
	return [...text.matchAll(importLine)].map(([, type, fixed, dynamic]) => ({
		room,
		file,
		target: fixed ?? dynamic ?? '',
		typeOnly: type !== undefined,
	}));
}

const imports = Object.keys(rooms).flatMap((room) =>
	readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) => importsOf(room, file)),
);

/** `session/ports.ts` for an import of `../session/ports.ts`; undefined for one within the room. */
function otherRoom({ room, file, target }: Import): string | undefined {
	const path = join(room, file, '..', target).replaceAll('\\', '/');
	return path.startsWith(`${room}/`) ? undefined : path;
}

function complaintAbout(line: Import): string | undefined {
	const room = rooms[line.room];
	if (room === undefined) return `src/${line.room} is not one of the eight rooms`;
	const said = `src/${line.room}/${line.file} imports '${line.target}', but ${room.because}`;
	if (line.target.startsWith('node:')) {
		if (room.node === 'any') return undefined;
		const allowed = room.node === 'none' ? [] : (room.node.only[line.file] ?? []);
		return allowed.includes(line.target) ? undefined : said;
	}
	if (!line.target.startsWith('.')) {
		return room.packages.some((name) => line.target === name || line.target.startsWith(`${name}/`)) ? undefined : said;
	}
	const path = otherRoom(line);
	if (path === undefined) return undefined;
	const allowed = room.mayImport.some((name) => path === name || path.startsWith(`${name}/`));
	if (!allowed) return said;
	return path === 'session/ports.ts' && !line.typeOnly && line.room !== 'cli' ? `${said} (import its types only)` : undefined;
}

/** Clock, chance, environment, other programs, and the ways round to them. */
const reaching = new RegExp(
	[
		/\bDate\.now\b|\bnew Date(?:\(\)|;)|\bperformance\.|\bhrtime\b/u,
		/\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b|\bgetRandomValues\b/u,
		/\bprocess(?:\??\.(?!getBuiltinModule\b)\w|\[)|= process\b(?!\.getBuiltinModule\b)|\bglobalThis\b/u,
		/'node:(?:process|os|child_process|perf_hooks|worker_threads)'/u,
	]
		.map((each) => each.source)
		.join('|'),
	'u',
);

describe('the rooms', () => {
	it('are the eight of the architecture page', () => {
		const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
		expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(rooms).sort());
	});

	it('import only what they may', () => {
		expect(imports.length).toBeGreaterThan(100);
		expect(imports.flatMap((line) => complaintAbout(line) ?? [])).toEqual([]);
	});

	it('are told apart by this very test', () => {
		const bad: readonly Import[] = [
			{ room: 'model', file: 'deck.ts', target: 'node:fs', typeOnly: false },
			{ room: 'engine', file: 'judge.ts', target: '../store/index.ts', typeOnly: false },
			{ room: 'terminal', file: 'examiner.ts', target: '../engine/grade.ts', typeOnly: true },
			{ room: 'terminal', file: 'examiner.ts', target: '../session/ports.ts', typeOnly: false },
			{ room: 'session', file: 'sit.ts', target: '../cli/main.ts', typeOnly: false },
			{ room: 'deck', file: 'schema.ts', target: 'node:fs', typeOnly: false },
			{ room: 'authoring', file: 'check-deck.ts', target: '../terminal/views/wording.ts', typeOnly: false },
			{ room: 'authoring', file: 'check-deck.ts', target: 'node:path', typeOnly: false },
			{ room: 'store', file: 'record.ts', target: 'chalk', typeOnly: false },
		];
		expect(bad.map(complaintAbout).filter((complaint) => complaint === undefined)).toEqual([]);
	});

	it('leave clock, chance, environment and exit to cli', () => {
		const offenders = Object.keys(rooms)
			.filter((room) => room !== 'cli')
			.flatMap((room) =>
				readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
					.filter((file) => file.endsWith('.ts'))
					.map((file) => `${room}/${file}`),
			)
			.filter((file) => reaching.test(readFileSync(join(source, file), 'utf8')));
		expect(offenders).toEqual([]);
	});

	it.each([
		'Date.now()',
		'new Date()',
		'new Date;',
		'performance.now()',
		'Math.random()',
		'randomUUID()',
		'crypto.getRandomValues(bytes)',
		'process.env["HOME"]',
		'process.pid',
		"process['env']",
		'const { env } = process;',
		'globalThis.process',
		"import { env } from 'node:process';",
		"import { homedir } from 'node:os';",
		"import { spawn } from 'node:child_process';",
	])('would be told of %s', (line) => {
		expect(line).toMatch(reaching);
	});

	it.each(['new Date(at)', 'the process. Then', 'another process holds it', 'Date.UTC(2026)'])('are not told of %s', (line) => {
		expect(line).not.toMatch(reaching);
	});
});
