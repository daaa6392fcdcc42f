// One question, until it is answered or left: what was typed or arranged stays through everything that comes in between.

import type { AskAgain } from '../../model/attempt.ts';
import type { Section } from '../../model/deck.ts';
import type { AskView, Reply, Stop } from '../../session/ports.ts';
import type { Highlight } from '../code.ts';
import { renderCodeSpans } from '../code.ts';
import { textWidth } from '../layout.ts';
import { menu } from '../prompts/menu.ts';
import type { QuestionConfig, QuestionState } from '../prompts/question.ts';
import type { StageText } from '../prompts/staged.ts';
import { safeLine } from '../safe.ts';
import { usualSettleTime } from '../terminal-io.ts';
import { renderAnswer, renderAnswered } from '../views/answer.ts';
import { askAgainText, gapRoom, headHeights, renderAskAgain, renderQuestion, renderWithGaps } from '../views/question.ts';
import { type Answering, type LiveGap, withAnswering } from './answering.ts';
import { takeDispute, turnBookmark } from './asides.ts';
import { type Above, backTo, type Desk, type Lines, laidOutOnce, noLines, promptUnder } from './desk.ts';

/** A question that was left for a section, or whose answer could not be graded: asked again, it goes on where it was. */
interface Left {
	readonly question: string;
	goOn(view: AskView, highlight: Highlight | undefined): Promise<Reply>;
}

/** Where a question goes on. */
interface Beginning<State> {
	readonly state: State;
	/** It stands on the screen still. */
	readonly stands: boolean;
}

const stopped: Stop = { kind: 'stop', by: 'quit' };

export interface Asking {
	ask(view: AskView, highlight: Highlight | undefined): Promise<Reply>;
	/** The question is over: asked another time, it begins anew. */
	forget(): void;
}

