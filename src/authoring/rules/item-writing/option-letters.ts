import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import type { Option, Question } from '../../../model/deck.ts';
import { questionWords, shownText } from '../../cues/words.ts';
import { inPool } from '../../example.ts';
import { placeOfOption } from '../../places.ts';
import { nothing, type QuestionRule } from '../../rule.ts';

const question = (last: string) => `- id: tree-names
  section: trees
  stem: What does a tree name?
  answer: ${last}
  distractors: [Blobs alone, Trees alone, Commits alone]
  explanation: A tree is a folder, so it names files (blobs) and further folders (trees).
`;

export const optionLetters: QuestionRule = {
	scope: 'question',
	code: 'option-letters',
	family: 'item-writing',
	severity: 'warning',
	summary: 'An option that speaks of other options by letter or place, though they are shuffled',
	why: `Options have no letters of their own, and stand in another order in every attempt: "both A and B" then points at other options than its author
meant, or at itself.

Say what the option means in words, make the question a \`multiple\`, or keep the order with \`options\` instead of \`distractors\`.`,
	good: [inPool(question('Blobs and trees'))],
	bad: [
		{
			...inPool(question('Both A and B')),
			says: `questions.yaml:4:11: warning: Unexpected option \`Both A and B\`, expected none that speaks of others by letter or place, since options are shuffled [option-letters]
  3 │   stem: What does a tree name?
  4 │   answer: Both A and B
    │           ^~~~~~~~~~~~
  5 │   distractors: [Blobs alone, Trees alone, Commits alone]
  help: Say in words what it means.`,
		},
	],
	check: (checked) => {
		const { question: asked } = checked;
		if (!checked.english || !('options' in asked) || asked.fixed || !maySpeak.test(questionWords(asked).optionsText)) return nothing;
		const index = asked.options.findIndex((option) => namesOptions(option, asked));
		const option = asked.options[index];
		if (option === undefined) return nothing;
		return [
			{
				place: placeOfOption(checked, index),
				message: `Unexpected option ${quoted(option.text)}, expected none that speaks of others by letter or place, since options are shuffled`,
				help: 'Say in words what it means.',
			},
		];
	},
};

const maySpeak = /\b[a-h]\b|option|answer|choice|above/u;

const letter = '\\(?[A-H]\\)?';
const listOfLetters = `${letter}(?:(?:, ?(?:and |or )?| and | or | & | \\+ |/)${letter})+`;
const byLetter = new RegExp(
	`^(?:(?:both|either|neither|only|all of|just) )?(?:(?:options|answers|choices) )?(${listOfLetters})(?: only| alone)?(?: (?:are|is) (?:both )?(?:correct|right|true|wrong|false))?[.!]?$`,
	'iu',
);
const bySingleLetter = new RegExp(
	`^(?:(?:neither|not|only|just) )?(?:option|answer|choice) (${letter})(?: only| alone)?(?: (?:is|are) (?:correct|right|true|wrong|false))?[.!]?$`,
	'iu',
);
const ordinal = '(?:first|second|third|fourth|last|previous)';
const byPlace = new RegExp(
	`^(?:(?:both|only|neither) )?(?:of )?(?:the )?(?:${ordinal}(?:(?:,| and| or|, and) (?:the )?${ordinal})*|(?:first|last) (?:two|three|2|3))(?: of the)? (?:options?|answers?|choices?)(?: (?:are|is) (?:both )?(?:correct|right|true|wrong|false))?[.!]?$`,
	'iu',
);

function namesOptions({ text }: Option, question: Question): boolean {
	const shown = shownText(text).trim();
	if (byPlace.test(shown)) return true;
	const named = byLetter.exec(shown)?.[1] ?? bySingleLetter.exec(shown)?.[1];
	return named !== undefined && !/\b[a-h]\b/u.test(named) && !speaksOfLetters(named, question);
}

/** `A and C` are things of the stem, such as points of a figure, when the stem, the code or a whole option names them. */
function speaksOfLetters(named: string, question: Question): boolean {
	const given = [question.stem, question.code?.text ?? ''].join(' ');
	const options = 'options' in question ? question.options.map(({ text }) => shownText(text).trim()) : [];
	return [...named.matchAll(/\b[A-H]\b/gu)].some(
		([each]) => options.includes(each) || new RegExp(each === 'A' ? '\\bA\\b(?! [a-z])' : `\\b${each}\\b`, 'u').test(given),
	);
}
