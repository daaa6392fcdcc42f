// Every view over the samples, or over samples that were tampered with.

import type { Style } from '../../src/terminal/style.ts';
import { renderDecks } from '../../src/terminal/views/decks.ts';
import { renderAnswer, renderFeedback } from '../../src/terminal/views/feedback.ts';
import { renderGate } from '../../src/terminal/views/gate.ts';
import { renderHistory } from '../../src/terminal/views/history.ts';
import { renderHome } from '../../src/terminal/views/home.ts';
import { renderMap } from '../../src/terminal/views/map.ts';
import { renderNotice } from '../../src/terminal/views/notice.ts';
import { renderParting } from '../../src/terminal/views/parting.ts';
import { renderQuestion } from '../../src/terminal/views/question.ts';
import { renderSection } from '../../src/terminal/views/section.ts';
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
			partly: { right: [samples.options[1] ?? ''], left: [samples.options[2] ?? ''], wrong: [samples.options[0] ?? ''] },
		},
	} as const;

	return {
		'the unit page': (s, w) => renderNotice(samples.notices.unit, s, w),
		'the form': (s, w) => renderNotice(samples.notices.form, s, w),
		'the welcome back': (s, w) => renderNotice(samples.notices.resumed, s, w),
		'the result': (s, w) => renderNotice(samples.notices.result, s, w),
		'the prescription': (s, w) => renderNotice(samples.notices.prescription, s, w),
		mastery: (s, w) => renderNotice(samples.notices.mastered, s, w),
		'the end of practice': (s, w) => renderNotice(samples.notices['practice-done'], s, w),
		'an answer from elsewhere': (s, w) => renderNotice(samples.notices['answered-elsewhere'], s, w),
		'giving up': (s, w) => renderNotice(samples.notices['gave-up'], s, w),
		'a question': (s, w) =>
			renderQuestion(samples.where, { ...samples.missed.presentation, code: { language: 'js', text: 'const a = 1;\n' } }, s, w),
		'an answer': (s, w) => renderAnswer(samples.missed.answer, s, w),
		'feedback on a miss': (s, w) => renderFeedback(samples.missed, s, w),
		'feedback on a partly right answer': (s, w) => renderFeedback(partly, s, w),
		'feedback on a right answer': (s, w) => renderFeedback(samples.right, s, w),
		'a closed gate': (s, w) => renderGate(samples.deck, samples.branches, samples.closedGate, s, w),
		home: (s, w) => renderHome(samples.home, s, w),
		'the map': (s, w) => renderMap(samples.map, s, w),
		history: (s, w) => renderHistory(samples.history, s, w, day),
		'why a unit is mastered': (s, w) => renderWhy(samples.why, s, w, day),
		'why a unit is closed': (s, w) => renderWhy(samples.whyClosed, s, w, day),
		'the decks': (s, w) => renderDecks(samples.listings, s, w),
		'a section': (s, w) =>
			renderSection({ deck: samples.deck, unit: samples.snapshots, section: samples.snapshots.sections[0] ?? never(), position: 1 }, s, w),
		'the parting words': (s, w) => renderParting('git', samples.left, s, w),
	};
}

function never(): never {
	throw new Error('the sample has no such thing');
}
