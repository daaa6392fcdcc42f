// `gradus new question`: a question for a unit or a pool that is there, written without a problem in it.

import { join, resolve } from 'node:path';

import { draftQuestion, type QuestionFile, questionFiles } from '../../authoring/scaffold/draft-question.ts';
import { sampleQuestions } from '../../authoring/scaffold/samples.ts';
import { listed } from '../../deck/diagnostics/diagnostic-codes.ts';
import { deckFileName } from '../../deck/files/folder.ts';
import { isQuestionType, questionTypes } from '../../model/deck.ts';
import type { Stop } from '../../session/ports.ts';
import type { Target } from '../checking/targets.ts';
import type { Context } from '../context.ts';
import { withAsker } from '../drafting/ask-author.ts';
import { deckAt } from '../drafting/deck-at.ts';
import { type Asker, type Field, fill, oneOf } from '../drafting/fields.ts';
import { finish, refuse, stopped, unfilled } from '../drafting/finish.ts';
import { draftFrom, faultOfWords, givenIn, kindFields, partFields, type QuestionWords, stemField } from '../drafting/question-words.ts';
import type { ExitCode } from '../exit-codes.ts';
import { isFolder, pathFrom, shownPath } from '../paths.ts';
import { plainly } from '../plainly.ts';
import { shellWord } from '../shell-word.ts';
import { suggestion } from '../suggestion.ts';

/** @param path a deck, or the file of a unit or a pool; the working folder unless stated. */
export async function newQuestionCommand(context: Context, path: string | undefined, words: QuestionWords): Promise<ExitCode> {
	const target = deckAt(context, path);
	if (typeof target === 'string') return refuse(context, target);
	const type = words.type ?? 'choice';
	if (!isQuestionType(type)) return refuse(context, faultOfType(type));
	return withAsker(context, async (asker) => {
		const file = await fileFor(context, target, path, asker);
		if (typeof file === 'string') return refuse(context, file);
		if ('by' in file) return stopped(context, file);
		if (file.sections.length === 0)
			return refuse(
				context,
				`There is no section yet that a question in ${file.file} could belong to. Nothing was written. Write one first.`,
			);
		const preset = asker === undefined ? new Map([['type', [type]], ...givenIn(words)]) : givenIn(words);
		const kind = await fill(kindFields(file.sections), preset, asker);
		if (kind.kind !== 'filled') return unfilled(context, 'gradus new question', kind);
		const chosen = oneOf(kind.given, 'type');
		if (!isQuestionType(chosen)) return refuse(context, faultOfType(chosen));
		const fault = faultOfWords(words, chosen);
		if (fault !== undefined) return refuse(context, `${fault} Nothing was written.`);

		const stem = words.sample === true ? kind : await fill([asker === undefined ? neededStem : stemField(chosen)], kind.given, asker);
		if (stem.kind === 'stop') return stopped(context, stem);
		const sample = words.sample === true || (stem.kind === 'filled' && oneOf(stem.given, 'stem') === '');
		const known = stem.kind === 'filled' ? stem.given : kind.given;
		const parts = sample
			? stem
			: await fill([...(stem.kind === 'missing' ? [neededStem] : []), ...partFields(chosen, oneOf(known, 'stem'))], known, asker);
		if (parts.kind !== 'filled') return unfilled(context, 'gradus new question', parts);
		const draft = sample ? sampleQuestions[chosen] : draftFrom(chosen, parts.given, words);
		const { id } = words;
		const wishes = { file: file.file, section: oneOf(parts.given, 'section'), draft, sample, ...(id === undefined ? {} : { id }) };
		return finish(context, target.root, draftQuestion(target.files, wishes));
	});
}

const neededStem: Field = { key: 'stem', flag: '--stem (or --sample)', asks: '' };

function faultOfType(type: string): string {
	const help = suggestion(type, questionTypes, `Name ${plainly(listed(questionTypes))}.`);
	return `There is no type of question called ${type}. Nothing was written. ${help}`;
}

/** The file that is named, the only one there is, or the one chosen. */
async function fileFor(
	{ environment }: Context,
	target: Target,
	path: string | undefined,
	asker: Asker | undefined,
): Promise<QuestionFile | Stop | string> {
	const files = questionFiles(target.files);
	const place = resolve(environment.workingFolder, path ?? '.');
	const named = pathFrom(target.root, place);
	const [first] = files;
	if (first === undefined) return `No unit of the deck can be read. Nothing was written. See why with: gradus check`;
	if (!isFolder(place) && named !== deckFileName) {
		return (
			files.find(({ file }) => file === named) ??
			`No unit of the deck holds its questions in ${path}. Nothing was written. List it in deck.yaml or under pools in a unit, or name another file.`
		);
	}
	if (files.length === 1) return first;
	if (asker === undefined) {
		return `The deck has several files of questions. Nothing was written. Name one of them: ${files.map(({ file }) => shellWord(shownPath(environment.workingFolder, join(target.root, file)))).join(', ')}.`;
	}
	const index = await asker.choose(
		'To which file?',
		files.map(({ file, units, pool }) => `${file}: ${units.join(', ')}${pool ? ' (a pool)' : ''}`),
	);
	return typeof index === 'number' ? (files[index] ?? first) : index;
}
