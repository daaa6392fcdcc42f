// The commands of authors, and of the machines that check what they write.

import type { CheckWords } from './checking/check-options.ts';
import { commandsOf, type Declare, type Perform } from './command-form.ts';
import type { DeckWords, UnitWords } from './commands/new.ts';
import type { QuestionWords } from './drafting/question-words.ts';

export function addAuthorCommands(command: Declare, perform: Perform): void {
	command(
		'check [path...]',
		'for authors and CI: every problem of a deck, with its place',
		'gradus check',
		'gradus check ./my-deck --max-warnings 0',
		'gradus check ./my-deck --rule longest-option=off --format compact',
		'gradus check ./my-deck --against origin/main',
		'gradus check - --stdin-path my-deck/01-basics.yaml < draft.yaml',
	)
		.option('--format <name>', 'pretty, compact, json, github, sarif or junit')
		.option('--json', 'the same as --format json')
		.option('--max-warnings <number>', 'end with 1 when there are more warnings than this')
		.option('--rule <code=severity>', 'off, info, warning or error for one rule; can be repeated', collected)
		.option('--report', 'print the numbers of each unit too: luck, retries, questions by section')
		.option('--against <version>', 'tell what changed since a Git ref, or since the deck in another folder')
		.option('--fix', 'mend what is mechanical, in the files themselves')
		.option('--watch', 'check again whenever a file is saved')
		.option('--stdin-path <file>', 'the file that standard input (-) stands for')
		.option('--no-cache', 'read everything, whatever is remembered from the last check')
		.action((paths: string[], words: CheckWords) =>
			perform(async (context) => {
				const { checkCommand } = await import('./commands/check.ts');
				return checkCommand(context, paths, words);
			}),
		);
	command(
		'explain [code]',
		'for authors: why a rule of the check matters, with examples; without a code, all rules',
		'gradus explain longest-option',
	).action((code: string | undefined) =>
		perform(async (context) => {
			const { explainCommand } = await import('./commands/explain.ts');
			return explainCommand(context, code);
		}),
	);
	command('schema <kind>', 'for editors: the JSON Schema of deck.yaml, of a unit or of a pool', 'gradus schema unit')
		.addHelpText('after', '\nkind is deck, unit or pool.')
		.action((kind: string) =>
			perform(async (context) => {
				const { schemaCommand } = await import('./commands/schema.ts');
				return schemaCommand(context, kind);
			}),
		);
	const making = commandsOf(
		command(
			'new',
			'for authors: make a deck, a unit or a question to go on from',
			'gradus new deck ./my-deck',
			'gradus new unit ./my-deck --title "Branches are names"',
			'gradus new question ./my-deck',
		),
	);
	making(
		'deck [folder]',
		'make a deck with a first unit; asks for what no option gives',
		'gradus new deck ./my-deck',
		'gradus new deck ./git --title "Git from the inside" --unit "Commits are snapshots"',
	)
		.option('--title <text>', 'the name of the deck')
		.option('--id <id>', 'its id; made from the name of the folder unless given')
		.option('--unit <text>', 'the name of its first unit')
		.option('--language <tag>', 'the language it is written in; en unless given')
		.action((folder: string | undefined, words: DeckWords) =>
			perform(async (context) => {
				const { newDeckCommand } = await import('./commands/new.ts');
				return newDeckCommand(context, folder, words);
			}),
		);
	making(
		'unit [deck]',
		'make a unit and list it in the deck; asks for what no option gives',
		'gradus new unit ./my-deck',
		'gradus new unit ./git --title "Branches are names" --section "What a branch is" --objective "Say what a branch is"',
	)
		.option('--title <text>', 'the name of the unit')
		.option('--id <id>', 'its id; made from the name unless given')
		.option('--section <text>', 'the name of its first section; a sample section unless given')
		.option('--objective <text>', 'what a learner can do after that section')
		.action((deck: string | undefined, words: UnitWords) =>
			perform(async (context) => {
				const { newUnitCommand } = await import('./commands/new.ts');
				return newUnitCommand(context, deck, words);
			}),
		);
	making(
		'question [path]',
		'add a question to a unit or a pool; asks for what no option gives',
		'gradus new question ./my-deck',
		'gradus new question ./git/01-commits.yaml --type multiple --sample',
		'gradus new question ./git --type order --stem "What comes first?" --item "git init" --item "git add" --item "git commit" --explanation "Each needs the one before it."',
		'gradus new question ./git --stem "A tag moves." --type true-false --answer false --explanation "It stays where it was put."',
	)
		.option('--type <type>', 'choice, multiple, true-false, text, number, cloze, order or match')
		.option('--section <id>', 'the section it belongs to')
		.option('--id <id>', 'its id; made from the stem unless given')
		.option('--stem <text>', 'what it asks')
		.option('--answer <text>', 'what is right; can be repeated for multiple and text', collected)
		.option('--blank <id=text>', 'what is accepted in a blank that the stem marks, such as {{id}}; can be repeated', collected)
		.option('--item <text>', 'an item to be put in order; repeated, in the right order', collected)
		.option('--pair <left=right>', 'two sides that belong together; repeated', collected)
		.option('--distractor <text>', 'a wrong option, or a right side to spare; can be repeated', collected)
		.option('--feedback <text>', 'why a wrong option does not hold, in the order of the distractors; can be repeated', collected)
		.option('--explanation <text>', 'why the answer is right')
		.option('--tolerance <amount>', 'how far off a number may be: 0.5, or 1%')
		.option('--unit <text>', 'what a number is measured in')
		.option('--hint <text>', 'a hint for practice; can be repeated', collected)
		.option('--group <id>', 'a name for near-twins, of which an attempt asks one')
		.option('--sample', 'a whole sample, to be rewritten in your editor')
		.action((path: string | undefined, words: QuestionWords) =>
			perform(async (context) => {
				const { newQuestionCommand } = await import('./commands/new.ts');
				return newQuestionCommand(context, path, words);
			}),
		);
}

/** Values of an option that can be given more than once. */
function collected(value: string, before: readonly string[] = []): readonly string[] {
	return [...before, value];
}
