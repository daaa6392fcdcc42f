// The examiner at a terminal: shows what the quiz loop tells, and asks what it asks. Decides nothing.

import type { Answer, Presentation } from '../model/attempt.ts';
import type { Examiner, FeedbackView, Stop } from '../session/ports.ts';
import { fencedLanguages, type Highlight, renderCodeSpans } from './code.ts';
import { guardedPrompt, restoreTerminal, type Surroundings } from './guarded-prompt.ts';
import { loadHighlighter } from './highlighter.ts';
import { hanging, textWidth } from './layout.ts';
import { choice } from './prompts/choice.ts';
import { feedback as feedbackPrompt } from './prompts/feedback.ts';
import { line } from './prompts/line.ts';
import { menu as menuPrompt } from './prompts/menu.ts';
import { multiple } from './prompts/multiple.ts';
import type { Program } from './prompts/program.ts';
import type { QuestionConfig, QuestionValue } from './prompts/question.ts';
import { fits, reader } from './prompts/reader.ts';
import { trueFalse, truthOf } from './prompts/true-false.ts';
import { safeLine } from './safe.ts';
import { createStyle } from './style.ts';
import { type Size, sizeOf, type TerminalIo } from './terminal-io.ts';
import { renderAnswer, renderFeedback } from './views/feedback.ts';
import { actionText, renderMenuTitle } from './views/menu.ts';
import { renderNotice } from './views/notice.ts';
import { renderAskAgain, renderQuestion } from './views/question.ts';
import { renderSection, renderSectionRead } from './views/section.ts';

/** `restore` leaves the terminal as it was found, whatever stands on it; for signal handlers. */
export type TerminalExaminer = Examiner & { restore(): void };

export function createExaminer(io: TerminalIo): TerminalExaminer {
	const style = createStyle(io);
	const stopped: Stop = { kind: 'stop', by: 'quit' };
	/** The latest feedback: shown anew, after a section was read, it no longer stands under its answer. */
	let explained: FeedbackView | undefined;
	// A terminal that goes away while nothing is asked shows itself at the next prompt.
	io.input.on('error', () => {});

	async function ask<State, Given>(
		program: Program<State, QuestionValue<Given>>,
		answerOf: (given: Given) => Answer,
		surroundings: Pick<Surroundings<unknown>, 'before' | 'context'>,
	) {
		const toAnswer = (value: QuestionValue<Given>): Answer | undefined =>
			value.kind === 'given' ? answerOf(value.given) : value.kind === 'dont-know' ? { type: 'dont-know' } : undefined;
		const outcome = await guardedPrompt(io, program, {
			...surroundings,
			after: (value, size) => {
				const answer = toAnswer(value);
				return answer === undefined ? '' : `${renderAnswer(answer, style, textWidth(size.columns))}\n\n`;
			},
		});
		if (outcome.kind === 'stop') return outcome;
		const answer = toAnswer(outcome.value);
		return answer === undefined ? stopped : { kind: 'answer' as const, answer };
	}

	function askBy(presentation: Presentation, config: QuestionConfig, surroundings: Pick<Surroundings<unknown>, 'before' | 'context'>) {
		switch (presentation.type) {
			case 'choice': {
				const { options } = presentation;
				const program = choice({ ...config, options: options.map((option) => renderCodeSpans(option, style)) });
				return ask(program, (index) => ({ type: 'choice', chosen: options[index] ?? '' }), surroundings);
			}
			case 'multiple': {
				const { options } = presentation;
				const program = multiple({ ...config, options: options.map((option) => renderCodeSpans(option, style)) });
				return ask(
					program,
					(indices) => ({ type: 'multiple', chosen: options.filter((_, index) => indices.includes(index)) }),
					surroundings,
				);
			}
			case 'true-false':
				return ask(trueFalse(config), (index) => ({ type: 'true-false', chosen: truthOf(index) }), surroundings);
			case 'text':
				return ask(line(config), (typed) => ({ type: 'text', typed }), surroundings);
			case 'number': {
				const unit = presentation.unit === undefined ? {} : { unit: safeLine(presentation.unit) };
				return ask(line({ ...config, ...unit }), (typed) => ({ type: 'number', typed }), surroundings);
			}
		}
	}

	return {
		tell(notice) {
			const size = sizeOf(io.output);
			io.output.write(`\n${renderNotice(notice, style, textWidth(size.columns))}\n`);
		},

		async choose(menu) {
			const items = menu.actions.map((action) => actionText(action, style));
			const outcome = await guardedPrompt(io, menuPrompt({ style, items }), {
				before: (size) => `\n${renderMenuTitle(menu, style, textWidth(size.columns))}\n\n`,
				after: (value, size) => (value.kind === 'item' ? `${chosen(items[value.index] ?? '', size)}\n` : ''),
			});
			if (outcome.kind === 'stop') return outcome;
			if (outcome.value.kind === 'quit') return stopped;
			return menu.actions[outcome.value.index] ?? stopped;
		},

		async ask({ where, presentation, hints, again }) {
			const highlight = await highlighterFor(presentation);
			const shownHints = hints.map((hint) => renderCodeSpans(hint, style));
			const question = ({ columns }: Size) => `\n${renderQuestion(where, presentation, style, textWidth(columns), highlight)}\n\n`;
			const reason = ({ columns }: Size) => (again === undefined ? '' : `${renderAskAgain(again, style, textWidth(columns))}\n\n`);
			return askBy(
				presentation,
				{ style, hints: shownHints },
				{
					before: again === undefined ? question : reason,
					context: (size) => question(size) + reason(size),
				},
			);
		},

		async feedback(view) {
			const highlight = await highlighterFor(view.presentation, view.explanation);
			const sections = view.verdict.kind === 'right' ? Math.min(1, view.reread.length) : view.reread.length;
			const verdict = ({ columns }: Size) => `${renderFeedback(view, style, textWidth(columns), highlight)}\n`;
			const config = { style, sections, settleTime: io.settleTime ?? 300, last: view.where.position === view.where.asked };
			const outcome = await guardedPrompt(io, feedbackPrompt(config), {
				before: (size) => (view === explained ? answerAgain(view, size) : '') + verdict(size),
				context: (size) => questionAndAnswer(view, size, highlight) + verdict(size),
			});
			explained = view;
			if (outcome.kind === 'stop') return outcome;
			if (outcome.value.kind === 'quit') return stopped;
			const section = outcome.value.kind === 'read' ? view.reread[outcome.value.index] : undefined;
			return section === undefined ? { kind: 'next' } : { kind: 'read', section };
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

	function questionAndAnswer(view: FeedbackView, { columns }: Size, highlight: Highlight | undefined): string {
		const width = textWidth(columns);
		return `\n${renderQuestion(view.where, view.presentation, style, width, highlight)}\n${answerAgain(view, { columns })}`;
	}

	function answerAgain({ answer }: FeedbackView, { columns }: Pick<Size, 'columns'>): string {
		return `\n${renderAnswer(answer, style, textWidth(columns))}\n\n`;
	}

	function highlighterFor({ stem, code }: Presentation, ...texts: readonly string[]) {
		const languages = [stem, ...texts].flatMap(fencedLanguages);
		return loadHighlighter(code?.language === undefined ? languages : [...languages, code.language], style);
	}
}
