// What a fuzzer is made of: an area makes inputs from chance, and tries one. Nothing here knows of the runner.

import type { Chance } from '../../../src/engine/chance.ts';

export interface Input {
	/** Which of the area's doors it goes through, and with what around it; stays when the text is shrunk. */
	readonly about: string;
	readonly text: string;
}

export interface Area {
	readonly name: string;
	/** Inputs of each thousand. */
	readonly share: number;
	/** How its texts are saved: as bytes, or as UTF-16 units where lone surrogates matter. */
	readonly encoding: 'latin1' | 'utf16le';
	make(chance: Chance): Input;
	/** @throws Error that says what does not hold. */
	attempt(input: Input): void | Promise<void>;
	/** Once nothing more is tried. */
	close?(): void;
}

export function picked<T>(chance: Chance, from: readonly T[]): T {
	const found = from[chance.index(from.length)];
	if (found === undefined) throw new Error('nothing to pick from');
	return found;
}

/** From `least` to `most`, small ones more often. */
export function few(chance: Chance, least: number, most: number): number {
	return least + chance.index(1 + chance.index(most - least + 1));
}

/** @throws Error with `what`, unless it holds. */
export function demand(holds: boolean, what: string): void {
	if (!holds) throw new Error(what);
}
