// Mastery: a small celebration, what opened, and what is worth a look even so.

import type { NoticeOf } from '../../session/ports.ts';
import { hanging, indent, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { resourceLines } from './prescription.ts';
import { isPersonalBest, judgedInAll, scoresBefore } from './result.ts';
import { addressOf, command, quoted } from './wording.ts';

type Mastered = NoticeOf<'mastered'>;

export function renderMastered(mastered: Mastered, style: Style, width: number): string {
	const { deck, opened, missed, enrichment } = mastered;
	return [
		...news(mastered, style, width),
		...titled(
			'Now open',
			opened.flatMap((each) => [
				...item(safeLine(each.title), style, width),
				...indent(wrap(style.accent(command('learn', addressOf(deck), each.id)), width - 2), 2),
			]),
			style,
			width,
		),
		...titled(
			'Missed even so, worth another look',
			missed.flatMap((each) => item(safeLine(each.title), style, width)),
			style,
			width,
		),
		...titled('To go further, if you like', resourceLines(enrichment, style, width), style, width),
	].join('\n');
}

function news({ deck, unit, standing, unitsMastered, retake }: Mastered, style: Style, width: number): string[] {
	const title = (line: string) => style.title(style.right(line));
	if (retake) {
		const better = betterBy(standing);
		return [
			...wrap(`${quoted(unit.title, style)} is still yours.`, width).map(title),
			...(better === '' ? [] : wrap(`And your best so far${better}.`, width)),
		];
	}
	const units = deck.units.length;
	const whole = `${unitsMastered === units ? 'the whole' : `${unitsMastered} of ${units} units`} of ${quoted(deck.title, style)}`;
	return [
		...(style.celebrate ? [...steps(style), ''] : []),
		...hanging(`${style.signs.star} `, `mastered: ${quoted(unit.title, style)}`, width).map(title),
		...wrap(howFar(standing), width),
		...wrap(`You have mastered ${whole}.`, width),
	];
}

/** Two steps, and a star above them. */
function steps({ signs, accent, right }: Style): string[] {
	const step = (cells: number) => signs.barFull.repeat(cells);
	return [right(`${' '.repeat(9)}${signs.star}`), accent(`${' '.repeat(6)}${step(6)}`), accent(`  ${step(10)}`)];
}

/** Beside oneself alone. */
function howFar(standing: Mastered['standing']): string {
	const { judged, earlier } = standing;
	const count = judgedInAll(standing);
	if (count === 1) return 'On the first attempt.';
	const notYets = (earlier?.notYets ?? 0) + judged.filter(({ judgement }) => !judgement.qualifies).length;
	if (notYets === 0) return `In ${count} attempts without a not-yet.`;
	const better = betterBy(standing);
	return `It took ${count} attempts, and it was worth staying${better === '' ? '' : `: your best so far${better}`}.`;
}

/** `, better than before by 2`, where the latest attempt is the best; empty where it is not. */
function betterBy(standing: Mastered['standing']): string {
	const latest = standing.judged.at(-1)?.judgement;
	if (latest === undefined || !isPersonalBest(standing)) return '';
	const before = scoresBefore(standing);
	if (before.some(({ asked }) => asked !== latest.asked)) return ', better than before';
	return `, better than before by ${latest.right - Math.max(...before.map(({ right }) => right))}`;
}

function item(text: string, style: Style, width: number): string[] {
	return hanging(`${style.signs.bullet} `, text, width);
}

function titled(title: string, lines: readonly string[], style: Style, width: number): readonly string[] {
	return lines.length === 0 ? [] : ['', ...wrap(title, width).map(style.dim), ...lines];
}
