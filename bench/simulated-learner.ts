// A learner who follows every advice and learns as knowledge tracing has it (Corbett and Anderson, 1995, Knowledge tracing: modeling the
// acquisition of procedural knowledge): each section is known or not. Sits across by the session's port, and keeps a diary.

import type { Chance } from '../src/engine/chance.ts';
import { guessRate } from '../src/engine/luck.ts';
import { hasUnseen, isTemplate } from '../src/engine/variants/unseen.ts';
import type { FormItem, Verdict } from '../src/model/attempt.ts';
import type { Deck, Id, Question, Unit, Variant } from '../src/model/deck.ts';
import type { Examiner, Menu, NoticeOf } from '../src/session/ports.ts';
import { answerTo, interrupt } from '../test/session/scripted-learner.ts';

/** Chances, from 0 to 1. An unknown section is guessed at with the question's own `guessRate`. */
export interface Tracing {
	/** That a section is known from the start. */
	readonly known: number;
	/** That an unknown section is known once it was read. */
	readonly read: number;
	/** That it is known once the explanation after a miss was shown. */
	readonly explained: number;
	/** That a question of a known section is missed. */
	readonly slip: number;
}

/** One quiz. */
export interface Sitting {
	readonly unit: Id;
	/** Every section of the unit was known when it began. */
	readonly knowing: boolean;
	qualified: boolean;
}

/** One unit, from its first question to its mastery. */
export interface Passage {
	readonly unit: Id;
	/** Questions answered, those of practice among them. */
	answered: number;
	practised: number;
	/** Answered once every section was known. */
	answeredKnowing: number;
	quizzes: number;
	/** The share of its sections that were known when it was mastered; absent: given up. */
	known?: number;
}

export interface Diary {
	readonly passages: ReadonlyMap<Id, Passage>;
	readonly sittings: readonly Sitting[];
	/** Questions answered in quizzes after a unit's first, by how they came. */
	readonly later: Later;
	/** Verdicts other than the learner meant to bring about: 0, where keys and graders are sound. */
	readonly misgraded: number;
}

export interface Later {
	asked: number;
	/** Asked before, with the same values. */
	again: number;
	/** Of those: while its section had a question that could be asked without a repetition. */
	avoidable: number;
}

export interface SimulatedLearner extends Examiner {
	readonly diary: Diary;
}

