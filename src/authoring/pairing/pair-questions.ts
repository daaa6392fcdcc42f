// The questions of one unit in two versions: which is which. Each question is looked up, never compared with all others.

import type { Id, Question, Unit } from '../../model/deck.ts';
import { gather } from '../gather.ts';
import type { CheckedQuestion, CheckedUnit } from '../rule.ts';
import { contentOf, isSame, leastLikeness, likenessOf, stemWords } from './likeness.ts';

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
	const renamed = [...takePairs(loose, free, sameContent([...free.values()]))];
	// An id that was neither given away nor taken over is kept, whatever became of its question.
	const rewritten = [...takePairs(loose, free, ({ id }) => free.get(id))];
	const similar = [...takePairs(loose, free, sameKeySimilarStem([...free.values()]))];
	return { kept: [...kept, ...rewritten], renamed: [...renamed, ...similar], gone: [...loose.values()], come: [...free.values()] };
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

/** A word that more stems have than this leads to none of them. */
const mostWithOneWord = 20;

function sameKeySimilarStem(candidates: readonly CheckedQuestion[]): Find {
	const signs = (question: Question) => [...stemWords(question)].map((word) => `${question.fingerprint} ${word}`);
	const postings = gather(candidates, ({ question }) => signs(question));
	return (question, isFree) => {
		const near = new Set(
			signs(question).flatMap((sign) => {
				const known = postings.get(sign) ?? [];
				return known.length > mostWithOneWord ? [] : known.filter(isFree);
			}),
		);
		const likely = [...near]
			.map((candidate) => ({ candidate, likeness: likenessOf(question, candidate.question) }))
			.filter(({ likeness }) => likeness >= leastLikeness(question))
			.toSorted((a, b) => b.likeness - a.likeness);
		return likely[0]?.candidate;
	};
}
