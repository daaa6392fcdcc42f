// Every view over the samples, or over samples that were tampered with.

import type { Style } from '../../src/terminal/style.ts';
import { renderAnswered } from '../../src/terminal/views/answer.ts';
import { renderBookmarks } from '../../src/terminal/views/bookmarks.ts';
import { renderDecks } from '../../src/terminal/views/decks.ts';
import { renderDisputes } from '../../src/terminal/views/disputes.ts';
import { renderAnswer, renderExplanation, renderFeedback } from '../../src/terminal/views/feedback.ts';
import { renderGate } from '../../src/terminal/views/gate.ts';
import { renderHistory } from '../../src/terminal/views/history.ts';
import { renderHome } from '../../src/terminal/views/home.ts';
import { renderLearners } from '../../src/terminal/views/learners.ts';
import { renderMap } from '../../src/terminal/views/map.ts';
import { renderNotice } from '../../src/terminal/views/notice.ts';
import { renderParting } from '../../src/terminal/views/parting.ts';
import { renderQuestion } from '../../src/terminal/views/question.ts';
import { renderSection } from '../../src/terminal/views/section.ts';
import { renderAttempt } from '../../src/terminal/views/show.ts';
import { renderWhy } from '../../src/terminal/views/why.ts';
import type * as Sample from './samples.ts';

export type Samples = typeof Sample;

export type View = (style: Style, width: number) => string;

export function day(instant: number): string {
	return `2026-11-0${Math.floor(instant / 1000)} 09:30`;
}

export function allViews(samples: Samples): Readonly<Record<string, View>> {
	const partly = {
		...samples.missed,
		answer: { type: 'multiple', chosen: [samples.options[0] ?? '', samples.options[1] ?? ''] },
		key: [samples.options[1] ?? '', samples.options[2] ?? ''],
		verdict: {
			kind: 'missed',
			partly: { of: 'options', right: [samples.options[1] ?? ''], left: [samples.options[2] ?? ''], wrong: [samples.options[0] ?? ''] },
		},
	} as const;

	return {
		'the unit page': (s, w) => renderNotice(samples.notices.unit, s, w),
		'the form': (s, w) => renderNotice(samples.notices.form, s, w),
		'the welcome back': (s, w) => renderNotice(samples.notices.resumed, s, w),
		'the result': (s, w) => renderNotice(samples.notices.result, s, w),
		'the prescription': (s, w) => renderNotice(samples.notices.prescription, s, w),
		mastery: (s, w) => renderNotice(samples.notices.mastered, s, w),
		'another way in': (s, w) => renderNotice(samples.notices.resource, s, w),
		'the end of practice': (s, w) => renderNotice(samples.notices['practice-done'], s, w),
		'an answer from elsewhere': (s, w) => renderNotice(samples.notices['answered-elsewhere'], s, w),
		'giving up': (s, w) => renderNotice(samples.notices['gave-up'], s, w),
		'a question': (s, w) =>
			renderQuestion(samples.where, { ...samples.missed.presentation, code: { language: 'js', text: 'const a = 1;\n' } }, s, w),
		'an answer': (s, w) => renderAnswer(samples.missed.answer, s, w),
		'feedback on a miss': (s, w) => renderFeedback(samples.missed, s, w),
		'feedback on a partly right answer': (s, w) => renderFeedback(partly, s, w),
		'feedback on a right answer': (s, w) => renderFeedback(samples.right, s, w),
		'an explanation that was asked for': (s, w) => renderExplanation(samples.right, s, w),
		'a text with gaps': (s, w) => renderQuestion(samples.where, samples.cloze.presentation, s, w),
		'a text with filled gaps': (s, w) => renderAnswered(samples.cloze, s, w),
		'feedback on gaps': (s, w) => renderFeedback(samples.cloze, s, w),
		'an order': (s, w) => renderAnswer(samples.order.answer, s, w),
		'feedback on an order': (s, w) => renderFeedback(samples.order, s, w),
		pairs: (s, w) => renderAnswered(samples.match, s, w),
		'feedback on pairs': (s, w) => renderFeedback(samples.match, s, w),
		'a closed gate': (s, w) => renderGate(samples.deck, samples.branches, samples.closedGate, s, w),
		home: (s, w) => renderHome(samples.home, s, w),
		'the map': (s, w) => renderMap(samples.map, s, w),
		history: (s, w) => renderHistory(samples.history, s, w, day),
		'why a unit is mastered': (s, w) => renderWhy(samples.why, s, w, day),
		'why a unit is closed': (s, w) => renderWhy(samples.whyClosed, s, w, day),
		'an attempt that is open': (s, w) => renderAttempt(samples.attemptLeft, s, w, { formatTime: day, address: 'git' }),
		'an attempt that was ended': (s, w) => renderAttempt(samples.attemptEnded, s, w, { formatTime: day, address: 'git' }),
		bookmarks: (s, w) => renderBookmarks(samples.bookmarks, s, w, day),
		disputes: (s, w) => renderDisputes(samples.disputes, s, w, day),
		learners: (s, w) => renderLearners(samples.learners, s, w, day),
		'the decks': (s, w) => renderDecks(samples.listings, s, w),
		'a section': (s, w) =>
			renderSection({ deck: samples.deck, unit: samples.snapshots, section: samples.snapshots.sections[0] ?? never(), position: 1 }, s, w),
		'the parting words': (s, w) => renderParting('git', samples.left, s, w),
	};
}

function never(): never {
	throw new Error('the sample has no such thing');
}
