// The words for what can be chosen where the loop branches.

import type { NextStep } from '../../model/report.ts';
import type { Action, Menu, Onward, Step } from '../../session/ports.ts';
import { wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { counted, quoted, scoreOf, sectionTitle } from './wording.ts';

/** What the choice is about: a line, and what else must be known to choose. */
export function renderMenuTitle(menu: Menu, style: Style, width: number): string {
	const [title, ...more] = titleOf(menu, style);
	return [...wrap(title, width).map(style.title), ...more.flatMap((line) => wrap(line, width))].join('\n');
}

function titleOf({ about, actions }: Menu, style: Style): readonly [string, ...string[]] {
	switch (about.kind) {
		case 'unit':
			return ['What would you like to do?'];
		case 'resume':
			return [`You left ${quoted(about.unit.title, style)} half done.`];
		case 'after-not-yet': {
			const steps = actions.flatMap(stepOf).sort((a, b) => a.number - b.number);
			return steps.length < 2 ? ['How would you like to go on?'] : [wayText(steps, style)];
		}
		case 'after-mastery':
			return ['What next?'];
		case 'deck-complete':
			return [`You have mastered every unit of ${quoted(about.deck.title, style)}.`];
		case 'out-of-reach':
			return outOfReachText(about, style);
		case 'home':
			return ['Where would you like to go?'];
	}
}

function stepOf(action: Action): readonly Step[] {
	const step =
		action.kind === 'read' ? action.prescribed?.step : action.kind === 'practice' || action.kind === 'quiz' ? action.step : undefined;
	return step === undefined ? [] : [step];
}

/** `Step 2 of 4 to the next quiz  ✓ ▸ ○ ○` */
function wayText(steps: readonly Step[], { signs }: Style): string {
	const next = steps.find(({ done }) => !done);
	const picture = steps.map((step) => (step.done ? signs.right : step === next ? signs.mark : signs.open)).join(' ');
	return `Step ${next?.number ?? steps.length} of ${steps.length} to the next quiz  ${picture}`;
}

/** Names what is out of reach, and takes the weight off it. */
function outOfReachText(
	{ unit, need, right, left, reach, mastered }: Extract<Menu['about'], { readonly kind: 'out-of-reach' }>,
	style: Style,
): readonly [string, ...string[]] {
	const so = `${right} right so far, ${counted(left, 'question')} left`;
	const [first = so, ...others] = reach.short.map((each): string => {
		if (each.kind !== 'floor') return `${need.right} of ${need.asked} are out of reach this time: ${so}, ${right + left} at best.`;
		const title = quoted(sectionTitle(unit, each.section), style);
		return `In ${title} ${each.need} of ${each.asked} must be right, and that is out of reach this time.`;
	});
	const comfort = mastered
		? 'The unit stays mastered, whatever comes of it.'
		: 'There is no harm in that: nothing is lost, and you can try again.';
	return [first, ...others, comfort];
}

/** One line for an action; safe. */
export function actionText(action: Action, style: Style): string {
	const { signs } = style;
	switch (action.kind) {
		case 'resume':
			return `Go on with the ${action.attemptKind} on ${safeLine(action.unit.title)}, question ${action.position} of ${action.asked}`;
		case 'give-up':
			return action.attemptKind === 'practice'
				? 'End that practice'
				: 'End that attempt: it is judged by the answers it has, and what you have not seen stays unseen';
		case 'read': {
			const { section, prescribed, done } = action;
			const why = prescribed === undefined ? '' : ` (${prescribed.missed} of ${prescribed.asked} missed)`;
			return `Read: ${safeLine(section.title)}${why}${done ? ` ${signs.right} read` : ''}`;
		}
		case 'quiz': {
			const rule = `${scoreOf(action.need)} right needed`;
			if (action.retake) return `Take another quiz, though it is mastered: ${rule}`;
			return action.retry ? `Take a new quiz: ${rule}` : `Take the quiz: ${rule}`;
		}
		case 'practice':
			return `Practice with ${counted(action.questions, 'question')} and hints (does not count)${action.step?.done === true ? ` ${signs.right} done` : ''}`;
		case 'unit': {
			const { unit, standing, foundation } = action;
			if (foundation !== undefined) return `Go back to ${safeLine(unit.title)}, which this builds on (${scoreOf(foundation)} right there)`;
			return `Go to ${safeLine(unit.title)}${standing.state === 'mastered' ? ` ${signs.right} mastered` : ''}`;
		}
		case 'deck':
			return `${safeLine(action.title)}: ${nextText(action.next)}`;
		case 'to-sections':
			return 'Go to the sections now: the attempt ends as not yet, and the questions left stay unseen';
		case 'go-on':
			return 'Go on to the end, for the sake of practice';
		case 'resource':
			return `Another way in: ${safeLine(action.resource.title)}`;
		case 'stop':
			return action.pause === true ? 'Pause here: everything is kept, and a fresh head helps' : 'Stop here; everything is kept';
	}
}

/** What comes after a section that is read again. */
export function onwardText(onward: Onward, style: Style): string {
	switch (onward.kind) {
		case 'read':
			return quoted(onward.section.title, style);
		case 'practice':
			return `practice with ${counted(onward.questions, 'question')} and hints`;
		case 'quiz':
			return `a new quiz, ${scoreOf(onward.need)} right needed`;
	}
}

/** The next step in a deck, after its title. */
export function nextText(next: NextStep): string {
	switch (next.kind) {
		case 'resume':
			return `go on with ${safeLine(next.unitTitle)}, question ${next.position} of ${next.asked}`;
		case 'start':
			return `begin with ${safeLine(next.unitTitle)}`;
		case 'continue':
			return `go on to ${safeLine(next.unitTitle)}`;
		case 'complete':
			return 'every unit mastered';
	}
}
