// What can be done in a unit now, most helpful first. A pure function of the record, so that closing the terminal
// anywhere and coming back leads to the same choice.

import type { Admission } from '../engine/admit.ts';
import { missedSections } from '../engine/judge.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Section, Unit } from '../model/deck.ts';
import { practiceSize } from './begin-attempt.ts';
import type { Action, LearnerRecord, Menu } from './ports.ts';
import { latestJudgedEnd, missedLastTime, type Progress, positionOf, standingIn } from './progress.ts';
import { wayBack } from './way-back.ts';

const stop: Action = { kind: 'stop' };

/** For an attempt that was left: nothing else in the unit comes before it. */
export function resumeMenu({ deck, unit }: Admission, attempt: Attempt): Menu {
	const { id, kind, asked } = attempt;
	return {
		about: { kind: 'resume', deck, unit },
		actions: [
			{ kind: 'resume', attempt: id, deck, unit, attemptKind: kind, position: positionOf(attempt), asked: asked.length },
			{ kind: 'give-up', attempt: id, attemptKind: kind },
			stop,
		],
	};
}

export function unitMenu(record: LearnerRecord, admission: Admission, progress: Progress): Menu {
	const { standing } = admission;
	if (standing.state === 'mastered') return afterMastery(record, admission, progress);
	if (standing.judged.at(-1)?.judgement.qualifies === false) return wayBack(record, admission, progress);
	return frontPage(record, admission);
}

/** The next section unread, the quiz, then the rest: reading first is advised, never forced. */
function frontPage(record: LearnerRecord, { deck, unit, standing }: Admission): Menu {
	const readings = record.readings(deck.id, unit.id);
	const isDone = ({ id }: Section) => readings.has(id);
	const [next, ...unread] = unit.sections.filter((section) => !isDone(section));
	const quiz: Action = { kind: 'quiz', need: standing.need, retry: standing.judged.length > 0, retake: false };
	const rest = [...unread, ...unit.sections.filter(isDone)].map((section) => readAction(section, isDone(section)));
	const about = { kind: 'unit', deck, unit, standing } as const;
	if (next === undefined) return { about, actions: [quiz, ...rest, stop] };
	return { about, actions: [readAction(next, false), quiz, ...rest, stop] };
}

/** Missed last time, what is still to do first; then what else there is; and for who has just mastered it, onwards before all. */
function afterMastery(record: LearnerRecord, admission: Admission, progress: Progress): Menu {
	const { deck, unit, standing } = admission;
	const latest = standing.judged.at(-1);
	const missed = new Set(latest === undefined ? [] : missedSections(latest.judgement).map(({ section }) => section));
	const readings = record.readings(deck.id, unit.id);
	const since = latestJudgedEnd(progress, unit.id);
	const missedReads = unit.sections
		.filter(({ id }) => missed.has(id))
		.map((section) => readAction(section, (readings.get(section.id) ?? 0) >= since));
	const otherReads = unit.sections.filter(({ id }) => !missed.has(id)).map((section) => readAction(section, readings.has(section.id)));
	const questions = practiceSize(record, admission, missedLastTime(standing));
	const practice: readonly Action[] = questions > 0 ? [{ kind: 'practice', questions }] : [];
	const quiz: Action = { kind: 'quiz', need: standing.need, retry: false, retake: true };
	const rest = [...missedReads, ...practice, quiz, ...otherReads];
	const about = { kind: 'after-mastery', unit } as const;
	const [first, ...onwards] = openUnits(progress).map((other) => unitAction(progress, other));
	if (first === undefined) return { about, actions: [stop, ...rest] };
	return { about, actions: [first, ...onwards, ...rest, stop] };
}

/** Every unit is mastered. */
export function completeMenu(progress: Progress): Menu {
	const units = progress.deck.units.map((unit) => unitAction(progress, unit));
	return { about: { kind: 'deck-complete', deck: progress.deck }, actions: [stop, ...units] };
}

function openUnits({ deck, standings }: Progress): readonly Unit[] {
	return deck.units.filter(({ id }) => standings.get(id)?.state === 'open');
}

function unitAction(progress: Progress, unit: Unit): Action {
	return { kind: 'unit', unit, standing: standingIn(progress, unit.id) };
}

function readAction(section: Section, done: boolean): Action {
	return { kind: 'read', section, done };
}
