// What would make luck small enough, with the very numbers it would give.

import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { formPlanOf } from '../../../engine/form-plan.ts';
import { questionsForRetries } from '../../../engine/fresh-retries.ts';
import { guessRate } from '../../../engine/luck.ts';
import { exceeds } from '../../../engine/odds.ts';
import type { Luck } from '../../../model/author-report.ts';
import type { Id, Question, Unit } from '../../../model/deck.ts';
import { luckText } from '../../chance-text.ts';
import { enoughRetries } from '../retries/shared-retries.ts';
import { benchmarkFor, percentText } from '../shared-wording.ts';

/** Passes and draws that an author might still take up. */
const mostPasses = 3;
const longestForm = (draw: number) => Math.min(50, Math.max(10, 2 * draw));

/**
 * The fewest passes in a row and the smallest larger draw that bring the chance of the first possible mastery down to `limit`; where
 * neither does, the smallest benchmark that does, in whole percent. One imperative line.
 *
 * @param luckOf exact, for the unit as it would be.
 */
export function remedies(unit: Unit, limit: number, luckOf: (unit: Unit) => Luck): string {
	const enough = (other: Unit) => !exceeds(luckOf(other).once, limit);
	const told = (other: Unit) => `(${luckText(luckOf(other), other.rule.passes)})`;
	const stricter = range(unit.rule.passes + 1, mostPasses)
		.map((passes) => ({ ...unit, rule: { ...unit.rule, passes } }))
		.find(enough);
	const longerDraw = range(unit.draw + 1, longestForm(unit.draw)).find((draw) => {
		const other = enlarged(unit, draw);
		return formPlanOf(other).asked === draw && enough(other);
	});
	const longer = longerDraw === undefined ? undefined : enlarged(unit, longerDraw);
	const ways = [
		...(stricter === undefined ? [] : [`\`passes: ${stricter.rule.passes}\` ${told(stricter)}`]),
		...(longer === undefined ? [] : [`\`draw: ${longer.draw}\` ${told(longer)}${questionsFor(unit, longer)}`]),
	];
	if (ways.length > 0) return `Set ${ways.join(', or ')}.`;
	const { need, asked } = formPlanOf(unit);
	const higher = range(need.right + 1, asked)
		.map((right) => ({ ...unit, rule: { ...unit.rule, benchmark: benchmarkFor(right, asked) } }))
		.find(enough);
	return higher === undefined
		? 'Draw more questions, and write them with more options or with typed answers.'
		: `Set \`benchmark: ${percentText(higher.rule.benchmark)}\` ${told(higher)}.`;
}

/** What the pool lacks for two fresh retries with a larger draw. */
function questionsFor(unit: Unit, longer: Unit): string {
	const missing = questionsForRetries({ ...unit, draw: longer.draw }, enoughRetries);
	return missing === 0 ? '' : `, which takes ${counted(missing, 'more question')} for two fresh retries`;
}

/** The unit with a larger draw, and with questions enough for it in every section: those that are missing are as lucky as the luckiest there is. */
function enlarged(unit: Unit, draw: number): Unit {
	const larger = { ...unit, draw };
	const plan = formPlanOf(larger);
	if (plan.asked === draw && plan.sections.every(({ short }) => !short)) return larger;
	const luckiest = unit.questions.toSorted((a, b) => guessRate(b) - guessRate(a));
	const more = (section: Id, count: number): readonly Question[] => {
		const like = luckiest.find((question) => question.section === section) ?? luckiest[0];
		if (like === undefined) return [];
		const { group: _, ...alone } = like;
		return range(1, count).map((index) => ({ ...alone, section, id: `${section}-added-${index}` }));
	};
	const plenty = formPlanOf({ ...larger, questions: [...unit.questions, ...unit.sections.flatMap(({ id }) => more(id, draw))] });
	const missing = plenty.sections.flatMap(({ section, due }, index) => more(section, due.most - (plan.sections[index]?.pool ?? 0)));
	return { ...larger, questions: [...unit.questions, ...missing] };
}

function range(from: number, to: number): readonly number[] {
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
