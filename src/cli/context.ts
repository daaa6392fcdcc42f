// What every command works with: the streams, the look, the decks, the record. Opened when first needed.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Deck } from '../model/deck.ts';
import { emptyRecord } from '../session/empty-record.ts';
import type { LearnerRecord } from '../session/ports.ts';
import { plainStyle } from '../terminal/in-words.ts';
import { safe } from '../terminal/safe.ts';
import { createStyle, type Style } from '../terminal/style.ts';
import { sizeOf } from '../terminal/terminal-io.ts';
import { command } from '../terminal/views/wording.ts';
import { decksAtHand, findDeck, type ShelvedDeck } from './deck-shelf.ts';
import { type Environment, isInteractive } from './environment.ts';
import { type ExitCode, exitCode } from './exit-codes.ts';
import { messageOfFault, messageOfNotice } from './fault-messages.ts';
import { recordFileOf } from './folders.ts';
import { alone, type Learner, likelyMeant } from './learner-name.ts';
import { lookOf, themeFault } from './look.ts';
import { wantsPlain } from './manner.ts';
import { shownPath } from './paths.ts';
import type { Printer } from './printer.ts';
import { shellWord } from './shell-word.ts';
import { suggestion } from './suggestion.ts';

export interface Context {
	readonly environment: Environment;
	readonly printer: Printer;
	readonly style: Style;
	/** Columns of the output. */
	readonly width: number;
	/** `--db`, as given. */
	readonly recordOption: string | undefined;
	readonly learner: Learner;
	/** `--plain` was given. */
	readonly plainOption: boolean;
}

/** @param learner one who is alone with the record, unless stated. */
export function createContext(
	environment: Environment,
	printer: Printer,
	recordOption: string | undefined,
	learner: Learner = alone,
	plainOption = false,
): Context {
	const fault = themeFault(environment.variables);
	if (fault !== undefined) printer.complain(fault);
	let style: Style | undefined;
	return {
		environment,
		printer,
		get style() {
			style ??= plainOption || isSpokenTo(environment) ? plainStyle : createStyle(lookOf(environment));
			return style;
		},
		get width() {
			return sizeOf(environment.output).columns;
		},
		recordOption,
		learner,
		plainOption,
	};
}

/** In plain mode, what is printed is plain too. Standard input is asked last: it takes a while to be made, and most commands read nothing. */
function isSpokenTo(environment: Environment): boolean {
	return wantsPlain(environment) && isInteractive(environment);
}

/** For commands that only look: no file is made where there is none. */
export async function withRecordToRead(context: Context, use: (record: LearnerRecord) => Promise<ExitCode>): Promise<ExitCode> {
	const file = recordFileOf(context.environment, context.recordOption);
	if (file === undefined || !existsSync(file)) return use(emptyRecord);
	return withRecord(context, use, true);
}

/**
 * Opens the record, making it where there is none; closes it after use, whatever happens.
 *
 * @param onlyLook nothing is kept, so that the record may lie where nothing can be written.
 */
export async function withRecord(
	context: Context,
	use: (record: LearnerRecord & { close(): void }) => Promise<ExitCode>,
	onlyLook = false,
): Promise<ExitCode> {
	const { environment, printer, learner } = context;
	const file = recordFileOf(environment, context.recordOption);
	if (file === undefined) return complainOfNoHome(context);
	const { openRecord } = await import('../store/index.ts');
	const opened = openRecord(file, learner.name, { now: environment.now, onlyLook });
	if (!opened.ok) {
		printer.complain(messageOfFault(opened.fault));
		return exitCode.failure;
	}
	for (const notice of opened.notices) printer.complain(messageOfNotice(notice, file));
	try {
		const meant = learner.named
			? likelyMeant(
					learner,
					opened.record.learners().map((each) => each.learner),
				)
			: undefined;
		if (meant !== undefined) printer.complain(`${meant} Everybody here: ${command('learners', ...recordRoute(context))}`);
		return await use(opened.record);
	} finally {
		opened.record.close();
	}
}

