// The main loop: read, quiz, remedy, retry differently, advance. And its parts, for those who want one of them.

import type { Admission } from '../engine/admit.ts';
import type { Attempt, AttemptKind } from '../model/attempt.ts';
import type { Gate } from '../model/decision.ts';
import type { Deck, Id, Unit } from '../model/deck.ts';
import type { LeftOpen } from '../model/report.ts';
import { attendAgain, attendBegun, giveUp } from './attend.ts';
import { beginPractice, beginQuiz } from './begin-attempt.ts';
import { asChosen, type Chosen, choose } from './choose.ts';
import type { Action, Stop } from './ports.ts';
import { enter, leftOpen, missedLastTime, nextUnit, type Progress, progressIn } from './progress.ts';
import { readSection } from './read-section.ts';
import type { Session } from './sit.ts';
import { completeMenu, resumeMenu, unitMenu } from './unit-menu.ts';

/** How a command of the loop came to its end. */
export type Ending =
	/** `unit`: the one that was quizzed or practised in. */
	| { readonly kind: 'done'; readonly unit?: Id }
	/** `left`: the attempt to come back to. */
	| { readonly kind: 'stopped'; readonly by: Stop['by']; readonly left?: LeftOpen }
	| { readonly kind: 'closed'; readonly unit: Unit; readonly gate: Extract<Gate, { readonly open: false }> }
	| { readonly kind: 'unknown-unit'; readonly unit: Id }
	| { readonly kind: 'unknown-section'; readonly unit: Unit; readonly section: Id }
	| { readonly kind: 'nothing-to-practise'; readonly unit: Unit }
	/** Practice shows keys, so it waits for the quiz that was left; reading waits for the question that stands open in it. */
	| { readonly kind: 'quiz-open'; readonly left: LeftOpen; readonly wanted: 'practice' | 'reading' };

/**
 * Until the learner stops. Without a unit: what was left half done, else the first open unit that is not mastered.
 * Everything is read from the record anew at each turn; nothing is remembered here.
 *
 * @param straightOn takes up what was left without asking, for those who have just chosen to.
 */
export async function learn(session: Session, deck: Deck, unit?: Id, straightOn = false): Promise<Ending> {
	let wanted = unit;
	let asked = straightOn;
	for (;;) {
		const progress = progressIn(deck, session.record);
		const target = wanted ?? nextUnit(progress)?.id;
		const move = target === undefined ? await chooseUnit(session, progress) : await visit(session, progress, target, asked);
		asked = false;
		if (move.kind === 'stop') return stopped(session, deck, move.by);
		if (move.kind !== 'unit') return move;
		wanted = move.unit.id;
	}
}

/** One attempt, now: the one that was left, or a new one. */
export async function quiz(session: Session, deck: Deck, unit: Id): Promise<Ending> {
	return withAdmission(session, deck, unit, async (admission, progress) => {
		const left = leftIn(progress, admission.unit, 'quiz');
		if (left !== undefined) return doneOrStopped(session, admission, await attendAgain(session, admission, left));
		return doneOrStopped(session, admission, await attendBegun(session, admission, beginQuiz(session, admission)));
	});
}

/** Over the sections missed last time; over all of them where there are none. */
export async function practise(session: Session, deck: Deck, unit: Id): Promise<Ending> {
	return withAdmission(session, deck, unit, async (admission, progress) => {
		const left = leftIn(progress, admission.unit);
		if (left?.kind === 'quiz') return { kind: 'quiz-open', left: leftOpen(deck, left), wanted: 'practice' };
		if (left !== undefined) return doneOrStopped(session, admission, await attendAgain(session, admission, left));
		const begun = beginPractice(session, admission, missedLastTime(admission.standing));
		if (begun === undefined) return { kind: 'nothing-to-practise', unit: admission.unit };
		return doneOrStopped(session, admission, await attendBegun(session, admission, begun));
	});
}

/** One section, or all of the unit's, one after the other. */
export async function read(session: Session, deck: Deck, unit: Id, section?: Id): Promise<Ending> {
	return withAdmission(session, deck, unit, async (admission, progress) => {
		const closed = closedBook(progress, admission.unit);
		if (closed !== undefined) return closed;
		const sections = admission.unit.sections.filter(({ id }) => section === undefined || id === section);
		if (section !== undefined && sections.length === 0) return { kind: 'unknown-section', unit: admission.unit, section };
		for (const each of sections) {
			const reply = await readSection(session, admission, each);
			if (reply.kind === 'stop') return stopped(session, deck, reply.by);
		}
		return { kind: 'done' };
	});
}

