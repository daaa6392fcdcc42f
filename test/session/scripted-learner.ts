// Somebody who sits across by script: knows the deck's keys, answers as told, chooses as told, and keeps a transcript.

import type { Answer } from '../../src/model/attempt.ts';
import type { Deck, Id, Question } from '../../src/model/deck.ts';
import type { Action, AskView, Examiner, FeedbackView, Menu, Notice, Onward, Reply, SectionView, Stop } from '../../src/session/ports.ts';

/** What the script says to a question: `right`, `missed`, `dont-know`, `read` (the first section that may be read), a reply of its own, or a stop. */
export type Said = 'right' | 'missed' | 'dont-know' | 'read' | Answer | Reply;

export interface Script {
	readonly deck: Deck;
	/** For each question as it comes; `right` unless stated. */
	readonly say?: (question: Question, view: AskView) => Said;
	/** At each menu; undefined: stop. */
	readonly pick?: (menu: Menu) => Action | Stop | undefined;
	/** Where the benchmark is out of reach; on to the last question unless stated. */
	readonly outOfReach?: (menu: Menu) => Action | Stop | undefined;
	readonly afterVerdict?: (view: FeedbackView) => 'next' | 'read' | Stop;
	readonly onTell?: (notice: Notice) => void;
	readonly onAsk?: (view: AskView, question: Question) => void;
	readonly onFeedback?: (view: FeedbackView) => void;
}

export interface ScriptedLearner extends Examiner {
	/** One line for everything that happened, in order. */
	readonly transcript: readonly string[];
	/** Ids of the questions asked, in order. */
	readonly asked: readonly Id[];
}

export const interrupt: Stop = { kind: 'stop', by: 'interrupt' };

export function scriptedLearner(script: Script): ScriptedLearner {
	const transcript: string[] = [];
	const asked: Id[] = [];
	const questionOf = (unit: Id, stem: string): Question => {
		const found = script.deck.units.find(({ id }) => id === unit)?.questions.find((question) => question.stem === stem);
		if (found === undefined) throw new Error(`the script does not know the question "${stem}"`);
		return found;
	};
	const outOfReach = script.outOfReach ?? ((): Action => ({ kind: 'go-on' }));
	return {
		transcript,
		asked,
		tell(notice) {
			transcript.push(lineOf(notice));
			script.onTell?.(notice);
		},
		async choose(menu) {
			const picked = (menu.about.kind === 'out-of-reach' ? outOfReach(menu) : script.pick?.(menu)) ?? interrupt;
			transcript.push(`menu ${menu.about.kind}: ${menu.actions.map(nameOf).join(' | ')} -> ${picked.kind}`);
			return picked;
		},
		async ask(view): Promise<Reply> {
			const question = questionOf(view.where.unit.id, view.presentation.stem);
			if (view.again === undefined) asked.push(question.id);
			script.onAsk?.(view, question);
			const said = script.say?.(question, view) ?? 'right';
			transcript.push(
				`ask ${view.where.position}/${view.where.asked} ${question.id}${view.again === undefined ? '' : ` again: ${view.again.kind}`}`,
			);
			if (said === 'read') {
				const [section] = view.readable;
				if (section === undefined) throw new Error('the script wants to read where nothing can be read');
				return { kind: 'read', section };
			}
			if (typeof said !== 'object') return { kind: 'answer', answer: answerTo(question, said) };
			return 'kind' in said ? said : { kind: 'answer', answer: said };
		},
		async feedback(view) {
			script.onFeedback?.(view);
			transcript.push(`  ${view.verdict.kind}`);
			const next = script.afterVerdict?.(view) ?? 'next';
			if (typeof next === 'object') return next;
			const [section] = view.reread;
			return next === 'read' && section !== undefined ? { kind: 'read', section } : { kind: 'next' };
		},
		async read({ section, prescribed }: SectionView) {
			transcript.push(`read ${section.id}${prescribed === undefined ? '' : `, then ${nameOfNext(prescribed.next)}`}`);
			return { kind: 'read' };
		},
	};
}

