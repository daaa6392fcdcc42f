// For GitHub Actions: a table for the summary of the run. No text of a deck may become more than text in it.

import type { CheckReport } from '../../model/check-report.ts';
import type { Severity } from '../../model/diagnostic.ts';
import { safeLine } from '../safe.ts';
import { rangesIn } from '../text-positions.ts';
import { counted } from '../views/wording.ts';
import { closingLine } from './github.ts';
import { repositoryPath } from './repository-path.ts';

/** Rows of the table, and characters of one text in it: together less than a summary can hold (1 MiB), were they all written as references. */
const mostRows = 100;
const longestText = 300;

/** Markdown for the file that `GITHUB_STEP_SUMMARY` names, to be appended; it ends with a line break. Errors come first. */
export function githubSummary(report: CheckReport): string {
	const { diagnostics, sources, silenced } = report;
	const rangeOf = rangesIn(sources);
	const sorted = (['error', 'warning', 'info'] satisfies Severity[]).flatMap((severity) =>
		diagnostics.filter((diagnostic) => diagnostic.severity === severity),
	);
	const rows = sorted.slice(0, mostRows).map(({ severity, place, message, help, code }) => {
		const start = rangeOf(place)?.start;
		const where = `${repositoryPath(place.file, report)}${start === undefined ? '' : `:${start.line}:${start.column}`}`;
		return `| ${severity} | ${codeCell(where)} | ${textCell(message)}${help === undefined ? '' : `<br>${textCell(help)}`} | ${codeCell(code)} |`;
	});
	const hidden = sorted.length - rows.length;
	return [
		`### ${closingLine(report)}`,
		...(rows.length === 0 ? [] : ['', '| | place | problem | rule |', '| --- | --- | --- | --- |', ...rows]),
		...(hidden === 0 ? [] : ['', `${counted(hidden, 'more problem')} in the log.`]),
		...(silenced === 0
			? []
			: ['', `${counted(silenced, 'problem')} silenced by comments in the ${report.decks.length === 1 ? 'deck' : 'decks'}.`]),
		'',
	].join('\n');
}

/** Code in backticks becomes code; everything else stands for itself. */
function textCell(text: string): string {
	return shortened(safeLine(text))
		.split(/(`[^`]+`)/u)
		.map((part) => (/^`[^`]+`$/u.test(part) ? codeCell(part.slice(1, -1)) : literal(part)))
		.join('');
}

function codeCell(text: string): string {
	return `<code>${literal(shortened(safeLine(text)))}</code>`;
}

function shortened(text: string): string {
	const characters = [...text.slice(0, 2 * longestText + 1)];
	return characters.length > longestText ? `${characters.slice(0, longestText - 1).join('')}…` : text;
}

/** Every sign that Markdown or HTML may take for its own, as a character reference: those mean nothing but the character. */
function literal(text: string): string {
	return text.replace(/[!#$&()*:<>@[\\\]^_`{|}~]|(?<=www)\./giu, (sign) => `&#${sign.charCodeAt(0)};`);
}
