// The same asking in plain lines, for screen readers and for terminals that can do no more: typed are whole lines.

import { wrap } from '../../terminal/layout.ts';
import { chooseInWords } from '../../terminal/plain/choose-in-words.ts';
import { commandBehindColon, typedIn } from '../../terminal/plain/commands.ts';
import { createConversation, type Turn } from '../../terminal/plain/conversation.ts';
import { commandHelp } from '../../terminal/plain/help-words.ts';
import { createTalk } from '../../terminal/plain/talk.ts';
import { safeLine } from '../../terminal/safe.ts';
import type { TerminalIo } from '../../terminal/terminal-io.ts';
import type { Asker } from './fields.ts';

const commands = [
	{ letter: 's', meaning: 'say this again' },
	{ letter: 'q', meaning: 'stop; nothing is written' },
	{ letter: 'h', meaning: 'this help' },
];

/** `interrupt` ends what stands, as Ctrl-C does; `close` reads no more. */
export function askerInLines(io: TerminalIo): Asker & { interrupt(): void; close(): void } {
	const talk = createTalk(io);
	const conversation = createConversation(talk);
	const { say, tell, until, width } = conversation;
	const linesOf = (asks: string) => wrap(safeLine(asks), width());

	return {
		ask(asks, alone) {
			const sayQuestion = () => say(linesOf(asks));
			const enter = alone === undefined ? '' : `Enter: ${safeLine(alone.does)}, `;
			sayQuestion();
			return until<string>({
				prompt: () => `Your answer (${enter}:q stop, :h help): `,
				commandOf: commandBehindColon,
				obey: ({ name }) => {
					if (name === 'help') return tell('Type your answer on one line, and Enter.', ...commandHelp(commands, true));
					return name === 'again' ? sayQuestion() : tell('There is nothing of that kind here.');
				},
				take: (line): Turn<string> => {
					const text = typedIn(line).trim();
					return text === '' && alone === undefined ? tell('That line was empty. Please type an answer.') : { kind: 'done', value: text };
				},
			});
		},
		choose: (asks, items) => chooseInWords(conversation, { title: linesOf(asks), items: items.map(safeLine), commands }),
		interrupt: talk.interrupt,
		close: talk.close,
	};
}
