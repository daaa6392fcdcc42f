// A large deck is checked by two threads at once.

import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { checkShare, type JoinedCheck, joinShares, type ShareCheck } from '../../authoring/check-in-shares.ts';
import type { Levels } from '../../authoring/settings.ts';
import { readDeckFile } from '../../deck/files/deck-file.ts';
import { openDeckFiles } from '../../deck/files/deck-files.ts';
import type { DeckFolder } from '../../deck/files/folder.ts';
import type { WorkerTask } from './check-worker.ts';

/** From so many bytes of units on, a second thread is faster, although it has to warm up like the first: measured with two cores. */
const worthwhile = 10_000_000;

/** Of those bytes, what this thread takes: the other one starts later. */
const ownPart = 0.54;

/** @returns undefined where that does not pay or where something is wrong in form: then the whole is to be checked by one. */
export async function checkTogether(
	root: string,
	folder: DeckFolder,
	levels: Levels,
	workerFile: string,
): Promise<JoinedCheck | undefined> {
	if (availableParallelism() < 2 || !existsSync(workerFile)) return undefined;
	// Nearly every deck is too small, and deck.yaml need not be read to know it.
	if (sumOf(folder.yamlFiles().map((file) => sizeOf(join(root, file)))) < worthwhile) return undefined;
	const { units, complete } = readDeckFile(openDeckFiles(folder));
	const sizes = units.map(({ file }) => sizeOf(join(root, file)));
	const whole = sumOf(sizes);
	if (!complete || whole < worthwhile) return undefined;

	let taken = 0;
	const middle = sizes.findIndex((size) => {
		taken += size;
		return taken >= whole * ownPart;
	});
	if (middle < 1) return undefined;
	const theirs = checkElsewhere(workerFile, { root, share: { start: middle, end: units.length }, levels });
	const ours = checkShare(folder, { start: 0, end: middle }, levels);
	const other = await theirs;
	return ours === undefined || other === undefined ? undefined : joinShares(folder, [ours, other], levels);
}

function sumOf(sizes: readonly number[]): number {
	return sizes.reduce((sum, size) => sum + size, 0);
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
