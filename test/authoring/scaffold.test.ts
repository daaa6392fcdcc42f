import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { fixDeck } from '../../src/authoring/fix/fix-deck.ts';
import { newId } from '../../src/authoring/new-id.ts';
import { withItem } from '../../src/authoring/scaffold/append-item.ts';
import type { Draft, Drafting } from '../../src/authoring/scaffold/draft.ts';
import { draftDeck } from '../../src/authoring/scaffold/draft-deck.ts';
import { draftQuestion, questionFiles } from '../../src/authoring/scaffold/draft-question.ts';
import { draftUnit } from '../../src/authoring/scaffold/draft-unit.ts';
import type { QuestionDraft } from '../../src/authoring/scaffold/question-draft.ts';
import { sampleQuestions } from '../../src/authoring/scaffold/samples.ts';
import { emptyFolder, overlaid } from '../../src/deck/files/overlay.ts';
import { jsonSchemaOf, schemaKinds } from '../../src/deck/shape/json-schema.ts';
import { questionTypes } from '../../src/model/deck.ts';
import { checkFiles } from './told.ts';

type Files = Readonly<Record<string, string>>;

const hostile = [
	': #',
	'- a',
	'"quoted" and \'single\'',
	'# no comment',
	'{a: b}, [c]',
	'*alias &anchor !tag %directive @at `tick`',
	'👩‍👩‍👧 Grüße, 漢字, Ελληνικά',
	'true',
	'~',
	'007',
	'a\\b\\n',
	'--- ...',
	'? key | block > folded',
	'All of the above, never: 9 of 10 are needed to pass this unit',
	'x'.repeat(3_000),
	'word '.repeat(400).trim(),
];

function drafted(drafting: Drafting): Draft {
	if (!drafting.ok) throw new Error(`nothing was drafted: ${JSON.stringify(drafting.fault)}`);
	return drafting;
}

function filesAfter(files: Files, { created, edited }: Draft): Files {
	return { ...files, ...Object.fromEntries(created), ...(edited === undefined ? {} : { [edited.file]: edited.after }) };
}

const folderOf = (files: Files) => overlaid(emptyFolder, new Map(Object.entries(files)));

const newDeck = (title = 'Git', unit = 'Commits', language?: string): Files =>
	filesAfter({}, drafted(draftDeck({ id: 'git', title, unit, ...(language === undefined ? {} : { language }) })));

const withUnit = (
	files: Files,
	title: string,
	more: { readonly id?: string; readonly section?: string; readonly objective?: string } = {},
) => filesAfter(files, drafted(draftUnit(folderOf(files), { title, ...more })));

/** Nothing is told of the files, nothing is left to mend, and learners can use the deck. */
function clean(files: Files): void {
	const { deck, diagnostics } = checkFiles(files);
	expect(diagnostics).toEqual([]);
	expect(deck).toBeDefined();
	expect(fixDeck(folderOf(files))).toEqual({ fixes: [], left: [] });
}

describe('a second new unit', () => {
	it('has samples of its own, so that it is told of no likeness to the first', () => {
		const files = withUnit(newDeck(), 'Branches are names');
		clean(files);
		expect(files['02-branches-are-names.yaml']).not.toContain('similar-stems');
		expect(files['02-branches-are-names.yaml']).toContain('(A sample in `branches-are-names`.)');
		const third = withUnit(files, 'Tags');
		clean(third);
		expect(third['03-tags.yaml']).not.toContain('similar-stems');
	});
});

