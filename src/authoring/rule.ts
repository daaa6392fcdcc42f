// A rule: what it is called, how much it matters, its page for people, and what it looks at. One file each, in rules/.

import { type DiagnosticCode, type ProblemDetail, severities } from '../deck/diagnostics/diagnostic-codes.ts';
import type { FilePart } from '../deck/files/unit-file.ts';
import type { Located } from '../deck/yaml/source-node.ts';
import type { Deck, Question, Section, Unit } from '../model/deck.ts';
import type { Place, Severity } from '../model/diagnostic.ts';
import type { DeckDigest } from './digest.ts';
import type { BadExample, Example } from './example.ts';

/** In the order of the pages: what keeps learners out, then what a deck's numbers say, then how it teaches and asks. */
export const families = [
	'files',
	'yaml',
	'shape',
	'references',
	'keys',
	'variants',
	'benchmark',
	'retries',
	'luck',
	'teaching',
	'item-writing',
	'changes',
	'settings',
] as const;

export type Family = (typeof families)[number];

/** What a person reads of a rule: in docs/rules.md, and by `gradus explain`. */
export interface RulePage {
	/** One line, without a full stop: what is wrong when it speaks. */
	readonly summary: string;
	/** Markdown, one to three short paragraphs: why it matters and what to do; where it comes from, if from the literature. */
	readonly why: string;
	/** The rule is silent on each. */
	readonly good: readonly Example[];
	/** The rule says exactly what stands beside each. */
	readonly bad: readonly BadExample[];
}

interface RuleBase extends RulePage {
	/** Stable and hyphenated; never used again for another meaning. */
	readonly code: string;
	readonly family: Family;
	/** Unless a finding, the deck or the command line says otherwise. */
	readonly severity: Severity;
}

/** One problem, before it has its code and severity. `message` is one sentence without its full stop. */
export interface Finding extends ProblemDetail {
	readonly place: Place;
	readonly message: string;
	/**
	 * Rules of the same scope that tell the cause of this, by code. Where one of them speaks of the same unit or question, and is neither
	 * switched off nor milder than this, this is left out.
	 */
	readonly unless?: readonly string[];
}

/** A sound question, and where it stands. */
export interface CheckedQuestion extends FilePart {
	readonly question: Question;
	/** The deck is written in English: rules about words apply. */
	readonly english: boolean;
}

/** A sound unit: no part of it has a fault of structure or keys. */
export interface CheckedUnit {
	readonly unit: Unit;
	readonly located: Located;
	/** deck.yaml, which may hold the unit's defaults. */
	readonly deckFile: Located;
	readonly english: boolean;
	readonly sections: readonly { readonly section: Section; readonly located: Located }[];
	/** The pool, in the order of `unit.questions`. */
	readonly questions: readonly CheckedQuestion[];
}

/** All that is sound of a deck. */
export interface CheckedDeck {
	/** deck.yaml. */
	readonly located: Located;
	readonly english: boolean;
	readonly units: readonly CheckedUnit[];
}

/** Two versions of one deck, both sound. */
export interface DeckChange {
	readonly before: Deck;
	readonly after: Deck;
	readonly checked: CheckedDeck;
}

/** Told while the files are read, by the room `deck`; or about settings, by settings.ts and silencers.ts. Here stands the page. */
export interface ToldElsewhere extends RuleBase {
	readonly scope: 'reading' | 'settings';
}

export interface QuestionRule extends RuleBase {
	readonly scope: 'question';
	readonly check: (question: CheckedQuestion) => readonly Finding[];
}

export interface UnitRule extends RuleBase {
	readonly scope: 'unit';
	readonly check: (unit: CheckedUnit) => readonly Finding[];
}

/** Looks across units, at digests of them, so that units may be read in several threads. */
export interface DeckRule extends RuleBase {
	readonly scope: 'deck';
	readonly check: (deck: DeckDigest) => readonly Finding[];
}

/** Looks at two versions; only with `--against`. */
export interface ChangeRule extends RuleBase {
	readonly scope: 'change';
	readonly check: (change: DeckChange) => readonly Finding[];
}

export type Rule = ToldElsewhere | QuestionRule | UnitRule | DeckRule | ChangeRule;

/** The page of a problem that is found while files are read. Its severity stands with its code. */
export function readingRule({ code, ...rest }: RulePage & { readonly code: DiagnosticCode; readonly family: Family }): ToldElsewhere {
	return { scope: 'reading', code, severity: severities[code], ...rest };
}

/** For rules that mostly find nothing. */
export const nothing: readonly Finding[] = [];
