// `gradus decks add`, `update` and `remove`: decks from elsewhere, kept in the data folder.

import type { Deck, Id } from '../../model/deck.ts';
import { deckUpdate } from '../../session/deck-update.ts';
import { safeLine } from '../../terminal/safe.ts';
import { renderDeckUpdate } from '../../terminal/views/deck-update.ts';
import { command, counted } from '../../terminal/views/wording.ts';
import type { Origin, Shelf } from '../collection/added-decks.ts';
import { wordsOfNoSource } from '../collection/fetch-wording.ts';
import { nameOf, type Source, sourceOf } from '../collection/source.ts';
import { adviceOn, originOf, withFetched, withShelf } from '../collection/take-deck.ts';
import { type Context, withRecordToRead } from '../context.ts';
import { loadFromYaml, shippedIds } from '../deck-shelf.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { shellWord } from '../shell-word.ts';
import { suggestion } from '../suggestion.ts';

export interface AddWords {
	readonly ref?: string;
	readonly folder?: string;
}

export function addDeckCommand(context: Context, written: string, { ref, folder }: AddWords): Promise<ExitCode> {
	const { environment, printer } = context;
	const named = sourceOf(written, ref, environment.workingFolder);
	if (named.kind !== 'source') {
		printer.complain(wordsOfNoSource(written, named.kind));
		return Promise.resolve(exitCode.usage);
	}
	const { source } = named;
	const again = `gradus decks add ${shellWord(written)}${ref === undefined ? '' : ` --ref ${shellWord(ref)}`}`;
	return withShelf(context, (shelf) =>
		withFetched(context, shelf, source, folder, again, async (taken) => {
			const { deck, files } = taken;
			const refusal = await refusalToAdd(context, shelf, deck);
			if (refusal !== undefined) {
				printer.complain(refusal);
				return exitCode.refused;
			}
			const advice = await adviceOn(files, deck, shelf.folderOf(deck.id));
			shelf.put(deck.id, files, originOf(taken, source, environment.now()));
			const questions = deck.units.reduce((sum, unit) => sum + unit.questions.length, 0);
			printer.print(
				[
					`Added ${safeLine(deck.title)}: ${counted(deck.units.length, 'unit')}, ${counted(questions, 'question')}${pinned(taken)}.`,
					...(advice === undefined ? [] : [advice]),
					`Begin with: ${command('learn', deck.id)}`,
				].join('\n'),
			);
			return exitCode.done;
		}),
	);
}

async function refusalToAdd({ environment }: Context, shelf: Shelf, { id }: Deck): Promise<string | undefined> {
	if ((await shippedIds(environment)).includes(id)) {
		return `A deck called ${id} comes with Gradus, and an id names one deck only. Nothing was added. Use this one by its folder, or give it another id in its deck.yaml.`;
	}
	if (!shelf.ids().includes(id)) return undefined;
	const origin = shelf.originOf(id);
	const from = origin === undefined ? '' : ` (from ${safeLine(nameOf(origin.source))})`;
	return `You have a deck called ${id} already${from}. Nothing was changed. Take its newer version with: ${command('decks update', id)}. To take this one instead, first: ${command('decks remove', id)}. Your history is kept either way.`;
}

function pinned({ commit }: Pick<Origin, 'commit'>): string {
	return commit === undefined ? '' : `, at commit ${commit.slice(0, 12)}`;
}

export function updateDecksCommand(context: Context, name: Id | undefined, dryRun: boolean): Promise<ExitCode> {
	return withShelf(context, async (shelf) => {
		const ids = name === undefined ? shelf.ids().filter((id) => shelf.originOf(id) !== undefined) : [name];
		if (name !== undefined && !shelf.ids().includes(name)) return complainOfUnknown(context, shelf, name);
		if (ids.length === 0) {
			context.printer.print('You have added no decks. Those that come with Gradus are updated with it.');
			return exitCode.done;
		}
		let worst: ExitCode = exitCode.done;
		for (const id of ids) {
			const code = await updateDeck(context, shelf, id, dryRun);
			if (code !== exitCode.done) worst = code;
		}
		return worst;
	});
}