/** The book is closed while a question of a quiz stands open, in this terminal or another; between questions it is not. */
export function closedBook(progress: Progress, unit: Unit): Extract<Ending, { readonly kind: 'quiz-open' }> | undefined {
	const left = leftIn(progress, unit, 'quiz');
	if (left?.asked.some(({ shownAt, answer }) => shownAt !== undefined && answer === undefined) !== true) return undefined;
	return { kind: 'quiz-open', left: leftOpen(progress.deck, left), wanted: 'reading' };
}

type Refusal = Extract<Ending, { readonly kind: 'closed' | 'unknown-unit' }>;
type UnitMove = Extract<Action, { readonly kind: 'unit' }>;

/** Every unit is mastered: back to one of them, or enough. */
async function chooseUnit({ examiner }: Session, progress: Progress): Promise<UnitMove | Stop> {
	const chosen = await choose(examiner, completeMenu(progress));
	return chosen.kind === 'unit' || chosen.kind === 'stop' ? chosen : { kind: 'stop', by: 'quit' };
}

/** In one unit, until the learner stops or goes to another. */
async function visit(session: Session, start: Progress, unit: Id, straightOn: boolean): Promise<UnitMove | Stop | Refusal> {
	const { record, examiner } = session;
	const { deck } = start;
	let progress = start;
	let greeted = false;
	let goingOn = straightOn;
	for (;;) {
		const entry = enter(progress, unit);
		if (entry.kind !== 'admitted') return entry;
		const { admission } = entry;
		const left = leftIn(progress, admission.unit);
		if (left === undefined && !greeted) {
			const readings = new Set(record.readings(deck.id, unit).keys());
			examiner.tell({ kind: 'unit', deck, unit: admission.unit, standing: admission.standing, readings });
			greeted = true;
		}
		const menu = left === undefined ? unitMenu(record, admission, progress) : resumeMenu(admission, left);
		const chosen = left !== undefined && goingOn ? asChosen(menu.actions[0]) : await choose(examiner, menu);
		goingOn = false;
		if (chosen.kind === 'unit' || chosen.kind === 'stop') return chosen;
		const stop = await act(session, admission, chosen, left);
		if (stop !== undefined) return stop;
		progress = progressIn(deck, record);
	}
}

async function act(
	session: Session,
	admission: Admission,
	action: Exclude<Chosen, UnitMove | Stop>,
	left: Attempt | undefined,
): Promise<Stop | undefined> {
	switch (action.kind) {
		case 'resume':
			return left === undefined ? undefined : attendAgain(session, admission, left);
		case 'give-up':
			if (left !== undefined) giveUp(session, admission, left);
			return undefined;
		case 'read': {
			// Another terminal has begun a quiz since the menu was shown: the next one offers to go on with it.
			if (closedBook(progressIn(admission.deck, session.record), admission.unit) !== undefined) return undefined;
			const reply = await readSection(session, admission, action.section, action.prescribed);
			return reply.kind === 'stop' ? reply : undefined;
		}
		case 'quiz':
			return attendBegun(session, admission, beginQuiz(session, admission));
		case 'practice': {
			const begun = beginPractice(session, admission, missedLastTime(admission.standing));
			return begun === undefined ? undefined : attendBegun(session, admission, begun);
		}
		case 'resource':
			session.examiner.tell({ kind: 'resource', unit: admission.unit, resource: action.resource });
			return undefined;
		case 'deck':
		case 'go-on':
		case 'to-sections':
			return undefined;
	}
}

async function withAdmission(
	{ record }: Session,
	deck: Deck,
	unit: Id,
	use: (admission: Admission, progress: Progress) => Promise<Ending>,
): Promise<Ending> {
	const progress = progressIn(deck, record, unit);
	const entry = enter(progress, unit);
	return entry.kind === 'admitted' ? use(entry.admission, progress) : entry;
}

/** The attempt left half done in a unit; of a quiz and a practice, the quiz. */
function leftIn({ open }: Progress, { id }: Unit, kind?: AttemptKind): Attempt | undefined {
	const here = open.filter((attempt) => attempt.unit === id && (kind === undefined || attempt.kind === kind));
	return here.find((attempt) => attempt.kind === 'quiz') ?? here[0];
}

function doneOrStopped(session: Session, { deck, unit }: Admission, stop: Stop | undefined): Ending {
	return stop === undefined ? { kind: 'done', unit: unit.id } : stopped(session, deck, stop.by);
}

function stopped({ record }: Session, deck: Deck, by: Stop['by']): Ending {
	const { open, standings } = progressIn(deck, record);
	const left = open.findLast(({ unit }) => standings.get(unit)?.gate.open === true);
	return left === undefined ? { kind: 'stopped', by } : { kind: 'stopped', by, left: leftOpen(deck, left) };
}
