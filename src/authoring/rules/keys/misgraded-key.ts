import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { type Located, placeOf } from '../../../deck/yaml/source-node.ts';
import { grade } from '../../../engine/grade.ts';
import { matchPattern } from '../../../engine/match-pattern.ts';
import { foldCase, normaliseText } from '../../../engine/normalise-text.ts';
import type { AskAgain } from '../../../model/attempt.ts';
import type { ClozeQuestion, NumberQuestion, TextQuestion } from '../../../model/deck.ts';
import type { Place } from '../../../model/diagnostic.ts';
import { inPool } from '../../example.ts';
import { type CheckedQuestion, type Finding, nothing, type QuestionRule } from '../../rule.ts';

/** So many answers of one question are tried. */
const mostTried = 100;

/** Longest nonsense that is tried, in characters. */
const longestNonsense = 20;

const sum = (type: string) => `- id: sum
  section: commits
  type: ${type}
  stem: What does JavaScript print for 0.1 + 0.2?
  answer: 0.30000000000000004
  explanation: Neither number has an exact form in base two, and the small errors add up.
`;

const share = (unit: string) => `- id: score
  section: commits
  type: number
  stem: How many points are there to win?
  answer: 12
  unit: ${unit}
  explanation: Three for each of four games.
`;

const lists = (typos: string) => `- id: lists
  section: commits
  type: text
  stem: Which command lists the files of a folder?
  answer: ls
  match: {typos: ${typos}}
  explanation: The name is short for list.
`;

const path = (pattern: string) => `- id: all
  section: commits
  type: text
  stem: What does one write after git add to take all files of the folder?
  answer: "."
  pattern: '${pattern}'
  explanation: The dot stands for the folder one is in.
`;

export const misgradedKey: QuestionRule = {
	scope: 'question',
	code: 'misgraded-key',
	family: 'keys',
	severity: 'error',
	summary: 'A right answer would be graded as wrong, or a wrong one as right',
	why: `Typed answers are graded before a learner types any: those of the question itself, and of each blank, must count as right. Nonsense must not, that is,
letters, digits and signs that are not in any of its answers; and a number without a tolerance must refuse the same number with another
last digit. Options need no such trial: the right ones are marked as such.

Four things go wrong in practice. Numbers are compared to about 15 digits, so a longer one takes its neighbours too: ask for it with
\`type: text\`. A \`unit\` that begins like a number is taken for part of it. \`typos: 2\` forgives a word of two letters everything: \`auto\` forgives
nothing up to four letters. And a pattern such as \`.*\` accepts whatever is typed.`,
	good: [inPool(sum('text')), inPool(share('points')), inPool(lists('auto')), inPool(path(String.raw`\.|-A|--all`))],
	bad: [
		{
			...inPool(sum('number')),
			says: `questions.yaml:5:11: error: \`0.30000000000000005\`, which is no answer, would count as right [misgraded-key]
  4 │   stem: What does JavaScript print for 0.1 + 0.2?
  5 │   answer: 0.30000000000000004
    │           ^~~~~~~~~~~~~~~~~~~
  6 │   explanation: Neither number has an exact form in base two, and the small errors add up.
  help: Write \`type: text\`, or a \`tolerance\`: numbers are compared to about 15 digits.`,
		},
		{
			...inPool(share('1')),
			says: `questions.yaml:6:9: error: With the unit \`1\`, the answer \`12\` is not read as itself [misgraded-key]
  5 │   answer: 12
  6 │   unit: 1
    │         ^
  7 │   explanation: Three for each of four games.
  help: Write another unit, or none: the digits of this one are mixed up with those of the number.`,
		},
		{
			...inPool(lists('2')),
			says: `questions.yaml:6:18: error: Nonsense such as \`zz\` or \`77\` would count as right [misgraded-key]
  5 │   answer: ls
  6 │   match: {typos: 2}
    │                  ^
  7 │   explanation: The name is short for list.
  help: Write \`typos: auto\`, which forgives nothing up to four letters.`,
		},
		{
			...inPool(path('.|-A|--all')),
			says: `questions.yaml:6:12: error: Nonsense such as \`z\` or \`7\` would count as right [misgraded-key]
  5 │   answer: "."
  6 │   pattern: '.|-A|--all'
    │            ^~~~~~~~~~~~
  7 │   explanation: The dot stands for the folder one is in.
  help: Narrow the pattern.`,
		},
	],
	check: (checked) => {
		const { question } = checked;
		switch (question.type) {
			case 'choice':
			case 'multiple':
			case 'true-false':
			case 'order':
			case 'match':
				// Options, items and pairs that pass the reading cannot be misgraded, whatever they are; a test holds that.
				return nothing;
			case 'text':
				return ofText(checked, question);
			case 'number':
				return ofNumber(checked, question);
			case 'cloze':
				return ofCloze(checked, question);
		}
	},
};

/** An answer, and what it should count as. */
interface Trial {
	readonly typed: string;
	readonly right: boolean;
}

