// One attempt as a whole: open or take up again, sit, and say what came of it.

import type { Admission } from '../engine/admit.ts';
import { missedSections, needOf } from '../engine/judge.ts';
import { prescribe } from '../engine/prescribe.ts';
import type { Attempt } from '../model/attempt.ts';
import type { UnitStanding } from '../model/decision.ts';
import type { Id, Unit } from '../model/deck.ts';
import type { Begun } from './begin-attempt.ts';
import type { Stop } from './ports.ts';
import { type Progress, positionOf, progressIn, standingIn } from './progress.ts';
import { type Session, sit } from './sit.ts';

/** Sits an attempt that was just drawn, or the one that another terminal opened a moment before. */
export async function attendBegun(session: Session, admission: Admission, { begun, attempt, notice }: Begun): Promise<Stop | undefined> {
	if (!begun) return attendAgain(session, admission, attempt);
	session.examiner.tell(notice);
	return attend(session, admission, attempt);
}

/** Takes up an attempt that was left, at the very question. Its questions are those it was drawn with, whatever the deck says now. */
export async function attendAgain(session: Session, admission: Admission, attempt: Attempt): Promise<Stop | undefined> {
	session.examiner.tell({
		kind: 'resumed',
		unit: admission.unit,
		attemptKind: attempt.kind,
		position: positionOf(attempt),
		asked: attempt.asked.length,
		deckChanged: attempt.deckDigest !== admission.deck.digest,
	});
	return attend(session, admission, attempt);
}

/** Ends an attempt for good: a quiz is judged by the answers it has; what was not shown stays unseen. */
export function giveUp({ record, examiner, world }: Session, admission: Admission, attempt: Attempt): void {
	const { unit } = admission;
	record.finish(attempt.id, 'ended', world.now());
	examiner.tell({ kind: 'gave-up', unit, attemptKind: attempt.kind });
	if (attempt.kind === 'quiz') tellResult({ record, examiner }, admission, attempt);
}

async function attend(session: Session, admission: Admission, attempt: Attempt): Promise<Stop | undefined> {
	const end = await sit(session, admission, attempt);
	if (end.kind === 'stop') return end;
	if (attempt.kind === 'practice') tellPractice(session, admission, attempt);
	else tellResult(session, admission, attempt);
	return undefined;
}

function tellPractice({ record, examiner }: Session, { unit }: Admission, { id, asked }: Attempt): void {
	const answered = record.attempt(id)?.asked ?? [];
	const right = answered.filter(({ verdict }) => verdict?.kind === 'right').length;
	examiner.tell({ kind: 'practice-done', unit, right, asked: asked.length });
}

/** Judged anew from the record: what is told is what was stored. Nothing, where the attempt does not count: no question of it was shown. */
function tellResult({ record, examiner }: Pick<Session, 'record' | 'examiner'>, admission: Admission, attempt: Attempt): void {
	const { deck, unit } = admission;
	const progress = progressIn(deck, record);
	const standing = standingIn(progress, unit.id);
	const judged = standing.judged.find(({ id }) => id === attempt.id);
	if (judged === undefined) return;
	const questions = record.attempt(attempt.id)?.asked ?? [];
	examiner.tell({
		kind: 'result',
		unit,
		judgement: judged.judgement,
		need: needOf(attempt.rule, attempt.asked.length),
		standing,
		...(standing.first === undefined ? {} : { first: standing.first }),
		...(standing.best === undefined ? {} : { best: standing.best }),
		streak: judged.streak,
		verdicts: questions.map(({ verdict }) => verdict?.kind),
	});
	if (judged.mastered || (judged.judgement.qualifies && standing.state === 'mastered')) {
		const missed = missedSections(judged.judgement).map(({ section }) => section);
		examiner.tell({
			kind: 'mastered',
			deck,
			unit,
			standing,
			unitsMastered: [...progress.standings.values()].filter(({ state }) => state === 'mastered').length,
			opened: judged.mastered ? openedBy(progress, unit) : [],
			missed: unit.sections.filter(({ id }) => missed.includes(id)),
			enrichment: unit.enrichment,
			retake: !judged.mastered,
		});
		return;
	}
	tellPrescription(examiner, progress, unit, standing);
}

function tellPrescription(examiner: Session['examiner'], { deck, pasts }: Progress, unit: Unit, standing: UnitStanding): void {
	const prescription = prescribe(deck, unit, standing, pasts);
	if (prescription.revisit.length === 0) return;
	examiner.tell({ kind: 'prescription', unit, deck, prescription, sections: unit.sections });
}

/** Units whose gate this mastery opened: they require it, and are open now. */
function openedBy({ deck, standings }: Progress, { id }: Unit): readonly Unit[] {
	const opens = (other: Id) => standings.get(other)?.state === 'open';
	return deck.units.filter((other) => other.requires.includes(id) && opens(other.id));
}
