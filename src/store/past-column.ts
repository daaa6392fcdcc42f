// What a unit's attempts came to, as it is kept: JSON, and a checksum before it. Read at every start, so it is believed as a whole or not
// at all: looking at it field by field takes longer than anything else a start does with it.

import { crc32 } from 'node:zlib';

import type { Past } from '../model/decision.ts';

export function encodePast(value: Past): string {
	return sealed(JSON.stringify(value));
}

/** Undefined where it is not what was written: it can be had from the facts. */
export function decodePast(folded: string): Past | undefined {
	const text = folded.slice(folded.indexOf(',') + 1, -1);
	// Its checksum is ours, and its form was asked for: what was written is what is read.
	return folded === sealed(text) ? (JSON.parse(text) as Past) : undefined;
}

/** Against accidents; whoever can write here can write the answers. */
function sealed(text: string): string {
	return `[${crc32(text)},${text}]`;
}
