// What `gradus check` tells a person: each problem at its place, then what that comes to.

import type { CheckReport } from '../../model/check-report.ts';
import { comfortable, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { renderDiagnostics } from './diagnostics.ts';
import { commandLine, counted } from './wording.ts';

/** @param messages whether those that are wider than the terminal are broken between words; only where no program reads them. */
export function renderCheck(report: CheckReport, style: Style, columns: number, messages: 'whole' | 'fitted' = 'whole'): string {
	const { diagnostics, sources } = report;
	const width = comfortable(columns);
	if (diagnostics.length === 0) return wrap(`${checkedOf(report)}: no problems.${silencedOf(report)}`, width).join('\n');
	const [first] = diagnostics;
	return [
		renderDiagnostics(diagnostics, sources, style, columns, messages),
		...wrap(`${excessOf(report)}${silencedOf(report)}`.trim(), width).filter((line) => line !== ''),
		...commandLine('Why, and what to do:', `gradus explain ${safeLine(first?.code ?? '')}`, width, style),
	].join('\n');
}

/** `1 deck checked (5 units, 296 questions)` */
function checkedOf({ decks, files }: CheckReport): string {
	const sound = decks.flatMap(({ deck }) => deck ?? []);
	const sum = (key: 'units' | 'questions') => sound.reduce((total, deck) => total + deck[key], 0);
	if (sound.length === 0) return `${counted(files.length, 'file')} checked`;
	return `${counted(decks.length, 'deck')} checked (${counted(sum('units'), 'unit')}, ${counted(sum('questions'), 'question')})`;
}

function silencedOf({ silenced }: CheckReport): string {
	return silenced === 0 ? '' : ` ${counted(silenced, 'problem is', 'problems are')} silenced by comments.`;
}

function excessOf(report: CheckReport): string {
	if (report.maxWarnings === undefined || !report.tally.tooManyWarnings) return '';
	return ` At most ${counted(report.maxWarnings, 'warning is', 'warnings are')} allowed here.`;
}
