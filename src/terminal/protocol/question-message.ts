// A question, its verdict, and why an answer could not be graded. The question holds no key.

import type { Answer, AskAgain, Presentation, Verdict } from '../../model/attempt.ts';
import type { AskView, FeedbackView, SectionView } from '../../session/ports.ts';
import { inOneLine, wordsStyle } from '../in-words.ts';
import { renderAskAgain } from '../views/question.ts';
import type { AgainMessage, AnswerTold, PartlyTold, QuestionMessage, QuestionTold, SectionMessage, VerdictMessage } from './messages.ts';
import { named, needTold } from './shared-parts.ts';

export function questionMessage({ where, presentation, hints, readable, asides }: AskView): QuestionMessage {
	return {
		type: 'question',
		deck: named(where.deck),
		unit: named(where.unit),
		attempt: where.kind,
		position: where.position,
		of: where.asked,
		need: needTold(where.need),
		verdicts: where.verdicts,
		question: questionTold(presentation),
		hints,
		readable: readable.map(named),
		bookmarked: asides.isBookmarked(),
	};
}

/** Blanks are counted, not named: an id may give its key away. */
function questionTold(presentation: Presentation): QuestionTold {
	if (presentation.type !== 'cloze') return presentation;
	const { blanks, ...rest } = presentation;
	return { ...rest, blanks: blanks.length };
}

export function againMessage(again: AskAgain): AgainMessage {
	return {
		type: 'again',
		reason: again.kind,
		message: inOneLine(renderAskAgain(again, wordsStyle, 80)),
		...(again.kind === 'empty' && again.blanks !== undefined ? { blanks: again.blanks } : {}),
		...(again.kind === 'too-long' ? { limit: again.limit } : {}),
		...(again.kind === 'ambiguous-number' ? { readings: again.readings } : {}),
	};
}

export function verdictMessage(view: FeedbackView): VerdictMessage {
	const { where, presentation, answer, verdict, key, chosenFeedback, explanation, source, reread, asides } = view;
	const blanks = presentation.type === 'cloze' ? presentation.blanks : [];
	return {
		type: 'verdict',
		position: where.position,
		of: where.asked,
		verdict: verdict.kind,
		...acceptedTold(verdict, blanks),
		...(verdict.kind === 'missed' && verdict.partly !== undefined ? { partly: partlyTold(verdict.partly, blanks) } : {}),
		answer: answerTold(answer),
		key,
		feedback: chosenFeedback,
		explanation,
		...(source === undefined ? {} : { source }),
		reread: reread.map(named),
		verdicts: where.verdicts,
		bookmarked: asides.isBookmarked(),
	};
}

function acceptedTold(verdict: Verdict, ids: readonly string[]): Pick<VerdictMessage, 'accepted' | 'blanks'> {
	if (verdict.kind !== 'right') return {};
	const { accepted, blanks } = verdict;
	return {
		...(accepted === undefined ? {} : { accepted }),
		...(blanks === undefined ? {} : { blanks: blanks.map(({ blank, ...rest }) => ({ blank: ids.indexOf(blank) + 1, ...rest })) }),
	};
}

function partlyTold(partly: NonNullable<Extract<Verdict, { readonly kind: 'missed' }>['partly']>, ids: readonly string[]): PartlyTold {
	switch (partly.of) {
		case 'options':
		case 'pairs':
			return partly;
		case 'blanks':
			return { of: 'blanks', blanks: partly.blanks.map(({ blank, ...rest }) => ({ blank: ids.indexOf(blank) + 1, ...rest })) };
		case 'items':
			return { of: 'items', firstOff: partly.firstOff + 1 };
	}
}

/** As a line could give it, options by their texts. */
function answerTold(answer: Answer): AnswerTold {
	switch (answer.type) {
		case 'choice':
		case 'multiple':
		case 'true-false':
			return answer.chosen;
		case 'text':
		case 'number':
			return answer.typed;
		case 'cloze':
			return answer.filled.map(({ typed }) => typed);
		case 'order':
			return answer.arranged;
		case 'match':
			return answer.paired.map(({ right }) => right);
		case 'dont-know':
			return null;
	}
}

export function sectionMessage({ deck, unit, section, position, prescribed }: SectionView): SectionMessage {
	return {
		type: 'section',
		deck: named(deck),
		unit: named(unit),
		section: { ...named(section), objective: section.objective, text: section.text },
		position,
		of: unit.sections.length,
		...(prescribed === undefined ? {} : { prescribed: { missed: prescribed.missed, of: prescribed.asked, step: prescribed.step } }),
	};
}
