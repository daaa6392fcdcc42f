// One attempt, question by question, as it was asked: what was answered, what is right, why, and where to read.

import type { Presentation } from '../../model/attempt.ts';
import type { AnsweredReport, AskedReport, AttemptReport } from '../../model/report.ts';
import { type Highlight, renderCode, renderCodeSpans } from '../code.ts';
import { withGaps } from '../gaps.ts';
import { comfortable, hanging, indent, wrap } from '../layout.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { renderAnswer } from './answer.ts';
import { renderExplanation, renderFeedback } from './feedback.ts';
import type { FormatTime } from './history.ts';
import { signRows } from './picture.ts';
import { shortfallText } from './result.ts';
import { command, counted, dotted, draws, heading, minutesOf, scoreOf } from './wording.ts';

export interface ShowOptions {
	readonly formatTime: FormatTime;
	/** How a command names the deck, with what it must say besides; ready for a shell. Undefined: it is not at hand, and no command would find it. */
	readonly address: string | undefined;
	readonly highlight?: Highlight | undefined;
}

type Shown = Extract<AskedReport, { readonly shown: true }>;

export function renderAttempt(report: AttemptReport, style: Style, columns: number, options: ShowOptions): string {
	const width = comfortable(columns);
	const shown = report.questions.filter((each) => each.shown);
	return [
		...headLines(report, style, width, options),
		...shown.flatMap((each) => [
			'',
			...(draws(style) ? [style.dim(style.signs.rule.repeat(width))] : []),
			...questionLines(each, report, style, width, options),
		]),
		...closing(report, shown.length, style, width, options),
	].join('\n');
}

/** The languages of code in it, as far as it is shown. */
export function textsOf({ questions }: AttemptReport): readonly string[] {
	return questions.flatMap((each) => {
		if (!each.shown) return [];
		const { code, stem } = each.presentation;
		const fenced = code === undefined ? [] : [`\`\`\`${code.language ?? ''}\n\`\`\``];
		return [stem, ...fenced, ...(each.answered === undefined ? [] : [each.answered.explanation])];
	});
}

function headLines(report: AttemptReport, style: Style, width: number, { formatTime }: ShowOptions): string[] {
	const { unitTitle, deckTitle, kind, startedAt, timeOnTask, deckChanged, questions } = report;
	const facts = [
		safeLine(deckTitle),
		kind,
		safeLine(formatTime(startedAt)),
		timeOnTask === undefined ? '' : minutesOf(timeOnTask),
		safeLine(report.attempt),
	];
	const changed = 'The deck has changed since. Everything here is as it was asked.';
	return [
		...heading(unitTitle, style, width),
		...dotted(facts, style, width).map(style.dim),
		...resultLines(report, style, width),
		...(deckChanged === true ? wrap(changed, width).map(style.dim) : []),
		...(draws(style) ? ['', ...signRows(questions.map(markOf), style, width)] : []),
	];
}

function markOf(asked: AskedReport) {
	return asked.shown ? (asked.answered?.verdict.kind ?? asked.keptBack) : undefined;
}

function resultLines(report: AttemptReport, style: Style, width: number): string[] {
	const { outcome, score, answered, need, judgement, questions } = report;
	const { signs } = style;
	if (outcome === undefined) return wrap(`${signs.mark} open: ${answered} of ${score.asked} answered`, width);
	if (judgement === undefined) return wrap(`${signs.open} ${scoreOf(score)} right; it does not count`, width);
	const shown = questions.filter((each) => each.shown);
	const titleOf = (section: string) => shown.find((each) => each.section === section)?.sectionTitle ?? section;
	const others = judgement.shortfalls.filter(({ kind }) => kind !== 'benchmark');
	const verdict = judgement.qualifies
		? style.right(`${signs.right} met: ${scoreOf(score)} right`)
		: style.missed(`${signs.missed} not yet: ${scoreOf(score)} right`);
	return [
		...wrap(`${verdict}, ${need.right} needed`, width),
		...others.flatMap((each) => wrap(shortfallText(each, titleOf, style), width)),
	];
}