/** What is to be told of one answer: almost always nothing. To be asked again is well for a wrong answer, not for a right one. */
function tried(
	question: TextQuestion | NumberQuestion,
	{ typed, right }: Trial,
	placeOfFault: () => Place,
	help?: string,
): readonly Finding[] {
	const grading = grade(question, { type: question.type, typed }, matchPattern);
	if (!grading.gradable)
		return right
			? [{ place: placeOfFault(), message: `${quoted(typed)}, which is an answer, ${wordingOf(grading.again)}`, help }]
			: nothing;
	if ((grading.verdict.kind === 'right') === right) return nothing;
	const message = right
		? `${quoted(typed)}, which is an answer, would count as wrong`
		: `${quoted(typed)}, which is no answer, would count as right`;
	return [{ place: placeOfFault(), message, help }];
}

function wordingOf(again: AskAgain): string {
	switch (again.kind) {
		case 'empty':
			return 'would count as nothing typed';
		case 'too-long':
			return `is longer than the ${again.limit.toLocaleString('en')} characters that are read`;
		case 'not-a-number':
		case 'ambiguous-number':
		case 'other-unit':
			return 'would not be read as a number';
	}
}

function ofText(checked: CheckedQuestion, question: TextQuestion): readonly Finding[] {
	const few = question.keys.length <= mostTried ? question : { ...question, keys: question.keys.slice(0, mostTried) };
	const unlike = few.keys.flatMap((typed, index) => {
		return tried(few, { typed, right: true }, () => placeOf(checked.located, 'answer', index), 'Write an answer that can be typed.');
	});
	return [...unlike, ...ofNonsense(checked.located, few)];
}

/** Each accepted text in its blank, while the other blanks hold their first. */
function ofCloze({ located }: CheckedQuestion, question: ClozeQuestion): readonly Finding[] {
	const firsts = question.blanks.map(({ id, keys }) => ({ blank: id, typed: keys[0] ?? '' }));
	return question.blanks.flatMap(({ id, keys }) => {
		const asWords: TextQuestion = { ...question, type: 'text', keys: keys.slice(0, mostTried) };
		const unlike = asWords.keys.flatMap((typed, index): readonly Finding[] => {
			const filled = firsts.map((first) => (first.blank === id ? { blank: id, typed } : first));
			const grading = grade(question, { type: 'cloze', filled });
			if (grading.gradable && grading.verdict.kind === 'right') return nothing;
			// What is wrong with another blank is told there.
			const alone = tried(
				asWords,
				{ typed, right: true },
				() => placeOf(located, 'blanks', id, index),
				'Write an answer that can be typed.',
			);
			return alone;
		});
		return [...unlike, ...ofNonsense(located, asWords)];
	});
}

/** As long as the shortest key and without a character of any: once in letters, once in digits, once in signs. All three right: so is anything. */
function ofNonsense(located: Located, question: TextQuestion): readonly Finding[] {
	if (question.pattern === undefined && question.match.typos === 0) return nothing;
	const keys = question.keys.map((key) => foldCase(normaliseText(key)));
	const length = Math.min(longestNonsense, ...keys.map((key) => [...key].length));
	const used = new Set(keys.join(''));
	const nonsense = ['zqxjkvwybpg', '7395846120', '~^|;%#!'].map((signs) =>
		([...signs].find((sign) => !used.has(sign)) ?? '').repeat(length),
	);
	const isTaken = (asked: TextQuestion, typed: string) => {
		const grading = grade(asked, { type: 'text', typed }, matchPattern);
		return grading.gradable && grading.verdict.kind === 'right';
	};
	if (!nonsense.every((typed) => isTaken(question, typed))) return nothing;
	const [letters = '', digits = ''] = nonsense;
	const byPattern = isTaken({ ...question, match: { ...question.match, typos: 0 } }, letters);
	return [
		{
			place: byPattern ? placeOf(located, 'pattern') : placeOf(located, 'match', 'typos'),
			message: `Nonsense such as ${quoted(letters)} or ${quoted(digits)} would count as right`,
			help: byPattern ? 'Narrow the pattern.' : 'Write `typos: auto`, which forgives nothing up to four letters.',
		},
	];
}

/** As it is written, and as it is shown with its unit; and not the same with another last digit. */
function ofNumber({ located }: CheckedQuestion, question: NumberQuestion): readonly Finding[] {
	const { key, unit } = question;
	const place = () => placeOf(located, 'answer');
	if (unit !== undefined && [key, `${key} ${unit}`].some((typed) => tried(question, { typed, right: true }, place).length > 0)) {
		return [
			{
				place: placeOf(located, 'unit'),
				message: `With the unit ${quoted(unit)}, the answer ${quoted(key)} is not read as itself`,
				help: 'Write another unit, or none: the digits of this one are mixed up with those of the number.',
			},
		];
	}
	const neighbour = key.replace(/\d(?=\D*$)/u, (digit) => (digit === '9' ? '8' : String(Number(digit) + 1)));
	const help = 'Write `type: text`, or a `tolerance`: numbers are compared to about 15 digits.';
	return [
		...tried(question, { typed: key, right: true }, place),
		...(isExact(question) && neighbour !== key ? tried(question, { typed: neighbour, right: false }, place, help) : nothing),
	];
}

function isExact({ accept }: NumberQuestion): boolean {
	return (
		accept.kind === 'exact' ||
		(accept.kind === 'absolute' && accept.tolerance === 0) ||
		(accept.kind === 'relative' && accept.fraction === 0)
	);
}
