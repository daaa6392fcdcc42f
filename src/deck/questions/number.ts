// number: the value, and how near an answer must come.

import { type NumberReading, readNumber } from '../../engine/read-number.ts';
import type { NumberAcceptance } from '../../model/deck.ts';
import { quoted } from '../diagnostics/diagnostic-codes.ts';
import type { RawQuestionOf } from '../shape/schema.ts';
import { keyPlaceOf, type Step } from '../yaml/source-node.ts';
import type { QuestionProblems, TypeReader } from './question-reading.ts';

export const readNumberQuestion: TypeReader<'number'> = (raw, question) => {
	const value = numberAt(raw.answer, ['answer'], question);
	const accept = readAcceptance(raw, value, question);
	if (value === undefined || accept === undefined) return undefined;
	return { type: 'number', key: raw.answer, value, accept, ...(raw.unit === undefined ? {} : { unit: raw.unit }) };
};

function numberAt(text: string, path: readonly Step[], question: QuestionProblems): number | undefined {
	const reading = readNumber(text);
	if (reading.ok) return reading.value;
	return question.tell('number-form', path, `Unexpected ${quoted(text)}, expected a number`, { help: numberHelp(reading) });
}

function numberHelp({ again }: Extract<NumberReading, { readonly ok: false }>): string {
	if (again.kind === 'ambiguous-number') return `Write \`${again.readings[0]}\` or \`${again.readings[1]}\`.`;
	if (again.kind === 'other-unit') return 'Write the number alone, and what it counts under `unit`.';
	return 'Write digits, such as `42`, `-3.5`, `1/2` or `3.8e5`.';
}

function readAcceptance(raw: RawQuestionOf<'number'>, value: number | undefined, question: QuestionProblems): NumberAcceptance | undefined {
	if (!rangeOrTolerance(raw, question)) return undefined;
	if (raw.range !== undefined) return readRange(raw.range, raw.answer, value, question);
	return raw.tolerance === undefined ? { kind: 'exact' } : readTolerance(raw.tolerance, value, question);
}

/** Not both of them. */
export function rangeOrTolerance({ range, tolerance }: RawQuestionOf<'number'>, question: QuestionProblems): boolean {
	if (range === undefined || tolerance === undefined) return true;
	question.tellKey('range-and-tolerance', 'tolerance', 'Unexpected `tolerance` beside `range`, expected one of the two', {
		help: 'Keep the range, whose both ends count, or the tolerance.',
		related: { ...keyPlaceOf(question.located, 'range'), message: 'the range' },
	});
	return false;
}

function readRange(
	written: readonly string[],
	key: string,
	value: number | undefined,
	question: QuestionProblems,
): NumberAcceptance | undefined {
	const [low, high] = written.map((text, index) => numberAt(text, ['range', index], question));
	if (low === undefined || high === undefined) return undefined;
	if (low > high) {
		const message = `Unexpected range from ${written[0]} down to ${written[1]}, expected the lowest number first`;
		return question.tell('range-order', ['range'], message, { help: `Write \`[${written[1]}, ${written[0]}]\`.` });
	}
	if (value !== undefined && (value < low || value > high)) {
		const message = `Unexpected ${quoted(key)}, expected a number from ${written[0]} to ${written[1]}`;
		return question.tell('answer-outside-range', ['answer'], message, {
			help: 'Change the answer or the range.',
			related: question.related(['range'], 'the range'),
		});
	}
	return { kind: 'range', low, high };
}

function readTolerance(written: string, value: number | undefined, question: QuestionProblems): NumberAcceptance | undefined {
	const percent = /^(.*\S)\s*%$/u.exec(written.trim());
	const reading = readNumber(percent?.[1] ?? written);
	if (!reading.ok || reading.value < 0) {
		const message = `Unexpected ${quoted(written)}, expected a number or a percentage, zero or more`;
		return question.tell('tolerance-form', ['tolerance'], message, { help: toleranceHelp(reading) });
	}
	if (percent === null) return { kind: 'absolute', tolerance: reading.value };
	if (value === 0) {
		const message = `Unexpected ${quoted(written)} of an answer that is zero, expected a tolerance without a percent sign`;
		return question.tell('tolerance-on-zero', ['tolerance'], message, {
			help: 'Write how far from zero an answer may be; a share of zero is zero.',
			related: question.related(['answer'], 'the answer'),
		});
	}
	return { kind: 'relative', fraction: reading.value / 100 };
}

function toleranceHelp(reading: NumberReading): string {
	if (reading.ok || reading.again.kind === 'not-a-number') return 'Write a tolerance such as `0.5` or `1%`.';
	return reading.again.kind === 'other-unit' ? 'Write the number alone; it counts in the unit of the answer.' : numberHelp(reading);
}
