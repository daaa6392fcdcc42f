import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { placeOf } from '../../../deck/yaml/source-node.ts';
import type { Question } from '../../../model/deck.ts';
import { everyWord, questionWords, subjectWords } from '../../cues/words.ts';
import { inPool } from '../../example.ts';
import { gather } from '../../gather.ts';
import { placeOfKey } from '../../places.ts';
import { type CheckedQuestion, nothing, type UnitRule } from '../../rule.ts';
import { type KeyPhrase, keyPhrasesOf, stemHolds } from './shared-given-away.ts';

const questions = (other: string) => `- id: staged-in
  section: commits
  type: text
  stem: Where does Git keep the content of the next commit?
  answer: index
  explanation: The index is also called the staging area.
- id: staged-by
  section: commits
  type: text
  stem: ${other}
  answer: git add
  explanation: It copies the file as it is at that moment.
`;

export const answerInOtherStem: UnitRule = {
	scope: 'unit',
	code: 'answer-in-other-stem',
	family: 'item-writing',
	severity: 'warning',
	summary: 'A stem that holds the answer to another question of the unit',
	why: `Both may stand in one form, and the one then answers the other. The rule looks for answers of four characters or more that are not numbers, as
whole words in a stem of the same unit that speaks of the same things: at least half of the subject words of the question stand in that stem too.

Word the other stem without the answer, or give the two the same \`group\`, so that no form asks both.`,
	good: [inPool(questions('Which command stages a file?'))],
	bad: [
		{
			...inPool(questions('The index keeps the content of the next commit. Which command puts a file there?')),
			says: `questions.yaml:5:11: warning: The right answer \`index\` stands in the stem of \`staged-by\`, which speaks of the same things [answer-in-other-stem]
  4 │   stem: Where does Git keep the content of the next commit?
  5 │   answer: index
    │           ^~~~~
  6 │   explanation: The index is also called the staging area.
  questions.yaml:10:9: the stem that holds it
   9 │   type: text
  10 │   stem: The index keeps the content of the next commit. Which command puts a file there?
     │         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  11 │   answer: git add
  help: Word that stem without it, or give the two questions the same \`group\`.`,
		},
	],
	check: ({ questions: pool, english }) => {
		if (!english) return nothing;
		const keys = pool.flatMap((asked) => keyPhrasesOf(asked.question).map((key) => ({ asked, key })));
		const tellers = firstTellers(pool, keys);
		const told = new Set<CheckedQuestion>();
		return keys.flatMap(({ asked, key }, index) => {
			const teller = tellers[index];
			if (teller === undefined || told.has(asked)) return [];
			told.add(asked);
			return [
				{
					place: placeOfKey(asked),
					message: `The right answer ${quoted(key.text)} stands in the stem of \`${teller.question.id}\`, which speaks of the same things`,
					help: 'Word that stem without it, or give the two questions the same `group`.',
					related: { ...placeOf(teller.located, 'stem'), message: 'the stem that holds it' },
				},
			];
		});
	},
};

interface Keyed {
	readonly asked: CheckedQuestion;
	readonly key: KeyPhrase;
}

/** Where the search for one key stands. */
interface Search {
	readonly index: number;
	readonly keyed: Keyed;
	/** The last question that was looked at: a stem may have a word twice. */
	looked?: CheckedQuestion;
}

/** For each key the first question whose stem gives it away. A stem is only searched for keys whose longest word it has. */
function firstTellers(pool: readonly CheckedQuestion[], keys: readonly Keyed[]): readonly (CheckedQuestion | undefined)[] {
	const searches = keys.map((keyed, index): Search => ({ index, keyed }));
	const byWord = gather(searches, ({ keyed }) => [longestWord(keyed.key.phrase)]);
	const tellers: (CheckedQuestion | undefined)[] = keys.map(() => undefined);
	for (const teller of pool) {
		for (const word of questionWords(teller.question).stem) {
			for (const search of byWord.get(word) ?? []) {
				if (tellers[search.index] !== undefined || search.looked === teller) continue;
				search.looked = teller;
				if (tells(teller, search.keyed)) tellers[search.index] = teller;
			}
		}
	}
	return tellers;
}

function longestWord(phrase: string): string {
	let longest = '';
	everyWord(phrase, (word) => {
		if (word.length > longest.length) longest = word;
		return true;
	});
	return longest;
}

function tells({ question: other }: CheckedQuestion, { asked: { question: asked }, key }: Keyed): boolean {
	if (other === asked || (asked.group !== undefined && other.group === asked.group) || !stemHolds(other, key, asked)) return false;
	const subject = rootsOf(asked);
	const told = rootsOf(other);
	const shared = [...subject].filter((root) => told.has(root)).length;
	return shared > 0 && 2 * shared >= subject.size;
}

function rootsOf(question: Question): ReadonlySet<string> {
	return new Set(subjectWords(questionWords(question).stem).map(({ root }) => root));
}