async function updateDeck(context: Context, shelf: Shelf, id: Id, dryRun: boolean): Promise<ExitCode> {
	const { printer, environment, style, width } = context;
	const origin = shelf.originOf(id);
	if (origin === undefined) {
		printer.complain(
			`${broughtByHand(shelf, id)} Put the newer version in its place yourself; or move that folder away, then take the deck with: gradus decks add`,
		);
		return exitCode.refused;
	}
	const again = command('decks update', id);
	// Where it has moved in its source, it is taken anew: its history waits for it.
	const anew = `${command('decks remove', id)} && ${addingOf(origin.source)}`;
	return withFetched(context, shelf, origin.source, origin.inside, anew, async (taken) => {
		if (taken.deck.id !== id) {
			printer.complain(
				`What was the deck ${id} is called ${taken.deck.id} now, and history hangs on the id. Nothing was changed. Add it as a deck of its own: ${command('decks add', shellWord(nameOf(origin.source)))}`,
			);
			return exitCode.refused;
		}
		const before = await loadFromYaml(shelf.folderOf(id));
		if (before.ok && before.deck.digest === taken.deck.digest) {
			printer.print(`${safeLine(taken.deck.title)}: nothing new${pinned(taken)}.`);
			if (!dryRun && taken.commit !== origin.commit) shelf.put(id, taken.files, originOf(taken, origin.source, origin.addedAt));
			return exitCode.done;
		}
		if (before.ok) {
			await withRecordToRead(context, async (record) => {
				printer.print(renderDeckUpdate(deckUpdate(before.deck, taken.deck, record), style, width));
				return exitCode.done;
			});
		}
		if (dryRun) {
			printer.print(`Nothing was changed. Take it with: ${again}`);
			return exitCode.done;
		}
		shelf.put(id, taken.files, originOf(taken, origin.source, environment.now()));
		printer.print(`Updated ${safeLine(taken.deck.title)}${pinned(taken)}.`);
		return exitCode.done;
	});
}

export function removeDeckCommand(context: Context, id: Id): Promise<ExitCode> {
	return withShelf(context, async (shelf) => {
		if (!shelf.ids().includes(id)) return complainOfUnknown(context, shelf, id);
		const origin = shelf.originOf(id);
		if (origin === undefined) {
			context.printer.complain(`${broughtByHand(shelf, id)} It may be the only copy there is, so it is left to you to delete that folder.`);
			return exitCode.refused;
		}
		shelf.remove(id);
		const folder = origin.inside === '.' ? '' : ` --folder ${shellWord(safeLine(origin.inside))}`;
		context.printer.print(
			`Removed the deck ${safeLine(id)}. Your history in it is kept. Have it back with: ${addingOf(origin.source)}${folder}`,
		);
		return exitCode.done;
	});
}

function broughtByHand(shelf: Shelf, id: Id): string {
	return `Gradus does not know where the deck ${safeLine(id)} came from: somebody put it there by hand, as ${safeLine(shelf.folderOf(id))}. Nothing was changed.`;
}

/** The command that would take a deck from there. */
function addingOf(source: Source): string {
	const ref = source.kind === 'git' && source.ref !== undefined ? ` --ref ${shellWord(safeLine(source.ref))}` : '';
	return `${command('decks add', shellWord(safeLine(nameOf(source))))}${ref}`;
}

async function complainOfUnknown({ printer, environment }: Context, shelf: Shelf, id: Id): Promise<ExitCode> {
	const name = safeLine(id);
	if ((await shippedIds(environment)).includes(id)) {
		printer.complain(`The deck ${name} comes with Gradus; it is updated with it, and cannot be removed. Nothing was changed.`);
		return exitCode.refused;
	}
	const known = shelf.ids();
	printer.complain(
		`You have added no deck called ${name}. Nothing was changed. ${suggestion(id, known, known.length === 0 ? '' : `Those you have added: ${known.join(', ')}.`)}`.trimEnd(),
	);
	return exitCode.usage;
}