describe('a new deck', () => {
	it('is a deck.yaml and a first unit, with a schema for each kind of file', () => {
		const { created, schemas } = drafted(draftDeck({ id: 'git', title: 'Git from the inside', unit: 'Commits are snapshots' }));
		expect([...created.keys()]).toEqual(['01-commits-are-snapshots.yaml', 'deck.yaml']);
		expect(created.get('deck.yaml')).toMatchInlineSnapshot(`
			"# yaml-language-server: $schema=.gradus/deck.json
			# The id stays the same for ever: what learners did is kept under it.
			deck: git
			title: Git from the inside
			# summary: What the deck teaches, in a sentence or two.
			language: en
			# license: CC-BY-4.0
			# authors: [Ada Example]

			# How much must be right, and how many questions an attempt asks. A unit may say otherwise.
			benchmark: 90%
			draw: 10

			# The order of teaching. Each unit opens when the one before it is mastered. \`gradus new unit\` adds one.
			units:
			  - 01-commits-are-snapshots.yaml
			"
		`);
		expect(created.get('01-commits-are-snapshots.yaml')).toMatchInlineSnapshot(`
			"# yaml-language-server: $schema=.gradus/unit.json
			# A first sketch: put your own text and questions in the place of these.
			# \`gradus new question\` keeps the next lines up to date. By hand, remove one once \`gradus check\` says that it silences nothing.
			# gradus-ignore draw-above-pool: a first sketch
			unit: commits-are-snapshots
			title: Commits are snapshots
			# Further keys: \`benchmark\`, \`draw\`, \`passes\`, \`floor\`, \`requires\`, \`pools\`, \`resources\`, \`enrichment\`.
			sections:
			  # A section teaches one objective. The objective begins with a verb and names what a learner can do afterwards.
			  - id: writing-a-section
			    title: How a section and its questions are written
			    objective: Write a section, and questions that test what it promises
			    # Markdown. It can also stand in a file of its own: \`file: lesson.md\` instead of \`text\`.
			    text: |
			      This is a sample: put your own lesson in its place.

			      A section teaches one **objective**, which is what a learner can do afterwards. Say first what it is good for,
			      then say it in a few short paragraphs, and end with an example.

			      Questions ask for what the objective promises. A good wrong option is a mistake that learners make, and its
			      feedback tells them why it does not hold. The explanation gives the reason for what is right.

			      Have three questions for each one that an attempt asks. Then those who need a second and a third attempt
			      are asked new ones.

			questions:
			  # One right option. Say in \`feedback\` why a distractor does not hold.
			  - id: distractors-come-from
			    section: writing-a-section
			    stem: Where do good distractors come from?
			    answer: From mistakes that learners make
			    distractors:
			      - text: From jokes that make learners smile
			        feedback: Nobody takes a joke for the truth, so the question is left with fewer options.
			      - text: From small print in the question
			        feedback: That tells careful readers from hasty ones, and not those who can from those who cannot.
			    explanation: Whoever has made the mistake picks it again, and is then told at once why it does not hold.
			  # A typed answer. \`answer: [one, another]\` accepts both.
			  - id: says-what-one-can-do
			    type: text
			    section: writing-a-section
			    stem: Which key of a section says what a learner can do afterwards?
			    answer: objective
			    explanation: "It begins with a verb, such as *name*, *compute* or *repair*: then anybody can see whether it was reached."
			  # A number. \`tolerance: 0.5\` or \`tolerance: 1%\` accepts what is near, \`unit: km\` is shown.
			  - id: enough-for-three
			    type: number
			    section: writing-a-section
			    stem: Attempts ask 10 questions each. How many questions give a learner three attempts without a repetition?
			    answer: 30
			    explanation: Three times 10, since each attempt takes 10 that were not asked before.
			"
		`);
		expect([...schemas.keys()]).toEqual(['.gradus/deck.json', '.gradus/unit.json', '.gradus/pool.json']);
		expect(JSON.parse(schemas.get('.gradus/unit.json') ?? '')).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf('unit'))));
	});

	it.each(['en', 'de', 'pt-BR'])('checks clean in the language %s, whatever its titles hold', (language) => {
		for (const title of language === 'en' ? hostile : hostile.slice(0, 3)) {
			const files = newDeck(title, title, language);
			clean(files);
			expect(checkFiles(files).deck).toMatchObject({ title, language, units: [{ title }] });
		}
	});

	it('is refused with an id that is none, with one that would do', () => {
		const wishes = { title: 'Git', unit: 'Commits' };
		expect(draftDeck({ ...wishes, id: 'My Deck' })).toEqual({ ok: false, fault: { kind: 'id-form', id: 'My Deck', like: 'my-deck' } });
		expect(draftDeck({ ...wishes, id: '漢' })).toEqual({ ok: false, fault: { kind: 'id-form', id: '漢' } });
	});

	it.each(['bell \u0007', 'turned \u202e around', 'cut \ud800'])('is refused with characters that no deck may hold', (title) => {
		expect(draftDeck({ id: 'git', title, unit: 'Commits' })).toMatchObject({ ok: false, fault: { kind: 'problems' } });
	});
});

