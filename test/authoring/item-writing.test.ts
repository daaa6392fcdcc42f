import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import { ownRuleIn } from '../../src/authoring/rules/item-writing/hard-coded-threshold.ts';
import { itemWritingRules } from '../../src/authoring/rules/item-writing/index.ts';
import { teachingRules } from '../../src/authoring/rules/teaching/index.ts';
import { openExample } from './example-folder.ts';

const codes = new Set([...itemWritingRules, ...teachingRules].map(({ code }) => code));

interface Draft {
	readonly id?: string;
	readonly type?: string;
	readonly stem: string;
	readonly answer?: string | readonly string[];
	readonly answers?: readonly string[];
	readonly distractors?: readonly (string | { readonly text: string; readonly feedback: string })[];
	readonly options?: readonly string[];
	readonly code?: string;
	readonly group?: string;
	readonly explanation?: string;
	readonly hints?: readonly string[];
}

interface UnitDraft {
	readonly settings?: string;
	readonly sections?: readonly string[];
	readonly text?: string;
	readonly questions: readonly (Draft & { readonly section?: string })[];
}

const reason = 'Glaciers carve valleys slowly while rivers deepen gorges quickly.';

/** JSON is YAML, so that no text needs quoting. */
function deckOf(units: readonly UnitDraft[], language = 'en', summary = 'A summary.'): Readonly<Record<string, string>> {
	const files = units.map(({ settings = '', sections = ['one'], text = 'A text.', questions }, number) => {
		const parts = sections.map((id) => JSON.stringify({ id, title: id, objective: 'Say something', text }));
		const items = questions.map((question, index) =>
			JSON.stringify({ id: `q${index}`, section: sections[0], explanation: reason, ...question }),
		);
		return `unit: u${number}\ntitle: A unit\ndraw: 1\n${settings}sections:\n${listed(parts)}questions:\n${listed(items)}`;
	});
	const names = files.map((_, index) => `u${index}.yaml`);
	const deck = `deck: d\ntitle: A deck\nsummary: ${summary}\nlanguage: ${language}\nunits: [${names.join(', ')}]\n`;
	return { 'deck.yaml': deck, ...Object.fromEntries(names.map((name, index) => [name, files[index] ?? ''])) };
}

function listed(items: readonly string[]): string {
	return items.map((item) => `  - ${item}\n`).join('');
}

/** What the rules of the two families say, and errors of any kind. */
function said(files: Readonly<Record<string, string>>): readonly string[] {
	const { diagnostics, checked } = checkDeck(openExample({ files, shown: [] }));
	expect(checked?.units.length, diagnostics.map(({ message }) => message).join('\n')).toBe(Object.keys(files).length - 1);
	return diagnostics.filter(({ code }) => codes.has(code)).map(({ code }) => code);
}

function saidOfQuestions(questions: readonly Draft[], language?: string): readonly string[] {
	return said(deckOf([{ questions }], language)).filter((code) => code !== 'all-true-false');
}

const choice = (stem: string, answer: string, ...distractors: readonly string[]): Draft => ({ stem, answer, distractors });

