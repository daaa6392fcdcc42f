// What stands under an answer, until one goes on: a verdict is never dismissed unseen.

import type { Examiner, FeedbackView } from '../../session/ports.ts';
import { type Command, commandIn } from './commands.ts';
import type { Conversation, Turn } from './conversation.ts';
import { commandHelp, feedbackCommands } from './help-words.ts';
import { foundIn } from './read-typed.ts';
import { explanationInWords, verdictInWords } from './verdict-words.ts';

type Onwards = Awaited<ReturnType<Examiner['feedback']>>;

export function feedbackInWords(
	{ talk, say, tell, until, bookmark, dispute, sectionFor, width }: Conversation,
	view: FeedbackView,
): Promise<Onwards> {
	const { where, reread, asides, verdict } = view;
	const next = where.position === where.asked ? 'Enter for the result' : 'Enter for the next question';
	say(verdictInWords(view, width()));
	const obey = (command: Command): Turn<Onwards> | Promise<Turn<Onwards>> => {
		switch (command.name) {
			case 'help':
				return tell(`${next}.`, ...commandHelp(feedbackCommands(reread.length), false));
			case 'again':
				return say(verdictInWords(view, width()));
			case 'explanation':
				return say(explanationInWords(view, width()));
			case 'read': {
				if (reread.length === 0) return tell('There is no section to read here.');
				const section = sectionFor(command.rest, reread);
				return typeof section === 'string' ? tell(section) : { kind: 'done', value: { kind: 'read', section } };
			}
			case 'bookmark':
				return bookmark(asides, where.deck);
			case 'dispute':
				return dispute(asides, where.deck, command.rest);
			default:
				return tell('This question is answered already.');
		}
	};
	const offered = verdict.kind === 'right' ? 'e explanation, h help' : reread.length > 0 ? 'r read, h help' : 'h help';
	return until<Onwards>({
		prompt: () => `${next} (${offered}): `,
		commandOf: commandIn,
		obey,
		take: (line) =>
			line.trim() === '' ? { kind: 'done', value: { kind: 'next' } } : tell(`${foundIn(line)} ${next}, or type h for help.`),
		settle: talk.settleTime,
	});
}
