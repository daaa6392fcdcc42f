// How a prompt is talked through, line by line, and what can be done at every one of them.

import type { Deck, Section } from '../../model/deck.ts';
import type { Asides, Stop } from '../../session/ports.ts';
import { renderCodeSpans } from '../code.ts';
import { inOneLine, wordsStyle } from '../in-words.ts';
import { textWidth, wrap } from '../layout.ts';
import { commandBeside } from '../views/wording.ts';
import type { Command } from './commands.ts';
import type { Talk } from './talk.ts';

/** What a line led to: an end of what stands, or nothing yet. */
export type Turn<T> = { readonly kind: 'done'; readonly value: T } | 'stands';

export interface Exchange<T> {
	/** Ends without a line break. */
	readonly prompt: () => string;
	readonly commandOf: (line: string) => Command | undefined;
	readonly obey: (command: Command) => Turn<T> | Promise<Turn<T | Stop>>;
	/** A line that is no command. */
	readonly take: (line: string) => Turn<T>;
	/** Milliseconds in which lines are thrown away first; 0 unless stated. */
	readonly settle?: number;
}

export type Conversation = ReturnType<typeof createConversation>;

export function createConversation(talk: Talk) {
	const width = () => textWidth(talk.columns());

	/** Lines that fit already; what stood before stands. */
	function say(lines: readonly string[]): 'stands' {
		talk.say(lines);
		return 'stands';
	}

	/** Sentences, each on lines of its own. */
	function tell(...sentences: readonly string[]): 'stands' {
		return say(sentences.flatMap((sentence) => wrap(sentence, width())));
	}

	/** Lines until one of them ends what stands; a stop always does. */
	async function until<T>({ prompt, commandOf, obey, take, settle = 0 }: Exchange<T>): Promise<T | Stop> {
		let settling = settle;
		for (;;) {
			const heard = await talk.ask(prompt(), settling);
			settling = 0;
			if (heard.kind === 'stop') return heard;
			if (heard.kind === 'unreadable') {
				tell(heard.message);
				continue;
			}
			const command = commandOf(heard.text);
			if (command?.name === 'stop') return { kind: 'stop', by: 'quit' };
			const turn = command === undefined ? take(heard.text) : await obey(command);
			if (turn !== 'stands') return turn.value;
		}
	}

	function bookmark(asides: Asides, deck: Deck): 'stands' {
		asides.bookmark();
		return tell(asides.isBookmarked() ? `Bookmarked. ${commandBeside('bookmarks', deck)} lists it.` : 'The bookmark is taken away.');
	}

	/** With its note on the same line, or asked for. */
	async function dispute(asides: Asides, deck: Deck, note: string): Promise<'stands' | { readonly kind: 'done'; readonly value: Stop }> {
		let text = note.trim();
		if (text === '') {
			const heard = await talk.ask('What is wrong with it? One line for its author (Enter: no note, :c: go back): ', 0);
			if (heard.kind === 'stop') return { kind: 'done', value: heard };
			if (heard.kind === 'unreadable') return tell(heard.message, 'Nothing was kept.');
			text = heard.text.trim();
			if (text.toLowerCase() === ':c') return tell('Nothing was kept.');
		}
		asides.dispute(text);
		return tell(`Kept for the author of this question. ${commandBeside('disputes', deck)} shows it.`);
	}

	/** `r`, or `r 2` where there are several. */
	function sectionFor(rest: string, sections: readonly Section[]): Section | string {
		if (rest === '' && sections.length > 1)
			return `Which one? ${sections.map(({ title }, index) => `r ${index + 1} reads ${inOneLine(renderCodeSpans(title, wordsStyle))}`).join('; ')}.`;
		return sections[rest === '' ? 0 : Number(rest) - 1] ?? `There is no section ${rest} to read here.`;
	}

	return { talk, width, say, tell, until, bookmark, dispute, sectionFor };
}
