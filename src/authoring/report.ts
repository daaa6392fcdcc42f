// From a deck that was checked to the numbers its author wants to see before it is published.

import { itemsAt, textAt } from '../deck/yaml/source-node.ts';
import { formPlanOf } from '../engine/form-plan.ts';
import { freshRetriesOf } from '../engine/fresh-retries.ts';
import { guessRate, luckOf, typicalLuck } from '../engine/luck.ts';
import type { Rate } from '../engine/rated-forms.ts';
import type { AuthorReport, AuthorSection, AuthorUnit, Coverage, Luck, TestWise, TypeCount } from '../model/author-report.ts';
import type { Question, QuestionType, Unit } from '../model/deck.ts';
import { testWiseRate } from './cues/test-wise.ts';
import type { CheckedDeck, CheckedUnit } from './rule.ts';
import { enoughRetries } from './rules/retries/shared-retries.ts';

/** Exact, from the engine's own draw and judgement; a unit with faults is only counted. */
export function authorReportOf({ located, units }: CheckedDeck): AuthorReport {
	const listed = new Set(itemsAt(located.node, 'units').map(({ value }) => value)).size;
	return {
		deck: textAt(located.node, 'deck')?.value ?? '',
		title: textAt(located.node, 'title')?.value ?? '',
		units: units.map(unitReportOf),
		leftOut: Math.max(0, listed - units.length),
	};
}

function unitReportOf({ unit, english }: CheckedUnit): AuthorUnit {
	const { questions } = unit;
	const { pool, need } = formPlanOf(unit);
	const { unit: freshRetries } = freshRetriesOf(unit);
	return {
		unit: unit.id,
		title: unit.title,
		need,
		draw: unit.draw,
		questions: questions.length,
		pool,
		types: typesOf(questions),
		sections: sectionReportsOf(unit),
		freshRetries,
		scarce: freshRetries < enoughRetries,
		luck: luckOf(unit),
		feedback: feedbackOf(questions),
		hints: { count: questions.filter(({ hints }) => hints.length > 0).length, of: questions.length },
		testWise: testWiseOf(unit, english),
	};
}

function sectionReportsOf(unit: Unit): readonly AuthorSection[] {
	const plans = formPlanOf(unit).sections;
	const retries = freshRetriesOf(unit).sections;
	return unit.sections.flatMap(({ id, title, objective }, index) => {
		const plan = plans[index];
		if (plan === undefined) return [];
		const questions = unit.questions.filter(({ section }) => section === id);
		const { pool, asked, short } = plan;
		const freshRetries = retries[index];
		return [
			{
				section: id,
				title,
				objective,
				questions: questions.length,
				pool,
				types: typesOf(questions),
				asked,
				short,
				...(freshRetries === undefined ? {} : { freshRetries }),
				scarce: short || freshRetries === undefined || freshRetries < enoughRetries,
			},
		];
	});
}

/** The most frequent first; of equals, the one that comes first in the pool. */
function typesOf(questions: readonly Question[]): readonly TypeCount[] {
	const counts = new Map<QuestionType, number>();
	for (const { type } of questions) counts.set(type, (counts.get(type) ?? 0) + 1);
	return [...counts].map(([type, count]) => ({ type, questions: count })).toSorted((a, b) => b.questions - a.questions);
}

function feedbackOf(questions: readonly Question[]): Coverage {
	const distractors = questions.map(distractorsOf).filter((each) => each.length > 0);
	return { count: distractors.filter((each) => each.every(({ feedback }) => feedback !== undefined)).length, of: distractors.length };
}

function distractorsOf(question: Question): readonly { readonly feedback?: string }[] {
	if ('options' in question) return question.options.filter(({ right }) => !right);
	return question.type === 'match' ? question.distractors : [];
}

function testWiseOf(unit: Unit, english: boolean): TestWise {
	const rates = new Map(unit.questions.map((question) => [question, testWiseRate(question, english)]));
	const rate: Rate = (question) => rates.get(question) ?? 0;
	const [cues, blind] = [typicalLuck(unit, rate), typicalLuck(unit, guessRate)];
	return { share: cues.share, chance: blind.share, passes: luckIn(cues), chancePasses: luckIn(blind) };
}

function luckIn({ once, withinFive }: Luck): Luck {
	return { once, withinFive };
}
