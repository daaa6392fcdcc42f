// Reports for the output formats: a plain one, one from a deck that means harm, and one of nothing.

import { tallyOf } from '../../src/cli/checking/tally.ts';
import type { CheckReport, RuleSummary } from '../../src/model/check-report.ts';
import type { Diagnostic, Place } from '../../src/model/diagnostic.ts';

export const rules: readonly RuleSummary[] = [
	{
		code: 'unknown-key',
		severity: 'error',
		family: 'shape',
		summary: 'A key that the format does not know',
		why: 'Nothing reads such a key.\n\nMost often it is a `misspelt` one.',
	},
	{ code: 'duplicate-id', severity: 'error', family: 'references', summary: 'An id that is used twice', why: 'History hangs on ids.' },
	{
		code: 'longest-option',
		severity: 'warning',
		family: 'item-writing',
		summary: 'The right option is the longest',
		why: 'Guessers know.',
	},
	{ code: 'absolute-terms', severity: 'info', family: 'item-writing', summary: 'Absolute words', why: 'Guessers know.' },
];

const unit = `unit: snapshots
titel: Commits are snapshots
questions:
  - id: one
    stem: "漢字 😀: what is it?"
  - id: one
    explanation: |
      Never
      ever.
`;

/** A span over a part of a text. */
function at(file: string, text: string, part: string, from = 0): Place {
	const start = text.indexOf(part, from);
	return { file, span: { start, end: start + part.length } };
}

const diagnostics: readonly Diagnostic[] = [
	{ code: 'missing-file', severity: 'error', message: 'There is no file `02.yaml`', place: { file: 'decks/git/02.yaml' } },
	{
		code: 'unknown-key',
		severity: 'error',
		message: 'Unexpected key `titel`, expected a key such as `title`',
		place: at('decks/git/01.yaml', unit, 'titel'),
		help: 'Did you mean `title`?',
	},
	{
		code: 'longest-option',
		severity: 'warning',
		message: 'The right option is 69 characters long, the next 28',
		place: at('decks/git/01.yaml', unit, 'what is it?'),
		help: 'Shorten it: 100% of guessers look for it.',
	},
	{
		code: 'duplicate-id',
		severity: 'error',
		message: 'Unexpected id `one`, which another question has',
		place: at('decks/git/01.yaml', unit, 'one', unit.lastIndexOf('- id')),
		related: { ...at('decks/git/01.yaml', unit, 'one'), message: 'first used here' },
	},
	{
		code: 'absolute-terms',
		severity: 'info',
		message: 'Only distractors say `never`',
		place: at('decks/git/01.yaml', unit, '|\n      Never\n      ever.\n'),
	},
];

export const plain: CheckReport = {
	version: '1.2.3',
	decks: [{ folder: 'decks/git' }, { folder: 'decks/maths', deck: { id: 'maths', title: 'Maths', units: 1, questions: 30 } }],
	files: ['decks/git/deck.yaml', 'decks/git/01.yaml', 'decks/maths/deck.yaml'],
	diagnostics,
	sources: new Map([['decks/git/01.yaml', unit]]),
	silenced: 1,
	maxWarnings: 0,
	tally: tallyOf({ diagnostics, maxWarnings: 0 }),
};

export const nothing: CheckReport = {
	version: '1.2.3',
	decks: [],
	files: [],
	diagnostics: [],
	sources: new Map(),
	silenced: 0,
	tally: tallyOf({ diagnostics: [] }),
};

/** Escape sequences, overrides, separators, lone surrogates, and what the formats themselves would obey. */
export const venom = [
	'\x1b]52;c;Zm9v\x07\x1b[2J\x9b31m\x7f\x00\ud800\u{e0041}\u202eevil\u2069\u2028',
	'\r\n::stop-commands::x\n::add-mask::y',
	' ##[add-mask]z %0A::error::q',
	'</failure>]]>&lt;"\'\ufffe\uffff',
	'| `a` <img src=x onerror=y> [x](https://example.org) ![x](y) www.example.org https://example.org **b** # @u $x$',
].join('');

function poisoned(place: Place, file: string): Place {
	return { ...place, file };
}

const hostilePath = `::error file=x::${venom}/%2e%2e/a b#?.yaml`;

export const hostile: CheckReport = {
	...plain,
	decks: [{ folder: venom, deck: { id: 'git', title: venom, units: 1, questions: 2 } }],
	files: [hostilePath],
	diagnostics: diagnostics.map((diagnostic) => ({
		...diagnostic,
		message: `::error::${venom}`,
		place: poisoned(diagnostic.place, hostilePath),
		help: `::warning::${venom}`,
		...(diagnostic.related === undefined ? {} : { related: { ...poisoned(diagnostic.related, hostilePath), message: venom } }),
	})),
	sources: new Map([[hostilePath, unit.replace('what is it?', venom)]]),
};
