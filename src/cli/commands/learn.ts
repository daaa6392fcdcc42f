// The commands in which somebody answers or reads: learn, quiz, practice, read.

import type { Deck, Id } from '../../model/deck.ts';
import { type Ending, learn, practise, quiz, read } from '../../session/learn.ts';
import type { LearnerRecord } from '../../session/ports.ts';
import { enter, progressIn } from '../../session/progress.ts';
import type { Session } from '../../session/sit.ts';
import { renderSection } from '../../terminal/views/section.ts';
import { type Context, withDeck, withRecord, withRecordToRead } from '../context.ts';
import { complainOfNoTerminal, endingCode } from '../ending.ts';
import { isInteractive } from '../environment.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { sitDown } from '../sit-down.ts';

export function learnCommand(context: Context, deckName: string | undefined, unit: Id | undefined): Promise<ExitCode> {
	return interactively(context, deckName, (session, deck) => learn(session, deck, unit));
}

export function quizCommand(context: Context, deckName: string, unit: Id): Promise<ExitCode> {
	return interactively(context, deckName, (session, deck) => quiz(session, deck, unit));
}

export function practiceCommand(context: Context, deckName: string, unit: Id): Promise<ExitCode> {
	return interactively(context, deckName, (session, deck) => practise(session, deck, unit));
}

/** @param place `unit` or `unit#section`. */
export async function readCommand(context: Context, deckName: string, place: string): Promise<ExitCode> {
	const [unit = '', section] = place.split('#', 2);
	if (isInteractive(context.environment)) return interactively(context, deckName, (session, deck) => read(session, deck, unit, section));
	return withRecordToRead(context, (record) =>
		withDeck(context, record, deckName, (deck) => printSections(context, record, deck, unit, section)),
	);
}

async function interactively(
	context: Context,
	deckName: string | undefined,
	use: (session: Session, deck: Deck) => Promise<Ending>,
): Promise<ExitCode> {
	if (!isInteractive(context.environment)) return complainOfNoTerminal(context);
	return withRecord(context, (record) =>
		withDeck(context, record, deckName, async (deck) => {
			const ending = await sitDown(context, record, deck, (session) => use(session, deck));
			return endingCode(context, deck, ending);
		}),
	);
}

/** Into a pipe or a file: the same gate, no keys, and no record of a reading that nobody may have done. */
async function printSections(
	context: Context,
	record: LearnerRecord,
	deck: Deck,
	unitId: Id,
	sectionId: Id | undefined,
): Promise<ExitCode> {
	const entry = enter(progressIn(deck, record), unitId);
	if (entry.kind !== 'admitted') return endingCode(context, deck, entry);
	const { unit } = entry.admission;
	const sections = unit.sections.filter(({ id }) => sectionId === undefined || id === sectionId);
	if (sectionId !== undefined && sections.length === 0)
		return endingCode(context, deck, { kind: 'unknown-section', unit, section: sectionId });
	for (const section of sections) {
		const position = unit.sections.indexOf(section) + 1;
		context.printer.print(renderSection({ deck, unit, section, position }, context.style, context.width));
	}
	return exitCode.done;
}
