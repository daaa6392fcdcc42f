import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';

import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bundle, run } from './fixtures/child.ts';
import { opened, temporaryFile, temporaryFolder } from './fixtures/place.ts';
import { attemptId, newAttempt, QUESTIONS } from './fixtures/sample.ts';

let programs: ReturnType<typeof bundle>;
beforeAll(() => {
	programs = bundle('writer', 'opener');
});
afterAll(() => programs.remove());

describe('a process killed while it writes', () => {
	it('leaves a sound record with every answer it had acknowledged, and a resumable attempt', async () => {
		const file = temporaryFile();
		const acknowledged: string[] = [];
		for (const [round, answers] of [1, 7, 18, 43].entries()) {
			const child = run(join(programs.folder, 'writer.cjs'), [file, 'snapshots', `${1 + round * 1_000}`, '100000']);
			await child.printed(answers);
			child.process.kill('SIGKILL');
			acknowledged.push(...(await child.ended()));
		}
		const record = opened(file);
		const open = record.openAttempts();
		const summaries = record.summaries('git');
		const stored = summaries.flatMap(({ id, questions }) =>
			questions.flatMap(({ verdict }, index) => (verdict === 'right' ? [`${id} ${index + 1}`] : [])),
		);
		expect(acknowledged.length).toBeGreaterThanOrEqual(1 + 7 + 18 + 43);
		expect(new Set(acknowledged).size).toBe(acknowledged.length);
		expect(stored).toEqual(expect.arrayContaining(acknowledged));
		// Committed, and killed before it could say so: at most one a round.
		expect(stored.length - acknowledged.length).toBeLessThanOrEqual(4);
		expect(open.length).toBeLessThanOrEqual(1);
		expect(summaries.every(({ questions }) => questions.length === QUESTIONS.length)).toBe(true);
		for (const attempt of open) expect(record.begin(newAttempt({ id: attemptId(99_999) }))).toEqual({ begun: false, attempt });
		record.close();
		const connection = new Database(file);
		expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
		expect(connection.pragma('foreign_key_check')).toEqual([]);
		connection.close();
	});
});

describe('without permission', () => {
	const STRANGER = 54_321;
	const asStranger = ['setpriv', `--reuid=${STRANGER}`, `--regid=${STRANGER}`, '--clear-groups'];
	const [setpriv = '', ...options] = asStranger;
	const probe = getuid?.() === 0 ? spawnSync(setpriv, [...options, process.execPath, '-e', '0']) : undefined;
	const reason = probe === undefined ? 'not run by root' : probe.status === 0 ? undefined : 'another user cannot be had here';
	const restricted = reason === undefined ? it : it.skip;
	const title = (name: string) => (reason === undefined ? name : `${name} (skipped: ${reason})`);

	/** A folder of the other user with a record in it, made by them. */
	async function theirRecord(): Promise<string> {
		const folder = temporaryFolder();
		chownSync(folder, STRANGER, STRANGER);
		const file = join(folder, 'record.db');
		expect(await openedByStranger(file)).toEqual({ ok: true, notices: [] });
		return file;
	}

	async function openedByStranger(file: string): Promise<unknown> {
		const [line = ''] = await run(join(programs.folder, 'opener.cjs'), [file], asStranger).ended();
		return JSON.parse(line);
	}

	restricted(title('to read the file, it cannot be opened'), async () => {
		const file = await theirRecord();
		chmodSync(file, 0o000);
		expect(await openedByStranger(file)).toMatchObject({ ok: false, fault: { kind: 'cannot-open', path: file, detail: 'EACCES' } });
	});

	restricted(title('to write the file, it is read-only'), async () => {
		const file = await theirRecord();
		chmodSync(file, 0o400);
		expect(await openedByStranger(file)).toMatchObject({ ok: false, fault: { kind: 'read-only', what: 'file', path: file } });
	});

	restricted(title('to write the folder, an old record and a new one are read-only'), async () => {
		const file = await theirRecord();
		chmodSync(join(file, '..'), 0o500);
		expect(await openedByStranger(file)).toMatchObject({ ok: false, fault: { kind: 'read-only', what: 'folder', path: file } });
		for (const place of ['new.db', 'deeper/new.db']) {
			const path = join(file, '..', place);
			expect(await openedByStranger(path)).toMatchObject({ ok: false, fault: { kind: 'read-only', what: 'folder', path } });
		}
	});

	restricted(title('to enter the folder, it cannot be opened'), async () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, 'closed'), { mode: 0o000 });
		const path = join(folder, 'closed', 'record.db');
		expect(await openedByStranger(path)).toMatchObject({ ok: false, fault: { kind: 'cannot-open', path, detail: 'EACCES' } });
	});
});
