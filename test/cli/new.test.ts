import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { describe, expect, it } from 'vitest';
import { newDeckCommand, newQuestionCommand, newUnitCommand } from '../../src/cli/commands/new.ts';
import { type Context, createContext } from '../../src/cli/context.ts';
import type { QuestionWords } from '../../src/cli/drafting/question-words.ts';
import type { Variables } from '../../src/cli/environment.ts';
import type { ExitCode } from '../../src/cli/exit-codes.ts';
import { createPrinter } from '../../src/cli/printer.ts';
import { questionTypes } from '../../src/model/deck.ts';
import { key, type VirtualScreen, virtualScreen } from '../terminal/virtual-screen.ts';
import { type Run, type World, world } from './run-program.ts';

/** No option of `new question`. */
const none: QuestionWords = {};

async function piped({ environment }: World, use: (context: Context) => Promise<ExitCode>): Promise<Run> {
	const [output, errors] = [new PassThrough(), new PassThrough()];
	const printer = createPrinter({ output, errors });
	const code = await use(createContext(environment({ output, errors }), printer, undefined));
	await printer.settled();
	return { code, output: String(output.read() ?? ''), errors: String(errors.read() ?? '') };
}

/** At a terminal, where the keys are pressed by the test. */
function seated(
	{ environment, folder }: World,
	use: (context: Context) => Promise<ExitCode>,
	variables: Variables = {},
): { readonly screen: VirtualScreen; readonly code: Promise<ExitCode> } {
	const screen = virtualScreen({ rows: 60 });
	const { input, output } = screen.io;
	const here = environment({
		variables: { HOME: folder, ...variables },
		input: Object.assign(input, { isTTY: true }),
		output: Object.assign(output, { isTTY: true }),
		errors: output,
	});
	return { screen, code: use(createContext(here, createPrinter({ output, errors: output }), undefined)) };
}

const filesIn = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => !file.startsWith('.cache') && statSync(join(folder, file)).isFile())
		.sort();

