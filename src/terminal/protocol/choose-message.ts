// A menu: what can be done now, each action with an id that a line can name.

import type { Action, Menu, Step } from '../../session/ports.ts';
import { inOneLine, wordsStyle } from '../in-words.ts';
import { actionText, renderMenuTitle } from '../views/menu.ts';
import type { ActionTold, ChooseMessage } from './messages.ts';
import { named, needTold, scoreTold } from './shared-parts.ts';

/** `ids`: of the actions, in their order. */
export function chooseMessage(menu: Menu): { readonly message: ChooseMessage; readonly ids: readonly string[] } {
	const ids = actionIds(menu.actions);
	return {
		ids,
		message: {
			type: 'choose',
			about: aboutTold(menu.about),
			text: inOneLine(renderMenuTitle(menu, wordsStyle, 80)),
			actions: menu.actions.map((action, index) => ({
				id: ids[index] ?? '',
				kind: action.kind,
				text: inOneLine(actionText(action, wordsStyle)),
				...detailsOf(action),
			})),
		},
	};
}

/** `quiz`, `read:trees`: the kind, and what it is about where there may be several of it. */
function actionIds(actions: readonly Action[]): readonly string[] {
	const plain = actions.map(idOf);
	return plain.map((id, index) => {
		const before = plain.slice(0, index).filter((each) => each === id).length;
		return before === 0 ? id : `${id}:${before + 1}`;
	});
}

function idOf(action: Action): string {
	switch (action.kind) {
		case 'read':
			return `read:${action.section.id}`;
		case 'unit':
			return `unit:${action.unit.id}`;
		case 'deck':
			return `deck:${action.deck}`;
		case 'resume':
		case 'give-up':
		case 'quiz':
		case 'practice':
		case 'go-on':
		case 'to-sections':
		case 'resource':
		case 'stop':
			return action.kind;
	}
}

function detailsOf(action: Action): Omit<ActionTold, 'id' | 'kind' | 'text'> {
	switch (action.kind) {
		case 'resume':
			return { attempt: action.attemptKind, unit: named(action.unit), position: action.position, of: action.asked };
		case 'give-up':
			return { attempt: action.attemptKind };
		case 'read':
			return {
				section: named(action.section),
				done: action.done,
				...(action.prescribed === undefined
					? {}
					: { missed: action.prescribed.missed, of: action.prescribed.asked, step: action.prescribed.step }),
			};
		case 'quiz':
			return { need: needTold(action.need), ...stepOf(action) };
		case 'practice':
			return { questions: action.questions, ...stepOf(action) };
		case 'unit':
			return {
				unit: named(action.unit),
				state: action.standing.state,
				...(action.foundation === undefined ? {} : { foundation: scoreTold(action.foundation) }),
			};
		case 'deck':
			return { deck: { id: action.deck, title: action.title } };
		case 'resource':
			return { resource: action.resource };
		case 'stop':
			return action.pause === true ? { pause: true } : {};
		case 'go-on':
		case 'to-sections':
			return {};
	}
}

function stepOf({ step }: { readonly step?: Step }): { readonly step?: Step } {
	return step === undefined ? {} : { step };
}

function aboutTold(about: Menu['about']): ChooseMessage['about'] {
	switch (about.kind) {
		case 'unit':
		case 'resume':
			return { kind: about.kind, deck: named(about.deck), unit: named(about.unit) };
		case 'after-not-yet':
		case 'after-mastery':
			return { kind: about.kind, unit: named(about.unit) };
		case 'deck-complete':
			return { kind: about.kind, deck: named(about.deck) };
		case 'out-of-reach':
			return {
				kind: about.kind,
				unit: named(about.unit),
				need: needTold(about.need),
				right: about.right,
				left: about.left,
				mastered: about.mastered,
			};
		case 'home':
			return { kind: about.kind };
	}
}
