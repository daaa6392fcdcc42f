// The numbers of a deck for whoever writes it: what a form is made of, how often it can be fresh, how far luck carries. Chances are
// worked out elsewhere; here they are only worded.

import { type AuthorReport, type AuthorSection, type AuthorUnit, type Luck, percentOf, type TypeCount } from '../../model/author-report.ts';
import type { Need } from '../../model/decision.ts';
import { renderCodeSpans } from '../code.ts';
import { comfortable, hanging, indent, wrap } from '../layout.ts';
import { renderTable } from '../markdown-table.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { counted, dotted, heading, listed, ruleOf } from './wording.ts';

export function renderAuthorReport(report: AuthorReport, style: Style, columns: number): string {
	const width = comfortable(columns);
	const { title, units, leftOut } = report;
	return [
		...heading(title, style, width),
		...(leftOut === 0 ? [] : wrap(`${counted(leftOut, 'unit')} left out: there are mistakes to mend first.`, width).map(style.warning)),
		...units.flatMap((unit, index) => ['', ...unitLines(unit, index, style, width)]),
	].join('\n');
}

function unitLines(unit: AuthorUnit, index: number, style: Style, width: number): string[] {
	const { title, need, sections } = unit;
	const inner = width - 2;
	const lines = [
		...hanging('Needed: ', `${ruleOf(need)}.`, inner),
		...hanging('Questions: ', `${poolText(unit)}.`, inner),
		...hanging('Fresh retries: ', retriesText(unit, style), inner),
		...hanging('Feedback: ', feedbackText(unit), inner),
		'',
		style.title('Sections'),
		...sections.flatMap((section) => sectionLines(section, style, inner)),
		'',
		...wrap('Chance of mastery, with nothing learnt between tries', inner).map(style.title),
		...luckTable(unit, style, inner),
		'',
		...wrap('What questions give away, to somebody who knows nothing', inner).map(style.title),
		...cuesTable(unit, style, inner),
	];
	return [...hanging(`${index + 1}  `, safeLine(title), width).map(style.title), ...indent(lines, 2)];
}

function poolText({ questions, pool, types }: AuthorUnit): string {
	const together = pool === questions ? '' : `, ${pool} where a group counts as one`;
	return `${questions} (${typesText(types)})${together}`;
}

function typesText(types: readonly TypeCount[]): string {
	return listed(types.map(({ type, questions }) => `${questions} ${type}`));
}

function retriesText({ freshRetries, scarce, draw, need }: AuthorUnit, style: Style): string {
	const smaller = need.asked < draw ? ` A form should ask ${draw}, and there are only ${need.asked}.` : '';
	const text = freshRetries === 0 ? 'none: the second form repeats questions.' : `${freshRetries}.`;
	return scarce ? style.warning(`${text}${smaller}`) : text;
}

function feedbackText({ feedback, hints, questions }: AuthorUnit): string {
	const own = feedback.of === 0 ? '' : `${feedback.count} of ${feedback.of} questions with distractors have words of their own for each; `;
	return `every question has an explanation; ${own}${hints.count} of ${questions} have hints.`;
}

function sectionLines(
	{ title, objective, questions, pool, types, asked, short, scarce, freshRetries }: AuthorSection,
	style: Style,
	width: number,
): string[] {
	const inForm = asked.least === asked.most ? `${asked.most}` : `${asked.least} or ${asked.most}`;
	const counts = [
		`${counted(questions, 'question')} (${typesText(types)})`,
		pool === questions ? '' : `${pool} where a group counts as one`,
		`${inForm} in a form`,
		short ? 'fewer than its share' : '',
		freshRetries === undefined ? '' : freshRetries === 0 ? 'no fresh retry' : counted(freshRetries, 'fresh retry', 'fresh retries'),
	];
	const facts = questions === 0 ? ['no questions'] : counts;
	const paint = scarce ? style.warning : style.dim;
	return [
		...hanging(`${style.signs.bullet} `, safeLine(title), width),
		...indent(wrap(renderCodeSpans(objective, style), width - 2), 2).map(style.dim),
		...indent(dotted(facts, style, width - 2), 2).map(paint),
	];
}

/** The lucky guesser has the form where guessing pays most. */
function luckTable({ luck, need }: AuthorUnit, style: Style, width: number): string[] {
	const { blind, learners } = luck;
	const rows = [['lucky guesser', ...chances(blind)], ...learners.map((learner) => [`knowing ${learner.percent} %`, ...chances(learner)])];
	return renderTable({ header: ['Who', ...triesHeader(need)], rows, align: ['left', 'right', 'right'] }, width, style);
}

/** Over all forms that may come first. */
function cuesTable({ testWise, need }: AuthorUnit, style: Style, width: number): string[] {
	const rows = [
		['guessing', chanceText(testWise.chance), ...chances(testWise.chancePasses)],
		['playing cues', chanceText(testWise.share), ...chances(testWise.passes)],
	];
	return renderTable({ header: ['How', 'right', ...triesHeader(need)], rows, align: ['left', 'right', 'right', 'right'] }, width, style);
}

function chances({ once, withinFive }: Luck): readonly [string, string] {
	return [chanceText(once), chanceText(withinFive)];
}

/** The first chance to master the unit comes with as many tries as must qualify in a row. */
function triesHeader({ rule }: Need): readonly [string, string] {
	return [rule.passes === 1 ? 'one try' : `${rule.passes} tries`, 'within 5'];
}

/** `17 %`, `< 0.001 %`, `> 99.99 %` */
export function chanceText(chance: number): string {
	const { bound, value } = percentOf(chance);
	return `${bound === undefined ? '' : bound === 'under' ? '< ' : '> '}${value} %`;
}
