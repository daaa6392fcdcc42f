// The questions of one unit in two versions: which is which. Each question is looked up, never compared with all others.

import type { Id, Question, Unit } from '../../model/deck.ts';
import { gather } from '../gather.ts';
import type { CheckedQuestion, CheckedUnit } from '../rule.ts';
import {
	askedText,
	askedWords,
	contentOf,
	haveOtherOptions,
	isSame,
	leastLikeness,
	likenessOf,
	sharesAnswers,
	tellsMuch,
} from './likeness.ts';

export interface QuestionPair {
	readonly before: Question;
	readonly after: CheckedQuestion;
}

export interface QuestionPairs {
	/** Under the same id, whether or not anything of it is as it was. */
	readonly kept: readonly QuestionPair[];
	/** The same question under another id. */
	readonly renamed: readonly QuestionPair[];
	/** No longer in the unit. */
	readonly gone: readonly Question[];
	/** Not in the unit before. */
	readonly come: readonly CheckedQuestion[];
}

export function pairQuestions(before: Unit, { questions }: Pick<CheckedUnit, 'questions'>): QuestionPairs {
	const now = new Map(questions.map((checked) => [checked.question.id, checked]));
	const kept: QuestionPair[] = [];
	const loose = new Map<Id, Question>();
	const free = new Map(now);
	for (const question of before.questions) {
		const same = now.get(question.id);
		if (same === undefined || !isSame(question, same.question)) loose.set(question.id, question);
		else {
			kept.push({ before: question, after: same });
			free.delete(question.id);
		}
	}
	const moved = takePairs(loose, free, sameContent([...free.values()]));
	const askedStill = takePairs(loose, free, (question) => {
		const same = free.get(question.id);
		return same !== undefined && askedText(question) === askedText(same.question) ? same : undefined;
	});
	const askedElsewhere = takePairs(loose, free, sameStem(before.questions, questions, free));
	const similar = takePairs(loose, free, sameKeySimilarStem(loose, free));
	// An id that was neither given away nor taken over is kept, whatever became of its question.
	const rewritten = takePairs(loose, free, ({ id }) => free.get(id));
	return {
		kept: [...kept, ...askedStill, ...rewritten],
		renamed: [...moved, ...askedElsewhere, ...similar],
		gone: [...loose.values()],
		come: [...free.values()],
	};
}

type Find = (question: Question, isFree: (candidate: CheckedQuestion) => boolean) => CheckedQuestion | undefined;

/** Takes what is found out of both sides. */
function takePairs(loose: Map<Id, Question>, free: Map<Id, CheckedQuestion>, find: Find): readonly QuestionPair[] {
	const pairs: QuestionPair[] = [];
	for (const before of [...loose.values()]) {
		const after = find(before, ({ question }) => free.has(question.id));
		if (after === undefined) continue;
		loose.delete(before.id);
		free.delete(after.question.id);
		pairs.push({ before, after });
	}
	return pairs;
}

function sameContent(candidates: readonly CheckedQuestion[]): Find {
	const byContent = gather(candidates, ({ question }) => [contentOf(question)]);
	return (question) => byContent.get(contentOf(question))?.shift();
}

/** With the same stem and code, though key or options changed. Where several have this stem, some of the answers must be the same. */
function sameStem(before: readonly Question[], after: readonly CheckedQuestion[], free: ReadonlyMap<Id, CheckedQuestion>): Find {
	if (free.size === 0) return () => undefined;
	const old = gather(before, (question) => [askedText(question)]);
	const now = gather(after, ({ question }) => [askedText(question)]);
	return (question, isFree) => {
		const asked = askedText(question);
		const candidates = now.get(asked) ?? [];
		const likely = candidates.filter((each) => isFree(each) && sharesAnswers(question, each.question));
		const [only, another] = candidates;
		if (likely.length > 0 || only === undefined || another !== undefined || old.get(asked)?.length !== 1) return likely[0];
		return isFree(only) && !haveOtherOptions(question, only.question) ? only : undefined;
	};
}

/** A word that more questions have than this leads to none of them. */
const mostWithOneWord = 20;

/** With the same key and a similar stem, unless one of the two ids stays with a question that is as similar. */
function sameKeySimilarStem(loose: ReadonlyMap<Id, Question>, free: ReadonlyMap<Id, CheckedQuestion>): Find {
	const signs = (question: Question) => [...askedWords(question)].map((word) => `${question.fingerprint} ${word}`);
	const postings = gather([...free.values()], ({ question }) => signs(question));
	return (question, isFree) => {
		const near = new Set(
			signs(question).flatMap((sign) => {
				const known = postings.get(sign) ?? [];
				return known.length > mostWithOneWord ? [] : known.filter(isFree);
			}),
		);
		const likely = [...near]
			.map((candidate) => ({ candidate, likeness: likenessOf(question, candidate.question) }))
			.filter(({ candidate, likeness }) => likeness >= leastLikeness(question) && !staysWithId(question, candidate, loose, free))
			.toSorted((a, b) => b.likeness - a.likeness);
		return likely[0]?.candidate;
	};
}

function staysWithId(
	before: Question,
	after: CheckedQuestion,
	loose: ReadonlyMap<Id, Question>,
	free: ReadonlyMap<Id, CheckedQuestion>,
): boolean {
	const claim = claimOf(before, after.question);
	const [heir, old] = [free.get(before.id)?.question, loose.get(after.question.id)];
	return (heir !== undefined && claimOf(before, heir) >= claim) || (old !== undefined && claimOf(old, after.question) >= claim);
}

/** How much speaks for one question: a key that is seldom the same by chance more than any likeness. */
function claimOf(before: Question, after: Question): number {
	return likenessOf(before, after) + (tellsMuch(before) && before.fingerprint === after.fingerprint ? 1 : 0);
}
