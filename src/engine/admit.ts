// The door. Whoever sits, practices or reads in a unit holds an admission, and only this file can make one: the compiler
// keeps every way in behind the gate.

import type { Gate, UnitStanding } from '../model/decision.ts';
import type { Deck, Id, Unit } from '../model/deck.ts';

class AdmissionSlip {
	readonly #issued = true;
	readonly deck: Deck;
	readonly unit: Unit;
	readonly standing: UnitStanding;

	constructor(deck: Deck, unit: Unit, standing: UnitStanding) {
		this.deck = deck;
		this.unit = unit;
		this.standing = standing;
	}

	/** True of every slip; what makes the type one of its own. */
	get issued(): boolean {
		return this.#issued;
	}
}

/** Proof that a unit was open to this learner when it was entered. */
export type Admission = AdmissionSlip;

export type Entry =
	| { readonly kind: 'admitted'; readonly admission: Admission }
	| { readonly kind: 'closed'; readonly unit: Unit; readonly gate: Extract<Gate, { readonly open: false }> }
	| { readonly kind: 'unknown-unit'; readonly unit: Id };

export function admit(deck: Deck, id: Id, standings: ReadonlyMap<Id, UnitStanding>): Entry {
	const unit = deck.units.find((candidate) => candidate.id === id);
	const standing = standings.get(id);
	if (unit === undefined || standing === undefined) return { kind: 'unknown-unit', unit: id };
	if (!standing.gate.open) return { kind: 'closed', unit, gate: standing.gate };
	return { kind: 'admitted', admission: new AdmissionSlip(deck, unit, standing) };
}
