// The questions that somebody objected to, for their author: which, what was answered, what was keyed, and what is said against it.

import type { DisputeEntry, DisputesReport } from '../../model/report.ts';
import { comfortable, hanging, indent, wrap } from '../layout.ts';
import { safe, safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import { answerTexts } from './answer.ts';
import { shortIds } from './attempt-ids.ts';
import type { FormatTime } from './history.ts';
import { nowText, stemLines } from './marked.ts';
import { command, dotted, heading, leading } from './wording.ts';

/** Digits of a fingerprint that tell one version of a question from the others. */
const shownDigits = 12;

/** @param here what `gradus disputes` was called with, ready for a shell. */
export function renderDisputes(
	{ disputes }: DisputesReport,
	style: Style,
	columns: number,
	formatTime: FormatTime,
	here: readonly string[] = [],
): string {
	const width = comfortable(columns);
	if (disputes.length === 0) {
		return wrap('No disputes. Under a question, ! keeps an objection to it, with a note, for its author.', width).join('\n');
	}
	const ids = shortIds(disputes.map(({ attempt }) => attempt));
	return [
		...disputes.map((each) => disputeLines(each, ids.get(each.attempt) ?? each.attempt, style, width, formatTime).join('\n')),
		leading('Whole, to send to an author', command('disputes', ...here, '--json'), style, width).join('\n'),
	].join('\n\n');
}

function disputeLines(dispute: DisputeEntry, id: string, style: Style, width: number, formatTime: FormatTime): string[] {
	const { deck, unit, question, fingerprint, note, given, position, at, values } = dispute;
	const verdict = { right: 'right', missed: 'not yet', 'dont-know': 'not yet' };
	const drawn =
		values === undefined
			? []
			: [
					`drawn with ${Object.entries(values)
						.map(([name, value]) => `${name} = ${value}`)
						.join(', ')}`,
				];
	return [
		...heading(`${deck} ${unit} ${question}`, style, width),
		...stemLines(dispute, style, width),
		'',
		...(given === undefined
			? hanging('Answered  ', 'not yet, when it was disputed', width)
			: [
					...(given.answer === undefined
						? hanging('Answered  ', 'kept back, with the key, while a quiz asks it', width)
						: labelled('Answered  ', answerTexts(given.answer, style), width)),
					...hanging('Counted   ', verdict[given.verdict], width),
					...labelled('Key       ', given.key?.map(safeLine) ?? [], width),
				]),
		...hanging('Note      ', note.trim() === '' ? style.dim('none') : safe(note).trim(), width),
		...indent(
			dotted(
				[
					nowText(dispute),
					...drawn.map(safeLine),
					safeLine(formatTime(at)),
					`attempt ${safeLine(id)}, question ${position}`,
					`fingerprint ${safeLine(fingerprint.slice(0, shownDigits))}`,
				],
				style,
				width - 2,
			),
			2,
		).map(style.dim),
	];
}

function labelled(label: string, texts: readonly string[], width: number): string[] {
	return texts.flatMap((text, index) => hanging(index === 0 ? label : ' '.repeat(label.length), text, width));
}