describe('rules about one question', () => {
	describe.each<{ readonly rule: string; readonly fires: readonly Draft[]; readonly silent: readonly Draft[] }>([
		{
			rule: 'longest-option',
			fires: [
				choice('Which?', 'A slow and steady tortoise', 'A fast hare'),
				choice('Which?', '𝒳'.repeat(18), 'y'.repeat(12)),
				choice('Which?', 'x'.repeat(15), 'y'.repeat(10)),
			],
			silent: [
				choice('Which?', 'x'.repeat(14), 'y'),
				choice('Which?', 'x'.repeat(29), 'y'.repeat(20)),
				choice('Which?', 'Short', 'A distractor that is much longer than the key'),
				choice('Which?', '**`x`** `yyyyyyyyyyyyy`', 'z'.repeat(14)),
				choice('Which?', '𝒳'.repeat(14), 'y'.repeat(9)),
			],
		},
		{
			rule: 'all-of-the-above',
			fires: [
				choice('Which?', 'red', 'blue', 'All of the above'),
				choice('Which?', 'All the above.', 'red', 'blue'),
				choice('Which?', 'All of these are correct', 'red', 'blue'),
				choice('Which?', '*Both of the above*', 'red', 'blue'),
				choice('Which?', 'Each of these', 'red', 'blue'),
				choice('Which?', 'red', 'blue', 'All of them'),
				choice('Which?', 'red', 'blue', 'green', 'All three'),
				choice('Which?', 'red', 'blue', 'Everything above'),
				choice('Which?', 'red', 'blue', 'All listed'),
				choice('Which?', '(All of the above)', 'red', 'blue'),
				choice('Which?', 'd) All of the above', 'red', 'blue'),
				choice('Which?', 'red', 'blue', '“All of these.”'),
				{ type: 'multiple', stem: 'Which?', answers: ['red', 'all answers are right'], distractors: ['blue'] },
			],
			silent: [
				choice('How many hatch?', 'All of them', 'Half of them', 'None of them'),
				choice('Which hatch?', 'All of them', 'Only some of them', 'None of them'),
				choice('How many hatch?', 'All three', 'The largest', 'The oldest', 'The first'),
				choice('Who hatches?', 'All three', 'The largest', 'The oldest', 'The first', 'The last'),
				choice('Which?', 'All of the water above the dam', 'red'),
				choice('Which?', 'It applies to all of these plants', 'red'),
				choice('Which?', 'Both', 'red'),
			],
		},
		{
			rule: 'none-of-the-above',
			fires: [
				choice('Which?', 'red', 'blue', 'None of the above'),
				choice('Which?', 'red', 'blue', 'none of these are correct'),
				choice('Which?', 'Neither of these', 'red', 'blue'),
				choice('Which?', 'red', 'blue', 'None of them'),
				choice('Which?', 'red', 'blue', 'None'),
				choice('Which?', 'red', 'blue', 'Neither'),
				choice('Which?', 'red', 'blue', 'No answer is correct'),
				choice('Which?', 'red', 'blue', 'Nothing of the above'),
				choice('Which?', 'red', 'blue', '(none of the above)'),
			],
			silent: [
				choice('How many hatch?', 'None', 'All', 'Some'),
				choice('How many eggs are left?', 'None', 'A lot'),
				choice('Which hatch?', 'None', 'All', 'The old ones'),
				choice('What does a function without `return` give?', '`None`', '`0`', '`False`'),
				choice('What does a function without a return give?', 'None', '0', 'False'),
				{ ...choice('What does it give?', 'None', 'An error', 'Itself'), code: 'f()' },
				choice('Which?', 'None of the eggs above the waterline', 'red'),
				choice('Which?', 'Nobody', 'red'),
			],
		},
		{
			rule: 'option-letters',
			fires: [
				choice('Which?', 'Both A and C', 'red', 'blue', 'green'),
				choice('Which?', 'A and B', 'red', 'blue'),
				choice('Which?', 'A, B and C are correct', 'red', 'blue'),
				choice('Which?', '(a) and (b)'.toUpperCase(), 'red', 'blue'),
				choice('Which?', 'Only option B', 'red', 'blue'),
				choice('Which?', 'The first two options', 'red', 'blue'),
				choice('Which?', 'The first and the last answer', 'red', 'blue'),
				choice('A commit points at what?', 'Both A and B', 'red', 'blue'),
				choice('Which?', 'Both of the first two', 'red', 'blue', 'green'),
				choice('Which?', 'The first and the third', 'red', 'blue', 'green'),
				choice('Which?', '1 and 2', 'red', 'blue', 'green'),
				choice('Which?', 'Both a and c', 'red', 'blue', 'green'),
				choice('Which?', 'answers b and c', 'red', 'blue', 'green'),
				choice('Which?', 'Neither a nor b.', 'red', 'blue', 'green'),
				{ ...choice('What does a tree name?', 'Both A and C', 'red', 'blue', 'green'), code: 'A -> B\nB -> C' },
				{ type: 'multiple', stem: 'Which?', answers: ['red', 'blue'], distractors: ['A and B', 'green'] },
			],
			silent: [
				choice('Which vitamins are soluble in fat?', 'A and D', 'B and C', 'B and K', 'C and K'),
				choice('What are the roots?', '1 and 2', '1 and 3', '2 and 3', 'There are none'),
				choice('What is drawn?', '1 and 2', 'Only 3', 'All of 4', 'A line'),
				choice('Two steps, 1 and 2, are shown. Which is needed?', '1 and 2', 'red', 'blue'),
				choice('What is it?', '1/2', 'nothing', 'infinite'),
				choice('Which of the laws hold?', 'The first and the third', 'The second', 'The first', 'The last'),
				choice('After the first law, which hold?', 'The second and the third', 'red', 'blue'),
				choice('Which are compared?', 'The first two', 'Two at random', 'All pairs'),
				choice('What does swap(a, b) change?', 'Both a and b', 'the stack', 'nothing else'),
				{ ...choice('What is swapped?', 'Both a and b', 'the stack'), code: 'swap(a, b)' },
				choice('Which?', 'A and H', 'red', 'blue', 'green'),
				{ stem: 'Which?', answer: 'Both A and B', options: ['red', 'blue', 'Both A and B'] },
				choice('The lines through A, B and C meet. Where?', 'Between A and B', 'A and C', 'B and C'),
				choice('Where do they meet?', 'A and B', 'A', 'B'),
				{ ...choice('Which nodes are reached?', 'A and C', 'D and E'), code: 'A -> C\nD -> E' },
				choice('Which?', 'Two of the options are true at the same time', 'red'),
				choice('Which?', 'A and its parents', 'a and b', 'B'),
				choice('Which vitamins?', 'Vitamins A and D', 'red'),
			],
		},
		{
			rule: 'negative-stem',
			fires: [
				choice('Which of these is not a mammal?', 'Duck', 'Bat'),
				choice("Which of these isn't a mammal?", 'Duck', 'Bat'),
				choice('A bat sleeps by day. What does it never do at night?', 'Rest', 'Hunt'),
				choice('In which case does the rule not hold?', 'Drought', 'Frost'),
				choice('All of these are mammals except', 'Duck', 'Bat'),
				choice('Each of these flies, except which?', 'Emu', 'Bat'),
				choice('Choose the animal that does not fly.', 'Emu', 'Bat'),
				choice('A whale cannot', 'walk', 'swim'),
				choice('A whale does not breathe ...', 'water', 'air'),
				{ type: 'text', stem: 'Which planet does not have a moon and lies next to the sun?', answer: 'Mercury' },
				choice('One of these is not a mammal. Which?', 'Duck', 'Bat'),
				choice('One of these animals is not a mammal: which one is it?', 'Duck', 'Bat'),
				choice('Which is least likely?', 'Snow', 'Rain'),
				choice('Which of these methods would be least suitable?', 'Snow', 'Rain'),
				choice('Which statement is incorrect?', 'It swims', 'It flies'),
				choice('Which of the following statements about bats is false?', 'It swims', 'It flies'),
				choice('Which of these is incorrect?', 'It swims', 'It flies'),
				choice('Which is false about sharks?', 'It swims', 'It flies'),
			],
			silent: [
				choice('Which of these is **not** a mammal?', 'Duck', 'Bat'),
				choice('Which of these *is not* a mammal?', 'Duck', 'Bat'),
				choice('Which of these is NOT a mammal?', 'Duck', 'Bat'),
				choice('All of these are mammals EXCEPT', 'Duck', 'Bat'),
				choice('Why does a whale not drown?', 'Lungs', 'Gills'),
				choice('What happens if a whale does not come up for air?', 'Death', 'Sleep'),
				choice('What can a person who does not hear still do?', 'Read', 'Listen'),
				choice('A whale does not lay eggs. What does it do?', 'Give birth', 'Spawn'),
				choice('Which animal, though it does not fly, is a bird?', 'Emu', 'Bat'),
				choice('What does "do not disturb" ask for?', 'Quiet', 'Noise'),
				choice('What does `not x` give?', 'False', 'True'),
				choice('Which is not only a mammal but flies as well?', 'Bat', 'Emu'),
				choice('After a not-yet, which comes first?', 'Reading', 'Sleep'),
				choice('Which knot holds?', 'Bowline', 'Granny'),
				choice('One of these is not a mammal. What do the others eat?', 'Fruit', 'Fish'),
				choice('Which statement is **false**?', 'It swims', 'It flies'),
				choice('Which is LEAST likely?', 'Snow', 'Rain'),
				choice('Which of these values is false in a condition?', '`0`', '`1`'),
				choice('Which line of the program is wrong?', 'The third', 'The first'),
				choice('Which month has the least rain?', 'July', 'May'),
				choice('A claim is false. Which word shows it?', 'Red', 'Blue'),
				{ type: 'true-false', stem: 'Which statement is false is a question.', answer: 'true' },
				{ type: 'true-false', stem: 'A whale is not a fish.', answer: 'true' },
			],
		},
		{
			rule: 'double-negative',
			fires: [
				choice('Which is **not** true of whales?', 'They never breathe', 'They swim'),
				choice('Which of these is not so?', 'It has no lungs', 'It swims'),
				{ type: 'multiple', stem: 'Which are NOT true?', answers: ["They don't breathe"], distractors: ['They swim'] },
			],
			silent: [
				choice('Which is **not** true of whales?', 'They lay eggs', 'They swim'),
				choice('Which is true of whales?', 'They never lay eggs', 'They fly'),
				choice('Which is **not** true of whales?', 'No, they lay eggs', 'Yes, they swim'),
			],
		},
		{
			rule: 'absolute-terms',
			fires: [
				choice('Which?', 'It swims', 'It always flies', 'It walks'),
				choice('Which?', 'It swims', 'Never', 'It walks'),
				choice('Which?', 'It swims', 'Under no circumstances does it fly', 'It walks'),
				{ type: 'multiple', stem: 'Which?', answers: ['It swims', 'It walks'], distractors: ['It always flies', 'It hops'] },
			],
			silent: [
				{ type: 'multiple', stem: 'Which?', answers: ['It swims', 'It never walks'], distractors: ['It always flies'] },
				choice('Which?', 'It never flies', 'It always walks', 'It hops'),
				choice('Which?', 'It always swims', 'It walks'),
				choice('Which?', 'It swims', 'It nevertheless walks'),
				choice('Which?', 'It swims', 'It only walks'),
			],
		},
		{
			rule: 'clang',
			fires: [
				choice('What does a merge record about branches?', 'The branch it came from', 'The time of day', 'The folder'),
				choice('Why do volcanoes erupt?', 'A volcano holds gas', 'Lightning strikes', 'Snow melts'),
				choice('Why do cities grow?', 'A city trades', 'Rain falls', 'Snow melts'),
			],
			silent: [
				choice('What does a merge record about branches?', 'The branch it came from', 'The branch it goes to'),
				choice('Why do volcanoes erupt?', 'Gas expands', 'A volcano cools', 'Snow melts'),
				choice('Why do volcanoes erupt?', 'A volcano holds gas', 'Before it can erupt, snow melts', 'Rain'),
				choice('Which of these would follow?', 'These which follow', 'Some rain', 'Some snow'),
				choice('What is 3/4 divided by 1/2?', 'Dividing by a half doubles', 'A division halves', 'Neither'),
				choice('Why is a cat grey?', 'A cat is old', 'Rain', 'Snow'),
			],
		},
		{
			rule: 'grammar-cue',
			fires: [
				choice('A bird that lays green eggs is an', 'emu', 'duck', 'robin'),
				choice('The largest fruit of all is a ___', 'pumpkin', 'apple', 'orange'),
				choice('This is an ...', 'hour', 'minute', 'second'),
				choice('This is a:', 'unit', 'answer', 'example'),
				choice('What it eats are', 'those seeds', 'a fish', 'one frog'),
				choice('What it eats is', 'fish', 'two frogs', 'many seeds'),
			],
			silent: [
				choice('A bird that lays green eggs is an', 'emu', 'owl', 'robin'),
				choice('A bird that lays green eggs is', 'an emu', 'a duck', 'a robin'),
				choice('A bird that lays green eggs is a(n)', 'emu', 'duck', 'robin'),
				choice('It speaks an', 'SQL dialect', 'RPC protocol', 'HTTP subset'),
				choice('Which bird is this an egg of?', 'emu', 'duck', 'robin'),
				choice('This is an', 'apple', 'egg'),
				choice('What is it made of? It is', 'fish', 'frogs', 'seeds'),
				choice('See figure A', 'emu', 'duck', 'robin'),
			],
		},
		{
			rule: 'answer-in-stem',
			fires: [
				{ type: 'text', stem: 'Staging copies a file into the index. Where does it go?', answer: 'index' },
				{ type: 'text', stem: 'A **Merge Commit** has two parents. What has two parents?', answer: ['it', 'merge commit'] },
				choice('The index holds staged files. What holds staged files?', 'The index', 'A branch'),
			],
			silent: [
				{ type: 'text', stem: 'Is the mark left on the tree or the index?', answer: 'tree or so' },
				{ type: 'text', stem: 'Does a branch name a tree or a commit?', answer: 'commit' },
				{ type: 'text', stem: 'What indexes a file?', answer: 'index' },
				{ type: 'text', stem: 'What do you write after `requires:`?', answer: ['[]', 'requires: []'] },
				{ type: 'text', stem: 'What does cat print?', answer: 'cat' },
				{ type: 'number', stem: 'What is 1000 plus 0?', answer: '1000' },
				{ type: 'text', stem: 'What is 2024 in full?', answer: '2024' },
				{ type: 'text', stem: 'Write 3.8e5 again.', answer: '3.8e5' },
				{ type: 'text', stem: 'Convert 0x1F; write 0x1F again.', answer: '0x1F' },
				{ type: 'text', stem: 'Is it `0b1010`?', answer: '0b1010' },
				{ type: 'text', stem: 'What does this print?', code: 'print("hello")', answer: 'hello' },
				choice('Which holds more, the index or the branch?', 'The index', 'The branch'),
			],
		},
		{
			rule: 'explanation-repeats-answer',
			fires: [
				{ ...choice('Why does dough rise?', 'Because of yeast', 'Heat'), explanation: 'Because of yeast.' },
				{ type: 'true-false', stem: 'Git stores snapshots.', answer: 'true', explanation: 'True: Git does store snapshots.' },
				{ type: 'true-false', stem: 'Git stores differences.', answer: 'false', explanation: 'Git does not store differences.' },
				{ type: 'number', stem: 'What is seven times eight?', answer: '56', explanation: 'The right answer is 56.' },
				{ type: 'text', stem: 'Which command stages?', answer: 'git add', explanation: '`git add` is the correct command.' },
			],
			silent: [
				{ ...choice('Why does dough rise?', 'Because of yeast', 'Heat'), explanation: 'Yeast gives off gas.' },
				{ type: 'number', stem: 'What is 7 times 8?', answer: '56', explanation: '7 * 8 = 56.' },
				{ type: 'number', stem: 'A form takes 2 of 8. How many forms?', answer: '4', explanation: '8 / 2' },
				{ type: 'true-false', stem: 'A commit names one tree.', answer: 'true', explanation: 'Exactly one.' },
				{ type: 'text', stem: 'What holds blobs?', answer: 'tree', explanation: 'Trees hold blobs and other trees.' },
			],
		},
	])('$rule', ({ rule, fires, silent }) => {
		it.each(fires)('speaks of $stem: $answer', (question) => {
			expect(saidOfQuestions([question])).toContain(rule);
		});

		it.each(silent)('keeps quiet about $stem: $answer', (question) => {
			expect(saidOfQuestions([question])).not.toContain(rule);
		});

		const anyLanguage = ['longest-option', 'answer-in-stem'].includes(rule);
		it.each(fires)(`${anyLanguage ? 'speaks' : 'keeps quiet'} in a deck that is not English: $stem`, (question) => {
			expect(saidOfQuestions([question], 'de').includes(rule)).toBe(anyLanguage);
		});
	});
});

