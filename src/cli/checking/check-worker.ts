// The second thread of a check: units of a deck, from its last one on.

import { parentPort, workerData } from 'node:worker_threads';

import type { Levels } from '../../authoring/settings.ts';
import { useCompiledCode } from '../compiled-code.ts';
import { turnsIn } from './turns.ts';

export interface WorkerTask {
	readonly root: string;
	readonly levels: Levels;
	/** Of `turnsIn`. */
	readonly shared: SharedArrayBuffer;
}

async function work({ root, levels, shared }: WorkerTask): Promise<void> {
	useCompiledCode();
	const [{ checkShare }, { openDeckFolder }] = await Promise.all([
		import('../../authoring/check-in-shares.ts'),
		import('../../deck/files/folder.ts'),
	]);
	const turns = turnsIn(shared);
	const share = checkShare(openDeckFolder(root), { from: 'last', turn: turns.next }, levels);
	if (share === undefined) turns.end();
	parentPort?.postMessage(share);
}

const task: WorkerTask = workerData;
void work(task);
