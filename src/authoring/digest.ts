// What rules that look across a whole deck need to know of each unit: little, and plain data, so that it can go from thread to thread.

import { type Located, placeOf, type SourceNode, type Step } from '../deck/yaml/source-node.ts';
import type { Id } from '../model/deck.ts';
import type { Place } from '../model/diagnostic.ts';
import { signsOf } from './cues/signs.ts';
import type { CheckedQuestion, CheckedUnit } from './rule.ts';

export interface DeckDigest {
	/** deck.yaml. */
	readonly deckFile: Located;
	/** In teaching order; sound ones only. */
	readonly units: readonly UnitDigest[];
	readonly placeAt: (part: DigestPart) => Place;
}

/** A part of a file by the way to it from the root: its place is only looked up when something is told of it. */
export interface DigestPart {
	readonly file: string;
	readonly path: readonly Step[];
}

export interface UnitDigest {
	readonly unit: Id;
	/** What to point at when the unit as a whole is meant. */
	readonly head: DigestPart;
	readonly questions: readonly QuestionDigest[];
}

export interface QuestionDigest {
	readonly id: Id;
	readonly group?: Id;
	readonly stem: DigestPart;
	/** Words and signs of stem and code (`signsOf`), joined by spaces. */
	readonly signs: string;
	/** Of a single choice whose order the author fixed: where its key stands, from 0, and among how many. */
	readonly fixed?: { readonly key: number; readonly options: number };
}

/** @param treeOf of every file that the digests speak of. */
export function deckDigestOf(
	deckFile: Located,
	units: readonly UnitDigest[],
	treeOf: (file: string) => SourceNode | undefined,
): DeckDigest {
	const placeAt = ({ file, path }: DigestPart) => {
		const node = treeOf(file);
		return node === undefined ? { file } : placeOf({ file, node }, ...path);
	};
	return { deckFile, units, placeAt };
}

export function digestOf({ unit, located, questions }: CheckedUnit): UnitDigest {
	return { unit: unit.id, head: { file: located.file, path: ['unit'] }, questions: questions.map(questionDigestOf) };
}

function questionDigestOf(checked: CheckedQuestion): QuestionDigest {
	const { question, located, path } = checked;
	const fixed = question.type === 'choice' && question.fixed ? question.options : undefined;
	return {
		id: question.id,
		stem: { file: located.file, path: [...path, 'stem'] },
		signs: signsOf(question).join(' '),
		...(question.group === undefined ? {} : { group: question.group }),
		...(fixed === undefined ? {} : { fixed: { key: fixed.findIndex(({ right }) => right), options: fixed.length } }),
	};
}