describe('one cause', () => {
	const saidWith = (question: Draft, settings: string) => {
		const files = deckOf([{ questions: [question] }]);
		return said({ ...files, 'deck.yaml': `${files['deck.yaml'] ?? ''}${settings}` });
	};

	it.each<[Draft, string, string]>([
		[choice('What is the index in Git?', 'The index', 'The trees', 'The blobs'), 'answer-in-stem', 'clang'],
		[choice('Which?', 'All of the above', 'red', 'blue'), 'all-of-the-above', 'longest-option'],
		[choice('Which?', 'The first two options', 'red', 'blue', 'green'), 'option-letters', 'longest-option'],
	])('is told by the more telling rule, while that is on: %j', (question, telling, other) => {
		expect(saidWith(question, '')).toEqual([telling]);
		expect(saidWith(question, `check: {${telling}: off}\n`)).toEqual([other]);
	});

	it('is not seen in what only stands beside it', () => {
		expect(saidWith(choice('Which?', 'A very long right option indeed', 'red', 'All of the above'), '').toSorted()).toEqual([
			'all-of-the-above',
			'longest-option',
		]);
	});
});

describe('an answer in its own stem', () => {
	it.each([
		['Der Index liegt im Ordner. Was liegt im Ordner?', true],
		['Ist es ein Baum oder ein Index?', false],
		['Is dit de tak of de index?', false],
		['Index oder Baum: was hält die Dateien?', false],
		['Der Index oder eher eine Datei im Index?', false],
		['Was liegt im Ordner des Indexes?', false],
	])('is told in any language, unless it is one of several to choose from: %s', (stem, given) => {
		expect(saidOfQuestions([{ type: 'text', stem, answer: 'Index' }], 'de').includes('answer-in-stem')).toBe(given);
	});
});

