import { quoted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { placeOf } from '../../../deck/yaml/source-node.ts';
import type { Question } from '../../../model/deck.ts';
import { holdsPhrase, questionWords, shownText, stemOf, subjectWords, wordsOf } from '../../cues/words.ts';
import { inPool } from '../../example.ts';
import { gather } from '../../gather.ts';
import { placeOfKey } from '../../places.ts';
import type { CheckedQuestion, UnitRule } from '../../rule.ts';
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
whole words in the other stems of the unit. A single word says little by itself: it counts where the two stems have a subject word in common or where it is
a name, and not where three stems or more have it, since it is then the vocabulary of the unit. It needs no English.

Word the other stem without the answer, or give the two the same \`group\`, so that no form asks both.`,
	good: [inPool(questions('Which command stages a file?'))],
	bad: [
		{
			...inPool(questions('The index keeps the content of the next commit. Which command puts a file there?')),
			says: `questions.yaml:5:11: warning: The right answer \`index\` stands in the stem of \`staged-by\` [answer-in-other-stem]
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
		const told = new Set<CheckedQuestion>();
		return searchesIn(pool, english).flatMap(({ asked, key, teller }) => {
			if (teller === undefined || told.has(asked)) return [];
			told.add(asked);
			return [
				{
					place: placeOfKey(asked),
					message: `The right answer ${quoted(key.text)} stands in the stem of \`${teller.question.id}\``,
					help: 'Word that stem without it, or give the two questions the same `group`.',
					related: { ...placeOf(teller.located, 'stem'), message: 'the stem that holds it' },
				},
			];
		});
	},
};

/** Where the search for one key stands. */
interface Search {
	readonly asked: CheckedQuestion;
	readonly key: KeyPhrase;
	/** Stems of other questions that hold the key. */
	holders: number;
	/** The first question whose stem gives it away. */
	teller: CheckedQuestion | undefined;
	/** The last question that was looked at: a stem may have a word twice. */
	looked: CheckedQuestion | undefined;
}

/** One for each key that is given away. A stem is only searched for keys whose longest word it has. */
function searchesIn(pool: readonly CheckedQuestion[], english: boolean): readonly Search[] {
	const searches = pool.flatMap((asked) =>
		keyPhrasesOf(asked.question).map((key): Search => ({ asked, key, holders: 0, teller: undefined, looked: undefined })),
	);
	const byWord = gather(searches, ({ key }) => [longestWord(key.phrase)]);
	for (const other of pool) {
		for (const word of questionWords(other.question).stem) {
			const waiting = byWord.get(word);
			if (waiting !== undefined) for (const search of waiting) lookAt(other, search, english);
		}
	}
	return searches.filter((search) => search.teller !== undefined && !isVocabulary(search));
}

function lookAt(other: CheckedQuestion, search: Search, english: boolean): void {
	const { asked, key } = search;
	if (search.looked === other || isVocabulary(search)) return;
	search.looked = other;
	if (other.question === asked.question || !holdsPhrase(questionWords(other.question).stemText, key.phrase)) return;
	search.holders += 1;
	if (search.teller === undefined && tells(other, search, english)) search.teller = other;
}

/** A single word that this many other stems have is the vocabulary of the unit. */
const vocabulary = 3;

function isVocabulary({ key, holders }: Search): boolean {
	return holders >= vocabulary && isOneWord(key);
}

function isOneWord({ phrase }: KeyPhrase): boolean {
	return !/\s/u.test(phrase.replace(/^(?:the|an?) /u, ''));
}

function longestWord(phrase: string): string {
	return wordsOf(phrase).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function tells({ question: other }: CheckedQuestion, { asked: { question: asked }, key }: Search, english: boolean): boolean {
	if ((asked.group !== undefined && other.group === asked.group) || !stemHolds(other, key, asked)) return false;
	return !isOneWord(key) || (english && isName(key, asked, other)) || shareSubject(asked, other);
}

/** Typed with a capital, or written so within a sentence. */
function isName({ text, phrase }: KeyPhrase, asked: Question, other: Question): boolean {
	const word = shownText(text).trim();
	if (!/^\p{Lu}/u.test(word)) return false;
	return (
		asked.type === 'text' ||
		asked.type === 'cloze' ||
		new RegExp(`[\\p{L}\\p{N},;'’)-] ["'“‘(]?${escaped(word.slice(0, phrase.length))}(?![\\p{L}\\p{N}_])`, 'u').test(
			shownText(stemOf(other)),
		)
	);
}

function shareSubject(asked: Question, other: Question): boolean {
	const told = rootsOf(other);
	return [...rootsOf(asked)].some((root) => told.has(root));
}

function rootsOf(question: Question): ReadonlySet<string> {
	return new Set(subjectWords(questionWords(question).stem).map(({ root }) => root));
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
