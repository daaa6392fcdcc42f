// The pages of the rules, in Markdown: one for `gradus explain`, all of them for docs/rules.md. Made from the rules alone; no rule may enter here.

import { findCharacterFaults } from '../deck/yaml/characters.ts';
import type { BadExample, Example, ExampleFile } from './example.ts';
import { type Family, families, type Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { keepsLearnersOut } from './settings.ts';

/** Markdown of one rule, with a heading of the second level and a line break at its end: what it is, why it matters, examples, the exact output. */
export function pageOf(rule: Rule): string {
	return joined([
		`## \`${rule.code}\``,
		`${rule.summary}.`,
		`*${familyNames[rule.family]}*: ${standingOf(rule)}.`,
		rule.why.trim(),
		...rule.good.flatMap((example, index) => [index === 0 ? 'Good:' : 'Also good:', ...filesOf(example)]),
		...rule.bad.flatMap(badExample),
	]);
}

/** docs/rules.md, whole. */
export function rulesDocument(): string {
	return joined([introduction(), ...families.flatMap(tableOf), ...rules.map(pageOf)]);
}

const familyNames: { readonly [F in Family]: string } = {
	files: 'Files',
	yaml: 'YAML',
	shape: 'Shape',
	references: 'References',
	keys: 'Keys',
	variants: 'Variants',
	benchmark: 'Benchmark',
	retries: 'Retries',
	luck: 'Luck',
	teaching: 'Teaching',
	'item-writing': 'Item writing',
	changes: 'Changes',
	settings: 'Settings',
};

const aboutFamilies: { readonly [F in Family]: string } = {
	files: 'Is every file there, and is it text?',
	yaml: 'Is it YAML, and the part of YAML that decks may use?',
	shape: 'Does every part have the keys and values of the format?',
	references: 'Do ids name what is there, once, and in an order that can be learnt?',
	keys: 'Is every right answer right, and every wrong one wrong?',
	variants: 'Does a question that draws its values work with all of them?',
	benchmark: 'Can the benchmark be met, and is it the one that was meant?',
	retries: 'Is there a fresh quiz for whoever tries again?',
	luck: 'Can somebody pass who does not know it?',
	teaching: 'Is everything taught that is asked, and asked that is taught?',
	'item-writing': 'Does a question give its answer away, or ask for something else than knowledge?',
	changes: 'Does a new version keep what learners have done? Told with `--against` only.',
	settings: 'Are the settings and comments for `gradus check` itself in order?',
};

/** A comment in a file that is never read silences nothing. */
const aboutUnreadFiles: ReadonlySet<string> = new Set(['unlisted-file']);

/** How much the rule matters, what it looks at, and what an author can do about it. */
function standingOf(rule: Rule): string {
	if (keepsLearnersOut(rule)) return `${rule.severity}; learners are refused a deck with it; cannot be changed or silenced`;
	const silenceable = rule.scope !== 'settings' && !aboutUnreadFiles.has(rule.code);
	return `${rule.severity}; ${looksAt(rule)}; can be changed${silenceable ? ' and silenced' : ''}`;
}

function looksAt({ scope }: Rule): string {
	const seen: { readonly [S in Rule['scope']]: string } = {
		reading: 'told while files are read',
		settings: 'looks at settings and comments for `gradus check`',
		question: 'looks at each question without a fault',
		unit: 'looks at each unit without a fault',
		deck: 'looks at all units without a fault together',
		change: 'looks at two versions of a deck, with `--against`',
	};
	return seen[scope];
}

function badExample(example: BadExample): readonly string[] {
	return ['Bad:', ...filesOf(example), 'Told:', fenced('text', example.says)];
}

/** The files that are shown, with their names where there is more than one; the version before comes first. */
function filesOf({ files, shown, before }: Example): readonly string[] {
	const blocks = shown.flatMap((file) => {
		const content = files[file];
		if (content === undefined) return [];
		const block = fenced(/\.ya?ml$/u.test(file) ? 'yaml' : 'text', shownOf(content));
		return shown.length > 1 ? [`\`${file}\`:`, block] : [block];
	});
	return before === undefined ? blocks : ['Before:', ...filesOf(before), 'After:', ...blocks];
}

function shownOf(content: ExampleFile): string {
	return typeof content === 'string' ? content : content.shown;
}

/** The fence is longer than any run of backticks inside. */
function fenced(language: string, content: string): string {
	const longest = Math.max(2, ...[...content.matchAll(/`+/gu)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language}\n${visible(content.replace(/\n$/u, ''))}\n${fence}`;
}

/** No page holds a character that its reader cannot see. */
function visible(text: string): string {
	const faults = findCharacterFaults(text);
	const ends = [0, ...faults.map(({ span }) => span.end)];
	const between = [...faults.map(({ span }) => span.start), text.length].map((start, index) => text.slice(ends[index], start));
	return between.map((part, index) => part + named(text, faults[index]?.span)).join('');
}

function named(text: string, span: { readonly start: number; readonly end: number } | undefined): string {
	const units = span === undefined ? [] : text.slice(span.start, span.end).split('');
	return units.map((unit) => `<U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`).join('');
}

function tableOf(family: Family): readonly string[] {
	const own = rules.filter((rule) => rule.family === family);
	if (own.length === 0) return [];
	const rows = own.map(({ code, severity, summary }) => `| [\`${code}\`](#${code}) | ${severity} | ${summary.replaceAll('|', '\\|')} |`);
	return [
		`### ${familyNames[family]}`,
		aboutFamilies[family],
		['| rule | severity | what is wrong when it speaks |', '| --- | --- | --- |', ...rows].join('\n'),
	];
}

/** A problem as it is shown, of a rule that will not go away. */
function sampleProblem(): string {
	return rules.find(({ code }) => code === 'unknown-key')?.bad[0]?.says ?? '';
}

function introduction(): string {
	return joined([
		'# The rules of `gradus check`',
		`What \`gradus check\` looks for in a deck, rule by rule: ${rules.length} of them, each with examples and with exactly what is said of them.
\`gradus explain unknown-key\` prints the page of a rule in the terminal.`,
		'## How to read a problem',
		fenced('text', sampleProblem()),
		`- The place: file, line and column, both counted from 1. The mark below the line shows how far the place goes.
- How much it matters: \`error\`, \`warning\` or \`info\`.
- What was found, and what was expected or is missing.
- The rule, in brackets. Its code never changes its meaning.
- Where two places disagree, the second place follows.
- \`help\`, where there is something to add: what to do.`,
		'## Severities',
		`- **error**: the deck is wrong, or cannot do what it promises. Where a page says so, learners are refused the deck until it is mended.
- **warning**: learners can use the deck, and something about it is most likely not what you meant.
- **info**: worth a look.`,
		'## Changing a rule',
		'For a whole deck, in its `deck.yaml`, best with a reason:',
		fenced(
			'yaml',
			`check:
  section-without-questions: error
  longest-option:
    level: off
    reason: The options are definitions, and cannot be equally long.`,
		),
		'A level is `off`, `info`, `warning` or `error`. For one question or section, by a comment on the line above it; for one file, above its first key:',
		fenced(
			'yaml',
			`# gradus-ignore longest-option: the long option is a quotation
- id: what-is-a-commit
  section: commits`,
		),
		`The reason is required. A comment that silences nothing is told itself. For one run, and before anything that the deck says:`,
		fenced('sh', 'gradus check --rule longest-option=off --rule section-without-questions=error'),
		'A fault for which learners are refused a deck stays an error whatever is set, because learners would be refused it all the same.',
		'## Exit codes',
		`| code | meaning |
| --- | --- |
| 0 | no error, and not more warnings than \`--max-warnings\` allows |
| 1 | an error, or too many warnings |
| 2 | the command line was not understood, or names something that does not exist |
| 4 | a failure of the system, such as a file that could not be written |`,
		'## The rules',
	]);
}

function joined(parts: readonly string[]): string {
	return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}