function questionLines(asked: Shown, report: AttemptReport, style: Style, width: number, options: ShowOptions): string[] {
	const { position, sectionTitle, reason, answered, section } = asked;
	const familiarity = { new: 'new', 'missed-before': 'missed before', again: 'asked before' }[reason.familiarity];
	const place = `Question ${position} of ${report.questions.length}`;
	const read = options.address === undefined ? undefined : command('read', options.address, `${report.unit}#${section}`);
	return [
		style.title(place),
		...dotted([safeLine(sectionTitle), familiarity], style, width).map(style.dim),
		'',
		...bodyLines(asked, style, width, options),
		'',
		...(answered === undefined
			? unansweredLines(asked, style, width)
			: answeredLines(asked.presentation, answered, read, style, width, options)),
	];
}

function unansweredLines({ keptBack }: Shown, style: Style, width: number): string[] {
	const { signs } = style;
	if (keptBack === undefined) return wrap(`${signs.open} not answered`, width);
	const verdict = keptBack === 'right' ? style.right(`${signs.right} right`) : style.missed(`${signs.missed} not yet`);
	return wrap(`${verdict}. A quiz asks it just now, so the answer is shown here again once you have given it there.`, width);
}

function answeredLines(
	presentation: Presentation,
	answered: AnsweredReport,
	read: string | undefined,
	style: Style,
	width: number,
	{ highlight }: ShowOptions,
): string[] {
	const view = { ...answered, presentation };
	const inText = presentation.type === 'cloze' || 'options' in presentation;
	const own = inText && answered.answer.type !== 'dont-know' ? [] : [renderAnswer(answered.answer, style, width), ''];
	const why = answered.verdict.kind === 'right' ? renderExplanation(view, style, width, highlight) : '';
	return [
		...own,
		renderFeedback(view, style, width, highlight),
		...(why === '' ? [] : ['', why]),
		...(read === undefined ? [] : indent(wrap(read, width - 2), 2).map(style.accent)),
	];
}

/** The question as it stood there: options with the chosen ones marked, gaps with what was put into them. */
function bodyLines({ presentation, answered }: Shown, style: Style, width: number, { highlight }: ShowOptions): string[] {
	const { stem, code } = presentation;
	const body = (shownStem: string, shownCode: string | undefined) => [
		...renderMarkdown(shownStem, { width, style, highlight }).split('\n'),
		...(shownCode === undefined ? [] : ['', ...renderCode(shownCode, code?.language, { width, style, highlight })]),
	];
	if (presentation.type === 'cloze') {
		const filled = answered?.answer.type === 'cloze' ? answered.answer.filled : [];
		const gaps = presentation.blanks.map((id, index) => {
			const typed = safeLine(filled.find(({ blank }) => blank === id)?.typed ?? '');
			return { text: `[${index + 1} ${typed === '' ? '______' : typed}]`, paint: style.accent };
		});
		const sources = code === undefined ? [stem] : [stem, code.text];
		return [...withGaps(sources, gaps, ([shownStem = '', shownCode]) => body(shownStem, shownCode)).lines];
	}
	return [...body(stem, code?.text), ...offeredLines(presentation, answered, style, width)];
}

function offeredLines(presentation: Presentation, answered: AnsweredReport | undefined, style: Style, width: number): string[] {
	if (!('options' in presentation)) return [];
	const answer = answered?.answer;
	const chosen = answer?.type === 'choice' ? [answer.chosen] : answer?.type === 'multiple' ? answer.chosen : [];
	return [
		'',
		...presentation.options.flatMap((option) => {
			const isChosen = chosen.includes(option);
			const lines = hanging(`${isChosen ? style.signs.mark : ' '} `, renderCodeSpans(option, style), width);
			return isChosen ? lines.map(style.accent) : lines;
		}),
	];
}

function closing(
	{ outcome, questions, unit }: AttemptReport,
	shown: number,
	style: Style,
	width: number,
	{ address }: ShowOptions,
): string[] {
	const unseen = questions.length - shown;
	if (outcome === undefined) {
		const absent = ' Its deck is not at hand: name the folder it is in, or add it again.';
		const words = `It waits for you where you left it.${address === undefined ? absent : ''} Go on with:`;
		return ['', ...wrap(words, width), ...indent(wrap(command('learn', address ?? '<folder>', unit), width - 2), 2).map(style.accent)];
	}
	if (unseen === 0) return [];
	return [
		'',
		...wrap(
			`${counted(unseen, 'question')} of it ${unseen === 1 ? 'was' : 'were'} never shown, and ${unseen === 1 ? 'stays' : 'stay'} unseen.`,
			width,
		),
	];
}
