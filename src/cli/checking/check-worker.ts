// The second thread of a check: one share of a deck's units, as it was told.

import { parentPort, workerData } from 'node:worker_threads';

import { checkShare } from '../../authoring/check-in-shares.ts';
import type { Levels } from '../../authoring/settings.ts';
import { openDeckFolder } from '../../deck/files/folder.ts';
import type { Share } from '../../deck/load-deck.ts';

export interface WorkerTask {
	readonly root: string;
	readonly share: Share;
	readonly levels: Levels;
}

const { root, share, levels }: WorkerTask = workerData;
parentPort?.postMessage(checkShare(openDeckFolder(root), share, levels));
