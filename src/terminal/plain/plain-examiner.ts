// The examiner in plain lines, for screen readers and for terminals that can do no more: what is written stays as it is, what is typed
// are whole lines, and every state is said in words. No escape sequence, no key by key. Decides nothing.

import type { Examiner } from '../../session/ports.ts';
import { inOneLine, inWords, wordsStyle } from '../in-words.ts';
import type { TerminalIo } from '../terminal-io.ts';
import { actionText, renderMenuTitle } from '../views/menu.ts';
import { askInWords, freshStanding, type Standing } from './ask.ts';
import { chooseInWords } from './choose-in-words.ts';
import { commandIn } from './commands.ts';
import { createConversation, type Turn } from './conversation.ts';
import { feedbackInWords } from './feedback.ts';
import { commandHelp, menuCommands, pageCommands } from './help-words.ts';
import { noticeInWords } from './notice-words.ts';
import { foundIn } from './read-typed.ts';
import { pagesOf, sectionInWords } from './section-words.ts';
import { createTalk } from './talk.ts';

/** `interrupt` ends what stands, as Ctrl-C does; `restore` reads no more. */
export type PlainExaminer = Examiner & { restore(): void; interrupt(): void };

export function createPlainExaminer(io: Pick<TerminalIo, 'input' | 'output' | 'signals' | 'settleTime'>): PlainExaminer {
	const talk = createTalk(io);
	const conversation = createConversation(talk);
	const { say, tell, until, width } = conversation;
	/** Deck and unit of the latest question: said anew only where they change. */
	let place = '';
	let standing: (Standing & { readonly question: string }) | undefined;

	return {
		tell(notice) {
			say(noticeInWords(notice, width()));
		},

		async choose(menu) {
			const { about, actions } = menu;
			const chosen = await chooseInWords(conversation, {
				title: inWords(renderMenuTitle(menu, wordsStyle, width())).split('\n'),
				items: actions.map((action) => inOneLine(actionText(action, wordsStyle))),
				commands: menuCommands,
				settle: about.kind === 'out-of-reach' ? talk.settleTime : 0,
			});
			return typeof chosen === 'number' ? (actions[chosen] ?? actions[0]) : chosen;
		},

		ask(view) {
			const { where, presentation } = view;
			const here = `${where.deck.id} ${where.unit.id} ${where.kind}`;
			const question = `${here} ${where.position} ${presentation.stem}`;
			if (standing?.question !== question) standing = { question, ...freshStanding() };
			const placed = here === place;
			place = here;
			return askInWords(conversation, view, standing, placed);
		},

		feedback(view) {
			standing = undefined;
			return feedbackInWords(conversation, view);
		},

		async read(view) {
			const pages = pagesOf(sectionInWords(view, width()), talk.rows(), talk.columns());
			for (const [index, page] of pages.entries()) {
				const last = index === pages.length - 1;
				say(page);
				const onwards = last ? 'Enter to go on' : `Enter for more, page ${index + 2} of ${pages.length}`;
				const reply = await until<'next'>({
					prompt: () => `${onwards} (h help): `,
					commandOf: commandIn,
					obey: ({ name }) => {
						if (name === 'help') return tell(`${onwards}.`, ...commandHelp(pageCommands, false));
						return name === 'again' ? say(page) : tell('There is nothing of that kind here.');
					},
					take: (line): Turn<'next'> => (line.trim() === '' ? { kind: 'done', value: 'next' } : tell(`${foundIn(line)} ${onwards}.`)),
				});
				if (typeof reply !== 'string') return reply;
			}
			return { kind: 'read' };
		},

		interrupt: talk.interrupt,
		restore: talk.close,
	};
}
