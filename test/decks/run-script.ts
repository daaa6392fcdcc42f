// Runs the scripts of proofs, each with nothing around it that could change what comes out.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

import Database from 'better-sqlite3';

import type { Language } from './proof.ts';

const runners: { readonly [L in Language]: (script: string) => string | Promise<string> } = {
	sql: runSql,
	javascript: runJavaScript,
	shell: (script) => inFreshFolder((folder) => runShell(script, folder, {})),
	git: (script) => inFreshFolder((folder) => runShell(script, folder, gitEnvironment(folder))),
};

/** @returns what it printed, without spaces and empty lines at its end. */
export async function runScript(language: Language, script: string): Promise<string> {
	return (await runners[language](script)).trimEnd();
}

async function inFreshFolder<T>(run: (folder: string) => T | Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'gradus-proof-'));
	try {
		return await run(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** In milliseconds; none takes one second, unless the machine is busy. */
const longestScript = 60_000;

async function runShell(script: string, folder: string, environment: Readonly<Record<string, string>>): Promise<string> {
	const home = join(folder, 'home');
	await mkdir(home);
	const shell = spawn('sh', ['-c', script], {
		cwd: home,
		env: { PATH: process.env['PATH'] ?? ['/usr/bin', '/bin'].join(delimiter), HOME: home, LC_ALL: 'C', TZ: 'UTC', ...environment },
		stdio: ['ignore', 'pipe', 'ignore'],
		// A group of its own, so that whatever it left in the background ends with it.
		detached: true,
	});
	const said: Buffer[] = [];
	shell.stdout.on('data', (chunk: Buffer) => said.push(chunk));
	const stop = () => {
		try {
			if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGKILL');
		} catch {
			// It has ended.
		}
	};
	const timer = setTimeout(stop, longestScript);
	shell.once('exit', stop);
	await new Promise<void>((resolve, reject) => {
		shell.once('error', reject);
		shell.once('close', () => resolve());
	});
	clearTimeout(timer);
	return Buffer.concat(said).toString('utf8');
}

const gitConfig = `[user]
	name = Ada
	email = ada@example.org
[init]
	defaultBranch = main
[core]
	editor = true
[advice]
	detachedHead = false
	skippedCherryPicks = false
[protocol "file"]
	allow = always
[gc]
	auto = 0
[maintenance]
	auto = false
`;

function gitEnvironment(folder: string): Readonly<Record<string, string>> {
	const config = join(folder, 'gitconfig');
	writeFileSync(config, gitConfig);
	const when = '2024-05-01T12:00:00Z';
	return {
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_CONFIG_GLOBAL: config,
		GIT_CEILING_DIRECTORIES: folder,
		GIT_ALLOW_PROTOCOL: 'file',
		GIT_TERMINAL_PROMPT: '0',
		GIT_AUTHOR_DATE: when,
		GIT_COMMITTER_DATE: when,
		GIT_PAGER: 'cat',
	};
}

/** What it logs or, where it logs nothing, what its last expression comes to. */
function runJavaScript(script: string): string {
	const logged: string[] = [];
	const context = createContext({ console: { log: (...values: unknown[]) => logged.push(values.map(shown).join(' ')) } });
	try {
		const value: unknown = runInContext(script, context, { timeout: longestScript });
		return logged.length > 0 ? logged.join('\n') : shown(value);
	} catch (error) {
		return [...logged, nameOf(error)].join('\n');
	}
}

function shown(value: unknown): string {
	return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

function nameOf(error: unknown): string {
	return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : 'Error';
}

/** Statement by statement, over as many connections as it names. */
function runSql(script: string): string | Promise<string> {
	if (!/^\.connection \d+$/mu.test(script)) return runStatements(script, () => new Database(':memory:'));
	return inFreshFolder((folder) => runStatements(script, () => new Database(join(folder, 'database'), { timeout: 0 })));
}

function runStatements(script: string, open: () => Database.Database): string {
	const connections = new Map<string, Database.Database>();
	const connect = (name: string) => {
		const database = connections.get(name) ?? open();
		connections.set(name, database);
		return database;
	};
	const printed: string[] = [];
	let database = connect('0');
	let pending = '';
	try {
		for (const line of script.split('\n')) {
			const [, name] = /^\.connection (\d+)$/u.exec(line) ?? [];
			if (name !== undefined) database = connect(name);
			else pending += `${line}\n`;
			if (!/;\s*(?:--.*)?$/u.test(line)) continue;
			const lines = runStatement(database, pending);
			if (lines === undefined) continue;
			printed.push(...lines);
			pending = '';
		}
		if (pending.replace(/--.*$/gmu, '').trim() !== '')
			printed.push(...(runStatement(database, `${pending};`) ?? ['Error: incomplete input']));
	} finally {
		for (const each of connections.values()) each.close();
	}
	return printed.join('\n');
}

/** @returns the lines it printed; undefined when it goes on behind this semicolon, as a trigger does. */
function runStatement(database: Database.Database, sql: string): readonly string[] | undefined {
	try {
		const statement = database.prepare(sql);
		if (!statement.reader) {
			statement.run();
			return [];
		}
		const rows = statement.raw().safeIntegers().all() as unknown[][];
		return /^\s*explain\s+query\s+plan\b/iu.test(sql) ? rows.map((row) => String(row[3])) : rows.map((row) => row.map(column).join('|'));
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return message === 'incomplete input' ? undefined : [`Error: ${message}`];
	}
}

/** As SQLite prints it: reals with 15 digits at most, and a point. */
function column(value: unknown): string {
	if (value === null) return 'NULL';
	if (typeof value === 'bigint' || typeof value === 'string') return String(value);
	if (Buffer.isBuffer(value)) return `X'${value.toString('hex').toUpperCase()}'`;
	const digits = String(Number(Number(value).toPrecision(15)));
	return /^-?\d+$/u.test(digits) ? `${digits}.0` : digits;
}
