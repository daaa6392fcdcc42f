import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { entryOf, keyPlaceOf, placeOf, type Step, textAt } from '../../../deck/yaml/source-node.ts';
import type { Place } from '../../../model/diagnostic.ts';
import { ownWords } from '../../cues/words.ts';
import { inUnit } from '../../example.ts';
import { placeOfOption } from '../../places.ts';
import { type CheckedQuestion, type CheckedUnit, type Finding, nothing, type UnitRule } from '../../rule.ts';

const unit = (last: string) => `unit: snapshots
title: Commits are snapshots
benchmark: 90%
sections:
  - id: commits
    title: What a commit stores
    objective: Say what a commit holds
    text: |
      A commit names one tree. ${last}
questions:
  - {id: names, section: commits, type: text, stem: What does a commit name?, answer: tree, explanation: The tree of the whole project.}
`;

export const hardCodedThreshold: UnitRule = {
	scope: 'unit',
	code: 'hard-coded-threshold',
	family: 'item-writing',
	severity: 'warning',
	summary: "A text that states the unit's own rule in numbers",
	why: `Gradus states the rule in force before every attempt, from \`benchmark\`, \`draw\` and \`passes\`. The same numbers in a text are right only until somebody changes
one of these, and then they contradict what learners see.

Leave the numbers out, or say "the benchmark". The rule speaks of sentences with a share ("9 of 10", "90 %") that tell what *this* quiz or unit needs; benchmarks as a
subject, in examples, code and quotations, are no matter.`,
	good: [inUnit(unit('The quiz asks what it names.'))],
	bad: [
		{
			...inUnit(unit('You need 9 of 10 to pass this quiz.')),
			says: `unit.yaml:8:5: warning: Unexpected rule in numbers, \`You need 9 of 10 to pass this quiz.\`, expected words that stay true when \`benchmark\` or \`draw\` changes [hard-coded-threshold]
  7 │     objective: Say what a commit holds
  8 │     text: |
    │     ^~~~
  9 │       A commit names one tree. You need 9 of 10 to pass this quiz.
  help: Leave the numbers out: learners see the rule in force before every attempt.`,
		},
	],
	check: (unit) => {
		if (!unit.english) return nothing;
		return [...told(textsOfUnit(unit)), ...unit.questions.flatMap(ofQuestion)];
	},
};

/** What learners read, and where it stands. */
interface Prose {
	readonly text: string | undefined;
	readonly place: () => Place;
}

/** With the deck's summary, which speaks of each of its units; it is told once. */
function textsOfUnit({ unit, located, deckFile, sections }: CheckedUnit): readonly Prose[] {
	const linked = (key: 'resources' | 'enrichment') =>
		unit[key].map(({ text }, index) => ({ text, place: () => placeOf(located, key, index, 'text') }));
	return [
		{ text: textAt(deckFile.node, 'summary')?.value, place: () => placeOf(deckFile, 'summary') },
		{ text: unit.title, place: () => placeOf(located, 'title') },
		...sections.flatMap(({ section, located: at }) => [
			{ text: section.title, place: () => placeOf(at, 'title') },
			{ text: section.objective, place: () => placeOf(at, 'objective') },
			{ text: section.text, place: () => (entryOf(at.node, 'text') === undefined ? placeOf(at, 'file') : keyPlaceOf(at, 'text')) },
		]),
		...linked('resources'),
		...linked('enrichment'),
	];
}

function ofQuestion(checked: CheckedQuestion): readonly Finding[] {
	const { stem, explanation, hints } = checked.question;
	const options = 'options' in checked.question ? checked.question.options : [];
	const worthwhile =
		mayState(stem) ||
		mayState(explanation) ||
		hints.some(mayState) ||
		options.some(({ feedback }) => feedback !== undefined && mayState(feedback));
	return worthwhile ? told(textsOf(checked)) : nothing;
}

function textsOf(checked: CheckedQuestion): readonly Prose[] {
	const { question, located } = checked;
	const at = (...path: readonly Step[]) => ({ place: () => placeOf(located, ...path) });
	return [
		{ text: question.stem, ...at('stem') },
		{ text: question.explanation, ...at('explanation') },
		...('options' in question
			? question.options.map(({ feedback }, index) => ({ text: feedback, place: () => placeOfOption(checked, index) }))
			: []),
		...question.hints.map((text, index) => ({ text, ...at('hints', index) })),
	];
}

function told(texts: readonly Prose[]): readonly Finding[] {
	return texts.flatMap(({ text, place }) => {
		const sentence = text === undefined ? undefined : ownRuleIn(text);
		if (sentence === undefined) return [];
		return [
			{
				place: place(),
				message: `Unexpected rule in numbers, ${quoted(sentence)}, expected words that stay true when \`benchmark\` or \`draw\` changes`,
				help: 'Leave the numbers out: learners see the rule in force before every attempt.',
			},
		];
	});
}

const count = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty)';
const threshold = new RegExp(
	`\\b(?:${count} (?:right |correct )?(?:out )?of (?:the )?${count}|\\d+ ?/ ?\\d+|\\d+(?:\\.\\d+)? ?(?:%|percent\\b))`,
	'iu',
);
/** It speaks of itself. */
const here = /\bthis (?:quiz|unit|deck)\b|\b(?:the|every|each) quiz(?:zes)? (?:below|here|of this|at the end|that follows)\b/iu;
/** The quiz requires 9 of 10 before ... */
const ofQuiz =
	/\b(?:the|every|each) quiz(?:zes)? (?:needs?|requires?|asks? for|wants?)\b.*\b(?:before|to (?:pass|master|unlock|open|go on|move on|continue|proceed))\b/iu;
const demand =
	/\b(?:need(?:s|ed)?|must|have to|has to|required?|requires|asks? for|to (?:pass|master|unlock|go on|move on)|at least|benchmark|threshold|pass mark)\b/iu;
/** It speaks to the learner of what comes next, in so many words. */
const toLearner =
	/\byou(?:'ll| will)? (?:need|must|have to)\b.*\b(?:to pass|to master|to go on|to move on|to continue|to proceed|to unlock|to open|to complete|before)\b|\b(?:to pass|to master|to go on|to move on|to continue|to proceed|to unlock)\b.*\byou(?:'ll| will)? (?:need|must|have to)\b/iu;

/** Most texts need not be looked at closely: no number, or nobody is spoken to. */
function mayState(text: string): boolean {
	return anyNumber.test(text) && (text.includes('his ') || text.includes('uiz') || /\b[Yy]ou\b/u.test(text));
}

const anyNumber = /\d| of (?:the )?(?:ten|twelve|fifteen|twenty)\b/u;

/** In characters. */
const longestSentence = 500;

/** The first sentence that says in numbers what this unit asks for. */
export function ownRuleIn(text: string): string | undefined {
	if (!mayState(text)) return undefined;
	return ownWords(text)
		.split(/(?<=[.?!:;])\s+|\n\s*\n/u)
		.map((sentence) => sentence.replace(/\s+/gu, ' ').trim())
		.filter(({ length }) => length <= longestSentence)
		.find(
			(sentence) =>
				threshold.test(sentence) && (toLearner.test(sentence) || ofQuiz.test(sentence) || (here.test(sentence) && demand.test(sentence))),
		);
}
