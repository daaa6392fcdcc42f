// One question: lines until one of them is an answer that can be given, or leads elsewhere.

import type { Answer } from '../../model/attempt.ts';
import type { AskView, Reply } from '../../session/ports.ts';
import { renderCodeSpans } from '../code.ts';
import { wordsStyle } from '../in-words.ts';
import { askAgainText } from '../views/question.ts';
import { type Command, commandBehindColon, commandIn, commandWithoutColon, typedIn } from './commands.ts';
import type { Conversation, Turn } from './conversation.ts';
import { commandHelp, questionCommands } from './help-words.ts';
import { answerPrompt, howToAnswer, isTyped, questionInWords } from './question-words.ts';
import { readTyped } from './read-typed.ts';

/** Of the question that stands; kept while something comes in between. */
export interface Standing {
	/** Hints given. */
	hints: number;
	/** The latest line, where it looked like a command whose colon was forgotten. */
	doubted: string;
	/** What was typed into the gaps so far. */
	readonly filled: string[];
}

export const freshStanding = (): Standing => ({ hints: 0, doubted: '', filled: [] });

/** @param placed deck and unit are known from the question before. */
export function askInWords(
	{ say, tell, until, bookmark, dispute, sectionFor, width }: Conversation,
	{ where, presentation, hints, readable, asides, again }: AskView,
	now: Standing,
	placed: boolean,
): Promise<Reply> {
	const typed = isTyped(presentation);
	const gaps = presentation.type === 'cloze' ? presentation.blanks.length : 0;

	const sayQuestion = () => say(questionInWords(where, presentation, placed, width()));
	if (again === undefined) sayQuestion();
	else {
		now.filled.length = 0;
		tell(askAgainText(again, wordsStyle));
	}

	const obey = (command: Command): Turn<Reply> | Promise<Turn<Reply>> => {
		switch (command.name) {
			case 'dont-know':
				return { kind: 'done', value: { kind: 'answer', answer: { type: 'dont-know' } } };
			case 'help':
				return tell(howToAnswer(presentation), ...commandHelp(questionCommands(hints.length > 0, readable.length > 0), typed));
			case 'again':
				return sayQuestion();
			case 'hint': {
				const hint = hints[now.hints];
				if (hint === undefined) return tell(hints.length === 0 ? 'There are no hints here.' : 'That was the last hint.');
				now.hints += 1;
				return tell(`Hint ${now.hints} of ${hints.length}: ${renderCodeSpans(hint, wordsStyle)}`);
			}
			case 'read': {
				if (readable.length === 0) return tell('The sections open again after the answer.');
				const section = sectionFor(command.rest, readable);
				return typeof section === 'string' ? tell(section) : { kind: 'done', value: { kind: 'read', section } };
			}
			case 'explanation':
				return tell('The explanation comes after the answer.');
			case 'bookmark':
				return bookmark(asides, where.deck);
			case 'dispute':
				return dispute(asides, where.deck, command.rest);
			case 'back':
				if (gaps === 0) return tell('There is no gap to go back to.');
				return tell(now.filled.pop() === undefined ? 'This is the first gap.' : `Back to gap ${now.filled.length + 1}.`);
			case 'stop':
				return 'stands';
		}
	};

	const take = (line: string): Turn<Reply> => {
		const forgotten = typed && line !== now.doubted ? commandWithoutColon(line) : undefined;
		now.doubted = forgotten === undefined ? '' : line;
		if (forgotten !== undefined)
			return tell(
				`${forgotten} alone would be your answer. If you mean the command, type :${forgotten}. If it is your answer, type it once more.`,
			);
		if (presentation.type === 'cloze') {
			const text = typedIn(line);
			if (text.trim() === '') return tell(`Gap ${now.filled.length + 1} is still empty. Type something, or :? where you don't know.`);
			now.filled.push(text);
			if (now.filled.length < gaps) return 'stands';
			const filled = presentation.blanks.map((blank, index) => ({ blank, typed: now.filled[index] ?? '' }));
			return answered({ type: 'cloze', filled });
		}
		const read = readTyped(typed ? typedIn(line) : line, presentation);
		return read.kind === 'answer' ? answered(read.answer) : tell(read.message);
	};
	return until<Reply>({
		prompt: () => answerPrompt(presentation, now.filled.length),
		commandOf: typed ? commandBehindColon : commandIn,
		obey,
		take,
	});
}

function answered(answer: Answer): { readonly kind: 'done'; readonly value: Reply } {
	return { kind: 'done', value: { kind: 'answer', answer } };
}
