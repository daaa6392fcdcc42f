// One sitting: show, ask, grade, commit, explain; question by question, from wherever the attempt stands.

import type { Admission } from '../engine/admit.ts';
import { grade } from '../engine/grade.ts';
import { needOf } from '../engine/judge.ts';
import type { PatternMatcher } from '../engine/match-pattern.ts';
import { feedbackOn, keyOf, presentationOf } from '../engine/present.ts';
import type { Answer, AskAgain, AskedQuestion, Attempt, Verdict } from '../model/attempt.ts';
import type { Section } from '../model/deck.ts';
import { asidesAt } from './asides.ts';
import { askHowToGoOn, outOfReach } from './out-of-reach.ts';
import type { AskView, Examiner, FeedbackView, LearnerRecord, Stop, Where, World } from './ports.ts';
import { readSection } from './read-section.ts';

export interface Session {
	readonly record: LearnerRecord;
	readonly examiner: Examiner;
	readonly world: World;
	/** Needed where a question has a `pattern`. */
	readonly matches?: PatternMatcher;
}

/**
 * Sits an attempt to its end. The exposure is committed before a question appears, the answer before its verdict appears,
 * so that it can be left at any moment, in any way, and taken up at the same question.
 *
 * Once the benchmark is out of reach, and while questions are left, the learner is asked how to go on; once in a sitting.
 *
 * @returns `finished` once every question has an answer, or the attempt was ended, here or in another terminal; or how it was left.
 */
export async function sit(session: Session, admission: Admission, attempt: Attempt): Promise<{ readonly kind: 'finished' } | Stop> {
	const { record, world } = session;
	let current = attempt;
	let settled = false;
	for (const { position } of attempt.asked) {
		const asked = current.asked[position - 1];
		if (asked === undefined || asked.answer !== undefined) continue;
		const reach = settled ? undefined : outOfReach(current);
		if (reach !== undefined) {
			settled = true;
			const chosen = await askHowToGoOn(session.examiner, admission, current, reach);
			if (chosen === 'to-sections') {
				record.finish(current.id, 'ended', world.now());
				return { kind: 'finished' };
			}
			if (chosen !== 'go-on') return chosen;
		}
		if (record.show(current.id, position, world.now()) === 'ended') return endedElsewhere(session, admission, current);
		const outcome = await askOne(session, admission, current, asked);
		if (outcome.kind === 'stop') return outcome;
		current = outcome.attempt;
		// The answer came too late, and was not taken: that is told, on the last question too.
		if (current.asked[position - 1]?.answer === undefined) return endedElsewhere(session, admission, current);
	}
	return { kind: 'finished' };
}

/** What another terminal did stands; the result is told where there is one. */
function endedElsewhere({ examiner }: Session, { unit }: Admission, { kind }: Attempt): { readonly kind: 'finished' } {
	examiner.tell({ kind: 'ended-elsewhere', unit, attemptKind: kind });
	return { kind: 'finished' };
}

async function askOne(
	session: Session,
	admission: Admission,
	attempt: Attempt,
	asked: AskedQuestion,
): Promise<{ readonly kind: 'answered'; readonly attempt: Attempt } | Stop> {
	const { record, examiner, world, matches } = session;
	const view = askView(session, admission, attempt, asked);
	let again: AskAgain | undefined;
	for (;;) {
		const reply = await examiner.ask(again === undefined ? view : { ...view, again });
		if (reply.kind === 'stop') return reply;
		if (reply.kind === 'read') {
			again = undefined;
			// The book is closed in a quiz, whoever asks.
			const section = view.readable.find(({ id }) => id === reply.section.id);
			const read = section === undefined ? undefined : await readSection(session, admission, section);
			if (read?.kind === 'stop') return read;
			continue;
		}
		const grading = grade(asked.question, reply.answer, matches);
		if (!grading.gradable) {
			again = grading.again;
			continue;
		}
		const committed = record.answer(attempt.id, asked.position, reply.answer, grading.verdict, world.now());
		if (committed === 'already-answered') {
			const now = record.attempt(attempt.id) ?? attempt;
			if (now.asked[asked.position - 1]?.answer !== undefined) examiner.tell({ kind: 'answered-elsewhere' });
			return { kind: 'answered', attempt: now };
		}
		const answered = withAnswer(attempt, asked.position, reply.answer, grading.verdict);
		const left = await explain(session, admission, answered, asked, reply.answer, grading.verdict);
		return left ?? { kind: 'answered', attempt: answered };
	}
}

/** Resolves when the learner has seen it and goes on; on the way they may read the section, as often as they like. */
async function explain(
	session: Session,
	admission: Admission,
	attempt: Attempt,
	asked: AskedQuestion,
	answer: Answer,
	verdict: Verdict,
): Promise<Stop | undefined> {
	const view = feedbackView(session, admission, attempt, asked, answer, verdict);
	for (;;) {
		const reply = await session.examiner.feedback(view);
		if (reply.kind === 'next') return undefined;
		if (reply.kind === 'stop') return reply;
		const read = await readSection(session, admission, reply.section);
		if (read.kind === 'stop') return read;
	}
}

/** Hints and sections are for practice. */
function askView(session: Session, admission: Admission, attempt: Attempt, asked: AskedQuestion): AskView {
	const helped = attempt.kind === 'practice';
	return {
		where: whereabouts(admission, attempt, asked.position),
		presentation: presentationOf(asked),
		hints: helped ? asked.question.hints : [],
		readable: helped ? sectionsOf(admission, asked) : [],
		asides: asidesAt(session, attempt, asked.position),
	};
}

function feedbackView(
	session: Session,
	admission: Admission,
	attempt: Attempt,
	asked: AskedQuestion,
	answer: Answer,
	verdict: Verdict,
): FeedbackView {
	const { question, position } = asked;
	const view = {
		where: whereabouts(admission, attempt, position),
		presentation: presentationOf(asked),
		answer,
		verdict,
		key: keyOf(question),
		chosenFeedback: feedbackOn(question, answer),
		explanation: question.explanation,
		reread: sectionsOf(admission, asked),
		asides: asidesAt(session, attempt, position),
	};
	return question.source === undefined ? view : { ...view, source: question.source };
}

/** Where a question is explained, its own section first; those that the deck no longer has are left out. */
function sectionsOf({ unit }: Admission, { question }: AskedQuestion): readonly Section[] {
	return [question.section, ...question.also].flatMap((id) => unit.sections.filter((section) => section.id === id));
}

function whereabouts({ deck, unit }: Admission, attempt: Attempt, position: number): Where {
	return {
		deck,
		unit,
		kind: attempt.kind,
		need: needOf(attempt.rule, attempt.asked.length),
		position,
		asked: attempt.asked.length,
		verdicts: attempt.asked.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict.kind])),
	};
}

function withAnswer(attempt: Attempt, position: number, answer: Answer, verdict: Verdict): Attempt {
	return { ...attempt, asked: attempt.asked.map((asked) => (asked.position === position ? { ...asked, answer, verdict } : asked)) };
}