describe('rules about several questions', () => {
	const stands = (stem: string): Draft => ({ type: 'text', stem, answer: 'snow' });
	const asks: Draft = { type: 'text', stem: 'Where does Git keep the content of the next commit?', answer: 'index' };

	it.each([
		['The index keeps the content of the next commit. What fills it?', true],
		['The index is old. Who made it?', false],
		['Files of the next release wait in the index. Whose are they?', false],
		['What else of the content is in the index?', true],
		['Indexes keep the content of the next commit. What fills them?', false],
	])('a stem with a single word answers another question when it speaks of the same things: %s', (stem, given) => {
		expect(saidOfQuestions([asks, stands(stem)]).includes('answer-in-other-stem')).toBe(given);
	});

	it.each<[Draft, string]>([
		[{ type: 'text', stem: 'Who found radium, with her husband?', answer: 'Marie Curie' }, 'Marie Curie was born in which year?'],
		[{ type: 'text', stem: 'Who found radium, with her husband?', answer: 'Curie' }, 'In which year was Curie born?'],
		[choice('Who found radium?', 'Curie', 'Hahn'), 'In which year was Curie born?'],
		[choice('What keeps the files?', 'A merge commit', 'A branch'), 'Who made a merge commit first?'],
	])('a name or a key of several words is given away by any stem: %j %s', (question, stem) => {
		expect(saidOfQuestions([question, stands(stem)])).toEqual(['answer-in-other-stem']);
	});

	it('a single word in three other stems or more is the vocabulary of the unit', () => {
		const others = ['The index keeps the content of what?', 'What content has the index?', 'Is the content of the index old?'].map(stands);
		expect(saidOfQuestions([asks, ...others.slice(1)])).toContain('answer-in-other-stem');
		expect(saidOfQuestions([asks, ...others])).not.toContain('answer-in-other-stem');
	});

	it('a stem answers another question in any language', () => {
		const fragt: Draft = { type: 'text', stem: 'Wo hält Git den Inhalt des nächsten Commits bereit?', answer: 'Index' };
		expect(saidOfQuestions([fragt, stands('Der Index hält den Inhalt bereit. Wer füllt ihn?')], 'de')).toEqual(['answer-in-other-stem']);
		expect(saidOfQuestions([fragt, stands('Wer liest den Index?')], 'de')).toEqual([]);
	});

	it('a stem may answer another question of its group, or name its wrong options too', () => {
		const stem = 'The index, not the branch, keeps the content of the next commit. What fills it?';
		expect(saidOfQuestions([asks, stands(stem)])).toContain('answer-in-other-stem');
		expect(
			saidOfQuestions([
				{ ...asks, group: 'g' },
				{ ...stands(stem), group: 'g' },
			]),
		).toEqual([]);
		const asksWithOptions = choice('Where does Git keep the content of the next commit?', 'Index', 'Branch');
		expect(saidOfQuestions([asksWithOptions, stands(stem)])).toEqual([]);
	});

	it('similar stems are told wherever they stand, in any language, unless in one group of one unit', () => {
		const stem = 'Wie viele Eltern hat ein Commit, der genau zwei Zweige zusammenführt und sonst nichts ändert';
		const question = { type: 'number', stem, answer: '2', group: 'g' };
		const other = { ...question, stem: `${stem}?` };
		expect(said(deckOf([{ questions: [question, other] }], 'de'))).toEqual([]);
		expect(said(deckOf([{ questions: [question, { ...other, group: 'h' }] }], 'de'))).toEqual(['similar-stems']);
		expect(said(deckOf([{ questions: [question] }, { questions: [other] }], 'de'))).toEqual(['similar-stems']);
	});

	it('stems that differ in a sign, a number or their code are other questions', () => {
		const number = (stem: string, code?: string): Draft => ({ type: 'number', stem, answer: '1', ...(code === undefined ? {} : { code }) });
		expect(saidOfQuestions([number('What is 5 + 3?'), number('What is 5 - 3?')])).toEqual([]);
		expect(saidOfQuestions([number('What is 5 + 3?'), number('What is 5 + 4?')])).toEqual([]);
		expect(saidOfQuestions([number('What does it give?', 'a && b'), number('What does it give?', 'a || b')])).toEqual([]);
		expect(saidOfQuestions([number('What is 5 + 3?'), number('What is *5* + 3')])).toEqual(['similar-stems']);
		expect(saidOfQuestions([number('What is shown?', 'show(1.5)'), number('What is shown?', 'show(5.1)')])).toEqual([]);
	});

	it.each([
		['What is 1.5?', 'What is 5.1?'],
		['What is 1,5?', 'What is 5,1?'],
		['What is -5?', 'What is 5?'],
		['What is 2 * 3?', 'What is 2 + 3?'],
		['What is 7-5?', 'What is 5-7?'],
		['What is f(x)?', 'What is f*x?'],
		['What is g(f(x))?', 'What is f(g(x))?'],
		['What does `.` match?', 'What does `:` match?'],
		['What does `(` match?', 'What does `*` match?'],
		['What does `_` match?', 'What does `..` match?'],
		['What does "." match?', 'What does ":" match?'],
		['What does `ls -a` list?', 'What does `ls -A` list?'],
		['What does `` ` `` do?', "What does `'` do?"],
		['What does it show?\n```\na - b\n```', 'What does it show?\n```\na + b\n```'],
	])('stems that differ in a sign of code, formula or number are other questions: %s %s', (one, other) => {
		const asked = (stem: string): Draft => ({ type: 'number', stem, answer: '1' });
		expect(saidOfQuestions([asked(one), asked(other)])).toEqual([]);
		expect(saidOfQuestions([asked(one), asked(one)])).toEqual(['similar-stems']);
	});

	it.each([
		['What (in all) is a merge-commit?', 'What, in all, is a merge commit?'],
		['What is the "index" -- the *index* of Git?', 'What is the index, the index of Git'],
		['What’s in `git add .`, then?', "What's in **`git add .`** then"],
		['Is it 5 %? See (1.5).', 'is it 5 %: see 1.5'],
		['What is “this”?', 'What is «this» ?'],
		['What is 3 -- in `x` -- for?', 'What is 3 in `x` for?'],
	])('stems that differ in punctuation alone are the same: %s %s', (one, other) => {
		const asked = (stem: string): Draft => ({ type: 'number', stem, answer: '1' });
		expect(saidOfQuestions([asked(one), asked(other)])).toEqual(['similar-stems']);
	});

	const numbered = (index: number) => `${['lynx', 'wolf', 'moose', 'crane'][index % 4]} ${'stuvw'[index % 5]}${index}`;
	const ofLengths = (count: number, longKeys: number): readonly Draft[] =>
		Array.from({ length: count }, (_, index) => {
			const long = `${numbered(index)} and so`;
			return index < longKeys ? choice(numbered(index), long, 'fog', 'ice') : choice(numbered(index), 'fog', long, 'ice');
		});

	it.each([
		// P(at least k of 30) for chance 1/3: 16 is 0.0188, 17 is 0.0072.
		[30, 16, false],
		[30, 17, true],
		// 4 of 4 is 0.0123, 5 of 5 is 0.0041.
		[4, 4, false],
		[5, 5, true],
	])('of %i questions with three options, %i with the longest right is told: %s', (count, long, expected) => {
		expect(said(deckOf([{ questions: ofLengths(count, long) }], 'fr')).includes('longest-option-pool')).toBe(expected);
	});

	const ofPlaces = (count: number, inSecond: number): readonly Draft[] =>
		Array.from({ length: count }, (_, index) => {
			const options = ['rain', 'snow', 'hail', 'wind'];
			const place = index < inSecond ? 1 : [0, 2, 3][index % 3];
			return { stem: numbered(index), answer: options[place ?? 0] ?? '', options };
		});

	it.each([
		// Four places: P(at least 11 of 20) is 0.0039, times 4 is 0.0158; P(at least 12) is 0.00094, times 4 is 0.0037.
		[20, 11, false],
		[20, 12, true],
		[19, 19, false],
	])('of %i questions with fixed options, %i keys in one place are told: %s', (count, inSecond, expected) => {
		expect(said(deckOf([{ questions: ofPlaces(count, inSecond) }], 'fr')).includes('key-position')).toBe(expected);
	});

	it('keys in one place are counted over the deck where no unit says it already', () => {
		const half = { questions: ofPlaces(12, 12) };
		const positions = (units: readonly UnitDraft[]) => said(deckOf(units, 'fr')).filter((code) => code === 'key-position').length;
		expect(positions([half])).toBe(0);
		expect(positions([half, half])).toBe(1);
		expect(positions([half, { questions: ofPlaces(20, 20) }])).toBe(1);
		expect(positions([{ questions: ofPlaces(20, 20) }, { questions: ofPlaces(20, 20) }])).toBe(2);
	});
});

