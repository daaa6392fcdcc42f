// After an answer: the verdict stays until the learner goes on. A miss is explained at once, a right answer when that is asked for.

import type { Examiner, FeedbackView, Stop } from '../../session/ports.ts';
import type { Highlight } from '../code.ts';
import { feedback } from '../prompts/feedback.ts';
import { usualSettleTime } from '../terminal-io.ts';
import { renderAnswer, renderAnswered } from '../views/answer.ts';
import { renderExplanation, renderFeedback } from '../views/feedback.ts';
import { takeDispute, turnBookmark } from './asides.ts';
import { backTo, type Desk, type Lines, laidOutOnce, noLines, promptUnder } from './desk.ts';

type FeedbackReply = Awaited<ReturnType<Examiner['feedback']>>;

const stopped: Stop = { kind: 'stop', by: 'quit' };

export function createExplaining(desk: Desk): (view: FeedbackView, highlight: Highlight | undefined) => Promise<FeedbackReply> {
	const { io, style } = desk;
	/** The latest one: told anew, after a section was read, it no longer stands under its answer. */
	let told: FeedbackView | undefined;
	/** The latest right answer whose explanation was asked for. */
	let askedFor: FeedbackView | undefined;

	return async (view, highlight) => {
		const isMiss = view.verdict.kind !== 'right';
		const verdict = laidOutOnce((width) => renderFeedback(view, style, width, highlight));
		const explanation = laidOutOnce(
			(width) => `\n${renderExplanation(view, style, width, highlight) || '  The deck says nothing more about this one.'}`,
		);
		const answer = laidOutOnce((width) => `\n${renderAnswer(view.answer, style, width)}\n`);
		const question = laidOutOnce((width) => `\n${renderAnswered(view, style, width, highlight)}\n`);
		const isTold = view === told;
		told = view;
		let news: Lines | undefined = isTold ? (width) => [...answer(width), ...textFor(width)] : undefined;
		let settleTime = io.settleTime ?? usualSettleTime;
		let note = '';
		let top = 0;
		for (;;) {
			const explained = isMiss || askedFor === view;
			const program = feedback({
				style,
				// Only an explanation names more than the question's own section.
				sections: explained ? view.reread.length : Math.min(1, view.reread.length),
				settleTime,
				last: view.where.position === view.where.asked,
				explained,
				bookmarked: view.asides.isBookmarked(),
				note,
			});
			const stage = { text: (width: number) => ({ lines: textFor(width) }) };
			const outcome = await promptUnder(desk, program, {
				...stage,
				context: question,
				top,
				paged: ({ settled }) => settled,
				...(news === undefined ? {} : { news }),
				after: ({ kind }, _size, gone) => (kind === 'bookmark' || kind === 'dispute' || kind === 'explain' ? '' : gone),
			});
			if (outcome.kind === 'stop') return outcome;
			const { value } = outcome;
			news = noLines;
			settleTime = 0;
			note = '';
			top = outcome.top ?? 0;
			switch (value.kind) {
				case 'next':
					return { kind: 'next' };
				case 'quit':
					return stopped;
				case 'read': {
					const section = view.reread[value.index];
					if (section !== undefined) return { kind: 'read', section };
					break;
				}
				case 'explain':
					askedFor = view;
					news = explanation;
					break;
				case 'bookmark':
					note = turnBookmark(view.asides, view.where.deck);
					break;
				case 'dispute': {
					const said = await takeDispute(desk, view.asides, view.where.deck, {
						...stage,
						apart: true,
						after: backTo(desk, program, stage),
					});
					if (typeof said !== 'string') return said;
					note = said;
				}
			}
		}

		function textFor(width: number): readonly string[] {
			return isMiss || askedFor !== view ? verdict(width) : [...verdict(width), ...explanation(width)];
		}
	};
}