describe('a new unit', () => {
	it('stands beside the last one, with the next number, and is listed', () => {
		const files = withUnit(newDeck(), 'Branches are names');
		expect(Object.keys(files)).toContain('02-branches-are-names.yaml');
		expect(files['deck.yaml']).toMatch(/units:\n {2}- 01-commits\.yaml\n {2}- 02-branches-are-names\.yaml\n$/u);
		clean(files);
	});

	it('checks clean after others like it, whatever its titles hold', () => {
		const titles = hostile.filter((_, index) => index % 3 === 1);
		const files = titles.reduce((before, title) => withUnit(before, title, { section: title, objective: title }), newDeck());
		clean(files);
		expect(checkFiles(files).deck?.units.map(({ title }) => title)).toEqual(['Commits', ...titles]);
	});

	it.each([
		'draw: 1',
		'draw: 2',
		'draw: 3',
		'draw: 3\nbenchmark: 100%',
		'draw: 2\nbenchmark: 60%\npasses: 3',
		'draw: 3\nfloor: 1',
		'draw: 3\nfloor: 3',
		'draw: 1000',
		'benchmark: 1%\ndraw: 1',
		'check: {draw-above-pool: warning}',
		'check: {draw-above-pool: off, similar-stems: info}',
	])('checks clean in a deck that says `%s`', (says) => {
		const files = withUnit(newDeck(), 'First');
		const deck = (files['deck.yaml'] ?? '').replace(/^(?:benchmark|draw): .*\n/gmu, '').replace('units:', `${says}\nunits:`);
		const more = withUnit({ ...files, 'deck.yaml': deck }, 'Second', { section: 'Names', objective: 'Name a branch' });
		const told = checkFiles(more).diagnostics.filter(({ place }) => place.file === '03-second.yaml');
		expect(told).toEqual([]);
		expect(checkFiles(more).deck?.units).toHaveLength(3);
	});

	it.each([
		[['a.yaml'], 'new.yaml'],
		[['1-a.yaml'], '2-new.yaml'],
		[['008_a.yml', '009_b.yml'], '010_new.yml'],
		[['9-a.yaml', '10-b.yaml'], '11-new.yaml'],
		[['units/01-a.yaml', 'units/02-b.yaml'], 'units/03-new.yaml'],
		[['01-a.yaml', 'b.yaml'], 'new.yaml'],
	])('after %j is called %s', (units, expected) => {
		const unit = (index: number) =>
			`unit: u${index}\ntitle: U\nsections: [{id: s, title: S, objective: O, text: T}]\nquestions: [{id: q, section: s, type: true-false, stem: Is it ${index}?, answer: true, explanation: By definition.}]\n`;
		const files = { 'deck.yaml': `deck: d\ntitle: D\nunits:\n${units.map((each) => `  - ${each}\n`).join('')}` };
		const all = { ...files, ...Object.fromEntries(units.map((each, index) => [each, unit(index)])) };
		const draft = drafted(draftUnit(folderOf(all), { title: 'New' }));
		expect([...draft.created.keys()]).toEqual([expected]);
		expect(checkFiles(filesAfter(all, draft)).deck?.units.at(-1)?.id).toBe('new');
		const schema = /\$schema=(\S+)/u.exec(draft.created.get(expected) ?? '')?.[1];
		expect(schema).toBe(expected.includes('/') ? '../.gradus/unit.json' : '.gradus/unit.json');
	});

	it('never takes an id or a file that is there', () => {
		const files = newDeck('Git', 'Commits');
		expect(withUnit(files, 'Commits')).toHaveProperty('02-commits-2.yaml');
		expect(draftUnit(folderOf(files), { title: 'X', id: 'commits' })).toEqual({
			ok: false,
			fault: { kind: 'id-taken', id: 'commits', file: '01-commits.yaml' },
		});
		expect(draftUnit(folderOf(files), { title: 'X', id: 'Not an id' })).toMatchObject({ fault: { kind: 'id-form', like: 'not-an-id' } });
		const named = { 'deck.yaml': 'deck: d\ntitle: D\nunits: [a.yaml]\n', 'a.yaml': 'unit: a\n', 'new.yaml': 'my notes\n' };
		expect(draftUnit(folderOf(named), { title: 'New' })).toEqual({ ok: false, fault: { kind: 'exists', file: 'new.yaml' } });
		// A number that is in use is passed over, listed or not.
		expect(withUnit({ ...files, '02-notes.yaml': 'x\n' }, 'Next')).toHaveProperty('03-next.yaml');
	});

	it('is refused where deck.yaml cannot be read, or cannot be added to', () => {
		expect(draftUnit(folderOf({ 'deck.yaml': 'a: [' }), { title: 'X' })).toEqual({
			ok: false,
			fault: { kind: 'unreadable', file: 'deck.yaml' },
		});
		expect(draftUnit(folderOf({}), { title: 'X' })).toEqual({ ok: false, fault: { kind: 'unreadable', file: 'deck.yaml' } });
		const flow = '{deck: d, title: D, units: {a: b}}\n';
		expect(draftUnit(folderOf({ 'deck.yaml': flow }), { title: 'X' })).toMatchObject({ fault: { kind: 'layout', file: 'deck.yaml' } });
	});
});

