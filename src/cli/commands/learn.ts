// The commands in which somebody answers or reads: learn, quiz, practice, read.

import type { Deck, Id } from '../../model/deck.ts';
import { closedBook, type Ending, learn, practise, quiz, read } from '../../session/learn.ts';
import type { LearnerRecord } from '../../session/ports.ts';
import { enter, progressIn } from '../../session/progress.ts';
import type { Session } from '../../session/sit.ts';
import { renderSection } from '../../terminal/views/section.ts';
import { type Context, withDeck, withRecord, withRecordToRead } from '../context.ts';
import { byeOf, complainOfHalfATerminal, complainOfNoTerminal, endingCode } from '../ending.ts';
import { isInteractive } from '../environment.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { mannerOf } from '../manner.ts';
import { whileThereIsRoom } from '../room-on-disk.ts';
import { sitDown } from '../sit-down.ts';
import { programVersion } from '../version.ts';

type Use = (session: Session, deck: Deck) => Promise<Ending>;

export function learnCommand(context: Context, deckName: string | undefined, unit: Id | undefined): Promise<ExitCode> {
	return interactively(context, deckName, (session, deck) =>
		whileThereIsRoom(context, session, deck, undefined, (again) => learn(session, deck, again ? undefined : unit, again)),
	);
}

export function quizCommand(context: Context, deckName: string, unit: Id): Promise<ExitCode> {
	return interactively(context, deckName, (session, deck) =>
		whileThereIsRoom(context, session, deck, unit, () => quiz(session, deck, unit)),
	);
}

export function practiceCommand(context: Context, deckName: string, unit: Id): Promise<ExitCode> {
	return interactively(context, deckName, (session, deck) =>
		whileThereIsRoom(context, session, deck, unit, () => practise(session, deck, unit)),
	);
}

/** @param place `unit` or `unit#section`. */
export async function readCommand(context: Context, deckName: string, place: string): Promise<ExitCode> {
	const [unit = '', section] = place.split('#', 2);
	if (isInteractive(context.environment)) return interactively(context, deckName, (session, deck) => read(session, deck, unit, section));
	return withRecordToRead(context, (record) =>
		withDeck(context, record, deckName, (deck) => printSections(context, record, deck, unit, section)),
	);
}

async function interactively(context: Context, deckName: string | undefined, use: Use): Promise<ExitCode> {
	switch (mannerOf(context)) {
		case 'half':
			return complainOfHalfATerminal(context);
		case 'protocol':
			return byProtocol(context, deckName, use);
		case 'screen':
		case 'plain':
			return withRecord(context, (record) =>
				withDeck(context, record, deckName, async (deck) => {
					const ending = await sitDown(context, record, deck, (session) => use(session, deck));
					return endingCode(context, deck, ending);
				}),
			);
	}
}

/** With a program at the other end. Where nobody is there, nothing is begun: no question may be shown to nobody. */
async function byProtocol(context: Context, deckName: string | undefined, use: Use): Promise<ExitCode> {
	const { environment } = context;
	const { createProtocolExaminer } = await import('../../terminal/protocol/protocol-examiner.ts');
	const examiner = createProtocolExaminer(environment);
	try {
		if (await examiner.isAlone(environment.inputIsAtHand?.() === true)) return complainOfNoTerminal(context);
		return await withRecord(context, (record) =>
			withDeck(context, record, deckName, async (deck) => {
				examiner.hello(programVersion);
				const ending = await sitDown(context, record, deck, (session) => use(session, deck), examiner);
				const bye = byeOf(deck, ending, examiner.finished);
				await examiner.bye(bye);
				return bye.exitCode;
			}),
		);
	} finally {
		examiner.restore();
	}
}

/** Into a pipe or a file: the same gate, no keys, and no record of a reading that nobody may have done. */
async function printSections(
	context: Context,
	record: LearnerRecord,
	deck: Deck,
	unitId: Id,
	sectionId: Id | undefined,
): Promise<ExitCode> {
	const progress = progressIn(deck, record);
	const entry = enter(progress, unitId);
	if (entry.kind !== 'admitted') return endingCode(context, deck, entry);
	const { unit } = entry.admission;
	const closed = closedBook(progress, unit);
	if (closed !== undefined) return endingCode(context, deck, closed);
	const sections = unit.sections.filter(({ id }) => sectionId === undefined || id === sectionId);
	if (sectionId !== undefined && sections.length === 0)
		return endingCode(context, deck, { kind: 'unknown-section', unit, section: sectionId });
	for (const section of sections) {
		const position = unit.sections.indexOf(section) + 1;
		context.printer.print(renderSection({ deck, unit, section, position }, context.style, context.width));
	}
	return exitCode.done;
}