const contentsIn = (folder: string) => Object.fromEntries(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

async function withDeck(): Promise<World> {
	const here = world();
	expect(await piped(here, (context) => newDeckCommand(context, './git', { title: 'Git', unit: 'Commits' }))).toMatchObject({ code: 0 });
	return here;
}

/** What `gradus check` ends with. */
const check = ({ run }: World, ...argv: readonly string[]) => run(['check', '--max-warnings', '0', ...argv]);

describe('gradus new deck', () => {
	it('writes a deck that checks clean and can be opened, and says what to do next', async () => {
		const here = world();
		const made = await piped(here, (context) => newDeckCommand(context, 'courses/git', { title: 'Git from the inside', unit: 'Commits' }));
		expect(made).toEqual({
			code: 0,
			errors: '',
			output: `Written:
  courses/git/01-commits.yaml
  courses/git/deck.yaml
  courses/git/.gradus (JSON Schemas, so that your editor helps)

Next:
  gradus check ./courses/git
  gradus learn ./courses/git
`,
		});
		expect(filesIn(join(here.folder, 'courses/git'))).toEqual([
			'.gradus/deck.json',
			'.gradus/pool.json',
			'.gradus/unit.json',
			'01-commits.yaml',
			'deck.yaml',
		]);
		expect(await check(here, './courses/git')).toMatchObject({ code: 0, output: expect.stringContaining('no problems') });
		expect(await here.run(['map', './courses/git'])).toMatchObject({ code: 0, output: expect.stringContaining('Git from the inside') });
	});

	it('takes the id from the folder, the working folder too', async () => {
		const here = world();
		await piped(here, (context) => newDeckCommand(context, 'My Courses', { title: 'T' }));
		expect(readFileSync(join(here.folder, 'My Courses/deck.yaml'), 'utf8')).toContain('deck: my-courses\n');
		const made = await piped(here, (context) => newDeckCommand(context, '.', { title: 'T', id: 'here', language: 'de' }));
		expect(made.output).toContain('gradus check .\n');
		expect(readFileSync(join(here.folder, 'deck.yaml'), 'utf8')).toMatch(/deck: here\n.*language: de\n/su);
	});

	it.each([
		[undefined, {}, 'a folder and --title'],
		['git', {}, '--title'],
		['git', { title: '  ' }, '--title'],
	])('names what is missing where nobody can be asked: %j %j', async (folder, words, missing) => {
		const here = world();
		const run = await piped(here, (context) => newDeckCommand(context, folder, words));
		expect(run).toEqual({
			code: 2,
			output: '',
			errors: `gradus new deck needs ${missing} where there is no terminal to ask in. Nothing was written.\n`,
		});
		expect(filesIn(here.folder)).toEqual([]);
	});

	it('overwrites nothing, and then writes nothing', async () => {
		const here = await withDeck();
		const before = contentsIn(here.folder);
		const again = await piped(here, (context) => newDeckCommand(context, 'git', { title: 'Other', unit: 'Trees' }));
		expect(again).toMatchObject({
			code: 2,
			output: '',
			errors: expect.stringMatching(/^git\/deck\.yaml is there already.*Nothing was written/u),
		});
		writeFileSync(join(here.folder, 'file'), '');
		const file = await piped(here, (context) => newDeckCommand(context, 'file', { title: 'Other' }));
		expect(file).toMatchObject({ code: 2, errors: expect.stringContaining('is a file') });
		symlinkSync('nowhere', join(here.folder, 'dangling.yaml'));
		mkdirSync(join(here.folder, 'linked'));
		symlinkSync(join(here.folder, 'elsewhere.yaml'), join(here.folder, 'linked/deck.yaml'));
		const linked = await piped(here, (context) => newDeckCommand(context, 'linked', { title: 'Other' }));
		expect(linked).toMatchObject({ code: 2, errors: expect.stringContaining('linked/deck.yaml is there already') });
		expect(existsSync(join(here.folder, 'elsewhere.yaml'))).toBe(false);
		expect(readdirSync(join(here.folder, 'linked'))).toEqual(['deck.yaml']);
		expect(contentsIn(join(here.folder, 'git'))).toEqual(
			Object.fromEntries(Object.entries(before).map(([path, text]) => [path.replace('git/', ''), text])),
		);
	});

	it('writes nothing outside its folder, through a link neither', async () => {
		const here = world();
		mkdirSync(join(here.folder, 'git'));
		mkdirSync(join(here.folder, 'outside'));
		symlinkSync('../outside', join(here.folder, 'git/.gradus'));
		const run = await piped(here, (context) => newDeckCommand(context, 'git', { title: 'Git' }));
		expect(run).toMatchObject({ code: 2, errors: expect.stringContaining('outside') });
		expect(filesIn(here.folder)).toEqual([]);
	});

	it('refuses an id and characters that no deck may have, with what to do', async () => {
		const here = world();
		const id = await piped(here, (context) => newDeckCommand(context, 'git', { title: 'Git', id: 'Git Basics' }));
		expect(id).toMatchObject({ code: 2, errors: expect.stringContaining('Write git-basics instead.') });
		const bell = await piped(here, (context) => newDeckCommand(context, 'git', { title: 'Git \u0007' }));
		expect(bell).toMatchObject({
			code: 2,
			errors: expect.stringMatching(/git\/deck\.yaml: error: .*\[control-character\].*Nothing was written/su),
		});
		expect(bell.errors).not.toContain('\u0007');
		expect(filesIn(here.folder)).toEqual([]);
	});

	it('asks again for an id that is none, and keeps what was answered before', async () => {
		const here = world();
		const { screen, code } = seated(here, (context) => newDeckCommand(context, 'git', { title: 'Git', unit: 'Commits' }));
		await screen.press('My Deck!', key.enter);
		expect(await screen.text()).toMatch(/An id has .*as in my-deck, and My\s+Deck! is none\.\s+Its id\?/su);
		await screen.press('my-deck', key.enter);
		expect(await code).toBe(0);
		expect(readFileSync(join(here.folder, 'git/deck.yaml'), 'utf8')).toContain('deck: my-deck\n');
	});

	it('names the files of a question in a way that works as typed, and places of what was not written without lines', async () => {
		const { run } = world();
		await run(['new', 'deck', 'my', '--title', 'My']);
		await run(['new', 'unit', 'my', '--title', 'More']);
		const several = await run(['new', 'question', 'my', '--sample']);
		expect(several).toMatchObject({ code: 2, errors: expect.stringContaining('my/01-the-basics.yaml, my/02-more.yaml.') });
		expect(await run(['new', 'question', 'my/02-more.yaml', '--sample'])).toMatchObject({ code: 0 });
		const options = ['--stem', 'Which one?', '--answer', 'This', '--distractor', 'This', '--explanation', 'It is so.'];
		const twice = await run(['new', 'question', 'my/02-more.yaml', ...options]);
		expect(twice.code).toBe(2);
		expect(twice.errors).toMatch(/^my\/02-more\.yaml: error: .*\[same-options\]/u);
		expect(twice.errors).not.toMatch(/│|(?:^|\s)02-more/u);
	});

	it('asks in plain lines at a terminal that can draw nothing', async () => {
		const here = world();
		const { screen, code } = seated(here, (context) => newDeckCommand(context, undefined, {}), { TERM: 'dumb' });
		await screen.press('git\n', '\n', ':h\n', 'Git: inside\n', 'Not an id\n', '\n', 'Commits\n');
		expect(await code).toBe(0);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			In which folder?

			Your answer (:q stop, :h help): 
			What is the deck called?

			Your answer (:q stop, :h help): 
			That line was empty. Please type an answer.

			Your answer (:q stop, :h help): 
			Type your answer on one line, and Enter.
			Or type one of these, and Enter:
			:s - say this again
			:q - stop; nothing is written
			:h - this help
			To answer with one of these very texts, type a second colon before it: ::q
			answers :q.

			Your answer (:q stop, :h help): 
			Its id? It stays the same for ever.

			Your answer (Enter: take git, :q stop, :h help): 
			An id has lower-case letters, digits and single hyphens, as in not-an-id, and
			Not an id is none. Its id? It stays the same for ever.

			Your answer (Enter: take git, :q stop, :h help): 
			What is its first unit called?

			Your answer (Enter: take The basics, :q stop, :h help): 
			Written:
			  git/01-commits.yaml
			  git/deck.yaml
			  git/.gradus (JSON Schemas, so that your editor helps)

			Next:
			  gradus check ./git
			  gradus learn ./git"
		`);
		expect(screen.raw()).not.toContain('\x1b');
		expect(await check(here, './git')).toMatchObject({ code: 0 });

		const { screen: second, code: chosen } = seated(here, (context) => newQuestionCommand(context, './git', none), { TERM: 'dumb' });
		await second.press('9\n', 's\n', ':h\n');
		expect(await second.text()).toMatchInlineSnapshot(`
			"
			What kind of question?
			1. choice: one right option among wrong ones
			2. multiple: several right options, all to be picked
			3. true-false: a claim
			4. text: a word or a few, typed
			5. number: a number, typed
			6. cloze: a text with blanks to be filled
			7. order: items to be put in order
			8. match: pairs to be found

			Your choice, 1 to 8 (Enter for 1, h help): 
			"9" was not understood. Please type one number from 1 to 8.

			Your choice, 1 to 8 (Enter for 1, h help): 
			What kind of question?
			1. choice: one right option among wrong ones
			2. multiple: several right options, all to be picked
			3. true-false: a claim
			4. text: a word or a few, typed
			5. number: a number, typed
			6. cloze: a text with blanks to be filled
			7. order: items to be put in order
			8. match: pairs to be found

			Your choice, 1 to 8 (Enter for 1, h help): 
			Type the number of what you would like to do, and Enter. Enter alone takes 1.
			Or type one of these, and Enter:
			s - say this again
			q - stop; nothing is written
			h - this help

			Your choice, 1 to 8 (Enter for 1, h help): "
		`);
		await second.press('q\n');
		expect(await chosen).toBe(0);
		expect((await second.text()).endsWith('Stopped. Nothing was written.')).toBe(true);
	});

	it('asks at a terminal for what is not given, and takes what it suggests on Enter', async () => {
		const here = world();
		const { screen, code } = seated(here, (context) => newDeckCommand(context, undefined, {}));
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			In which folder?

			▸ 

			Enter go on · Ctrl-C stop, nothing is written"
		`);
		await screen.press('git', key.enter);
		await screen.press(key.enter);
		expect(await screen.text()).toContain('Nothing typed yet.');
		await screen.press('Git: inside', key.enter);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			In which folder?

			▸ git

			What is the deck called?

			▸ Git: inside

			Its id? It stays the same for ever.

			▸ 

			Enter take git · Ctrl-C stop, nothing is written"
		`);
		await screen.press(key.enter, 'Commits', key.enter);
		expect(await code).toBe(0);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			In which folder?

			▸ git

			What is the deck called?

			▸ Git: inside

			Its id? It stays the same for ever.

			▸ git

			What is its first unit called?

			▸ Commits

			Written:
			  git/01-commits.yaml
			  git/deck.yaml
			  git/.gradus (JSON Schemas, so that your editor helps)

			Next:
			  gradus check ./git
			  gradus learn ./git"
		`);
		expect(screen.isRaw()).toBe(false);
		expect(readFileSync(join(here.folder, 'git/deck.yaml'), 'utf8')).toContain('deck: git\ntitle: "Git: inside"\n');
		expect(await check(here, './git')).toMatchObject({ code: 0 });
	});

	it.each([
		['Ctrl-C', key.ctrlC, 130],
		['the end of input', key.ctrlD, 3],
	])('leaves with nothing written after %s', async (_, pressed, expected) => {
		const here = world();
		const { screen, code } = seated(here, (context) => newDeckCommand(context, 'git', {}));
		await screen.press('Git', key.enter, pressed);
		expect(await code).toBe(expected);
		expect(await screen.text()).toContain('Stopped. Nothing was written.');
		expect(screen.isRaw()).toBe(false);
		expect(filesIn(here.folder)).toEqual([]);
	});
});