/** One of each type as an author gives it, with every part that it can have. */
const given: readonly QuestionDraft[] = [
	{
		type: 'choice',
		stem: 'What does a tag name: one thing, or several?\n\nThink of `git tag -a`.',
		answer: 'One object, mostly a commit',
		distractors: [{ text: 'A copy of the files', feedback: 'Nothing is copied: # no comment' }, { text: 'A line of history' }],
		explanation: 'An annotated tag is an object itself: "it" names another.',
		hints: ['It is a name.', "It doesn't move."],
		group: 'tags',
	},
	{
		type: 'multiple',
		stem: 'Which of these move by themselves?',
		answers: ['The current branch', 'HEAD: a name'],
		distractors: [{ text: 'A tag' }, { text: 'The first commit' }],
		explanation: 'A commit moves the branch that HEAD names.',
	},
	{ type: 'true-false', stem: 'A tag moves.', answer: 'false', explanation: 'Unlike a branch, it stays where it was put.' },
	{ type: 'text', stem: 'Which command lists tags?', answers: ['git tag', 'git tag --list'], explanation: 'Without a name it lists.' },
	{
		type: 'number',
		stem: 'How far is it?',
		answer: '1.10',
		tolerance: '5%',
		unit: 'km',
		explanation: 'Measured along the road.',
	},
];

const pool = `# Further questions.

- id: first # never renamed
  section: writing-a-section
  type: number
  stem: How much is 2 and 3?
  answer: 5

  explanation: Count on from 2.

- id: second
  section: writing-a-section
  type: number
  stem: What makes 10 halved?
  answer: 5
  explanation: |
    Twice 5 is 10.
`;

