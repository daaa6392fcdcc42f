// The way from a not-yet to the next quiz: each prescribed section, then practice, then the quiz; for somebody who is
// stuck, other ways in beside it. Like every menu a function of the record alone.

import type { Admission } from '../engine/admit.ts';
import { prescribe } from '../engine/prescribe.ts';
import type { Prescribed, Prescription } from '../model/decision.ts';
import { practiceSize } from './begin-attempt.ts';
import type { Action, LearnerRecord, Menu, Onward, Step } from './ports.ts';
import { latestJudgedEnd, missedLastTime, type Progress, practisedSince, unitOf } from './progress.ts';

/** Steps to take in order, the next of them first; then other ways in; then steps that were taken, to take again. */
export function wayBack(record: LearnerRecord, admission: Admission, progress: Progress): Menu {
	const prescription = prescribe(admission.deck, admission.unit, admission.standing, progress.pasts);
	const steps = stepsOf(record, admission, progress, prescription);
	const quiz: Action = { kind: 'quiz', need: admission.standing.need, retry: true, retake: false };
	const [first = quiz, ...others] = steps.filter(({ step }) => !step.done).map(({ action }) => action);
	const taken = steps.filter(({ step }) => step.done).map(({ action }) => action);
	const { stuck } = prescription;
	return {
		about: { kind: 'after-not-yet', unit: admission.unit },
		actions: [
			first,
			...others,
			...(stuck ? otherWays(admission, progress, prescription) : []),
			...taken,
			{ kind: 'stop', ...(stuck ? { pause: true } : {}) },
		],
	};
}

interface Stage {
	readonly step: Step;
	readonly action: Action;
}

/** A step before it is known what others there are. */
interface Plan {
	readonly done: boolean;
	readonly what: Onward;
	/** Where something is to be read again. */
	readonly because?: Prescribed;
}

/** In the order of the way; the quiz is the last, and never done. */
function stepsOf(record: LearnerRecord, admission: Admission, progress: Progress, { revisit }: Prescription): readonly Stage[] {
	const { deck, unit, standing } = admission;
	const since = latestJudgedEnd(progress, unit.id);
	const readings = record.readings(deck.id, unit.id);
	const questions = practiceSize(record, admission, missedLastTime(standing));
	const quiz: Plan = { what: { kind: 'quiz', need: standing.need }, done: false };
	const plans: readonly Plan[] = [
		...revisit.flatMap((because): readonly Plan[] => {
			const section = unit.sections.find(({ id }) => id === because.section);
			const readAt = readings.get(because.section);
			return section === undefined ? [] : [{ what: { kind: 'read', section }, because, done: readAt !== undefined && readAt >= since }];
		}),
		...(questions === 0 ? [] : [{ what: { kind: 'practice', questions }, done: practisedSince(progress, unit.id) } as const]),
		quiz,
	];
	return plans.map((plan, index) => {
		const step: Step = { number: index + 1, of: plans.length, done: plan.done };
		const next = plans.find((other) => other !== plan && !other.done) ?? quiz;
		return { step, action: actionOf(plan, step, next.what) };
	});
}

function actionOf({ what, because }: Plan, step: Step, next: Onward): Action {
	switch (what.kind) {
		case 'read': {
			const read = { kind: 'read', section: what.section, done: step.done } as const;
			return because === undefined ? read : { ...read, prescribed: { missed: because.missed, asked: because.asked, step, next } };
		}
		case 'practice':
			return { kind: 'practice', questions: what.questions, step };
		case 'quiz':
			return { kind: 'quiz', need: what.need, retry: true, retake: false, step };
	}
}

/** The unit's resources, and the unit it stands on that looks weakest. */
function otherWays({ unit }: Admission, { deck, standings }: Progress, { weakestPrerequisite }: Prescription): readonly Action[] {
	const resources = unit.resources.map((resource): Action => ({ kind: 'resource', resource }));
	if (weakestPrerequisite === undefined) return resources;
	const { right, asked } = weakestPrerequisite;
	const foundation = unitOf(deck, weakestPrerequisite.unit);
	const standing = standings.get(weakestPrerequisite.unit);
	if (foundation === undefined || standing?.gate.open !== true) return resources;
	return [...resources, { kind: 'unit', unit: foundation, standing, foundation: { right, asked } }];
}