describe('a rule stated in numbers', () => {
	it.each([
		'You need 9 of 10 to pass this quiz.',
		'To move on, you must have 90% right.',
		'This unit asks for nine out of ten right answers, which you need twice.',
		'It takes practice. In this quiz, a score of at least\n90 % is needed.',
		'You have to get 9/10 right to unlock the next unit.',
		'The threshold of this deck is 80 percent.',
		'Nine of ten must be right in this quiz, so read on.',
		'The quiz requires nine out of ten right answers before the gate opens.',
	])('is told: %s', (text) => {
		expect(ownRuleIn(text)).toBeDefined();
	});

	it.each([
		'At 90%, every quiz of one to nine questions asks for all of them.',
		'The benchmark is stated first, in counts: for example `9 of 10`.',
		'Keller asked for unit perfection; 9 of 10 was not enough.',
		'Before the review, the quiz had 9 of 10 questions right.',
		'With 8 of 10, a learner at 60% gets through in 17% of tries.',
		'A teacher says "you need 9 of 10 to pass this quiz". What follows?',
		'You need 3 of 4 eggs for the dough.',
		'This unit has 3 parts.',
		'Compare with the table in this unit. There, 8 of 10 is the second row.',
		'You need the benchmark of this unit to pass.',
	])('is not told: %s', (text) => {
		expect(ownRuleIn(text)).toBeUndefined();
	});

	it('is found in every text of a deck that learners read', () => {
		const rule = 'You need 9 of 10 to pass this quiz.';
		const plain = choice('Which?', 'red', 'blue');
		const found = (files: Readonly<Record<string, string>>) => said(files).filter((code) => code === 'hard-coded-threshold').length;
		expect(found(deckOf([{ questions: [plain] }]))).toBe(0);
		expect(found(deckOf([{ questions: [plain] }], 'en', rule))).toBe(1);
		expect(found(deckOf([{ questions: [plain], text: rule }]))).toBe(1);
		expect(found(deckOf([{ questions: [plain], settings: `resources: [{title: A, text: ${rule}}]\n` }]))).toBe(1);
		expect(found(deckOf([{ questions: [{ ...plain, stem: `${rule} Which?` }] }]))).toBe(1);
		expect(found(deckOf([{ questions: [{ ...plain, explanation: rule }] }]))).toBe(1);
		expect(found(deckOf([{ questions: [{ ...plain, hints: ['Read.', rule] }] }]))).toBe(1);
		expect(found(deckOf([{ questions: [{ ...plain, distractors: [{ text: 'blue', feedback: rule }] }] }]))).toBe(1);
		expect(found(deckOf([{ questions: [plain], text: rule }], 'de'))).toBe(0);
	});
});