/** An answer that is right, or one that is not. */
export function answerTo(question: Question, said: 'right' | 'missed' | 'dont-know'): Answer {
	if (said === 'dont-know') return { type: 'dont-know' };
	const right = said === 'right';
	switch (question.type) {
		case 'choice':
			return { type: 'choice', chosen: question.options.find((option) => option.right === right)?.text ?? '' };
		case 'multiple':
			return { type: 'multiple', chosen: question.options.filter((option) => option.right === right).map(({ text }) => text) };
		case 'true-false':
			return { type: 'true-false', chosen: question.key === right };
		case 'text':
			return { type: 'text', typed: right ? (question.keys[0] ?? '') : 'certainly something else' };
		case 'number':
			return { type: 'number', typed: right ? question.key : '-98765.4321' };
		case 'cloze':
			return {
				type: 'cloze',
				filled: question.blanks.map(({ id, keys }) => ({ blank: id, typed: right ? (keys[0] ?? '') : 'certainly something else' })),
			};
		case 'order':
			return { type: 'order', arranged: right ? question.items : question.items.toReversed() };
		case 'match': {
			const rights = question.pairs.map((pair) => pair.right);
			const shifted = right ? rights : [...rights.slice(1), ...rights.slice(0, 1)];
			return { type: 'match', paired: question.pairs.map(({ left }, index) => ({ left, right: shifted[index] ?? '' })) };
		}
	}
}

/** The first action of one of these kinds that is offered, kinds tried in order. */
export function firstOf(menu: Menu, ...kinds: readonly Action['kind'][]): Action | undefined {
	return kinds.flatMap((kind) => menu.actions.find((action) => action.kind === kind && !(action.kind === 'read' && action.done)) ?? [])[0];
}

function lineOf(notice: Notice): string {
	switch (notice.kind) {
		case 'form': {
			const { fresh, missedBefore, again } = notice.composition;
			return `form ${notice.attemptKind} of ${notice.unit.id}: ${fresh} new, ${missedBefore} missed before, ${again} again`;
		}
		case 'result':
			return `result ${notice.judgement.right} of ${notice.judgement.asked}, needs ${notice.judgement.need}: ${notice.judgement.qualifies ? 'qualifies' : 'not yet'}`;
		case 'prescription': {
			const { revisit, stuck } = notice.prescription;
			return `prescription: ${revisit.map(({ section, missed, asked }) => `${section} ${missed}/${asked}`).join(', ')}${stuck ? ' (stuck)' : ''}`;
		}
		case 'mastered':
			return `mastered ${notice.unit.id}, opened: ${notice.opened.map(({ id }) => id).join(', ') || 'nothing'}`;
		case 'practice-done':
			return `practice ${notice.right} of ${notice.asked}`;
		case 'resumed':
			return `resumed at ${notice.position}/${notice.asked}${notice.deckChanged ? ' (deck changed)' : ''}`;
		case 'unit':
			return `unit ${notice.unit.id}: ${notice.standing.state}`;
		case 'resource':
			return `resource ${notice.resource.title}`;
		case 'gave-up':
		case 'answered-elsewhere':
		case 'ended-elsewhere':
			return notice.kind;
	}
}

function nameOf(action: Action): string {
	switch (action.kind) {
		case 'read':
			return `read ${action.section.id}${action.done ? ' (done)' : ''}`;
		case 'unit':
			return `unit ${action.unit.id}${action.foundation === undefined ? '' : ` (${action.foundation.right}/${action.foundation.asked})`}`;
		case 'practice':
			return `practice ${action.questions}${action.step?.done === true ? ' (done)' : ''}`;
		case 'resume':
			return `resume ${action.position}/${action.asked}`;
		case 'quiz':
			return action.retake ? 'retake' : action.retry ? 'retry' : 'quiz';
		case 'resource':
			return `resource ${action.resource.title}`;
		case 'stop':
			return action.pause === true ? 'pause' : 'stop';
		default:
			return action.kind;
	}
}

function nameOfNext(next: Onward): string {
	return next.kind === 'read' ? next.section.id : next.kind;
}
