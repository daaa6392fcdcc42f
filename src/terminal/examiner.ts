// The examiner at a terminal: shows what the quiz loop tells, and asks what it asks. Decides nothing.

import type { Presentation } from '../model/attempt.ts';
import type { Examiner, Stop } from '../session/ports.ts';
import { createAsking } from './asking/ask.ts';
import type { Desk } from './asking/desk.ts';
import { createExplaining } from './asking/explain.ts';
import { fencedLanguages } from './code.ts';
import { guardedPrompt, restoreTerminal } from './guarded-prompt.ts';
import { loadHighlighter } from './highlighter.ts';
import { hanging, textWidth } from './layout.ts';
import { menu as menuPrompt } from './prompts/menu.ts';
import { fits, reader } from './prompts/reader.ts';
import { createStyle } from './style.ts';
import { type Size, sizeOf, type TerminalIo, usualSettleTime } from './terminal-io.ts';
import { actionText, renderMenuTitle } from './views/menu.ts';
import { renderNotice } from './views/notice.ts';
import { renderSection, renderSectionRead } from './views/section.ts';

/** `restore` leaves the terminal as it was found, whatever stands on it; for signal handlers. */
export type TerminalExaminer = Examiner & { restore(): void };

export function createExaminer(io: TerminalIo): TerminalExaminer {
	const style = createStyle(io);
	const desk: Desk = { io, style };
	const asking = createAsking(desk);
	const explain = createExplaining(desk);
	const stopped: Stop = { kind: 'stop', by: 'quit' };
	// A terminal that goes away while nothing is asked shows itself at the next prompt.
	io.input.on('error', () => {});

	return {
		tell(notice) {
			const size = sizeOf(io.output);
			io.output.write(`\n${renderNotice(notice, style, textWidth(size.columns))}\n`);
		},

		async choose(menu) {
			asking.forget();
			const items = menu.actions.map((action) => actionText(action, style));
			// An Enter too many under a verdict must not end the attempt.
			const settleTime = menu.about.kind === 'out-of-reach' ? (io.settleTime ?? usualSettleTime) : 0;
			const outcome = await guardedPrompt(io, menuPrompt({ style, items, settleTime, short: menu.about.kind === 'home' }), {
				before: (size) => `\n${renderMenuTitle(menu, style, textWidth(size.columns))}\n\n`,
				after: (value, size) => (value.kind === 'item' ? `${chosen(items[value.index] ?? '', size)}\n` : ''),
			});
			if (outcome.kind === 'stop') return outcome;
			if (outcome.value.kind === 'quit') return stopped;
			return menu.actions[outcome.value.index] ?? stopped;
		},

		async ask(view) {
			return asking.ask(view, await highlighterFor(view.presentation));
		},

		async feedback(view) {
			asking.forget();
			return explain(view, await highlighterFor(view.presentation, view.explanation));
		},

		async read(view) {
			const highlight = await loadHighlighter(fencedLanguages(view.section.text), style);
			const text = (width: number) => renderSection(view, style, width, highlight).split('\n');
			const outcome = await guardedPrompt(io, reader({ style, text, onwards: 'go on' }), {
				before: () => '\n',
				after: (_value, size) => {
					const width = textWidth(size.columns);
					return `${fits(text, size) ? text(width).join('\n') : renderSectionRead(view, style, width)}\n`;
				},
			});
			return outcome.kind === 'stop' ? outcome : { kind: 'read' };
		},

		restore() {
			restoreTerminal(io);
		},
	};

	function chosen(item: string, { columns }: Size): string {
		return hanging(`${style.signs.mark} `, item, textWidth(columns)).join('\n');
	}

	function highlighterFor({ stem, code }: Presentation, ...texts: readonly string[]) {
		const languages = [stem, ...texts].flatMap(fencedLanguages);
		return loadHighlighter(code?.language === undefined ? languages : [...languages, code.language], style);
	}
}