describe('rules about what a unit teaches', () => {
	const inSection = (section: string, count: number) =>
		Array.from({ length: count }, (_, index) => ({ type: 'number', stem: `${section} plus ${index}`, answer: '7', section }));
	const sections = ['one', 'two', 'three'];
	const unit = (draw: number, counts: readonly number[], more = ''): readonly string[] => {
		const questions = counts.flatMap((count, index) => inSection(sections[index] ?? '', count));
		const files = deckOf([{ sections: sections.slice(0, counts.length), questions }]);
		return said({ ...files, 'u0.yaml': (files['u0.yaml'] ?? '').replace('draw: 1\n', `draw: ${draw}\n${more}`) });
	};

	it('a section with less than its share of a form is told, unless it has nothing at all or the whole pool is too small', () => {
		expect(unit(6, [6, 6, 2])).toEqual([]);
		expect(unit(6, [6, 6, 1])).toEqual(['section-below-quota']);
		expect(unit(6, [6, 6, 0])).toEqual(['section-without-questions']);
		expect(unit(20, [6, 6, 1])).toEqual([]);
		expect(unit(5, [6, 6, 1])).toEqual([]);
	});

	it('a draw smaller than the number of sections with questions is told once', () => {
		expect(unit(2, [6, 6, 6])).toEqual(['objective-not-asked']);
		expect(unit(3, [6, 6, 6])).toEqual([]);
		expect(unit(2, [6, 6, 0])).toEqual(['section-without-questions']);
	});

	it('a pool of which blind guesses get more than 40 % is told when most of it is true or false', () => {
		const claims = (count: number) =>
			Array.from({ length: count }, (_, index) => ({ type: 'true-false', stem: `${index} is odd`, answer: 'true' }));
		const of4 = (count: number) => Array.from({ length: count }, (_, index) => choice(`${index} is?`, 'rain', 'snow', 'hail', 'wind'));
		const of2 = (count: number) => Array.from({ length: count }, (_, index) => choice(`${index} is?`, 'rain', 'snow'));
		const told = (questions: readonly Draft[]) => said(deckOf([{ questions }], 'de')).filter((code) => code === 'all-true-false').length;
		expect(told(claims(3))).toBe(1);
		expect(told([...claims(7), ...of4(3)])).toBe(1);
		// 6 coins and 4 dice of four are right 40 % of the time: not more.
		expect(told([...claims(6), ...of4(4)])).toBe(0);
		expect(told([...claims(4), ...of2(6)])).toBe(0);
	});
});

