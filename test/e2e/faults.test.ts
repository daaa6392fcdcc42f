import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';

import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { chanceFrom } from '../../src/engine/chance.ts';
import { bundle, run } from '../store/fixtures/child.ts';
import { deckFolder, type PseudoTerminal, program } from './pseudo-terminal.ts';
import {
	expectNoCrash,
	openInteractiveShell,
	openShell,
	programOf,
	recordIn,
	runInShell,
	sanelyEnded,
	scriptHome,
	untilGone,
} from './shell.ts';
import { answer, answerLines, asked, enter, interrupt, pick, typedQuestions, writeDeck } from './sitting.ts';

type Variables = Record<string, string>;

/** Someone without a name or a home, to whom permissions apply as they do not to root. */
const stranger = 54_321;
const root = process.getuid?.() === 0;
const asStranger = root ? ['setpriv', '--reuid', `${stranger}`, '--regid', `${stranger}`, '--clear-groups'] : [];

/** Mounts of one's own, for a small disk. */
const apart = root ? ['unshare', '-m'] : ['unshare', '-rm'];

function works(...command: readonly string[]): boolean {
	const [name = '', ...rest] = command;
	return spawnSync(name, rest).status === 0;
}

/** Where the machine cannot do what a test needs, that is said. */
function demand(possible: boolean, what: string, skip: (note: string) => void): void {
	if (possible) return;
	process.stderr.write(`Not tested here: it needs ${what}.\n`);
	skip(what);
}

/** Sits the first question and stands at the second. */
async function halfway(variables: Variables, { unit = 'first' } = {}): Promise<PseudoTerminal> {
	const terminal = openShell(`gradus quiz "$deck" ${unit}`, variables);
	await answer(terminal, 1);
	terminal.press(enter);
	await asked(terminal, 2);
	return terminal;
}

/** A new start stands at this very question. */
async function goesOnAt(position: number, variables: Variables): Promise<string> {
	const again = openShell('gradus quiz "$deck" first', variables);
	const screen = await asked(again, position);
	again.press(interrupt);
	expect((await sanelyEnded(again)).code).toBe(130);
	return screen;
}

describe('a terminal that is closed', () => {
	const starts = {
		'its window hangs up': 'gradus quiz "$deck" first',
		'hanging up is ignored': 'trap "" HUP; gradus quiz "$deck" first',
		'nobody tells': `setsid -w bash -c 'gradus quiz "$deck" first'`,
	};
	for (const [how, script] of Object.entries(starts)) {
		it(`ends the program by itself where ${how}, with every answer kept`, async () => {
			await Promise.all(
				['question', 'verdict'].map(async (place) => {
					const { record, variables } = scriptHome();
					const terminal = openShell(script, variables);
					await answer(terminal, 1);
					if (place === 'question') {
						terminal.press(enter);
						await asked(terminal, 2);
					}
					terminal.hangUp();
					await untilGone(programOf(variables));
					expect(recordIn(record)).toEqual({ attempts: 1, shown: place === 'question' ? 2 : 1, answered: 1 });
					await goesOnAt(2, variables);
				}),
			);
		});
	}
});

const notSaved = /so your last answer or step could not be saved\. Every answer before it is safe\. .* run the command again/u;

