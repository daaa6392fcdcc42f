// Power cuts in the middle of quizzes: what was never synced is gone (bench/torture/shadow.c). By hand: it needs Linux and a C compiler.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { type Chance, chanceFrom } from '../src/engine/chance.ts';
import { stateOf } from './torture/record-state.ts';
import { deckUnits, rightWord, writeTortureDeck } from './torture/torture-deck.ts';

/** Latest moment of a cut, in milliseconds from the start. */
const longest = 4_000;

/**
 * The program is GRADUS_PROGRAM, or the one in `bin/`.
 *
 * @param argv cuts (40), seed (a new one).
 * @returns 1 where a verdict was told whose answer is not on the disk, or the record is damaged.
 */
export async function main(argv: readonly string[], root: string): Promise<number> {
	const [cuts = '40', seed = String(Math.floor(Math.random() * 2 ** 32))] = argv;
	const program = process.env['GRADUS_PROGRAM'] ?? join(root, 'bin/gradus.cjs');
	const folder = mkdtempSync(join(tmpdir(), 'gradus-power-cut-'));
	const library = join(folder, 'shadow.so');
	execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', library, join(root, 'bench/torture/shadow.c'), '-ldl']);
	const chance = chanceFrom(Number(seed));
	console.log(`${cuts} power cuts, seed ${seed}`);
	let [told, lost, damaged, unread] = [0, 0, 0, 0];
	for (let cut = 0; cut < Number(cuts); cut += 1) {
		const own = join(folder, `${cut}`);
		const verdicts = await sitUntilCut(program, library, own, chance);
		const left = join(own, 'shadow', 'record.db');
		// SQLite syncs the folder when it has taken a journal away, so that one does not come back.
		if (!existsSync(join(own, 'record.db-journal'))) rmSync(`${left}-journal`, { force: true });
		const { places, flaws } = existsSync(left) ? stateOf(left) : { places: [], flaws: [] };
		const answers = places.filter(({ verdict }) => verdict !== undefined).length;
		told += verdicts;
		lost += Math.max(0, verdicts - answers);
		unread += Math.max(0, answers - verdicts);
		damaged += flaws.length === 0 ? 0 : 1;
	}
	rmSync(folder, { recursive: true, force: true });
	console.log(
		`${told} verdicts told; ${lost} of their answers lost, ${damaged} records damaged, ${unread} answers kept whose verdict was not read`,
	);
	return lost + damaged === 0 ? 0 : 1;
}

/** Quizzes one after the other, until SIGKILL. @returns verdicts that were told. */
async function sitUntilCut(program: string, library: string, folder: string, chance: Chance): Promise<number> {
	const deck = join(folder, 'deck');
	mkdirSync(join(folder, 'shadow'), { recursive: true });
	writeTortureDeck(deck);
	const variables = {
		HOME: folder,
		PATH: process.env['PATH'] ?? '',
		GRADUS_DB: join(folder, 'record.db'),
		LD_PRELOAD: library,
		SHADOW_DIR: join(folder, 'shadow'),
		SHADOW_OF: 'record.db',
	};
	const end = performance.now() + chance.index(longest);
	let verdicts = 0;
	for (let cut = false; !cut; ) {
		const unit = deckUnits[chance.index(deckUnits.length)] ?? deckUnits[0];
		const child = spawn(process.execPath, [program, 'quiz', deck, unit], { env: variables, stdio: ['pipe', 'pipe', 'ignore'] });
		child.stdin.on('error', () => {});
		const timer = setTimeout(() => {
			cut = true;
			child.kill('SIGKILL');
		}, end - performance.now());
		for await (const line of createInterface({ input: child.stdout })) {
			if (line.startsWith('{"type":"verdict"')) verdicts += 1;
			const reply = replyTo(line);
			if (reply !== undefined) child.stdin.write(`${JSON.stringify(reply)}\n`);
		}
		clearTimeout(timer);
	}
	return verdicts;
}

/** Right, always: the benchmark stays within reach, and nothing else is asked. */
function replyTo(line: string): object | undefined {
	if (line.startsWith('{"type":"verdict"')) return { next: true };
	if (!line.startsWith('{"type":"question"')) return undefined;
	const id = /about (\S+)\?/u.exec(line)?.[1] ?? '';
	return { answer: line.includes(`Right in ${id}`) ? `Right in ${id}` : rightWord };
}
