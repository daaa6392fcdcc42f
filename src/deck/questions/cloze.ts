// cloze: the blanks, and what is accepted in each. Every blank has one mark in stem or code, and every mark is of a blank.

import { marksIn } from '../../engine/cloze-marks.ts';
import type { TextMatch } from '../../model/deck.ts';
import type { Span } from '../../model/diagnostic.ts';
import { problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { idLike, type RawQuestionOf } from '../shape/schema.ts';
import { existingNodeAt, keyPlaceOf, type Located, placeWithin, type Step } from '../yaml/source-node.ts';
import { listOf, type QuestionProblems, type TypeReader } from './question-reading.ts';
import { answersDiffer, matchOf } from './typed-text.ts';

type RawBlanks = RawQuestionOf<'cloze'>['blanks'];

interface Mark extends Span {
	readonly id: string;
	/** To the text that it stands in. */
	readonly path: readonly Step[];
}

export const readCloze: TypeReader<'cloze'> = (raw, question) => {
	const match = matchOf(raw.match);
	const marks = marksOf(raw);
	const marked = marksFit(marks, raw.blanks, question);
	const sound = keysFit(raw.blanks, match, question);
	if (!marked || !sound) return undefined;
	return { type: 'cloze', blanks: marks.map(({ id }) => ({ id, keys: listOf(raw.blanks[id]) })), match };
};

/** In the order in which they are read: stem, then code. */
function marksOf({ stem, code }: RawQuestionOf<'cloze'>): readonly Mark[] {
	const inStem = marksIn(stem).map((mark) => ({ ...mark, path: ['stem'] }));
	if (code === undefined) return inStem;
	const [text, path] = typeof code === 'string' ? [code, ['code']] : [code.text, ['code', 'text']];
	return [...inStem, ...marksIn(text).map((mark) => ({ ...mark, path }))];
}

function marksFit(marks: readonly Mark[], blanks: RawBlanks, question: QuestionProblems): boolean {
	const ids = Object.keys(blanks);
	const first = new Map<string, Mark>();
	let fit = true;
	for (const mark of marks) {
		const before = first.get(mark.id);
		if (!ids.includes(mark.id)) tellStray(mark, ids, marks, question);
		else if (before !== undefined) tellAgain(mark, before, question);
		else {
			first.set(mark.id, mark);
			continue;
		}
		fit = false;
	}
	const unmarked = ids.filter((id) => !first.has(id));
	for (const id of unmarked) tellUnmarked(id, marks, ids, question);
	if (ids.length === 0 && marks.length === 0) {
		question.tell('empty-list', ['blanks'], 'Unexpected empty map, expected a map from each blank to what is accepted in it', {
			help: 'Add at least one.',
		});
	}
	return fit && unmarked.length === 0 && ids.length > 0;
}

function tellStray(mark: Mark, ids: readonly string[], marks: readonly Mark[], question: QuestionProblems): void {
	const free = ids.filter((id) => !marks.some((other) => other.id === id));
	const meant = nearest(mark.id.trim(), free);
	const like = idLike(mark.id);
	const help =
		meant !== undefined
			? `Did you mean \`{{${meant}}}\`?`
			: like === undefined
				? 'Name the blank between the braces, or write `\\{{` for two braces that are no blank.'
				: `Add \`${like}:\` to \`blanks\`${like === mark.id ? '' : `, and write \`{{${like}}}\``}; or write \`\\{{\` for two braces that are no blank.`;
	question.tellWithin('mark-without-blank', mark.path, mark, `Unexpected ${quoted(`{{${mark.id}}}`)}, expected a blank of \`blanks\``, {
		help,
		related: { ...keyPlaceOf(question.located, 'blanks'), message: 'the blanks' },
	});
}

function tellAgain(mark: Mark, before: Mark, question: QuestionProblems): void {
	const related = { ...placeWithin(question.located, before.path, before), message: 'the first one' };
	question.tellWithin('repeated-mark', mark.path, mark, `Unexpected second \`{{${mark.id}}}\`, expected each blank once`, {
		help: 'Give the second one a blank of its own, or write the word.',
		// Where neither can be told from the other, once is enough.
		...(related.span !== undefined && placeWithin(question.located, mark.path, mark).span?.start === related.span.start ? {} : { related }),
	});
}

function tellUnmarked(id: string, marks: readonly Mark[], ids: readonly string[], question: QuestionProblems): void {
	// A mark that comes near it was told, with this blank as what was meant.
	const strays = marks.filter((mark) => !ids.includes(mark.id));
	if (strays.some((mark) => nearest(mark.id.trim(), [id]) !== undefined)) return;
	const blanks = existingNodeAt(question.located.node, ['blanks']);
	const at: Located = { file: question.located.file, node: blanks ?? question.located.node };
	question.diagnostics.push(
		problem('blank-without-mark', keyPlaceOf(at, id), `No \`{{${id}}}\` in \`stem\` or \`code\`, expected the mark of this blank once`, {
			help: 'Write it where the blank is, or remove the blank.',
		}),
	);
}

/** What is accepted in a blank differs from all else that is accepted there. */
function keysFit(blanks: RawBlanks, match: TextMatch, question: QuestionProblems): boolean {
	return Object.entries(blanks)
		.map(([id, keys]) => answersDiffer(listOf(keys), match, ['blanks', id], question))
		.every(Boolean);
}