describe('a record that cannot be kept', () => {
	it('in a file or a folder that may not be written is refused, and what was in it stays', async ({ skip }) => {
		demand(works(...asStranger, process.execPath, program, '--version'), 'setpriv, and a program that others may read', skip);
		await Promise.all(
			['file', 'folder'].map(async (what) => {
				const { folder, record, variables } = scriptHome();
				const first = await halfway(variables);
				first.press(interrupt);
				await sanelyEnded(first);
				for (const path of [folder, ...readdirSync(folder).map((name) => `${folder}/${name}`)]) chownSync(path, stranger, stranger);
				chmodSync(record, what === 'file' ? 0o400 : 0o600);
				chmodSync(folder, what === 'folder' ? 0o500 : 0o700);
				const before = readFileSync(record);
				const terminal = openShell('gradus quiz "$deck" first', { ...variables, pid: '/dev/null' }, { before: asStranger });
				const { code, screen } = await sanelyEnded(terminal);
				expect(code).toBe(4);
				expect(screen).toMatch(
					`Gradus may not write ${what === 'file' ? 'to' : 'in the folder of'} the record at ${record}. Nothing was changed. Make it writable, or`,
				);
				expect(readFileSync(record)).toEqual(before);
				chmodSync(folder, 0o700);
				chmodSync(record, 0o600);
				await goesOnAt(2, variables);
			}),
		);
	});

	it('on a full disk says that the answer was not saved, and goes on at it once there is room', async ({ skip }) => {
		demand(works(...apart, 'mount', '-t', 'tmpfs', 'none', '/mnt'), 'unshare and mount', skip);
		const { folder, variables } = scriptHome();
		mkdirSync(`${folder}/small`);
		const shell = openInteractiveShell({ ...variables, GRADUS_DB: `${folder}/small/record.db` }, apart);
		shell.press('mount -t tmpfs -o size=300k none "$HOME/small"; echo $$ >"$HOME/shell"\r');
		shell.press('gradus quiz "$deck" first\r');
		await answer(shell, 1);
		shell.press(enter);
		await asked(shell, 2);
		const disk = `/proc/${readFileSync(`${folder}/shell`, 'utf8').trim()}/root${folder}/small`;
		expect(spawnSync('dd', ['if=/dev/zero', `of=${disk}/filler`, 'bs=1k'], { encoding: 'utf8' }).stderr).toMatch(/No space/u);
		await pick(shell, 2);
		await shell.shows(/Free some space, then go on\..*▸ 1 {2}Go on with the quiz on .*, question 2 of 4/su);
		shell.press('q');
		await shell.shows(/where you were\.\n\$/u);
		shell.press('code=$?; stty -a; echo "ended with $code"\r');
		const { code, screen } = await sanelyEnded(shell);
		expect(code).toBe(4);
		expect(screen).toMatch(notSaved);
		expect(screen).not.toMatch(/✓ right.*✓ right/su);
		shell.press('clear; rm "$HOME/small/filler"; gradus quiz "$deck" first\r');
		await shell.shows(/^(?!.*ended with).*Welcome back.*Question 2 of 4 .*✓ 1 ✗ 0.*Enter answer/su);
	});

	it('on a full disk is gone on with in the same sitting, once there is room', async ({ skip }) => {
		demand(works(...apart, 'mount', '-t', 'tmpfs', 'none', '/mnt'), 'unshare and mount', skip);
		const { folder, variables } = scriptHome();
		mkdirSync(`${folder}/small`);
		const shell = openInteractiveShell({ ...variables, GRADUS_DB: `${folder}/small/record.db` }, apart);
		shell.press('mount -t tmpfs -o size=300k none "$HOME/small"; echo $$ >"$HOME/shell"\r');
		shell.press('gradus learn "$deck" first\r');
		await shell.shows(/Take the quiz/u);
		shell.press('2');
		await shell.shows(/▸ 2 {2}Take the quiz/u);
		shell.press(enter);
		await answer(shell, 1);
		shell.press(enter);
		await asked(shell, 2);
		const disk = `/proc/${readFileSync(`${folder}/shell`, 'utf8').trim()}/root${folder}/small`;
		expect(spawnSync('dd', ['if=/dev/zero', `of=${disk}/filler`, 'bs=1k'], { encoding: 'utf8' }).stderr).toMatch(/No space/u);
		await pick(shell, 2);
		await shell.shows(/then go on\..*▸ 1 {2}Go on with the quiz on .*, question 2 of 4/su);
		rmSync(`${disk}/filler`);
		shell.press(enter);
		await shell.shows(/Welcome back.*Question 2 of 4 .*✓ 1 ✗ 0.*Enter answer/su);
		await answer(shell, 2);
		shell.press(enter);
		await asked(shell, 3);
		shell.press(interrupt);
		await shell.shows(/Stopped at question 3 of 4 /u);
	});

	it('on a disk that fills up while a record is taken in is there and sound, or is not there at all', async ({ skip }) => {
		demand(works(...apart, 'mount', '-t', 'tmpfs', 'none', '/mnt'), 'unshare and mount', skip);
		const { folder, record, variables } = await begun();
		mkdirSync(`${folder}/disk`);
		const disk = 'mount -t tmpfs -o size=${size}k none "$HOME/disk"';
		const taken = 'gradus --db "$HOME/disk/new.db" data import "$HOME/export.jsonl"; code=$?';
		const found = 'if [ -e "$HOME/disk/new.db" ]; then gradus --db "$HOME/disk/new.db" data verify; sound=$?; else sound=none; fi';
		const each = `${disk}; ${taken}; ${found}; umount "$HOME/disk"; echo "ended: $code $sound"`;
		const script = `gradus data export "$HOME/export.jsonl"; for size in 200 240 280 480; do ${each}; done; echo all`;
		const terminal = openShell(script, { ...variables, GRADUS_DB: record }, { before: apart });
		const screen = await terminal.shows(/^all/mu);
		const ended = screen.match(/(?<=ended: ).*/gu)?.map((line) => line.trim()) ?? [];
		expect(ended).toHaveLength(4);
		expect(new Set(ended)).toEqual(new Set(['4 none', '0 0']));
		expectNoCrash(screen);
	});

	it('on a file system that can only be read is looked at as it is, and refused where something would have to be kept', async ({
		skip,
	}) => {
		demand(works(...apart, 'mount', '-t', 'tmpfs', 'none', '/mnt'), 'unshare and mount', skip);
		const { folder, record, variables } = await begun();
		mkdirSync(`${folder}/disk`);
		const disk = 'mount -t tmpfs none "$HOME/disk"; cp "$GRADUS_DB" "$HOME/disk/record.db"; mount -o remount,ro "$HOME/disk"';
		const looks = ['map "$deck"', 'history', 'why "$deck" first', 'data verify', 'data export "$HOME/export.jsonl"'];
		const keeps = [
			'quiz "$deck" first </dev/tty',
			'data import "$HOME/export.jsonl"',
			'--db "$HOME/disk/new.db" quiz "$deck" first </dev/tty',
		];
		const commands = [...looks, ...keeps].map((words) => `gradus ${words}; echo "code: $?"`).join('; ');
		const script = `${disk}; export GRADUS_DB="$HOME/disk/record.db"; ${commands}; cmp "$HOME/record.db" "$HOME/disk/record.db" && echo the same`;
		const terminal = openShell(script, { ...variables, GRADUS_DB: record }, { before: apart });
		const screen = await terminal.shows(/the same/u);
		expect(screen.match(/(?<=code: )\d/gu)).toEqual([...looks.map(() => '0'), ...keeps.map(() => '4')]);
		expect(screen).toMatch(/1 attempt/u);
		expect(screen).toMatch(/is sound: 1 attempt/u);
		expect(readFileSync(`${folder}/export.jsonl`, 'utf8')).toMatch(/^\{"gradus":"record".*\n\{"attempt"/u);
		expect(screen).toMatch(
			/Gradus may not write to the record at \S+disk\/record\.db\. Nothing was changed\. Make it writable, or name another/u,
		);
		expect(screen).toMatch(/Gradus may not write in the folder of the record at \S+disk\/new\.db\. Nothing was changed/u);
		expectNoCrash(screen);
	});

	it('on a file system that can only be read is refused where a log beside it has to be taken in first, or it is no record', async ({
		skip,
	}) => {
		demand(works(...apart, 'mount', '-t', 'tmpfs', 'none', '/mnt'), 'unshare and mount', skip);
		const { folder, record, variables } = await begun();
		mkdirSync(`${folder}/disk`);
		const files = 'cp "$GRADUS_DB" record.db; echo log >record.db-wal; echo noise >noise.db; head -c 5000 record.db >short.db';
		const disk = `mount -t tmpfs none "$HOME/disk"; cd "$HOME/disk"; ${files}; mount -o remount,ro "$HOME/disk"`;
		const looks = ['record', 'noise', 'short'].map((name) => `gradus --db "$HOME/disk/${name}.db" map "$deck"; echo "code: $?"`);
		const terminal = openShell(`${disk}; ${looks.join('; ')}; echo all`, { ...variables, GRADUS_DB: record }, { before: apart });
		const screen = await terminal.shows(/^all/mu);
		expect(screen.match(/(?<=code: )\d/gu)).toEqual(['4', '4', '4']);
		expect(screen).toMatch(/may not write to the record at \S+record\.db/u);
		expect(screen).toMatch(/The record at \S+noise\.db is damaged/u);
		expect(screen).toMatch(/The record at \S+short\.db is damaged/u);
		expectNoCrash(screen);
	});

	it('on a disk whose syncs fail tells no verdict that is not safe, and goes on with those that are', async ({ skip }) => {
		demand(works('strace', '-f', '-o', '/dev/null', 'true'), 'strace, and leave to trace', skip);
		await Promise.all(
			['9+', '10', '12+'].map(async (when) => {
				const { folder, record, variables } = scriptHome();
				writeDeck(folder, typedQuestions);
				const strace = `strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:error=EIO:when=${when}`;
				const script = `${answerLines}; all | ${strace} "${process.execPath}" "${program}" quiz ./written unit`;
				const { code, output, errors } = await runInShell(script, { ...variables, NODE_DISABLE_COMPILE_CACHE: '1' });
				expect({ when, code }).toEqual({ when, code: 4 });
				expect(errors).toMatch(notSaved);
				const told = output.match(/"type":"verdict"/gu)?.length ?? 0;
				expect(recordIn(record).answered).toBe(told);
				const again = await runInShell(`${answerLines}; all | gradus quiz ./written unit`, variables);
				expect(again).toMatchObject({ code: 0, errors: '' });
				expect(again.output.match(/"type":"verdict"/gu)).toHaveLength(3 - told);
				expect(recordIn(record)).toEqual({ attempts: 1, shown: 3, answered: 3 });
			}),
		);
	});

	it('by a program killed at a write or a sync has every answer whose verdict was told, and goes on', async ({ skip }) => {
		demand(works('strace', '-f', '-o', '/dev/null', 'true'), 'strace, and leave to trace', skip);
		const points = ['fsync 2', 'fsync 10', 'fsync 12', 'pwrite64 4', 'pwrite64 24', 'pwrite64 36'];
		const killed = await Promise.all(
			points.map(async (point) => {
				const { folder, record, variables } = scriptHome();
				writeDeck(folder, typedQuestions);
				const [call, when] = point.split(' ');
				const strace = `strace -f -qq -o /dev/null -e trace=${call} -e inject=${call}:signal=SIGKILL:when=${when}`;
				const script = `${answerLines}; all | ${strace} "${process.execPath}" "${program}" quiz ./written unit`;
				const { code, output } = await runInShell(script, { ...variables, NODE_DISABLE_COMPILE_CACHE: '1' });
				const told = output.match(/"type":"verdict"/gu)?.length ?? 0;
				const again = await runInShell(`${answerLines}; all | gradus quiz ./written unit && gradus data verify >/dev/null`, variables);
				expect({ point, ...again }).toMatchObject({ point, code: 0, errors: '' });
				const then = again.output.match(/"type":"verdict"/gu)?.length ?? 0;
				// Committed, and killed before it could say so: at most one.
				expect({ point, inAll: [3, 2].includes(told + then) }).toEqual({ point, inAll: true });
				expect(recordIn(record)).toEqual({ attempts: 1, shown: 3, answered: 3 });
				return { code, told };
			}),
		);
		expect(killed.map(({ code }) => code)).toEqual(points.map(() => 137));
		expect(killed.some(({ told }) => told > 0)).toBe(true);
	});

	it('on a disk that reports a fault says the same', async ({ skip }) => {
		demand(works('prlimit', '--version'), 'prlimit', skip);
		const { record, variables } = scriptHome();
		const terminal = await halfway(variables);
		expect(works('prlimit', `--pid=${programOf(variables)}`, '--fsize=1')).toBe(true);
		await pick(terminal, 2);
		const { code, screen } = await sanelyEnded(terminal);
		expect(code).toBe(4);
		expect(screen).toMatch(notSaved);
		expect(recordIn(record)).toMatchObject({ shown: 2, answered: 1 });
		await goesOnAt(2, variables);
	});
});

/** A record with one answer in it, an attempt left open. */
async function begun() {
	const home = scriptHome();
	const terminal = await halfway(home.variables);
	terminal.press(interrupt);
	await sanelyEnded(terminal);
	return home;
}

describe('a record that is not what it should be', () => {
	const damages: readonly { readonly what: string; readonly damage: (file: string) => void; readonly says: RegExp }[] = [
		{
			what: 'cut short',
			damage: (file) => truncateSync(file, 10_000),
			says: /is damaged and cannot be read\. It was left as it is\. Put a copy/u,
		},
		{
			what: 'noise',
			damage: (file) => writeFileSync(file, Buffer.alloc(9_000, 'noise')),
			says: /is damaged and cannot be read\. It was left/u,
		},
		{
			what: 'a folder',
			damage: (file) => {
				renameSync(file, `${file}.aside`);
				mkdirSync(file);
			},
			says: /should be a file, but \S+ is something else\. Nothing was changed\. Name a file/u,
		},
		{
			what: 'written by a newer program',
			damage: (file) => withRecord(file, (record) => record.pragma('user_version = 99')),
			says: /was written by a newer Gradus .*It was not touched\. Update Gradus/u,
		},
		{
			what: "another program's",
			damage: (file) => withRecord(file, (record) => record.pragma('application_id = 7')),
			says: /belongs to another program.*It was not touched\. Name another file/u,
		},
	];
	it('is refused in words, and left as it is', async () => {
		await Promise.all(
			damages.map(async ({ what, damage, says }) => {
				const { record, variables } = await begun();
				damage(record);
				const before = bytesOf(record);
				const sitting = await sanelyEnded(openShell('gradus quiz "$deck" first', variables));
				const looking = await runInShell('gradus map "$deck"', variables);
				expect({ what, codes: [sitting.code, looking.code], output: looking.output }).toEqual({ what, codes: [4, 4], output: '' });
				expect(sitting.screen).toMatch(says);
				expect(looking.errors).toMatch(says);
				expectNoCrash(looking.errors);
				expect(bytesOf(record)).toEqual(before);
			}),
		);
	});

	it('because it is empty is begun anew, unless a log beside it has lost its file', async () => {
		const [empty, orphaned] = [scriptHome(), await begun()];
		writeFileSync(empty.record, '');
		writeFileSync(`${orphaned.record}-wal`, 'answers');
		truncateSync(orphaned.record, 0);
		await goesOnAt(1, empty.variables);
		const { code, errors } = await runInShell('gradus map "$deck"', orphaned.variables);
		expect(code).toBe(4);
		expect(errors).toMatch(/is damaged and cannot be read\. It was left as it is/u);
		expect(readFileSync(`${orphaned.record}-wal`, 'utf8')).toBe('answers');
	});

	it('with noise in any of its pages is told of by verify and by whatever meets it, and comes back whole from a backup', async () => {
		const { record, variables } = await begun();
		const backup = `${record}.mine`;
		expect(await runInShell(`gradus data backup "${backup}"`, variables)).toMatchObject({ code: 0 });
		const sound = readFileSync(record);
		const seed = 20_260_131;
		const chance = chanceFrom(seed);
		const size = 4_096;
		const pages = chance.shuffle(Array.from({ length: sound.length / size - 1 }, (_, index) => index + 1)).slice(0, 4);
		await Promise.all(
			pages.map(async (page) => {
				const noisy = Buffer.from(sound);
				for (let offset = 0; offset < size; offset += 1) noisy[page * size + offset] = chance.index(256);
				const own = `${record}.${page}`;
				writeFileSync(own, noisy);
				const { output, errors } = await runInShell(
					'for what in "data verify" "map $deck" "data export"; do gradus $what >/dev/null; echo "code $?"; done',
					{ ...variables, GRADUS_DB: own },
				);
				expectNoCrash(errors);
				expect({ seed, page, output }).toEqual({ seed, page, output: expect.stringMatching(/^code 4\n(?:code [04]\n){2}$/u) });
				expect(readFileSync(own)).toEqual(noisy);
			}),
		);
		writeFileSync(record, Buffer.alloc(sound.length, 'noise'));
		expect(await runInShell(`gradus data restore "${backup}"; gradus data verify`, variables)).toMatchObject({ code: 0 });
		await goesOnAt(2, variables);
	});

	it('because a killed program left its log goes on from it; from a log cut short, with all that was whole in it', async () => {
		await Promise.all(
			[0, 1_000].map(async (cut) => {
				const { record, variables } = scriptHome();
				const terminal = await halfway(variables);
				process.kill(programOf(variables), 'SIGKILL');
				await terminal.shows(/ended with 137/u);
				truncateSync(`${record}-wal`, statSync(`${record}-wal`).size - cut);
				expect(await runInShell('gradus data verify', variables)).toMatchObject({ code: 0, errors: '' });
				expect(recordIn(record)).toEqual({ attempts: 1, shown: cut === 0 ? 2 : 1, answered: 1 });
				await goesOnAt(2, variables);
			}),
		);
	});

	it("beside another record's log is never a crash, and its backup brings back what the log hid", async () => {
		const [mine, other] = [await begun(), scriptHome()];
		await runInShell(`gradus data backup "${mine.record}.mine"`, mine.variables);
		const terminal = await halfway(other.variables);
		process.kill(programOf(other.variables), 'SIGKILL');
		await terminal.shows(/ended with 137/u);
		cpSync(`${other.record}-wal`, `${mine.record}-wal`);
		const looked = await runInShell('gradus map "$deck"', mine.variables);
		expect([0, 4]).toContain(looked.code);
		expectNoCrash(looked.errors);
		expect(await runInShell(`gradus data restore "${mine.record}.mine"; gradus data verify`, mine.variables)).toMatchObject({ code: 0 });
		expect(recordIn(mine.record)).toEqual({ attempts: 1, shown: 2, answered: 1 });
		await goesOnAt(2, mine.variables);
	});

	it('because another process holds it is told in a moment, at the start and at an answer, and nothing is lost', async () => {
		const [starting, answering, looking] = await Promise.all([begun(), scriptHome(), begun()]);
		const standing = await halfway(answering.variables);
		const holders = [starting, answering, looking].map(({ record }) => new Database(record));
		for (const [index, holder] of holders.entries()) {
			if (index === 2) holder.pragma('locking_mode = EXCLUSIVE');
			holder.exec('BEGIN EXCLUSIVE; CREATE TABLE held (it)');
		}
		let held = true;
		const letGo = setTimeout(() => {
			held = false;
			for (const holder of holders) holder.exec('ROLLBACK');
		}, 10_000);
		await pick(standing, 2);
		const ends = await Promise.all([
			sanelyEnded(openShell('gradus quiz "$deck" first', starting.variables)),
			sanelyEnded(standing),
			runInShell('gradus map "$deck"', looking.variables).then(({ code, errors }) => ({ code, screen: errors })),
		]);
		expect(held).toBe(true);
		clearTimeout(letGo);
		for (const holder of holders) holder.close();
		for (const { code, screen } of ends) {
			expect(code).toBe(4);
			expect(screen).toMatch(
				/Another program is using the record at .* Everything recorded before is safe\. Close the other Gradus, or wait/u,
			);
		}
		expect(recordIn(answering.record)).toMatchObject({ shown: 2, answered: 1 });
		await goesOnAt(2, answering.variables);
	});
});

function withRecord(file: string, use: (record: Database.Database) => void): void {
	const record = new Database(file);
	use(record);
	record.close();
}

function bytesOf(path: string): Buffer | readonly string[] {
	return statSync(path).isFile() ? readFileSync(path) : readdirSync(path);
}

describe('where the record lies', () => {
	it('is told to be unknown or out of reach where there is no home, and decks can be looked at all the same', async () => {
		const sentences = {
			'HOME=': /does not know where to keep your record.*Nothing was changed\. Name a file with --db/u,
			'HOME=/proc/none': /The record at \/proc\/none\/\S+ cannot be opened \(ENOENT\)\. Nothing was changed\. See that its folder/u,
			'HOME=/dev/null': /The record at \/dev\/null\/\S+ cannot be opened \(ENOTDIR\)\. Nothing was changed/u,
		};
		await Promise.all(
			Object.entries(sentences).map(async ([home, says]) => {
				const { variables } = scriptHome();
				const script = `unset GRADUS_DB; ${home}`;
				const { code, screen } = await sanelyEnded(openShell(`${script} gradus quiz "$deck" first`, variables));
				expect({ home, code }).toEqual({ home, code: 4 });
				expect(screen).toMatch(says);
				expect(await runInShell(`${script} gradus map "$deck"`, variables)).toMatchObject({ code: 0, errors: '' });
			}),
		);
	});

	it('is not guessed for a user without a name', async ({ skip }) => {
		demand(root && works(...asStranger, process.execPath, program, '--version'), 'root and setpriv', skip);
		const { folder, variables } = scriptHome();
		chmodSync(folder, 0o755);
		const nameless = openShell(
			'unset GRADUS_DB HOME; gradus quiz "$deck" first',
			{ ...variables, pid: '/dev/null' },
			{ before: asStranger },
		);
		const { code, screen } = await sanelyEnded(nameless);
		expect(code).toBe(4);
		expect(screen).toMatch(/does not know where to keep your record/u);
	});

	it('may have spaces and letters of any kind in its path, is XDG_DATA_HOME where that is absolute, and never a relative one', async () => {
		const { folder, variables } = scriptHome();
		const odd = `${folder}/Größe 学 'x'`;
		mkdirSync(odd);
		cpSync(deckFolder, `${odd}/Mein Kurs`, { recursive: true });
		const files: Readonly<Record<string, string>> = {
			[`GRADUS_DB="${odd}/Mein Stand.db"`]: `${odd}/Mein Stand.db`,
			[`XDG_DATA_HOME="${odd}/data"`]: `${odd}/data/gradus/record.db`,
			'XDG_DATA_HOME=data': `${folder}/.local/share/gradus/record.db`,
		};
		for (const [setting, file] of Object.entries(files)) {
			const terminal = openShell(`unset GRADUS_DB; cd "${odd}"; ${setting} gradus quiz "./Mein Kurs" first`, variables);
			await asked(terminal, 1);
			terminal.press(interrupt);
			const { screen } = await sanelyEnded(terminal);
			expect(recordIn(file)).toMatchObject({ shown: 1 });
			const way = /gradus learn .*/u.exec(screen)?.[0] ?? '';
			const again = openShell(`unset GRADUS_DB; cd "${odd}"; ${setting} ${way}`, variables);
			await again.shows(/Go on with the quiz.*question 1 of 4.*Enter go/su);
			again.press(interrupt);
			await sanelyEnded(again);
		}
		expect(readdirSync(odd).sort()).toEqual(['Mein Kurs', 'Mein Stand.db', 'data']);
	});
});

describe('two terminals', () => {
	it('on one attempt double nothing, tell of each other, and both come to its end', async () => {
		const { record, variables } = scriptHome();
		const one = openShell('gradus quiz "$deck" first', variables);
		await asked(one, 1);
		const two = openShell('gradus quiz "$deck" first', variables);
		await asked(two, 1);
		for (const [position, [quick, slow]] of [
			[1, [one, two]],
			[2, [two, one]],
			[3, [one, two]],
			[4, [two, one]],
		] as const) {
			await answer(quick, position);
			quick.press(enter);
			await pick(slow, position);
			await slow.shows(new RegExp(`Question ${position} of 4 (?:(?!Question).)*answered in another terminal meanwhile`, 'su'));
			if (position < 4) await asked(slow, position + 1);
		}
		for (const terminal of [one, two]) {
			const { code, screen } = await sanelyEnded(terminal);
			expect(code).toBe(0);
			expect(screen).toMatch(/4 of 4/u);
		}
		expect(recordIn(record)).toEqual({ attempts: 1, shown: 4, answered: 4 });
	});

	it('that answer at once, again and again, in the same attempts, keep every answer and none twice', async () => {
		const each = Number(process.env['ANSWERS_EACH'] ?? '150');
		const { record, variables } = scriptHome();
		const programs = bundle('rival');
		const rivals = [1, 5_001].map((firstId) => run(`${programs.folder}/rival.cjs`, [record, 'snapshots', `${firstId}`, `${each}`]));
		const committed = (await Promise.all(rivals.map((rival) => rival.ended()))).map((lines) => [...lines]);
		programs.remove();
		expect(committed.map(({ length }) => length)).toEqual([each, each]);
		expect(new Set(committed.flat()).size).toBe(2 * each);
		expect(recordIn(record)).toMatchObject({ answered: 2 * each });
		withRecord(record, (connection) => {
			const places = connection.prepare("SELECT attempt || ' ' || position FROM question WHERE answered IS NOT NULL").pluck().all();
			expect(new Set(places)).toEqual(new Set(committed.flat()));
		});
		expect(await runInShell('gradus data verify', variables)).toMatchObject({ code: 0, errors: '' });
	});

	it('on different units do not disturb each other', async () => {
		const { folder, record, variables } = scriptHome();
		const deck = twoUnits(folder);
		await Promise.all(
			['one', 'two'].map(async (unit) => {
				const terminal = openShell(`gradus quiz "$deck" ${unit}`, { ...variables, deck });
				for (const position of [1, 2, 3]) {
					await terminal.shows(new RegExp(`Question ${position} of 3 (?!.*Question \\d).*Enter answer`, 'su'));
					terminal.press(`snow storm${enter}`);
					await terminal.shows(new RegExp(`Question ${position} of 3 (?!.*Question \\d).*✓ right.*Enter (?:next|result)`, 'su'));
					terminal.press(enter);
				}
				expect(await sanelyEnded(terminal)).toMatchObject({ code: 0 });
			}),
		);
		expect(recordIn(record)).toEqual({ attempts: 2, shown: 6, answered: 6 });
	});
});

/** Two open units of three typed questions each. */
function twoUnits(home: string): string {
	const deck = writeDeck(home, typedQuestions);
	const text = readFileSync(`${deck}/unit.yaml`, 'utf8').replace('unit: unit\n', 'requires: []\n');
	for (const unit of ['one', 'two']) writeFileSync(`${deck}/${unit}.yaml`, `unit: ${unit}\n${text}`);
	writeFileSync(`${deck}/deck.yaml`, 'deck: written\ntitle: A written deck\nunits: [one.yaml, two.yaml]\n');
	return deck;
}

describe('a clock', () => {
	/** A quiz that is missed, and one that is mastered an hour later by a clock that has jumped by so many milliseconds meanwhile. */
	async function twoQuizzes(jump: number) {
		const home = scriptHome();
		writeDeck(home.folder, typedQuestions);
		writeFileSync(`${home.folder}/clock.cjs`, 'const { now } = Date; const by = Number(process.env.JUMP); Date.now = () => now() + by;');
		const script = `${answerLines}
			export NODE_OPTIONS="--require $HOME/clock.cjs"
			answers 'snow storm' 'snow storm' rain | JUMP=0 gradus quiz ./written unit >/dev/null
			all | JUMP=${jump} gradus quiz ./written unit >/dev/null
			unset NODE_OPTIONS
			gradus why ./written unit --json; gradus history ./written --json; gradus data verify >/dev/null`;
		const { code, output, errors } = await runInShell(script, home.variables);
		expect({ jump, code, errors }).toEqual({ jump, code: 0, errors: '' });
		const ids = [...new Set(output.match(/[0-9a-f]{8}-[0-9a-f-]{27}/gu))];
		const named = output.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, (id) => `attempt ${ids.indexOf(id)}`);
		return { ...home, output: named.replaceAll(/"(?:\w+At|timeOnTask)": \d+/gu, '"time"') };
	}

	it('that jumps a day back or forth changes no standing, no order and no draw, and export and import carry it over', async () => {
		const day = 86_400_000;
		const [steady, back, forth] = await Promise.all([twoQuizzes(3_600_000), twoQuizzes(-day), twoQuizzes(day)]);
		expect(steady.output).toMatch(/"state": "mastered"/u);
		expect(back.output).toBe(steady.output);
		expect(forth.output).toBe(steady.output);
		const carry = `gradus data export "$HOME/one.jsonl" && gradus --db "$HOME/two.db" data import "$HOME/one.jsonl" && gradus --db "$HOME/two.db" data import "$HOME/one.jsonl" && gradus --db "$HOME/two.db" data export "$HOME/two.jsonl" && cmp "$HOME/one.jsonl" "$HOME/two.jsonl"`;
		expect(await runInShell(carry, back.variables)).toMatchObject({ code: 0 });
	});

	it('is read in the zone one is in, also where that is none, and what is recorded does not depend on it', async () => {
		const { folder, variables } = scriptHome();
		writeDeck(folder, typedQuestions);
		await runInShell(`${answerLines}; all | gradus quiz ./written unit`, variables);
		const zones = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Not/AZone'];
		const runs = await Promise.all(
			zones.map((TZ) => runInShell('gradus history ./written --json; gradus history ./written >/dev/null', { ...variables, TZ })),
		);
		for (const run of runs) expect(run).toEqual({ ...runs[0], code: 0, errors: '' });
	});
});

describe('a deck that changes under an attempt', () => {
	it('in a key asks and grades the attempt as it was drawn, and the next one by the new key', async () => {
		const { folder, record, variables } = scriptHome();
		const deck = writeDeck(folder, typedQuestions);
		const first = await runInShell(`echo '{"answer":"snow storm"}' | gradus quiz ./written unit`, variables);
		expect(first.output).toMatch(/"verdict":"right"/u);
		writeFileSync(`${deck}/unit.yaml`, readFileSync(`${deck}/unit.yaml`, 'utf8').replaceAll('answer: snow storm', 'answer: rain'));
		const rest = await runInShell(`${answerLines}; all | gradus quiz ./written unit`, variables);
		expect(rest).toMatchObject({ code: 0, errors: '' });
		expect(rest.output.match(/"verdict":"\w+"/gu)).toEqual(['"verdict":"right"', '"verdict":"right"']);
		const next = await runInShell(`${answerLines}; answers rain rain rain | gradus quiz ./written unit`, variables);
		expect(next.output.match(/"verdict":"\w+"/gu)).toEqual(Array(3).fill('"verdict":"right"'));
		expect(recordIn(record)).toEqual({ attempts: 2, shown: 6, answered: 6 });
	});

	it('is told of at the next start; what was drawn is asked, and what was answered stays', async () => {
		const { folder, record, variables } = scriptHome();
		const own = { ...variables, deck: `${folder}/own` };
		cpSync(deckFolder, own.deck, { recursive: true });
		const terminal = openShell('gradus quiz "$deck" first', own);
		await answer(terminal, 1);
		writeFileSync(`${own.deck}/first.yaml`, readFileSync(`${own.deck}/first.yaml`, 'utf8').replaceAll('What about', 'Which one of the'));
		terminal.press(enter);
		expect(await asked(terminal, 2)).not.toMatch(/Which one/u);
		terminal.press(interrupt);
		await sanelyEnded(terminal);
		const screen = await goesOnAt(2, own);
		expect(screen).toMatch(/The deck has changed since you began\. You are asked what was drawn then/u);
		expect(screen).toMatch(/What about/u);
		expect(recordIn(record)).toMatchObject({ attempts: 1, answered: 1 });
	});

	it('by losing the unit says so where it is named, goes on elsewhere, and keeps its history', async () => {
		const { folder, record, variables } = scriptHome();
		const own = { ...variables, deck: twoUnits(folder) };
		const terminal = openShell('gradus quiz "$deck" one', own);
		await terminal.shows(/Question 1 of 3.*Enter answer/su);
		terminal.press(`snow storm${enter}`);
		await terminal.shows(/✓ right.*Enter next/su);
		terminal.press(interrupt);
		await sanelyEnded(terminal);
		writeFileSync(`${own.deck}/deck.yaml`, 'deck: written\ntitle: A written deck\nunits: [two.yaml]\n');
		const [named, history] = await Promise.all([
			sanelyEnded(openShell('gradus quiz "$deck" one', own)),
			runInShell('gradus history "$deck" --json', own),
		]);
		expect(named).toMatchObject({ code: 2 });
		expect(named.screen).toMatch(/has no unit called one\. It has: two\./u);
		expect(JSON.parse(history.output)).toMatchObject({ entries: [{ unit: 'one', answered: 1, score: { right: 1 } }] });
		const elsewhere = openShell('gradus learn "$deck"', own);
		await elsewhere.shows(/Take the quiz.*Enter go/su);
		elsewhere.press('q');
		expect(await sanelyEnded(elsewhere)).toMatchObject({ code: 0 });
		expect(recordIn(record)).toMatchObject({ attempts: 1, answered: 1 });
	});

	it('by breaking is refused with its mistakes, and goes on once it is mended', async () => {
		const { folder, variables } = scriptHome();
		const own = { ...variables, deck: `${folder}/own` };
		cpSync(deckFolder, own.deck, { recursive: true });
		const terminal = await halfway(own);
		terminal.press(interrupt);
		await sanelyEnded(terminal);
		writeFileSync(`${own.deck}/deck.yaml`, 'deck: small\ntitle: A small deck\nunits: [first.yaml, gone.yaml, second.yaml]\n');
		const { code, screen } = await sanelyEnded(openShell('gradus quiz "$deck" first', own));
		expect(code).toBe(4);
		expect(screen).toMatch(/gone\.yaml.*cannot be used until this is mended\. Your record is untouched/su);
		cpSync(`${deckFolder}/deck.yaml`, `${own.deck}/deck.yaml`);
		await goesOnAt(2, own);
	});
});

describe('a deck folder', () => {
	it('that is none, empty or full of strangers is refused in words, by the program and by its check', async () => {
		const { folder, variables } = scriptHome();
		const folders: readonly {
			readonly name: string;
			readonly make: (path: string) => void;
			readonly says: RegExp;
			readonly codes: readonly [number, number];
		}[] = [
			{ name: 'missing', make: () => {}, says: /There is no (?:folder|file or folder) \.\/missing/u, codes: [2, 2] },
			{
				name: 'file',
				make: (path) => writeFileSync(path, 'deck: file\n'),
				says: /There is no folder \.\/file|\.\/file belongs to no deck/u,
				codes: [2, 2],
			},
			{ name: 'empty', make: (path) => mkdirSync(path), says: /Missing file `deck\.yaml`|There is no deck in \.\/empty/u, codes: [4, 2] },
			{ name: 'pipe', make: (path) => pipe(path), says: /There is no folder \.\/pipe|\.\/pipe belongs to no deck/u, codes: [2, 2] },
			{
				name: 'piped-deck',
				make: (path) => instead(path, 'deck.yaml', pipe),
				says: /`deck\.yaml`, which is a pipe or a device, expected a file/u,
				codes: [4, 1],
			},
			{
				name: 'piped-unit',
				make: (path) => instead(path, 'first.yaml', pipe),
				says: /`first\.yaml`, which is a pipe or a device, expected a file/u,
				codes: [4, 1],
			},
			{
				name: 'linked-out',
				make: (path) => instead(path, 'first.yaml', (file) => symlinkSync(`${deckFolder}/first.yaml`, file)),
				says: /it is a link that leads out of the deck/u,
				codes: [4, 1],
			},
			{
				name: 'linked-round',
				make: (path) => instead(path, 'first.yaml', (file) => symlinkSync('first.yaml', file)),
				says: /The file `first\.yaml` cannot be read \(ELOOP\)/u,
				codes: [4, 1],
			},
		];
		await Promise.all(
			folders.map(async ({ name, make, says, codes }) => {
				make(`${folder}/${name}`);
				for (const [index, command] of ['map', 'check'].entries()) {
					const { code, output, errors } = await runInShell(`gradus ${command} ./${name}`, variables);
					expect({ name, command, code }).toEqual({ name, command, code: codes[index] });
					expect(output + errors).toMatch(says);
					expectNoCrash(output + errors);
				}
			}),
		);
	});

	it('that may not be read is told as that', async ({ skip }) => {
		demand(works(...asStranger, process.execPath, program, '--version'), 'setpriv, and a program that others may read', skip);
		const { folder, variables } = scriptHome();
		chmodSync(folder, 0o777);
		for (const name of ['closed', 'closed-file']) cpSync(deckFolder, `${folder}/${name}`, { recursive: true });
		chmodSync(`${folder}/closed-file/first.yaml`, 0);
		chmodSync(`${folder}/closed`, 0);
		const script = (name: string) => `gradus map ./${name}; echo "ended with $?"; gradus check ./${name}; echo "ended with $?"`;
		const runs = await Promise.all(
			['closed', 'closed-file'].map((name) => runInShell(script(name), { ...variables, pid: '/dev/null' }, asStranger)),
		);
		chmodSync(`${folder}/closed`, 0o755);
		for (const { output, errors } of runs) {
			expect(output.match(/ended with \d/gu)).toEqual(['ended with 4', 'ended with 1']);
			expect((output + errors).match(/The file `\w+\.yaml` cannot be read \(EACCES\)/gu)).toHaveLength(2);
			expectNoCrash(output + errors);
		}
	});

	it('with characters that a terminal would obey is refused, and none of them reaches the terminal', async () => {
		const { folder, variables } = scriptHome();
		const hostile = {
			raw: 'bad \x1b]0;owned\x07 \x1b[2J \x9b31m \u202e end',
			escaped: '"bad \\e]0;owned\\a \\e[2J \\x9b31m \\u202e end"',
		};
		const places = ['stem', 'answer', 'explanation', 'title', 'unknown\x1b[31m-key'];
		const decks = Object.entries(hostile).flatMap(([kind, text]) =>
			places.map((place, index) => ({ kind, text, place, id: `${kind}-${index}` })),
		);
		for (const { text, place, id } of decks) {
			const parts: Readonly<Record<string, string>> = { stem: 'Which?', answer: 'This', explanation: 'So.', [place]: text };
			const lines = Object.entries(parts).map(([key, value]) => `    ${key}: ${value}\n`);
			writeDeck(folder, `  - id: q\n    section: all\n    distractors: [That]\n${lines.join('')}`, { id });
		}
		writeFileSync(`${folder}/raw-0/deck.yaml`, `deck: raw-0\ntitle: ${hostile.escaped}\nunits: ["unit\\e[2J.yaml", unit.yaml]\n`);
		mkdirSync(`${folder}/.local/share/gradus/decks/odd\x1b[2J`, { recursive: true });
		const ways = [
			...decks.map(({ id }) => `gradus map ./${id}; echo "ended with $?"`),
			'gradus check "$HOME"; gradus; gradus decks; gradus map $"./odd\x1b[2J"; gradus map "odd\x1b[2J"; gradus "x\x1b[2J"; gradus map --"x\x1b[2J"',
			'touch "$HOME/x\x1b[2J"; echo noise >"$HOME/x\x1b[2J"; gradus --db "$HOME/x\x1b[2J" map mastery; echo "ended with $?"',
		];
		for (const [index, { output, errors }] of (await Promise.all(ways.map((way) => runInShell(way, variables)))).entries()) {
			expect(output + errors, ways[index]).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/u);
			if (ways[index]?.endsWith('echo "ended with $?"')) expect(output, ways[index]).toMatch(/ended with 4/u);
			expectNoCrash(output + errors);
		}
		const coloured = await sanelyEnded(openShell('gradus map ./escaped-0; (exit 4)', variables));
		expect(coloured.code).toBe(4);
	});
});

function pipe(path: string): void {
	expect(works('mkfifo', path)).toBe(true);
}

/** The small deck at `path`, with one of its files replaced. */
function instead(path: string, file: string, make: (file: string) => void): void {
	cpSync(deckFolder, path, { recursive: true });
	rmSync(`${path}/${file}`);
	make(`${path}/${file}`);
}
