// Turns given out to threads: each next one to whoever asks first.

export interface Turns {
	/** 0, then 1 and so on; no two threads get the same. */
	next(): number;
	/** From here on, turns are beyond any count. */
	end(): void;
}

/** A place for `turnsIn` that threads can share. */
export function newTurns(): SharedArrayBuffer {
	return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

export function turnsIn(shared: SharedArrayBuffer): Turns {
	const taken = new Int32Array(shared);
	return {
		next: () => Atomics.add(taken, 0, 1),
		end: () => void Atomics.store(taken, 0, 2 ** 30),
	};
}