describe('gradus new unit', () => {
	it('writes the next unit and lists it, and the deck checks clean', async () => {
		const here = await withDeck();
		const made = await piped(here, (context) =>
			newUnitCommand(context, './git', { title: 'Branches', section: 'Names of commits', objective: 'Say what a branch is' }),
		);
		expect(made).toEqual({
			code: 0,
			errors: '',
			output: `Written:
  git/02-branches.yaml
  git/deck.yaml (branches added)

Next:
  gradus check ./git
  gradus learn ./git
`,
		});
		expect(readFileSync(join(here.folder, 'git/02-branches.yaml'), 'utf8')).toMatch(
			/- id: names-of-commits\n {4}title: Names of commits\n {4}objective: Say what a branch is\n/u,
		);
		expect(await check(here, './git')).toMatchObject({ code: 0 });
	});

	it('works inside the deck, brings schemas where there are none, and keeps the permissions of deck.yaml', async () => {
		const here = world();
		writeFileSync(join(here.folder, 'deck.yaml'), '# mine\ndeck: d\ntitle: D\nunits: [a.yaml] # one\n', { mode: 0o640 });
		writeFileSync(join(here.folder, 'a.yaml'), 'unit: a\n');
		const made = await piped(here, (context) => newUnitCommand(context, undefined, { title: 'B', id: 'second' }));
		expect(made).toMatchObject({ code: 0, output: expect.stringContaining('.gradus (JSON Schemas') });
		expect(readFileSync(join(here.folder, 'deck.yaml'), 'utf8')).toBe('# mine\ndeck: d\ntitle: D\nunits: [a.yaml, second.yaml] # one\n');
		expect(statSync(join(here.folder, 'deck.yaml')).mode & 0o777).toBe(0o640);
		expect(existsSync(join(here.folder, '.gradus/unit.json'))).toBe(true);
	});

	it('says kindly why it writes nothing', async () => {
		const here = await withDeck();
		const unit = (path: string | undefined, words: Parameters<typeof newUnitCommand>[2]) =>
			piped(here, (context) => newUnitCommand(context, path, words));
		const before = contentsIn(here.folder);
		expect(await unit('./git', {})).toMatchObject({ code: 2, errors: expect.stringContaining('needs --title where') });
		expect(await unit('./git', { title: 'X', section: 'S' })).toMatchObject({
			code: 2,
			errors: expect.stringContaining('needs --objective where'),
		});
		expect(await unit('./git', { title: 'X', id: 'commits' })).toMatchObject({
			code: 2,
			errors: expect.stringContaining('taken already, in git/01-commits.yaml'),
		});
		expect(await unit('./nowhere', { title: 'X' })).toMatchObject({
			code: 2,
			errors: 'There is no file or folder ./nowhere. Nothing was written. Make a deck with: gradus new deck ./my-deck\n',
		});
		expect(await unit('./.cache', { title: 'X' })).toMatchObject({ code: 2 });
		expect(contentsIn(here.folder)).toEqual(before);
		writeFileSync(join(here.folder, 'git/deck.yaml'), 'deck: d\ntitle: D\nlist: &l [01-commits.yaml]\nunits: *l\n');
		expect(await unit('./git', { title: 'X' })).toMatchObject({
			code: 2,
			errors: expect.stringContaining('The list in git/deck.yaml has a form'),
		});
	});

	it('asks at a terminal for its title and its first section', async () => {
		const here = await withDeck();
		const { screen, code } = seated(here, (context) => newUnitCommand(context, 'git', {}));
		await screen.press('Branches', key.enter, 'Names', key.enter, 'Name a branch', key.enter);
		expect(await code).toBe(0);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			What is the unit called?

			▸ Branches

			What is its first section called?

			▸ Names

			What can a learner do after that section? Begin with a verb.

			▸ Name a branch

			Written:
			  git/02-branches.yaml
			  git/deck.yaml (branches added)

			Next:
			  gradus check ./git
			  gradus learn ./git"
		`);
		expect(await check(here, './git')).toMatchObject({ code: 0 });
	});
});

describe('gradus new question', () => {
	const unit = 'git/01-commits.yaml';

	it.each([
		[{ type: 'choice', answer: ['One tree'], distractor: ['Two trees', 'A diff'], feedback: ['', 'It is computed when asked.'] }],
		[{ type: 'multiple', answer: ['An author', 'A message'], distractor: ['A branch', 'A remote'] }],
		[{ type: 'true-false', answer: ['false'] }],
		[{ type: 'text', answer: ['tree', 'one tree'] }],
		[{ type: 'number', answer: ['40'], tolerance: '1%', unit: 'digits' }],
	])('adds one by its options: %j', async (parts) => {
		const here = await withDeck();
		const words = {
			...none,
			...parts,
			stem: 'What stands in it, then?',
			explanation: 'Look with git cat-file.',
			hint: ['Look.'],
			group: 'g',
		};
		const made = await piped(here, (context) => newQuestionCommand(context, `./${unit}`, words));
		expect(made).toMatchObject({ code: 0, errors: '', output: expect.stringContaining(`${unit} (what-stands-in-it-then added)`) });
		expect(await check(here, './git')).toMatchObject({ code: 0 });
		const text = readFileSync(join(here.folder, unit), 'utf8');
		for (const part of [...parts.answer, 'group: g', '- Look.', ...('distractor' in parts ? parts.distractor : [])])
			expect(text).toContain(part);
	});

	it.each([
		[
			'Git has a {{tree}} and a {{other-part}}.',
			{ type: 'cloze', blank: ['other-part=blob', 'tree=tree', 'tree = a = b'] },
			'  blanks:\n      tree:\n        - tree\n        - a = b\n      other-part: blob\n',
		],
		['What comes first?', { type: 'order', item: ['git init', 'git add'] }, '  items:\n      - git init\n      - git add\n'],
		[
			'What belongs together?',
			{ type: 'match', pair: ['git add=the index', 'git commit=a, b'], distractor: ['the remote'], feedback: ['Not yet.'] },
			'  pairs:\n      - [git add, the index]\n      - [git commit, "a, b"]\n    distractors:\n      - text: the remote\n        feedback: Not yet.\n',
		],
	])('adds one of several parts: %s', async (stem, parts, written) => {
		const here = await withDeck();
		const words = { ...none, ...parts, stem, explanation: 'Look with git cat-file.' };
		const made = await piped(here, (context) => newQuestionCommand(context, `./${unit}`, words));
		expect(made).toMatchObject({ code: 0, errors: '' });
		expect(await check(here, './git')).toMatchObject({ code: 0 });
		expect(readFileSync(join(here.folder, unit), 'utf8')).toContain(written);
	});

	it.each([
		['a part of another type', { type: 'order', answer: ['a'] }, 'A question of type order has no --answer.'],
		['a pair without its sign', { type: 'match', pair: ['a', 'b=c'] }, '--pair takes a left side and its right side with = between them'],
		['a blank that is not filled', { type: 'cloze', blank: ['a=x'] }, '--blank "b=..."'],
	])('refuses %s, and says what to write', async (_, parts, said) => {
		const here = await withDeck();
		const words = { ...none, ...parts, stem: 'A {{a}} and a {{b}}.', explanation: 'So it is.' };
		const made = await piped(here, (context) => newQuestionCommand(context, `./${unit}`, words));
		expect(made).toMatchObject({ code: 2, errors: expect.stringContaining(said) });
	});

	it.each(questionTypes)('adds a sample of type %s to be rewritten', async (type) => {
		const here = await withDeck();
		const made = await piped(here, (context) => newQuestionCommand(context, './git', { ...none, type, sample: true }));
		expect(made).toMatchObject({ code: 0, errors: '' });
		expect(await check(here, './git')).toMatchObject({ code: 0 });
	});

	it('adds to a pool, and asks which file where there are several', async () => {
		const here = await withDeck();
		const text = readFileSync(join(here.folder, unit), 'utf8');
		writeFileSync(join(here.folder, unit), text.replace('sections:', 'pools: [pools/more.yaml]\nsections:'));
		mkdirSync(join(here.folder, 'git/pools'));
		const first = '- {id: a, section: writing-a-section, type: true-false, stem: Is it?, answer: true, explanation: By definition.}\n';
		writeFileSync(join(here.folder, 'git/pools/more.yaml'), first);
		const several = await piped(here, (context) => newQuestionCommand(context, './git', { ...none, sample: true }));
		expect(several).toMatchObject({ code: 2, errors: expect.stringContaining('git/01-commits.yaml, git/pools/more.yaml') });
		const { screen, code } = seated(here, (context) => newQuestionCommand(context, 'git', { ...none, type: 'text', sample: true }));
		expect(await screen.text()).toContain('2  pools/more.yaml: Commits (a pool)');
		await screen.press('2', key.enter);
		expect(await code).toBe(0);
		expect(readFileSync(join(here.folder, 'git/pools/more.yaml'), 'utf8')).toMatch(/^- \{id: a.*\}\n(?:# .*\n)?- id: which-key/u);
	});

	it('says kindly why it writes nothing', async () => {
		const here = await withDeck();
		const before = contentsIn(here.folder);
		const question = async (words: Partial<QuestionWords>, path = `./${unit}`) => {
			const run = await piped(here, (context) => newQuestionCommand(context, path, { ...none, ...words }));
			expect(run).toMatchObject({ code: 2, output: '' });
			expect(run.errors).toContain('Nothing was written.');
			return run.errors;
		};
		const whole = { stem: 'Is it so?', answer: ['Yes'], distractor: ['No'], explanation: 'By definition.' };
		expect(await question({})).toContain('needs --stem (or --sample), --answer, --distractor and --explanation where');
		expect(await question({ stem: 'Is it?' })).toContain('needs --answer, --distractor and --explanation where');
		expect(await question({ ...whole, type: 'choise' })).toContain('Did you mean choice?');
		expect(await question({ ...whole, section: 'writing' })).toContain('There is no section called writing there.');
		expect(await question({ ...whole, type: 'text' })).toContain('A question of type text has no --distractor.');
		expect(await question({ ...whole, answer: ['A', 'B'] })).toContain('--type multiple');
		expect(await question({ ...whole, sample: true })).toContain('--sample writes a whole question');
		expect(await question({ ...whole, feedback: ['a', 'b'] })).toContain('Each --feedback belongs to a --distractor');
		expect(await question({ ...whole, id: 'enough-for-three' })).toContain('taken already');
		expect(await question({ ...whole, distractor: ['Yes'] })).toContain('[same-options]');
		expect(await question({ stem: 'Is it so?', explanation: 'By definition.', type: 'true-false', answer: ['maybe'] })).toContain(
			'expected `true` or `false`',
		);
		expect(await question(whole, './git/.gradus/unit.json')).toContain('.gradus/unit.json');
		expect(contentsIn(here.folder)).toEqual(before);
	});

	it('asks at a terminal for everything, by menus and lines', async () => {
		const here = await withDeck();
		const { screen, code } = seated(here, (context) => newQuestionCommand(context, 'git', none));
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			What kind of question?

			▸ 1  choice: one right option among wrong ones
			  2  multiple: several right options, all to be picked
			  3  true-false: a claim
			  4  text: a word or a few, typed
			  5  number: a number, typed
			  6  cloze: a text with blanks to be filled
			  7  order: items to be put in order
			  8  match: pairs to be found

			Enter go · ↑↓ move · q stop · h keys"
		`);
		await screen.press(key.enter, 'What does a commit name?', key.enter, 'One tree', key.enter);
		await screen.press('A list of lines', key.enter, 'Git computes it when asked.', key.enter);
		await screen.press('A branch', key.enter, key.enter, key.enter, 'It names the whole project.', key.enter);
		expect(await code).toBe(0);
		expect(await screen.text()).toMatchInlineSnapshot(`
			"
			What kind of question?

			▸ choice: one right option among wrong ones

			What does it ask?

			▸ What does a commit name?

			The right option.

			▸ One tree

			A wrong option: a mistake that learners make.

			▸ A list of lines

			Why does it not hold? Who picks it is told.

			▸ Git computes it when asked.

			A wrong option: a mistake that learners make. Another one?

			▸ A branch

			Why does it not hold? Who picks it is told.

			▸ no feedback

			A wrong option: a mistake that learners make. Another one?

			▸ that is all

			Why is that right? Shown after each miss.

			▸ It names the whole project.

			Written:
			  git/01-commits.yaml (what-does-a-commit-name added)

			Next:
			  gradus check ./git
			  gradus learn ./git"
		`);
		expect(readFileSync(join(here.folder, unit), 'utf8')).toMatch(/\n {2}- id: what-does-a-commit-name\n.*project\.\n$/su);
		expect(await check(here, './git')).toMatchObject({ code: 0 });
	});

	it.each(['multiple', 'true-false', 'text', 'number'])('asks for the parts of type %s', async (type) => {
		const here = await withDeck();
		const { screen, code } = seated(here, (context) => newQuestionCommand(context, 'git', { ...none, type }));
		await screen.press('What is it that stands there?', key.enter);
		const keys: Readonly<Record<string, readonly string[]>> = {
			multiple: ['A name', key.enter, 'A date', key.enter, key.enter, 'A road', key.enter, key.enter, key.enter],
			'true-false': ['2', key.enter],
			text: ['tree', key.enter, key.enter],
			number: ['40', key.enter, '1%', key.enter, key.enter],
		};
		await screen.press(...(keys[type] ?? []), 'It was put there.', key.enter);
		expect(await code).toBe(0);
		expect(await check(here, './git')).toMatchObject({ code: 0 });
	});

	it('writes a sample where no stem is typed, and nothing after q or Ctrl-C', async () => {
		const here = await withDeck();
		const before = contentsIn(here.folder);
		for (const [pressed, expected] of [
			['q', 0],
			[key.ctrlC, 130],
		] as const) {
			const { screen, code } = seated(here, (context) => newQuestionCommand(context, 'git', none));
			await screen.press(pressed);
			expect(await code).toBe(expected);
			expect(await screen.text()).toContain('Stopped. Nothing was written.');
		}
		expect(contentsIn(here.folder)).toEqual(before);
		const { screen, code } = seated(here, (context) => newQuestionCommand(context, 'git', none));
		await screen.press('5', key.enter, key.enter);
		expect(await code).toBe(0);
		expect(await screen.text()).toContain('attempts-ask-10-questions-each-how-many added');
	});
});