describe('a new question', () => {
	const deck = newDeck();
	const unit = '01-commits.yaml';
	const withPool: Files = {
		...deck,
		[unit]: (deck[unit] ?? '').replace('sections:', 'pools: [more.yaml]\nsections:'),
		'more.yaml': pool,
	};

	it.each([
		...questionTypes.map((type) => [type, sampleQuestions[type], true] as const),
		...given.map((draft) => [draft.type, draft, false] as const),
	])('of type %s checks clean in a unit and in a pool, with what was given', (type, draft, sample) => {
		for (const file of [unit, 'more.yaml']) {
			const made = drafted(draftQuestion(folderOf(withPool), { file, section: 'writing-a-section', draft, sample }));
			const files = filesAfter(withPool, made);
			clean(files);
			const question = checkFiles(files).deck?.units[0]?.questions.find(({ id }) => id === made.id);
			expect(question).toMatchObject({ type, stem: draft.stem, explanation: draft.explanation, section: 'writing-a-section' });
			expect(files[file]?.startsWith(withPool[file]?.trimEnd() ?? '?')).toBe(true);
		}
	});

	it('takes up the indentation and the empty lines of the list', () => {
		const draft = { type: 'true-false', stem: 'A tag moves.', answer: 'false', explanation: 'It stays.' } as const;
		const made = drafted(draftQuestion(folderOf(withPool), { file: 'more.yaml', section: 'writing-a-section', draft, sample: false }));
		expect(made.edited?.after.slice(pool.length)).toBe(`
- id: a-tag-moves
  type: true-false
  section: writing-a-section
  stem: A tag moves.
  answer: false
  explanation: It stays.
`);
	});

	it('is right for editors too, by the schemas that lie beside the deck', () => {
		const validators = new Map(schemaKinds.map((kind) => [kind, new Ajv({ strict: false }).compile(jsonSchemaOf(kind))]));
		const files = [...questionTypes.map((type) => sampleQuestions[type]), ...given].reduce<Files>((before, draft, index) => {
			const file = index % 2 === 0 ? unit : 'more.yaml';
			const wishes = { file, section: 'writing-a-section', draft, sample: true };
			return filesAfter(before, drafted(draftQuestion(folderOf(before), wishes)));
		}, withPool);
		for (const [file, kind] of [
			['deck.yaml', 'deck'],
			[unit, 'unit'],
			['more.yaml', 'pool'],
		] as const) {
			const validate = validators.get(kind);
			expect([validate?.(parse(files[file] ?? '')), validate?.errors]).toEqual([true, null]);
		}
	});

	it('can be added as a sample any number of times', () => {
		const files = questionTypes.concat(questionTypes).reduce((before, type) => {
			const wishes = { file: unit, section: 'writing-a-section', draft: sampleQuestions[type], sample: true };
			const made = filesAfter(before, drafted(draftQuestion(folderOf(before), wishes)));
			expect(checkFiles(made).diagnostics).toEqual([]);
			return made;
		}, deck);
		expect(checkFiles(files).deck?.units[0]?.questions).toHaveLength(3 + 2 * questionTypes.length);
	});

	it('lets a sketch grow into a unit without a problem, and then takes its silencers away', () => {
		const told: (Draft['sketched'] | undefined)[] = [];
		const words = 'oak ash elm fir yew box bay fig nut pea rye oat hop tea cup pot jar tin lid pan saw axe awl hoe rod net jib oar'.split(
			' ',
		);
		let files = deck;
		for (const [index, word] of words.entries()) {
			const draft: QuestionDraft = {
				type: 'text',
				stem: `Which ${word} stands ${words[(index * 5 + 3) % words.length]} of the ${words[(index * 11 + 7) % words.length]} at ${index}?`,
				answers: [`the ${'abcdefghijklmnopqrstuvwxyz'.slice(index % 20, (index % 20) + 6)}`],
				explanation: 'Nobody has shown otherwise yet.',
			};
			const made = drafted(draftQuestion(folderOf(files), { file: unit, section: 'writing-a-section', draft, sample: false }));
			told.push(made.sketched);
			files = filesAfter(files, made);
			expect(checkFiles(files).diagnostics, `after ${index + 1}`).toEqual([]);
		}
		expect(told.flatMap((each) => each ?? [])).toEqual([
			{ added: ['no-fresh-retry'], removed: ['draw-above-pool'] },
			{ added: ['few-fresh-retries'], removed: ['no-fresh-retry'] },
			{ added: [], removed: ['few-fresh-retries'] },
		]);
		expect(files[unit]).not.toMatch(/gradus-ignore|gradus new question/u);
		expect(files[unit]).toContain('# A first sketch');
	});

	it('silences nothing of a unit that is no sketch, and nothing that was told before', () => {
		const draft = sampleQuestions.text;
		const wishes = { file: unit, section: 'writing-a-section', draft, sample: true };
		const bare = { ...deck, [unit]: (deck[unit] ?? '').replace(/^# (?:gradus-ignore|`gradus new question`).*\n/gmu, '') };
		const made = drafted(draftQuestion(folderOf(bare), wishes));
		expect(made.sketched).toBeUndefined();
		expect(made.edited?.after.split('questions:')[0]).toBe(bare[unit]?.split('questions:')[0]);
	});

	it.each(hostile)('carries any text unchanged: %#', (text) => {
		const stem = `${text}\n${text}`;
		const draft: QuestionDraft = {
			type: 'choice',
			stem,
			answer: `${text}.`,
			distractors: [{ text: `${text}..`, feedback: text }],
			explanation: stem,
			hints: [text],
		};
		for (const file of [unit, 'more.yaml']) {
			const made = drafted(draftQuestion(folderOf(withPool), { file, section: 'writing-a-section', draft, sample: false }));
			const question = checkFiles(filesAfter(withPool, made)).deck?.units[0]?.questions.find(({ id }) => id === made.id);
			expect(question).toMatchObject({
				stem,
				explanation: stem,
				hints: [text],
				options: [{ text: `${text}.` }, { text: `${text}..`, feedback: text }],
			});
		}
	});

	it('gets an id that no other question of the unit and its pools has', () => {
		const draft = sampleQuestions['true-false'];
		const wishes = { file: unit, section: 'writing-a-section', draft, sample: false };
		expect(draftQuestion(folderOf(withPool), { ...wishes, id: 'second' })).toEqual({
			ok: false,
			fault: { kind: 'id-taken', id: 'second', file: 'more.yaml' },
		});
		expect(draftQuestion(folderOf(withPool), { ...wishes, id: 'Second one' })).toMatchObject({ fault: { kind: 'id-form' } });
		expect(draftQuestion(folderOf(withPool), { ...wishes, draft: { ...draft, stem: 'Second?' } })).toMatchObject({ id: 'second-2' });
	});

	it('belongs to a section that every unit of its file has', () => {
		const draft = sampleQuestions.text;
		const two = withUnit(withPool, 'Branches', { id: 'branches', section: 'Names', objective: 'Name a branch' });
		const file = '02-branches.yaml';
		const shared = { ...two, [file]: (two[file] ?? '').replace('sections:', 'pools: more.yaml\nsections:') };
		expect(questionFiles(folderOf(shared)).map((each) => [each.file, each.pool, each.sections.map(({ id }) => id)])).toEqual([
			[unit, false, ['writing-a-section']],
			['more.yaml', true, []],
			[file, false, ['names']],
		]);
		expect(draftQuestion(folderOf(shared), { file, section: 'writing-a-section', draft, sample: false })).toEqual({
			ok: false,
			fault: { kind: 'no-section', section: 'writing-a-section', known: ['names'] },
		});
	});

	it('is refused where it would keep learners out, with the place in what would be written', () => {
		const draft: QuestionDraft = { ...sampleQuestions.choice, distractors: [{ text: sampleQuestions.choice.answer }] };
		const refused = draftQuestion(folderOf(deck), { file: unit, section: 'writing-a-section', draft, sample: false });
		expect(refused).toMatchObject({
			ok: false,
			fault: { kind: 'problems', diagnostics: [{ code: 'same-options', place: { file: unit } }] },
		});
		expect(draftQuestion(folderOf(deck), { file: 'deck.yaml', section: 'x', draft, sample: false })).toMatchObject({
			fault: { kind: 'not-listed' },
		});
	});
});

describe('an item that is added to a list', () => {
	const item = { id: 'new', stem: 'Is it: so?' };

	it.each([
		['block', 'units:\n  - a.yaml\n  - b.yaml\n', 'units:\n  - a.yaml\n  - b.yaml\n  - n.yaml\n'],
		['block at the edge', 'units:\n- a.yaml\ntitle: T\n', 'units:\n- a.yaml\n- n.yaml\ntitle: T\n'],
		['deep block', 'units:\n      - a.yaml\ntitle: T\n', 'units:\n      - a.yaml\n      - n.yaml\ntitle: T\n'],
		['comments', 'units: # all\n  - a.yaml # one\n  # two\n\n# end\n', 'units: # all\n  - a.yaml # one\n  - n.yaml\n  # two\n\n# end\n'],
		['no line end', 'units:\n  - a.yaml', 'units:\n  - a.yaml\n  - n.yaml'],
		['CRLF', 'units:\r\n  - a.yaml\r\ntitle: T\r\n', 'units:\r\n  - a.yaml\r\n  - n.yaml\r\ntitle: T\r\n'],
		['empty lines between', 'units:\n  - a.yaml\n\n  - b.yaml\n', 'units:\n  - a.yaml\n\n  - b.yaml\n\n  - n.yaml\n'],
		['quoted', 'units:\n  - "a.yaml"\n  - \'b.yaml\'\n', 'units:\n  - "a.yaml"\n  - \'b.yaml\'\n  - n.yaml\n'],
		['brackets', 'units: [a.yaml, b.yaml] # all\n', 'units: [a.yaml, b.yaml, n.yaml] # all\n'],
		['brackets with room', 'units: [ a.yaml ]\n', 'units: [ a.yaml, n.yaml ]\n'],
		['brackets over lines', 'units: [\n  a.yaml,\n  b.yaml\n]\n', 'units: [\n  a.yaml,\n  b.yaml,\n  n.yaml\n]\n'],
		['brackets, comma at the end', 'units: [\n  a.yaml, # one\n  b.yaml,\n]\n', 'units: [\n  a.yaml, # one\n  b.yaml,\n  n.yaml,\n]\n'],
		['empty brackets', 'units: [] # none\ntitle: T\n', 'units:\n  - n.yaml # none\ntitle: T\n'],
		['nothing', 'units:\ntitle: T\n', 'units:\n  - n.yaml\ntitle: T\n'],
		['nothing but a comment', 'units: # none yet\ntitle: T\n', 'units: # none yet\n  - n.yaml\ntitle: T\n'],
		['no such key', 'title: T\n', 'title: T\nunits:\n  - n.yaml\n'],
		['a text alone', 'units: a.yaml # one\ntitle: T\n', 'units:\n  - a.yaml # one\n  - n.yaml\ntitle: T\n'],
		['all in braces', '{title: T, units: [a.yaml]}\n', '{title: T, units: [a.yaml, n.yaml]}\n'],
		['end of document', '---\nunits:\n  - a.yaml\n...\n', '---\nunits:\n  - a.yaml\n  - n.yaml\n...\n'],
	])('keeps the layout: %s', (_, before, expected) => {
		expect(withItem(before, { key: 'units', item: 'n.yaml' })).toBe(expected);
	});

	it.each([
		['- id: a\n  stem: A\n', '- id: a\n  stem: A\n- id: new\n  stem: "Is it: so?"\n'],
		['# pool\n-\n  id: a\n', '# pool\n-\n  id: a\n- id: new\n  stem: "Is it: so?"\n'],
		['  - id: a\n    text: |\n      b\n\n', '  - id: a\n    text: |\n      b\n  - id: new\n    stem: "Is it: so?"\n\n'],
		['- id: a\n  text: |+\n    b\n\n', '- id: a\n  text: |+\n    b\n\n- id: new\n  stem: "Is it: so?"\n'],
		['[{id: a}]\n', '[{id: a}, {id: new, stem: "Is it: so?"}]\n'],
		['# nothing yet\n', '# nothing yet\n- id: new\n  stem: "Is it: so?"\n'],
	])('keeps the layout of a pool: %j', (before, expected) => {
		expect(withItem(before, { item })).toBe(expected);
	});

	it('has comments of its own above it, where the list has lines', () => {
		const above = ['# gradus-ignore clang: a quotation'];
		expect(withItem('q:\n- id: a\n', { key: 'q', item: 'b', above })).toBe('q:\n- id: a\n# gradus-ignore clang: a quotation\n- b\n');
		expect(withItem('q: [a]\n', { key: 'q', item: 'b', above })).toBeUndefined();
	});

	it.each([
		['an alias', 'a: &a [x]\nunits: *a\n'],
		['a map', 'units: {a: b}\n'],
		['no YAML', 'units: [\n'],
		['two documents', 'units: [a]\n---\nunits: [b]\n'],
		['a key that stands twice', 'units: [a]\nunits: [b]\n'],
		['a list within a text', 'units'],
	])('is left to the author where more could change: %s', (_, before) => {
		expect(withItem(before, { key: 'units', item: 'n.yaml' })).toBeUndefined();
	});
});

describe('an id that is made', () => {
	it.each([
		['What is a commit?', 'what-is-a-commit'],
		['Crème brûlée', 'creme-brulee'],
		['漢字', 'question'],
		['one two three four five six seven eight nine ten', 'one-two-three-four-five-six-seven-eight'],
		['x'.repeat(100), 'x'.repeat(40)],
		['taken', 'taken-3'],
	])('of %j is %s', (text, id) => {
		expect(newId(text, 'question', (taken) => ['taken', 'taken-2'].includes(taken))).toBe(id);
	});
});
