// A large deck is checked unit by unit; where there is a second core by two threads at once, from its two ends until they meet.

import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { JoinedCheck, ShareCheck } from '../../authoring/check-in-shares.ts';
import type { Levels } from '../../authoring/settings.ts';
import type { DeckFolder } from '../../deck/files/folder.ts';
import type { WorkerTask } from './check-worker.ts';
import { newTurns, turnsIn } from './turns.ts';

/** From so many bytes of YAML on, a second thread is faster, although it has to warm up like the first: measured with two cores. */
const worthwhile = 10_000_000;

/** @returns undefined where that does not pay or where something is wrong in form: then the whole is to be checked at once. */
export async function checkTogether(
	root: string,
	folder: DeckFolder,
	levels: Levels,
	workerFile: string,
): Promise<JoinedCheck | undefined> {
	const bytes = folder.yamlFiles().reduce((sum, file) => sum + sizeOf(join(root, file)), 0);
	if (bytes < worthwhile) return undefined;
	const shared = newTurns();
	// Before anything else, since a thread takes a while to begin.
	const theirs = availableParallelism() > 1 && existsSync(workerFile) ? checkElsewhere(workerFile, { root, levels, shared }) : undefined;
	const { checkShare, joinShares } = await import('../../authoring/check-in-shares.ts');
	const turns = turnsIn(shared);
	const ours = checkShare(folder, { from: 'first', turn: turns.next }, levels);
	if (ours === undefined) {
		turns.end();
		return undefined;
	}
	if (theirs === undefined) return joinShares(folder, [ours], levels);
	const other = await theirs;
	return other === undefined ? undefined : joinShares(folder, [ours, other], levels);
}

/** In bytes; none of a file that cannot be looked at, which whoever reads it will tell. */
function sizeOf(path: string): number {
	try {
		return statSync(path).size;
	} catch {
		return 0;
	}
}

/** A thread that cannot do its work leaves the whole to this one. */
function checkElsewhere(workerFile: string, task: WorkerTask): Promise<ShareCheck | undefined> {
	return new Promise((resolve) => {
		const worker = new Worker(workerFile, { workerData: task });
		worker.once('message', (message: ShareCheck | undefined) => {
			resolve(message);
			void worker.terminate();
		});
		worker.once('error', () => resolve(undefined));
		worker.once('exit', () => resolve(undefined));
	});
}
