// Signals that end the program, while something stands open that must be left sane.

import type { Context } from './context.ts';
import { type EndingSignal, endingSignals } from './exit-codes.ts';

type Signals = Context['environment']['signals'];

/** What is answered is committed already, so there is nothing to save: tidy up, then end as the signal asks. */
export function onEndingSignals(signals: Signals, tidy: () => void): () => void {
	const release = whenEnding(signals, (signal) => {
		release();
		tidy();
		signals.raise(signal);
	});
	return release;
}

/** @returns what takes the listeners away again. */
export function whenEnding(signals: Signals, heard: (signal: EndingSignal) => void): () => void {
	const listeners = Object.keys(endingSignals)
		.filter(isEnding)
		.map((signal) => {
			const listener = () => heard(signal);
			signals.on(signal, listener);
			return { signal, listener };
		});
	return () => {
		for (const { signal, listener } of listeners) signals.off(signal, listener);
	};
}

function isEnding(name: string): name is EndingSignal {
	return Object.hasOwn(endingSignals, name);
}
