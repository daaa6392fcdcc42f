// What rules that look across a whole deck need to know of each unit: little, and plain data, so that it can go from thread to thread.

import { type Located, ownerPlaceOf, placeOf } from '../deck/yaml/source-node.ts';
import type { Id } from '../model/deck.ts';
import type { Place } from '../model/diagnostic.ts';
import { signsOf } from './cues/signs.ts';
import type { CheckedQuestion, CheckedUnit } from './rule.ts';

export interface DeckDigest {
	/** deck.yaml. */
	readonly deckFile: Located;
	/** In teaching order; sound ones only. */
	readonly units: readonly UnitDigest[];
}

export interface UnitDigest {
	readonly unit: Id;
	/** Where to point when the unit as a whole is meant. */
	readonly place: Place;
	readonly questions: readonly QuestionDigest[];
}

export interface QuestionDigest {
	readonly id: Id;
	readonly group?: Id;
	readonly stemPlace: Place;
	/** Words and signs of stem and code (`signsOf`), joined by spaces. */
	readonly signs: string;
	/** Of a single choice whose order the author fixed: where its key stands, from 0, and among how many. */
	readonly fixed?: { readonly key: number; readonly options: number };
}

export function digestOf({ unit, located, questions }: CheckedUnit): UnitDigest {
	return { unit: unit.id, place: ownerPlaceOf(located), questions: questions.map(questionDigestOf) };
}

function questionDigestOf(checked: CheckedQuestion): QuestionDigest {
	const { question, located } = checked;
	const fixed = question.type === 'choice' && question.fixed ? question.options : undefined;
	return {
		id: question.id,
		stemPlace: placeOf(located, 'stem'),
		signs: signsOf(question).join(' '),
		...(question.group === undefined ? {} : { group: question.group }),
		...(fixed === undefined ? {} : { fixed: { key: fixed.findIndex(({ right }) => right), options: fixed.length } }),
	};
}