/** Runs `use` with the deck named, or the one last used, or the first at hand; says what is wrong where there is none. */
export async function withDeck(
	context: Context,
	record: LearnerRecord,
	name: string | undefined,
	use: (deck: Deck, folder: string) => Promise<ExitCode>,
): Promise<ExitCode> {
	if (name !== undefined) return withNamedDeck(context, name, use);
	const [latest] = record.recentDecks();
	const shelved = await decksAtHand(context.environment);
	const sound = shelved.filter((entry) => entry.ok);
	const chosen = sound.find(({ deck }) => deck.id === latest) ?? sound[0];
	if (chosen !== undefined) return use(addressed(context, chosen.deck), chosen.folder);
	const [broken] = shelved;
	return broken === undefined || broken.ok ? complainOfNoDecks(context) : complainOfBrokenDeck(context, broken);
}

async function withNamedDeck(context: Context, name: string, use: (deck: Deck, folder: string) => Promise<ExitCode>): Promise<ExitCode> {
	const { printer, environment } = context;
	const found = await findDeck(environment, name);
	switch (found.kind) {
		case 'found':
			return found.shelved.ok
				? use(addressed(context, found.shelved.deck, name), found.shelved.folder)
				: complainOfBrokenDeck(context, found.shelved);
		case 'no-folder':
			printer.complain(
				`There is no folder ${safe(name)}. Nothing was changed. Name a deck's folder, or a deck by its id: gradus decks list.`,
			);
			return exitCode.usage;
		case 'unknown': {
			const hint = suggestion(found.id, found.known, `Decks here: ${found.known.join(', ') || 'none'}.`);
			printer.complain(`There is no deck called ${safe(found.id)}. ${hint}`);
			return exitCode.usage;
		}
	}
}

/** What a printed command must say to find the same record and the same learner, and to speak in the same manner; ready for a shell. */
export function routeOf({ recordOption, learner, plainOption }: Context): readonly string[] {
	return [
		...recordRoute({ recordOption }),
		...(learner.option === undefined ? [] : ['--learner', shellWord(learner.option)]),
		...(plainOption ? ['--plain'] : []),
	];
}

function recordRoute({ recordOption }: Pick<Context, 'recordOption'>): readonly string[] {
	return recordOption === undefined ? [] : ['--db', shellWord(recordOption)];
}

/** The deck with what a printed command must say to reach it again, and with this record. */
export function addressed(context: Context, deck: Deck, name = deck.id): Deck {
	const route = routeOf(context);
	return route.length === 0 && name === deck.id ? deck : { ...deck, address: [...route, shellWord(name)].join(' ') };
}

export function complainOfNoHome({ printer }: Context): ExitCode {
	printer.complain(
		'Gradus does not know where to keep your record, because this user has no home folder. Nothing was changed. Name a file with --db or GRADUS_DB.',
	);
	return exitCode.failure;
}

function complainOfNoDecks({ printer }: Context): ExitCode {
	printer.complain('There are no decks here. Name a deck by its folder, as in: gradus learn ./my-deck');
	return exitCode.failure;
}

/** A deck with errors is refused as a whole, with all of them shown. */
export async function complainOfBrokenDeck(context: Context, broken: Extract<ShelvedDeck, { readonly ok: false }>): Promise<ExitCode> {
	const { renderDiagnostics } = await import('../terminal/views/diagnostics.ts');
	const { printer, style, width, environment } = context;
	const shown = (file: string) => shownPath(environment.workingFolder, resolve(environment.workingFolder, broken.folder, file));
	const told = broken.diagnostics.map(({ place, related, ...rest }) => ({
		...rest,
		place: { ...place, file: shown(place.file) },
		...(related === undefined ? {} : { related: { ...related, file: shown(related.file) } }),
	}));
	const sources = new Map([...broken.sources].map(([file, text]) => [shown(file), text]));
	printer.complain(renderDiagnostics(told, sources, style, width));
	printer.complain(`The deck in ${safe(broken.folder)} cannot be used until this is mended. Your record is untouched.`);
	return exitCode.failure;
}

/** Among several decks, one that cannot be used is named in one line and does not keep the others from opening. */
export function complainOfLeftOut({ printer }: Context, folder: string): void {
	printer.complain(`The deck in ${safe(folder)} has mistakes and was left out. See them with: ${command('check', shellWord(folder))}`);
}
