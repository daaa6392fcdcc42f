// `gradus completion <shell>` prints what the shell reads; `gradus __complete -- <words>` answers it.

import type { Command } from 'commander';

import type { Deck } from '../../model/deck.ts';
import { safeLine } from '../../terminal/safe.ts';
import { type Candidate, candidatesFor, type Knowledge } from '../completing/candidates.ts';
import { completionScripts, type Shell, shells } from '../completing/scripts.ts';
import type { Context } from '../context.ts';
import { decksAtHand, findDeck } from '../deck-shelf.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { suggestion } from '../suggestion.ts';

export function completionCommand({ printer }: Context, name: string): ExitCode {
	if (isShell(name)) {
		printer.print(completionScripts[name]);
		return exitCode.done;
	}
	printer.complain(`There is no completion for ${safeLine(name)}. ${suggestion(name, shells, `There is one for ${shells.join(', ')}.`)}`);
	return exitCode.usage;
}

/** Never complains: a shell would show it in the middle of a line. */
export async function completeCommand(context: Context, program: Command, words: readonly string[]): Promise<ExitCode> {
	const { words: candidates, files } = await candidatesFor(program, words, knowledgeOf(context));
	const lines = candidates.map(({ word, about }) => `${safeLine(word)}\t${safeLine(about)}`);
	if (files) lines.push(':files');
	if (lines.length > 0) context.printer.print(lines.join('\n'));
	return exitCode.done;
}

function isShell(name: string): name is Shell {
	return shells.some((shell) => shell === name);
}

function knowledgeOf({ environment }: Context): Knowledge {
	const deckOf = async (name: string): Promise<Deck | undefined> => {
		const found = await findDeck(environment, name);
		return found.kind === 'found' && found.shelved.ok ? found.shelved.deck : undefined;
	};
	const named = ({ id, title }: { readonly id: string; readonly title: string }): Candidate => ({ word: id, about: title });
	return {
		decks: async () => (await decksAtHand(environment)).flatMap((shelved) => (shelved.ok ? [named(shelved.deck)] : [])),
		units: async (deck) => ((await deckOf(deck))?.units ?? []).map(named),
		sections: async (deck, unit) => {
			const sections = (await deckOf(deck))?.units.find(({ id }) => id === unit)?.sections ?? [];
			return sections.map(({ id, title }) => ({ word: `${unit}#${id}`, about: title }));
		},
		rules: async () => {
			const { ruleWords } = await import('../completing/rule-words.ts');
			return ruleWords;
		},
	};
}
