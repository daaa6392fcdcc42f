// Random and mutated inputs through everything that reads what strangers and learners write. Tells the first failure of each area, with the
// smallest input that still fails. A second thread tries; this one sees to it that none takes for ever.

import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

import { allAreas } from '../test/strangers/fuzzing/all-areas.ts';
import type { Area, Input } from '../test/strangers/fuzzing/area.ts';
import { type Failure, fuzzArea, inputAt, shareOf } from '../test/strangers/fuzzing/run-fuzz.ts';

/** Milliseconds after which an input is held to take for ever. */
const patience = 60_000;

interface Task {
	readonly root: string;
	readonly area: string;
	readonly seed: number;
	readonly from: number;
	readonly until: number;
	/** Where the index of the input that is tried is written to. */
	readonly index: SharedArrayBuffer;
}

/** @param argv number of inputs (100000), seed (1), and, for one input alone, the name of its area and its index. */
export async function main(argv: readonly string[], root: string): Promise<number> {
	const [count = '100000', seedText = '1', only, at] = argv;
	const seed = Number(seedText);
	const areas = allAreas(root);
	console.log(`Fuzzing with seed ${seed}.\n\n| area | inputs | seconds | result |\n|---|---:|---:|---|`);
	const failures: Failure[] = [];
	let [tried, seconds] = [0, 0];
	for (const area of areas.filter(({ name }) => only === undefined || name === only)) {
		const [from, until] = at === undefined ? [0, shareOf(area, areas, Number(count))] : [Number(at), Number(at) + 1];
		const start = performance.now();
		const failure = await inSecondThread(area, { root, area: area.name, seed, from, until, index: new SharedArrayBuffer(4) });
		const took = (performance.now() - start) / 1_000;
		tried += (failure?.index ?? until - 1) + 1 - from;
		seconds += took;
		if (failure !== undefined) failures.push(failure);
		console.log(
			`| ${area.name} | ${until - from} | ${took.toFixed(1)} | ${failure === undefined ? 'sound' : `fails at ${failure.index}`} |`,
		);
	}
	console.log(`| all | ${tried} | ${seconds.toFixed(1)} | ${failures.length === 0 ? 'sound' : `${failures.length} failed`} |`);
	for (const failure of failures) console.log(`\n${wordsOf(failure, seed, areas)}`);
	return failures.length === 0 ? 0 : 1;
}

async function inSecondThread(area: Area, task: Task): Promise<Failure | undefined> {
	const worker = new Worker(fileURLToPath(import.meta.url), { workerData: task });
	const index = new Int32Array(task.index);
	let [last, since] = [-1, performance.now()];
	let stuck: Failure | undefined;
	const watch = setInterval(() => {
		const now = Atomics.load(index, 0);
		if (now !== last) [last, since] = [now, performance.now()];
		else if (performance.now() - since > patience) {
			const input = inputAt(area, task.seed, now);
			stuck = { area: area.name, index: now, input, smallest: input, what: `takes more than ${patience / 1_000} s` };
			worker.terminate();
		}
	}, 500);
	try {
		const told = once(worker, 'message');
		const ended = once(worker, 'exit').then(() => []);
		const [failure] = await Promise.race([told, ended]);
		await ended;
		return stuck ?? failure;
	} finally {
		clearInterval(watch);
	}
}

function wordsOf({ area, index, input, smallest, what }: Failure, seed: number, areas: readonly Area[]): string {
	const encoding = areas.find(({ name }) => name === area)?.encoding ?? 'utf16le';
	const hex = ({ text }: Input) => Buffer.from(text, encoding).toString('hex');
	return [
		`${area}, seed ${seed}, index ${index}: ${what}`,
		`about: ${JSON.stringify(input.about)}`,
		`smallest: ${JSON.stringify(smallest.text)}`,
		`smallest, as ${encoding} in hexadecimal: ${hex(smallest)}`,
		`whole, as ${encoding} in hexadecimal: ${hex(input)}`,
		`again: node bench/run-ts.js fuzz 1 ${seed} '${area}' ${index}`,
	].join('\n');
}

async function work(task: Task): Promise<void> {
	const area = allAreas(task.root).find(({ name }) => name === task.area);
	if (area === undefined) throw new Error(`no area ${task.area}`);
	const index = new Int32Array(task.index);
	const failure = await fuzzArea(area, task.seed, task.from, task.until, (at) => Atomics.store(index, 0, at));
	area.close?.();
	parentPort?.postMessage(failure);
}

if (!isMainThread) await work(workerData);
