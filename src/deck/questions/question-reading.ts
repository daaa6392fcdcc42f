// What every type of question is read with. The types themselves are one file each beside this one.

import { foldCase, normaliseText } from '../../engine/normalise-text.ts';
import type { QuestionOf, QuestionType } from '../../model/deck.ts';
import type { Diagnostic, Span } from '../../model/diagnostic.ts';
import { type DiagnosticCode, type ProblemDetail, problem } from '../diagnostics/diagnostic-codes.ts';
import type { RawQuestionOf } from '../shape/schema.ts';
import { keyPlaceOf, type Located, placeOf, placeWithin, type Step } from '../yaml/source-node.ts';

/** What is the same in all types. */
export type CommonPart = Omit<QuestionOf<'true-false'>, 'type' | 'key' | 'fingerprint'>;

/** The part that only this type has: all that is scored is in it. Spread over the union, so that each type keeps its own keys. */
export type OwnPart<T extends QuestionType = QuestionType> = T extends QuestionType
	? Omit<QuestionOf<T>, keyof CommonPart | 'fingerprint'>
	: never;

/** @returns undefined when it has faults, which were told. */
export type TypeReader<T extends QuestionType> = (raw: RawQuestionOf<T>, question: QuestionProblems) => OwnPart<T> | undefined;

/** Gathers what is wrong with one question. */
export class QuestionProblems {
	readonly located: Located;
	readonly diagnostics: Diagnostic[] = [];

	constructor(located: Located) {
		this.located = located;
	}

	/** At the value at the end of the path. */
	tell(code: DiagnosticCode, path: readonly Step[], message: string, detail?: ProblemDetail): undefined {
		this.diagnostics.push(problem(code, placeOf(this.located, ...path), message, detail));
	}

	/** At the key. */
	tellKey(code: DiagnosticCode, key: string, message: string, detail?: ProblemDetail): undefined {
		this.diagnostics.push(problem(code, keyPlaceOf(this.located, key), message, detail));
	}

	/** At a part of the text at the end of the path, by offsets in its value. */
	tellWithin(code: DiagnosticCode, path: readonly Step[], within: Span, message: string, detail?: ProblemDetail): undefined {
		this.diagnostics.push(problem(code, placeWithin(this.located, path, within), message, detail));
	}

	related(path: readonly Step[], message: string): NonNullable<ProblemDetail['related']> {
		return { ...placeOf(this.located, ...path), message };
	}
}

/** Why two texts are the same although they are written differently; continues a sentence. */
export function whySame(again: string, first: string): string {
	return again === first ? '' : '; spaces and the forms of a character make no difference';
}

/** A list of one may be written as the one. */
export function listOf<T>(written: T | readonly T[] | undefined): readonly T[] {
	if (written === undefined) return none;
	return isList(written) ? written : [written];
}

const none: readonly never[] = [];

function isList<T>(written: T | readonly T[]): written is readonly T[] {
	return Array.isArray(written);
}

/** A text and where it is written in the question. */
export interface Written {
	readonly text: string;
	readonly path: readonly Step[];
}

/** No two are the same, not even without their capitals. So there is nothing to tell, and where each is written need not be known. */
export function allDiffer(texts: readonly string[]): boolean {
	return texts.length < 2 || new Set(texts.map((text) => foldCase(normaliseText(text)))).size === texts.length;
}

/** Each text that is the same as one before it, and the first of its kind. `form`: what makes two texts the same. */
export function repeatsOf<W extends Written>(
	texts: readonly W[],
	form: (text: string) => string,
): readonly { readonly again: W; readonly first: W }[] {
	const known = new Map<string, W>();
	return texts.flatMap((again) => {
		const same = form(again.text);
		const first = known.get(same);
		if (first !== undefined) return [{ again, first }];
		known.set(same, again);
		return [];
	});
}