/** @param patience quizzes of one unit after which the learner gives up. */
export function simulatedLearner(deck: Deck, tracing: Tracing, chance: Chance, patience: number): SimulatedLearner {
	const happens = (probability: number) => chance.index(1_000_000) < probability * 1_000_000;
	const known = new Map(deck.units.map(({ id, sections }) => [id, new Set(sections.filter(() => happens(tracing.known)).map(idOf))]));
	const knownIn = ({ id }: Unit): ReadonlySet<Id> => known.get(id) ?? new Set();
	const knowsAll = (unit: Unit) => knownIn(unit).size === unit.sections.length;
	const seen = new Map(deck.units.map(({ id }) => [id, new SeenQuestions()]));
	const passages = new Map<Id, Passage>();
	const sittings: Sitting[] = [];
	const later: Later = { asked: 0, again: 0, avoidable: 0 };
	const diary = { passages, sittings, later, misgraded: 0 };
	let form: readonly FormItem[] = [];
	let meant: Verdict['kind'] = 'right';

	const passageOf = ({ id }: Unit): Passage => {
		const passage = passages.get(id) ?? { unit: id, answered: 0, practised: 0, answeredKnowing: 0, quizzes: 0 };
		passages.set(id, passage);
		return passage;
	};
	const learns = (unit: Unit, section: Id, probability: number) => {
		if (!knownIn(unit).has(section) && happens(probability)) known.get(unit.id)?.add(section);
	};
	const begins = ({ unit, attemptKind, form: { items } }: NoticeOf<'form'>) => {
		form = items;
		if (attemptKind !== 'quiz') return;
		passageOf(unit).quizzes += 1;
		sittings.push({ unit: unit.id, knowing: knowsAll(unit), qualified: false });
	};
	const meets = (unit: Unit, question: Question, isLater: boolean) => {
		const met = seen.get(unit.id);
		if (met === undefined) return;
		if (isLater) {
			later.asked += 1;
			const again = met.has(question);
			if (again) later.again += 1;
			if (again && met.leavesFresh(unit, question.section, form)) later.avoidable += 1;
		}
		met.add(question);
	};
	const isTired = ({ about }: Menu) =>
		(about.kind === 'unit' || about.kind === 'after-not-yet') && (passages.get(about.unit.id)?.quizzes ?? 0) >= patience;

	return {
		diary,
		tell(notice) {
			if (notice.kind === 'form') begins(notice);
			if (notice.kind === 'result') {
				const sitting = sittings.at(-1);
				if (sitting !== undefined) sitting.qualified = notice.judgement.qualifies;
			}
			if (notice.kind === 'mastered') passageOf(notice.unit).known = knownIn(notice.unit).size / notice.unit.sections.length;
		},
		choose: async (menu) => (isTired(menu) ? interrupt : menu.actions[0]),
		async ask({ where: { unit, kind, position }, again }) {
			const question = form[position - 1]?.question;
			if (question === undefined || again !== undefined) throw new Error(`no answer to question ${position} of ${unit.id}`);
			const passage = passageOf(unit);
			passage.answered += 1;
			if (kind === 'practice') passage.practised += 1;
			if (knowsAll(unit)) passage.answeredKnowing += 1;
			meets(unit, question, kind === 'quiz' && passage.quizzes > 1);
			const right = happens(knownIn(unit).has(question.section) ? 1 - tracing.slip : guessRate(question));
			meant = right ? 'right' : 'missed';
			return { kind: 'answer', answer: answerTo(question, meant) };
		},
		async feedback({ where: { unit, position }, verdict }) {
			if (verdict.kind !== meant) diary.misgraded += 1;
			if (verdict.kind !== 'right') learns(unit, form[position - 1]?.question.section ?? '', tracing.explained);
			return { kind: 'next' };
		},
		async read({ unit, section }) {
			learns(unit, section.id, tracing.read);
			return { kind: 'read' };
		},
	};
}

/** What one learner was shown of a unit, counted apart from the record. */
class SeenQuestions {
	readonly #values = new Map<Id, Variant['values'][]>();
	readonly #asShown = new Set<string>();

	has(question: Question): boolean {
		return this.#asShown.has(nameOf(question));
	}

	add(question: Question): void {
		this.#asShown.add(nameOf(question));
		const { id, variant } = question;
		this.#values.set(id, [...(this.#values.get(id) ?? []), ...(variant === undefined ? [] : [variant.values])]);
	}

	/** The section has a question that the form leaves out and that would be no repetition. A group counts as one. */
	leavesFresh({ questions }: Unit, section: Id, form: readonly FormItem[]): boolean {
		const taken = new Set(form.flatMap(({ question }) => namesOf(question)));
		const met = new Set(questions.filter(({ id }) => this.#values.has(id)).flatMap(namesOf));
		return questions.some((question) => {
			if (question.section !== section || namesOf(question).some((name) => taken.has(name))) return false;
			if (!namesOf(question).some((name) => met.has(name))) return true;
			return isTemplate(question) && hasUnseen(question, this.#values.get(question.id) ?? []);
		});
	}
}

/** With the values it is shown with. */
function nameOf({ id, variant }: Question): string {
	return variant === undefined ? id : `${id} ${JSON.stringify(Object.entries(variant.values).sort())}`;
}

/** Its own, and that of its group. */
function namesOf({ id, group }: Question): readonly string[] {
	return group === undefined ? [`question ${id}`] : [`question ${id}`, `group ${group}`];
}

function idOf({ id }: { readonly id: Id }): Id {
	return id;
}
