// A quiz whose benchmark cannot be met any more: said once, as soon as it is so, with a choice.

import type { Admission } from '../engine/admit.ts';
import { needOf } from '../engine/judge.ts';
import { reachOf } from '../engine/reach.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Reach } from '../model/decision.ts';
import { choose } from './choose.ts';
import type { Examiner, Menu, Stop } from './ports.ts';

type OutOfReach = Extract<Reach, { readonly within: false }>;

/** Undefined while it can still be met, and for attempts that have ended or do not count. */
export function outOfReach({ kind, outcome, rule, asked }: Attempt): OutOfReach | undefined {
	if (kind !== 'quiz' || outcome !== undefined) return undefined;
	const questions = asked.map(({ question: { id, section }, verdict }) => ({
		id,
		section,
		...(verdict === undefined ? {} : { verdict: verdict.kind }),
	}));
	const reach = reachOf({ rule, questions });
	return reach.within ? undefined : reach;
}

/** The sections first: that is where the way leads on, and the questions left stay fresh for it. */
export async function askHowToGoOn(
	examiner: Examiner,
	admission: Admission,
	attempt: Attempt,
	reach: OutOfReach,
): Promise<'go-on' | 'to-sections' | Stop> {
	const chosen = await choose(examiner, menuFor(admission, attempt, reach));
	if (chosen.kind === 'stop') return chosen;
	return chosen.kind === 'to-sections' ? 'to-sections' : 'go-on';
}

function menuFor({ unit, standing }: Admission, { rule, asked }: Attempt, reach: OutOfReach): Menu {
	return {
		about: {
			kind: 'out-of-reach',
			unit,
			need: needOf(rule, asked.length),
			right: asked.filter(({ verdict }) => verdict?.kind === 'right').length,
			left: asked.filter(({ answer }) => answer === undefined).length,
			reach,
			mastered: standing.state === 'mastered',
		},
		actions: [{ kind: 'to-sections' }, { kind: 'go-on' }, { kind: 'stop' }],
	};
}