export function createAsking(desk: Desk): Asking {
	const { style } = desk;
	let left: Left | undefined;

	return {
		ask(view, highlight) {
			const goOn = left?.question === nameOf(view) ? left.goOn : undefined;
			left = undefined;
			if (goOn !== undefined) return goOn(view, highlight);
			return withAnswering(view.presentation, style, (answering) => ask(view, highlight, answering));
		},
		forget() {
			left = undefined;
		},
	};

	async function ask<State extends QuestionState, Given>(
		view: AskView,
		highlight: Highlight | undefined,
		answering: Answering<State, Given>,
		begin?: Beginning<State>,
	): Promise<Reply> {
		const { where, presentation, again, asides, readable } = view;
		const question = laidOutOnce((width) => `\n${renderQuestion(where, presentation, style, width, highlight)}\n`);
		const reason = laidOutOnce((width) => (again === undefined ? '' : `${renderAskAgain(again, style, width)}\n`));
		const filled = gapsFilled(view, highlight);
		const isAgain = again !== undefined && answering.gaps === undefined;
		const text = (width: number, state: State): StageText =>
			answering.gaps === undefined
				? { lines: isAgain ? [...question(width), ...reason(width)] : question(width), head: headOf(where, width) }
				: filled(answering.gaps(state, gapRoom(width)), width);
		/** With a line between it and another prompt than its own. */
		const standing = (width: number, state: State) => [...text(width, state).lines, ...(stage.live ? [''] : [])];
		const stage = { text, live: answering.gaps !== undefined };

		let from = begin?.state;
		let top = isAgain ? Number.MAX_SAFE_INTEGER : undefined;
		let news: Lines | undefined = isAgain && begin?.stands === true ? reason : undefined;
		for (;;) {
			const program = answering.program(configOf(view));
			const outcome = await promptUnder(desk, program, {
				...stage,
				...(top === undefined ? {} : { top }),
				...(from === undefined ? {} : { from }),
				...(news === undefined ? {} : { news }),
				after: (value, { columns }, gone) => {
					if (value.kind !== 'given' && value.kind !== 'dont-know') return '';
					const answer = value.kind === 'given' ? answering.answerOf(value.given) : ({ type: 'dont-know' } as const);
					const width = textWidth(columns);
					if (answering.gaps !== undefined) return `\n${renderAnswered({ where, presentation, answer }, style, width, highlight)}\n\n`;
					return `${gone}${renderAnswer(answer, style, width)}\n\n`;
				},
			});
			if (outcome.kind === 'stop') return outcome;
			const { value, state } = outcome;
			if (value.kind === 'quit') return stopped;
			if (value.kind === 'dont-know') return { kind: 'answer', answer: { type: 'dont-know' } };
			if (value.kind === 'given') {
				left = leaving(view, answering, (again) => ({
					stands: true,
					state: again === undefined ? state : answering.retried(state, again, askAgainText(again, style)),
				}));
				return { kind: 'answer', answer: answering.answerOf(value.given) };
			}
			const above = { live: stage.live, text: (width: number) => ({ lines: standing(width, state) }), after: backTo(desk, program, stage) };
			let note = '';
			if (value.aside === 'bookmark') note = turnBookmark(asides, where.deck);
			if (value.aside === 'dispute') {
				const said = await takeDispute(desk, asides, where.deck, { ...above, apart: false });
				if (typeof said !== 'string') return said;
				note = said;
			}
			if (value.aside === 'read') {
				const section = await sectionToRead(readable, above);
				if (section?.kind === 'stop') return section;
				if (section !== undefined) {
					left = leaving(view, answering, () => ({ stands: false, state: answering.takenUp(state, '') }));
					return section;
				}
			}
			from = answering.takenUp(state, note);
			top = outcome.top;
			news = noLines;
		}
	}

	function leaving<State extends QuestionState, Given>(
		view: AskView,
		answering: Answering<State, Given>,
		begin: (again: AskAgain | undefined) => Beginning<State>,
	): Left {
		return { question: nameOf(view), goOn: (next, highlight) => ask(next, highlight, answering, begin(next.again)) };
	}

	/** The question with its gaps as they are now; laid out anew only when they have changed. */
	function gapsFilled({ where, presentation }: AskView, highlight: Highlight | undefined) {
		let known: { readonly name: string; readonly text: StageText } | undefined;
		return (gaps: readonly LiveGap[], width: number): StageText => {
			const name = JSON.stringify([width, gaps]);
			if (known?.name !== name) known = { name, text: laidOut(gaps, width) };
			return known.text;
		};

		function laidOut(gaps: readonly LiveGap[], width: number): StageText {
			const painted = gaps.map(({ text, caret }) => ({ text, paint: caret === undefined ? asIs : style.accent }));
			const { lines, places } = renderWithGaps(where, presentation, painted, style, width, highlight);
			const at = gaps.findIndex(({ caret }) => caret !== undefined);
			const place = places[at];
			const caret = place === undefined ? undefined : { line: place.line + 1, column: place.column + (gaps[at]?.caret ?? 0) };
			return { lines: ['', ...lines], head: headOf(where, width), ...(caret === undefined ? {} : { caret }) };
		}
	}

	/** A blank line stands above the header, and one below it. */
	function headOf(where: AskView['where'], width: number): NonNullable<StageText['head']> {
		const [titles, whole] = headHeights(where, style, width);
		return { usual: titles, tight: whole + 1 };
	}

	function configOf({ hints, asides, readable }: AskView): QuestionConfig {
		return {
			style,
			settleTime: desk.io.settleTime ?? usualSettleTime,
			hints: hints.map((hint) => renderCodeSpans(hint, style)),
			asides: { bookmarked: asides.isBookmarked(), readable: readable.length > 0 },
		};
	}

	/** Undefined: back to the question. */
	async function sectionToRead(
		readable: readonly Section[],
		above: Pick<Above<unknown, unknown>, 'text' | 'live' | 'after'>,
	): Promise<Extract<Reply, { readonly kind: 'read' }> | Stop | undefined> {
		const [only] = readable;
		if (only !== undefined && readable.length === 1) return { kind: 'read', section: only };
		const items = [...readable.map(({ title }) => `Read: ${safeLine(title)}`), 'Back to the question'];
		const outcome = await promptUnder(desk, menu({ style, items }), { ...above, news: noLines });
		if (outcome.kind === 'stop') return outcome;
		if (outcome.value.kind === 'quit') return stopped;
		const section = readable[outcome.value.index];
		return section === undefined ? undefined : { kind: 'read', section };
	}
}

/** The same for every view of one question in one sitting. */
function nameOf({ where, presentation }: AskView): string {
	return JSON.stringify([where.deck.id, where.unit.id, where.kind, where.position, presentation]);
}

function asIs(text: string): string {
	return text;
}
