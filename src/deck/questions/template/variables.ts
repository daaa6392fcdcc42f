// `vars`: what is drawn, and what is worked out from it.

import { pickedValues } from '../../../engine/variants/picked-values.ts';
import type { Variable } from '../../../model/deck.ts';
import { problem } from '../../diagnostics/diagnostic-codes.ts';
import type { RawQuestion, RawVariable } from '../../shape/schema.ts';
import { keyPlaceOf, nodeAt, placeOf } from '../../yaml/source-node.ts';
import { listOf, type QuestionProblems } from '../question-reading.ts';

/** @returns undefined when one of them is no variable at all, which was told. */
export function readVariables(raw: NonNullable<RawQuestion['vars']>, question: QuestionProblems): readonly Variable[] | undefined {
	const names = Object.keys(raw);
	if (names.length === 0) {
		return question.tell('nothing-varies', ['vars'], 'Unexpected empty map, expected at least one variable', {
			help: 'Add a line such as `n: {int: [1, 10]}`, or remove `vars`.',
		});
	}
	const read = Object.entries(raw).map(([name, each]) => readVariable(name, each, question));
	const variables = read.filter((variable) => variable !== undefined);
	return variables.length < names.length ? undefined : variables;
}

function readVariable(name: string, raw: RawVariable, question: QuestionProblems): Variable | undefined {
	if (typeof raw === 'string') return { name, kind: 'formula', formula: withoutSign(raw) };
	const { int, step, pick } = raw;
	const [low, high] = int ?? [];
	const at = { file: question.located.file, node: nodeAt(question.located.node, ['vars', name]) };
	const tell = (key: string | undefined, message: string, help: string) => {
		question.diagnostics.push(problem('variable-values', key === undefined ? placeOf(at) : keyPlaceOf(at, key), message, { help }));
	};
	if (int !== undefined && pick !== undefined) {
		tell('pick', 'Unexpected `pick` beside `int`, expected one of the two', 'Keep one, or make two variables of them.');
	} else if (pick !== undefined && step !== undefined) {
		tell('step', 'Unexpected `step` beside `pick`, expected it beside `int`', 'Remove it, or write `int: [low, high]`.');
	} else if (pick !== undefined) {
		return { name, kind: 'pick', from: pickedValues(listOf(pick)) };
	} else if (low === undefined || high === undefined) {
		tell(undefined, 'Missing `int`, expected `int` or `pick`', 'Write `{int: [1, 10]}` or `{pick: [a, b]}`.');
	} else {
		return { name, kind: 'integers', low: Number(low), high: Number(high), step: Number(step ?? '1') };
	}
	return undefined;
}

/** Where a formula begins in what an author wrote: behind its `=`, which a condition may have too. */
export function formulaStart(written: string): number {
	return /^\s*=(?!=)/u.exec(written)?.[0].length ?? 0;
}

export function withoutSign(written: string): string {
	return written.slice(formulaStart(written));
}
