// How a sitting ended, in words and as an exit code.

import type { Deck } from '../model/deck.ts';
import type { Ending } from '../session/learn.ts';
import { safe } from '../terminal/safe.ts';
import { renderGate } from '../terminal/views/gate.ts';
import { renderOnward, renderParting } from '../terminal/views/parting.ts';
import { addressOf } from '../terminal/views/wording.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCode } from './exit-codes.ts';
import { suggestion } from './suggestion.ts';

export function endingCode(context: Context, deck: Deck, ending: Ending): ExitCode {
	const { printer, style, width } = context;
	switch (ending.kind) {
		case 'done':
			if (ending.unit !== undefined) printer.print(renderOnward(addressOf(deck), ending.unit, style, width));
			return exitCode.done;
		case 'stopped':
			printer.complain(renderParting(addressOf(deck), ending.left, style, width));
			return ending.by === 'quit' ? exitCode.done : ending.by === 'interrupt' ? exitCode.interrupted : exitCode.refused;
		case 'closed':
			printer.complain(renderGate(deck, ending.unit, ending.gate, style, width));
			return exitCode.refused;
		case 'unknown-unit':
			printer.complain(
				`The deck ${deck.id} has no unit called ${safe(ending.unit)}. ${hint(
					ending.unit,
					deck.units.map(({ id }) => id),
				)}`,
			);
			return exitCode.usage;
		case 'unknown-section':
			printer.complain(
				`The unit ${ending.unit.id} has no section called ${safe(ending.section)}. ${hint(
					ending.section,
					ending.unit.sections.map(({ id }) => id),
				)}`,
			);
			return exitCode.usage;
		case 'quiz-open':
			printer.complain(
				`You left a quiz on ${safe(ending.left.unitTitle)} at question ${ending.left.position} of ${ending.left.asked}, and practice would show what it asks. Finish or end the quiz first: gradus learn ${addressOf(deck)} ${ending.left.unit}`,
			);
			return exitCode.refused;
		case 'nothing-to-practise':
			printer.complain(
				`There is nothing to practice in ${safe(ending.unit.title)} yet without using up questions that your attempts will need. Sit the quiz first: gradus quiz ${addressOf(deck)} ${ending.unit.id}`,
			);
			return exitCode.refused;
	}
}

export function complainOfNoTerminal({ printer }: Context): ExitCode {
	printer.complain(
		'This needs somebody to answer, and there is no terminal to ask in. Nothing was changed. Run it in a terminal window; gradus map shows where you stand anywhere.',
	);
	return exitCode.refused;
}

function hint(typed: string, known: readonly string[]): string {
	return suggestion(typed, known, `It has: ${known.join(', ')}.`);
}
