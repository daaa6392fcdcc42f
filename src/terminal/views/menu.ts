// The words for what can be chosen where the loop branches.

import type { NextStep } from '../../model/report.ts';
import type { Action, Menu } from '../../session/ports.ts';
import { wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { counted, quoted, scoreOf } from './wording.ts';

/** What the choice is about, in a line. */
export function renderMenuTitle({ about }: Menu, style: Style, width: number): string {
	return wrap(titleOf(about, style), width).map(style.title).join('\n');
}

function titleOf(about: Menu['about'], style: Style): string {
	switch (about.kind) {
		case 'unit':
			return 'What would you like to do?';
		case 'resume':
			return `You left ${quoted(about.unit.title, style)} half done.`;
		case 'after-not-yet':
			return 'How would you like to go on?';
		case 'after-mastery':
			return 'What next?';
		case 'deck-complete':
			return `You have mastered every unit of ${quoted(about.deck.title, style)}.`;
		case 'home':
			return 'Where would you like to go?';
	}
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
			const why = action.prescribed === undefined ? '' : ` (${action.prescribed.missed} of ${action.prescribed.asked} missed)`;
			return `Read: ${safeLine(action.section.title)}${why}${action.done ? ` ${signs.right} read` : ''}`;
		}
		case 'quiz': {
			const rule = `${scoreOf(action.need)} right needed`;
			if (action.retake) return `Take another quiz, though it is mastered: ${rule}`;
			return action.retry ? `Take a new quiz: ${rule}` : `Take the quiz: ${rule}`;
		}
		case 'practice':
			return `Practice with ${counted(action.questions, 'question')} and hints (does not count)`;
		case 'unit':
			return `Go to ${safeLine(action.unit.title)}${action.standing.state === 'mastered' ? ` ${signs.right} mastered` : ''}`;
		case 'deck':
			return `${safeLine(action.title)}: ${nextText(action.next)}`;
		case 'stop':
			return 'Stop here; everything is kept';
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