describe('hostile texts', () => {
	const many = 200_000;
	it.each([
		['blanks', `This is a${'_'.repeat(many)}x`],
		['brackets', '['.repeat(many)],
		['links', '[a]('.repeat(many / 4)],
		['backticks', `${'`'.repeat(many)}x${'`'.repeat(many - 1)}`],
		['runs of backticks', Array.from({ length: 600 }, (_, index) => `${'`'.repeat(index)} x `).join('') + '` '.repeat(many / 4 + 1)],
		['punctuation', `a${'.,'.repeat(many / 2)}a "${'('.repeat(many)}`],
		['quotes', `${'“'.repeat(many)}"`],
		['emphasis', `${'*a '.repeat(many / 4)}${'_'.repeat(many)}`],
		['letters', 'a'.repeat(many)],
		['questions', 'what, which of not '.repeat(many / 20)],
		['negations', `A ${'not '.repeat(many / 4)}?`],
		['numbers', `You need ${'9 of 10 to '.repeat(many / 10)}`],
		['spaces', `You need 9${' '.repeat(many)}of this quiz 1${' '.repeat(many)}+`],
		['words', Array.from({ length: many / 8 }, (_, index) => `w${index}`).join(' ')],
	])(
		'are read in time: %s',
		(_, text) => {
			const questions = [
				choice(text, 'red', 'blue'),
				choice('Which?', text, 'blue'),
				{ ...choice('When?', 'now', 'then'), explanation: text },
			];
			expect(said(deckOf([{ questions }]))).toEqual(expect.any(Array));
		},
		10_000,
	);
});
