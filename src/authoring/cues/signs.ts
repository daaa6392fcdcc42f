// What tells two stems apart: their words, and every sign that may carry the difference. In code and formulas a single sign often does.

import type { Question } from '../../model/deck.ts';
import { questionWords, shownText, stemOf } from './words.ts';

/**
 * The words of the stem, in lower case; what stands together in code or formulas whole (`f(x)`, `-a`, `1.5`), in code with its
 * case; and the words and signs of the question's own code. With repetitions. None has a space in it.
 */
export function signsOf(question: Question): readonly string[] {
	const { stem, stemText } = questionWords(question);
	const plain = !question.stem.includes('`') && !unlikeProse.test(stemText);
	const signs = plain ? stem : signsInStem(stemOf(question));
	return question.code === undefined ? signs : [...signs, ...(question.code.text.match(codeToken) ?? [])];
}

/** A text without these has words and their punctuation alone. In lower case. */
const unlikeProse = /[^a-z\s.,;:!?'"()-]|\s-\s|[a-z][.,;:!?"()]+(?=[a-z])|"[.,;:!?'()-]+"/u;

const codeToken = /\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]+/gu;

/** Stands for a code span; nobody writes it. */
const codeHere = '\uE000';

function signsInStem(stem: string): readonly string[] {
	const spans: string[] = [];
	const prose = withoutCode(stem, (code) => spans.push(code));
	const shown = shownText(prose).toLowerCase().replaceAll('’', "'");
	return [...shown.split(betweenWords).flatMap(signsInChunk), ...spans.flatMap((code) => code.split(/\s+/u).filter((each) => each !== ''))];
}

/** Also a hyphen or a dash between letters, and a dash made of hyphens. */
const betweenWords = /[\s\uE000…—]+(?:-{2,}\s+)?|(?<=\p{L})[-–](?=\p{L})/u;

/** Punctuation around a word is the sentence's; a sign between quotation marks, or between letters or digits, is the author's. */
function signsInChunk(chunk: string): readonly string[] {
	const word = chunk.replace(before, '').replace(after, '');
	if (word !== '') return [word];
	const sign = quotedSign.exec(chunk)?.[1] ?? (/^\*+$/u.test(chunk) ? chunk : undefined);
	return sign === undefined ? [] : [sign];
}

const before = /^(?:[,;:!?'"‘“”«»„()*_]|\.(?!\d))+/u;
const after = /(?<![.,;:!?'"’”«»“()*_])[.,;:!?'"’”«»“()*_]+$/u;
const quotedSign = /^["'“‘«„]([^\p{L}\p{N}]+?)["'”’»“][.,;:!?]*$/u;

/** Code stands between two runs of as many backticks; a run without its like is only text. Each run is looked at once or twice. */
function withoutCode(markdown: string, found: (code: string) => void): string {
	const parts = markdown.split(/(`+)/u);
	const last = new Map<number, number>();
	for (let run = 1; run < parts.length; run += 2) last.set(parts[run]?.length ?? 0, run);
	let prose = parts[0] ?? '';
	for (let run = 1; run < parts.length; run += 2) {
		const length = parts[run]?.length ?? 0;
		if ((last.get(length) ?? 0) > run) {
			const first = run;
			do run += 2;
			while (parts[run]?.length !== length);
			found(parts.slice(first + 1, run).join(''));
			prose += codeHere;
		}
		prose += parts[run + 1] ?? '';
	}
	return prose;
}
