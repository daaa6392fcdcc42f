// How a sitting ended, in words and as an exit code.

import type { Deck } from '../model/deck.ts';
import type { Ending } from '../session/learn.ts';
import { inOneLine, wordsStyle } from '../terminal/in-words.ts';
import type { ByeMessage } from '../terminal/protocol/messages.ts';
import { safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';
import { sizeOf } from '../terminal/terminal-io.ts';
import { renderGate } from '../terminal/views/gate.ts';
import { renderOnward, renderParting } from '../terminal/views/parting.ts';
import { addressOf, command } from '../terminal/views/wording.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCode } from './exit-codes.ts';
import { suggestion } from './suggestion.ts';

/** The last words, and the code to end with. */
export interface LastWords {
	readonly code: ExitCode;
	/** Empty where there is nothing to say. */
	readonly text: string;
	/** A command that leads on. */
	readonly next?: string;
}

export function lastWords(deck: Deck, ending: Ending, style: Style, width: number): LastWords {
	const address = addressOf(deck);
	switch (ending.kind) {
		case 'done':
			if (ending.unit === undefined) return { code: exitCode.done, text: '' };
			return {
				code: exitCode.done,
				text: renderOnward(address, ending.unit, style, width),
				next: command('learn', address, ending.unit),
			};
		case 'stopped': {
			const { by, left } = ending;
			return {
				code: by === 'quit' ? exitCode.done : by === 'interrupt' ? exitCode.interrupted : exitCode.refused,
				text: renderParting(address, left, style, width),
				next: left === undefined ? command('learn', address) : command('learn', address, left.unit),
			};
		}
		case 'closed': {
			const open = ending.gate.blockers.find((blocker) => blocker.open);
			return {
				code: exitCode.refused,
				text: renderGate(deck, ending.unit, ending.gate, style, width),
				next: open === undefined ? command('map', address) : command('learn', address, open.unit),
			};
		}
		case 'unknown-unit': {
			const known = deck.units.map(({ id }) => id);
			return { code: exitCode.usage, text: `The deck ${deck.id} has no unit called ${safe(ending.unit)}. ${hint(ending.unit, known)}` };
		}
		case 'unknown-section': {
			const { unit, section } = ending;
			const known = unit.sections.map(({ id }) => id);
			return { code: exitCode.usage, text: `The unit ${unit.id} has no section called ${safe(section)}. ${hint(section, known)}` };
		}
		case 'quiz-open': {
			const { unit, unitTitle, position, asked } = ending.left;
			const next = command('learn', address, unit);
			const why =
				ending.wanted === 'practice'
					? 'and practice would show what it asks. Finish or end the quiz first:'
					: 'and the sections open again once that question is answered. Go on with it, or end the quiz:';
			return {
				code: exitCode.refused,
				text: `You left a quiz on ${safe(unitTitle)} at question ${position} of ${asked}, ${why} ${next}`,
				next,
			};
		}
		case 'nothing-to-practise': {
			const next = command('quiz', address, ending.unit.id);
			return {
				code: exitCode.refused,
				text: `There is nothing to practice in ${safe(ending.unit.title)} yet without using up questions that your attempts will need. Sit the quiz first: ${next}`,
				next,
			};
		}
	}
}

/** As wide as the terminal is now: it may have another size than when the sitting began. */
export function endingCode({ printer, style, environment }: Context, deck: Deck, ending: Ending): ExitCode {
	const { code, text } = lastWords(deck, ending, style, sizeOf(environment.output).columns);
	if (text !== '') {
		if (ending.kind === 'done') printer.print(text);
		else printer.complain(text);
	}
	return code;
}

/**
 * The last line where lines of JSON are spoken. A client that ended its lines once an attempt was finished has done what it came for.
 *
 * @param finished an attempt was finished in this run.
 */
export function byeOf(
	deck: Deck,
	ending: Ending,
	finished: boolean,
): Omit<ByeMessage, 'type' | 'finished'> & { readonly exitCode: ExitCode } {
	const { code, text, next } = lastWords(deck, ending, wordsStyle, 80);
	const inPeace = ending.kind === 'stopped' && ending.by === 'end-of-input' && finished;
	const left = ending.kind === 'stopped' || ending.kind === 'quiz-open' ? ending.left : undefined;
	return {
		ended: ending.kind,
		...(ending.kind === 'stopped' ? { by: ending.by } : {}),
		...(left === undefined
			? {}
			: {
					left: { unit: { id: left.unit, title: left.unitTitle }, attempt: left.kind, position: left.position, of: left.asked },
				}),
		message: inOneLine(text),
		...(next === undefined ? {} : { next }),
		exitCode: inPeace ? exitCode.done : code,
	};
}

export function complainOfNoTerminal({ printer }: Context): ExitCode {
	printer.complain(
		'This needs somebody to answer, and there is no terminal to ask in. Nothing was changed. Run it in a terminal window; gradus map shows where you stand anywhere.',
	);
	return exitCode.refused;
}

/** Somebody may sit at one end, but would not see the questions, or could not answer them. */
export function complainOfHalfATerminal({ printer, environment }: Context): ExitCode {
	const [here, elsewhere] = environment.input.isTTY === true ? ['input', 'output'] : ['output', 'input'];
	printer.complain(
		`Standard ${here} is a terminal and standard ${elsewhere} is not, so there is no terminal to ask in. Nothing was changed. Leave both in the terminal; or add --plain, to be asked in plain lines all the same; or connect a program to both, which is then spoken to in JSON Lines.`,
	);
	return exitCode.refused;
}

function hint(typed: string, known: readonly string[]): string {
	return suggestion(typed, known, `It has: ${known.join(', ')}.`);
}
