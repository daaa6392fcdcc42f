// Tries inputs of every area, and makes a failing one small. The same seed, count and decks try the same inputs.

import { performance } from 'node:perf_hooks';

import { type Chance, chanceFrom } from '../../../src/engine/chance.ts';
import type { Area, Input } from './area.ts';

/** Milliseconds of reckoning that any one input may take: waiting for other programs of the machine is not counted. */
export const longest = 1_000;

/** Times that a slow input is tried again: what is done for the first time, and tidying up, is no fault of it. */
const secondLooks = 3;

/** Milliseconds for making a failing input small. */
const shrinkingTime = 20_000;

export interface Failure {
	readonly area: string;
	/** Of the input in its area, from 0. */
	readonly index: number;
	readonly input: Input;
	/** As small as it could be made. */
	readonly smallest: Input;
	/** What does not hold, or how long it took. */
	readonly what: string;
}

/** Every input has a seed of its own, so that one can be tried alone. */
export function inputAt(area: Area, seed: number, index: number): Input {
	return area.make(chanceOf(area.name, seed, index));
}

function chanceOf(name: string, seed: number, index: number): Chance {
	let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35);
	for (const character of name) mixed = Math.imul(mixed ^ character.charCodeAt(0), 0x01000193);
	return chanceFrom((mixed ^ (mixed >>> 15)) >>> 0);
}

/** How many inputs of so many are this area's. */
export function shareOf(area: Area, areas: readonly Area[], count: number): number {
	const all = areas.reduce((sum, { share }) => sum + share, 0);
	return Math.ceil((count * area.share) / all);
}

/** @param onInput called before each input, with its index. @returns the first failure; undefined where there is none. */
export async function fuzzArea(
	area: Area,
	seed: number,
	from: number,
	until: number,
	onInput: (index: number) => void = () => {},
): Promise<Failure | undefined> {
	for (let index = from; index < until; index++) {
		onInput(index);
		const input = inputAt(area, seed, index);
		const what = await whatFails(area, input);
		if (what !== undefined) return { area: area.name, index, input, smallest: await shrunk(area, input, what), what };
	}
	return undefined;
}

/** What does not hold; undefined where all is well. */
async function whatFails(area: Area, input: Input): Promise<string | undefined> {
	let quickest = Number.POSITIVE_INFINITY;
	for (let looks = 0; looks <= secondLooks; looks++) {
		const start = process.cpuUsage();
		try {
			await area.attempt(input);
		} catch (error) {
			return error instanceof Error ? (error.stack ?? error.message) : String(error);
		}
		const { user, system } = process.cpuUsage(start);
		quickest = Math.min(quickest, (user + system) / 1_000);
		if (quickest < longest) return undefined;
	}
	return `took ${Math.round(quickest)} ms`;
}

/** Leaves out part after part, from halves down to single characters, as long as the same thing fails. */
async function shrunk(area: Area, input: Input, what: string): Promise<Input> {
	const end = performance.now() + shrinkingTime;
	const kind = kindOf(what);
	let { text } = input;
	for (let size = Math.ceil(text.length / 2); size >= 1 && performance.now() < end; size = size === 1 ? 0 : Math.ceil(size / 2)) {
		for (let at = 0; at < text.length && performance.now() < end; ) {
			const without = text.slice(0, at) + text.slice(at + size);
			const fails = await whatFails(area, { ...input, text: without });
			if (fails !== undefined && kindOf(fails) === kind) text = without;
			else at += size;
		}
	}
	return { ...input, text };
}

/** The first words of what fails: details differ as the input shrinks. */
function kindOf(what: string): string {
	return what.slice(0, 20);
}
