import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { placeOf } from '../../../deck/yaml/source-node.ts';
import { acceptedText } from '../../../engine/grade-text.ts';
import { foldCase, normaliseText } from '../../../engine/normalise-text.ts';
import type { TextQuestion } from '../../../model/deck.ts';
import type { Place } from '../../../model/diagnostic.ts';
import { inUnit } from '../../example.ts';
import { gather } from '../../gather.ts';
import { placeOfOption } from '../../places.ts';
import { type CheckedQuestion, type Finding, nothing, type UnitRule } from '../../rule.ts';

/** Longer answers are whole phrases, in which a slip or two makes no other answer. */
const longestWord = 40;

/** The most slips that are ever forgiven. */
const mostTypos = 2;

/** So many pairs of answers of one unit are looked at, and so many of them closely: beyond any unit that was written by hand. */
const mostPairs = 200_000;
const mostCompared = 1_000;

const unit = (match: string) => `unit: temperature
title: Too hot, too cold
sections:
  - {id: cold, title: Too cold, objective: Say what is done about hypothermia, text: A body below 35 °C is hypothermic.}
  - {id: hot, title: Too hot, objective: Say what is done about hyperthermia, text: A body above 38 °C without fever is hyperthermic.}
questions:
  - id: below
    section: cold
    type: text
    stem: What is a body temperature below 35 °C called?
    answer: hypothermia
${match}    explanation: From the Greek for under.
  - id: above
    section: hot
    type: text
    stem: What is a high body temperature without fever called?
    answer: hyperthermia
    explanation: From the Greek for over.
`;

export const typosReachOtherAnswer: UnitRule = {
	scope: 'unit',
	code: 'typos-reach-other-answer',
	family: 'keys',
	severity: 'warning',
	summary: 'An answer to another question of the unit passes here as a typo',
	why: `\`typos\` forgives slips of the finger. Where one or two letters make another word that the unit teaches, the slip may be the very mistake
that the question asks about: \`afferent\` and \`efferent\`, \`nitrate\` and \`nitrite\`. Write \`typos: 0\` there, or ask with options.

Looked at are the typed answers and right options of the unit's other questions, up to 40 characters, unless they share a \`group\` or
one is the beginning of the other, as in \`commit\` and \`commits\`.`,
	good: [inUnit(unit('')), inUnit(unit('    match: {typos: 1}\n'))],
	bad: [
		{
			...inUnit(unit('    match: {typos: auto}\n')),
			says: `unit.yaml:12:20: warning: With these typos forgiven, \`hyperthermia\` counts as right too [typos-reach-other-answer]
  11 │     answer: hypothermia
  12 │     match: {typos: auto}
     │                    ^~~~
  13 │     explanation: From the Greek for under.
  unit.yaml:18:13: the answer to another question
  17 │     stem: What is a high body temperature without fever called?
  18 │     answer: hyperthermia
     │             ^~~~~~~~~~~~
  19 │     explanation: From the Greek for over.
  help: Forgive fewer, or ask with options.`,
		},
	],
	check: ({ questions }) => {
		const forgiving = questions.filter(({ question }) => question.type === 'text' && question.match.typos !== 0);
		if (forgiving.length === 0) return nothing;
		const answers = gather(questions.flatMap(answersOf), ({ form }) => (form.length <= longestWord ? [form.length] : []));
		let pairs = 0;
		let compared = 0;
		return forgiving.flatMap((checked) => {
			const { question } = checked;
			if (question.type !== 'text' || pairs > mostPairs || compared > mostCompared) return nothing;
			const own = question.keys.map(folded);
			// Where any word of their length passes, misgraded-key speaks.
			if (own.some((key) => key.length <= (question.match.typos === 'auto' ? 0 : question.match.typos))) return nothing;
			const lengths = new Set(
				own.flatMap((key) => Array.from({ length: 2 * mostTypos + 1 }, (_, index) => key.length + index - mostTypos)),
			);
			const other = [...lengths]
				.flatMap((length) => answers.get(length) ?? [])
				.find(
					(answer) =>
						++pairs <= mostPairs && isOther(answer, question, own) && ++compared <= mostCompared && passesAsTypo(answer.text, question),
				);
			return other === undefined ? nothing : [findingOf(checked, other)];
		});
	},
};

interface OtherAnswer {
	readonly of: CheckedQuestion['question'];
	readonly text: string;
	/** As answers are compared. */
	readonly form: string;
	readonly place: () => Place;
}

function answersOf({ question, ...checked }: CheckedQuestion): readonly OtherAnswer[] {
	const answer = (text: string, place: () => Place): OtherAnswer => ({ of: question, text, form: folded(text), place });
	if (question.type === 'text') return question.keys.map((key, index) => answer(key, () => placeOf(checked.located, 'answer', index)));
	if (question.type !== 'choice' && question.type !== 'multiple') return [];
	return question.options.flatMap(({ text, right }, index) =>
		right && text.length <= longestWord ? [answer(text, () => placeOfOption({ question, ...checked }, index))] : [],
	);
}

function isOther({ of, form }: OtherAnswer, question: TextQuestion, own: readonly string[]): boolean {
	if (of.id === question.id || (of.group !== undefined && of.group === question.group)) return false;
	return own.some((key) => hasNearlyTheLettersOf(key, form)) && !own.some((key) => key.startsWith(form) || form.startsWith(key));
}

/** A slip adds, takes or changes one letter, so that this is quickly told before the slips themselves are counted. */
function hasNearlyTheLettersOf(a: string, b: string): boolean {
	let rest = b;
	let missing = 0;
	for (const letter of a) {
		const at = rest.indexOf(letter);
		if (at !== -1) rest = rest.slice(0, at) + rest.slice(at + letter.length);
		else if (++missing > mostTypos) return false;
	}
	return rest.length <= mostTypos;
}

function passesAsTypo(text: string, { keys, match }: TextQuestion): boolean {
	const verdict = acceptedText(normaliseText(text), keys, match);
	return verdict?.kind === 'right' && verdict.accepted?.despite === 'typos';
}

function folded(text: string): string {
	return foldCase(normaliseText(text));
}

function findingOf({ located }: CheckedQuestion, { text, place }: OtherAnswer): Finding {
	return {
		place: placeOf(located, 'match', 'typos'),
		message: `With these typos forgiven, ${quoted(text)} counts as right too`,
		help: 'Forgive fewer, or ask with options.',
		related: { ...place(), message: 'the answer to another question' },
	};
}
