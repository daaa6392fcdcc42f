// The shapes of the three kinds of files: deck, unit, pool. Every scalar arrives as the text that was written. What depends
// on more than one value is checked elsewhere.

import * as z from 'zod';

import type { QuestionType } from '../../model/deck.ts';
import type { DiagnosticCode } from '../diagnostics/diagnostic-codes.ts';
import { benchmarkHelp, readBenchmark } from './benchmark.ts';

/** How to speak of a value that does not fit its schema. */
export interface Wording {
	/** Continues "expected ...". */
	readonly expected: string;
	/** For a text that does not fit; `wrong-value` unless stated. */
	readonly code?: DiagnosticCode;
	readonly help?: (text: string) => string | undefined;
	/** For another kind of value, such as a list. */
	readonly reshaping?: string;
}

/** Schemas that have their own wording. */
export const wordings = z.registry<Wording>();

/**
 * A text with a rule. `json` is what the rule comes to in a JSON Schema. An editor reads `42`, `true` and `null` as other
 * things than texts; each kind that the rule may accept is named there.
 */
function scalar(accepts: (text: string) => boolean, wording: Wording, json: Readonly<Record<string, unknown>>) {
	return z.string().refine(accepts).meta(json).register(wordings, wording);
}

/** What an editor makes of a scalar, where any text will do. */
const anyText = { type: ['string', 'number', 'boolean', 'null'], pattern: String.raw`\S` };

function wholeNumber(low: number, high: number) {
	return scalar(
		(text) => /^(?:0|[1-9]\d{0,5})$/.test(text) && Number(text) >= low && Number(text) <= high,
		{
			code: 'whole-number',
			expected: `a whole number from ${low} to ${high}`,
			help: (text) => (/^-?(?:0|[1-9]\d*)$/.test(text) ? undefined : 'Write it in digits alone.'),
		},
		{ type: ['integer', 'string'], minimum: low, maximum: high, pattern: wholePattern(low, high) },
	);
}

/** For the number in quotes. `low` is 0 or 1; `high` a single digit or a power of ten. */
function wholePattern(low: number, high: number): string {
	if (high < 10) return `^[${low}-${high}]$`;
	return `^(${low === 0 ? '0|' : ''}[1-9]\\d{0,${String(high).length - 2}}|${high})$`;
}

const idPattern = '^[a-z0-9]+(-[a-z0-9]+)*$';
const idShape = new RegExp(idPattern);

export function isId(text: string): boolean {
	return text.length <= 64 && idShape.test(text);
}

/** The id that a text comes nearest to; `undefined` when it has no letter or digit that an id may have. */
export function idLike(text: string): string | undefined {
	const like = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toUpperCase()
		.toLowerCase()
		.replace(/[^a-z0-9]+/gu, '-')
		.slice(0, 64)
		.replace(/^-|-$/gu, '');
	return isId(like) ? like : undefined;
}

function idHelp(text: string): string {
	const like = idLike(text);
	return like !== undefined ? `Write \`${like}\`.` : 'Use lower-case letters, digits and single hyphens, at most 64 characters.';
}

/** A unit is listed by its file and required by its id. */
function requiredIdHelp(text: string): string {
	return /\.ya?ml$/u.test(text) ? 'Name the unit by its id, which stands after `unit:` in that file.' : idHelp(text);
}

const text = scalar(
	(written) => /\S/.test(written),
	{ code: 'empty-text', expected: 'text', help: () => 'Write the text, or remove the key.' },
	anyText,
);
const idExpected = 'an id of lower-case letters, digits and hyphens';
const idJson = { type: ['string', 'integer', 'boolean', 'null'], pattern: idPattern, maxLength: 64, minimum: 0 };
/** Of ids, wherever one stands. */
export const idWording = { code: 'id-form', expected: idExpected, help: idHelp } as const satisfies Wording;
const id = scalar(isId, idWording, idJson);
const requiredId = scalar(isId, { code: 'id-form', expected: idExpected, help: requiredIdHelp }, idJson);
const filePath = scalar((written) => /\S/.test(written), { code: 'empty-text', expected: 'the path of a file' }, anyText);
const percentage = scalar(
	(written) => readBenchmark(written) !== undefined,
	{ code: 'benchmark-form', expected: 'a percentage from 1% to 100%', help: benchmarkHelp },
	{
		type: ['string', 'number'],
		pattern: String.raw`^(100(\.0{1,2})?|0?[1-9]\d(\.\d{1,2})?|0{0,2}[1-9](\.\d{1,2})?)\s?%?$`,
		minimum: 1,
		maximum: 100,
	},
);
const language = scalar(
	(written) => /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu.test(written),
	{ expected: 'a language tag such as `en` or `pt-BR`' },
	{ type: ['string', 'boolean'], pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
);
const webAddress = scalar(
	(written) => /^https?:\/\/[^\s/]\S*$/iu.test(written),
	{ expected: 'an address that starts with https:// or http://' },
	{ type: 'string', pattern: String.raw`^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s\/]\S*$` },
);
/** Or a formula, which only a question with `vars` may have. */
const trueOrFalse = scalar(
	(written) => /^(?:(?:true|false)$|\s*=)/iu.test(written),
	{ expected: '`true` or `false`' },
	{ type: ['boolean', 'string'], pattern: String.raw`^([Tt][Rr][Uu][Ee]$|[Ff][Aa][Ll][Ss][Ee]$|\s*=)` },
);

/** Gives a schema its "expected ..." and returns it. */
function named<S extends z.core.$ZodType>(schema: S, expected: string): S {
	wordings.add(schema, { expected });
	return schema;
}

/** A list, of which one may be written without the list. */
function oneOrMore<S extends z.ZodType>(item: S, expected: string) {
	return named(z.union([item, named(z.array(item).min(1), expected)]), expected);
}

/** The same, where there may be none. */
function anyNumber<S extends z.ZodType>(item: S, expected: string) {
	return named(z.union([item, z.array(item)]), expected);
}

const rule = {
	benchmark: percentage.optional(),
	draw: wholeNumber(1, 1_000).optional(),
	passes: wholeNumber(1, 100).optional(),
	floor: wholeNumber(0, 1_000).optional(),
};

const level = z.enum(['off', 'info', 'warning', 'error']);
export const ruleSettingSchema = z.strictObject({ level, reason: text });
const ruleSetting = z
	.union([level, ruleSettingSchema])
	.register(wordings, { expected: '`off`, `info`, `warning` or `error`, or a map with `level` and `reason`' });

export const deckSchema = z
	.strictObject({
		deck: id,
		title: text,
		summary: text.optional(),
		language: language.optional(),
		license: text.optional(),
		authors: anyNumber(text, 'a name or a list of names').optional(),
		version: text.optional(),
		...rule,
		units: oneOrMore(filePath, 'a list of unit files'),
		check: z
			.record(z.string(), ruleSetting)
			.register(wordings, { expected: 'a map from rules to `off`, `info`, `warning` or `error`' })
			.optional(),
	})
	.register(wordings, { expected: 'a deck: a map with `deck`, `title` and `units`' });

export const resourceSchema = z
	.strictObject({ title: text, url: webAddress.optional(), text: text.optional() })
	.register(wordings, { expected: 'a map with `title`, and `url` or `text`' });

export const sectionSchema = z
	.strictObject({
		id,
		title: text,
		objective: text,
		text: text.optional(),
		file: filePath.optional(),
		weight: wholeNumber(1, 1_000).optional(),
	})
	.register(wordings, { expected: 'a section: a map with `id`, `title`, `objective` and `text`' });

export const codeSchema = z.strictObject({ language: text.optional(), text });

const anyWhole = scalar(
	(written) => /^-?(?:0|[1-9]\d{0,15})$/.test(written) && Number.isSafeInteger(Number(written)),
	{ code: 'whole-number', expected: 'a whole number', help: wholeHelp },
	{ type: ['integer', 'string'], pattern: '^-?(0|[1-9][0-9]{0,15})$' },
);

function wholeHelp(written: string): string {
	return /^-?\d*\.\d+$/u.test(written)
		? 'Draw a whole number, and divide it in a formula: `x: "= n / 10"`.'
		: 'Write it in digits alone; `int` takes no formulas.';
}

const step = scalar(
	(written) => /^[1-9]\d{0,14}$/.test(written),
	{ code: 'whole-number', expected: 'a whole number of 1 or more', help: () => 'Write how far apart the numbers are.' },
	{ type: ['integer', 'string'], pattern: '^[1-9][0-9]{0,14}$', minimum: 1 },
);

export const variableSchema = z.strictObject({
	int: z
		.array(anyWhole)
		.length(2)
		.register(wordings, {
			expected: 'a list of two whole numbers, the lowest and the highest',
			reshaping: 'Write `[1, 10]`, the lowest and the highest.',
		})
		.optional(),
	step: step.optional(),
	pick: oneOrMore(text, 'a list of values').optional(),
});

const formula = scalar(
	(written) => /^\s*=(?!=)/u.test(written),
	{ expected: 'a formula that begins with `=`' },
	{ type: 'string', pattern: String.raw`^\s*=([^=]|$)` },
);

/** A formula has signs or spaces in it; what has none may be the one value of a list. */
function variableHelp(written: string): string {
	const short = written.trim().slice(0, 40);
	return /^[\w.-]+$/u.test(short)
		? `Write \`{pick: [${short}]}\`, or \`"= ${short}"\` for a formula.`
		: `Write \`"= ${short.replace(/^=+\s*/u, '')}"\`.`;
}

const variable = z.union([formula, variableSchema]).register(wordings, {
	expected: '`{int: [low, high]}`, `{pick: [a, b]}` or a formula such as `= a + b`',
	help: variableHelp,
	reshaping: 'Write `{pick: [a, b]}` for one of several values, `{int: [1, 10]}` for a whole number.',
});

const common = {
	id,
	section: id,
	vars: z
		.record(z.string(), variable)
		.register(wordings, {
			expected: 'a map from names to what they stand for',
			reshaping: 'Write a line for each, such as `n: {int: [1, 10]}`.',
		})
		.optional(),
	where: text.optional(),
	stem: text,
	code: z.union([text, codeSchema]).register(wordings, { expected: 'text, or a map with `language` and `text`' }).optional(),
	explanation: text,
	hints: anyNumber(text, 'a hint or a list of hints').optional(),
	difficulty: wholeNumber(1, 5).optional(),
	group: id.optional(),
	tags: anyNumber(id, 'a tag or a list of tags').optional(),
	source: text.optional(),
	also: anyNumber(id, 'the id of a section or a list of them').optional(),
	/** For provers of answers; not looked at. */
	proof: z.unknown().optional(),
};

/** What all types of questions have in common. */
export const commonSchema = z.strictObject(common);

export const optionSchema = z.strictObject({ text, feedback: text.optional() });
const option = z.union([text, optionSchema]).register(wordings, { expected: 'text, or a map with `text` and `feedback`' });

const wrongAnswers = 'a list of wrong answers';

const options = {
	distractors: named(z.union([text, named(z.array(option).min(1), wrongAnswers)]), wrongAnswers).optional(),
	options: z.array(option).register(wordings, { expected: 'a list of all answers' }).optional(),
};

export const matchSchema = z
	.strictObject({
		case: z.enum(['ignore', 'exact']).optional(),
		accents: z.enum(['note', 'exact', 'ignore']).optional(),
		typos: z
			.enum(['0', '1', '2', 'auto'])
			.meta({ type: ['integer', 'string'], enum: [0, 1, 2, '0', '1', '2', 'auto'] })
			.optional(),
	})
	.register(wordings, { expected: 'a map with `case`, `accents` or `typos`' });

const question: Wording = { expected: 'a question: a map with `id`, `section`, `stem`, `explanation` and what its type asks for' };
const answer = scalar((written) => /\S/.test(written), { code: 'empty-text', expected: 'the one right answer' }, anyText);

const choice = z.strictObject({ ...common, type: z.literal('choice').optional(), answer, ...options }).register(wordings, question);
const multiple = z
	.strictObject({ ...common, type: z.literal('multiple'), answers: oneOrMore(text, 'a list of the right answers'), ...options })
	.register(wordings, question);
const trueFalse = z.strictObject({ ...common, type: z.literal('true-false'), answer: trueOrFalse }).register(wordings, question);
const typedText = z
	.strictObject({
		...common,
		type: z.literal('text'),
		answer: oneOrMore(text, 'text or a list of texts'),
		match: matchSchema.optional(),
		pattern: text.optional(),
	})
	.register(wordings, question);
const number = z
	.strictObject({
		...common,
		type: z.literal('number'),
		answer: scalar((written) => /\S/.test(written), { code: 'empty-text', expected: 'a number' }, anyText),
		tolerance: text.optional(),
		range: z.array(text).length(2).register(wordings, { expected: 'a list of two numbers, the lowest and the highest' }).optional(),
		unit: text.optional(),
	})
	.register(wordings, question);

/** A key is a text to an editor too. */
const blankId = scalar(isId, idWording, { pattern: idPattern, maxLength: 64 });
/** By the id of its mark, what is accepted in each blank. */
export const blanksSchema = z
	.record(blankId, oneOrMore(text, 'text or a list of texts'))
	.meta({ minProperties: 1 })
	.register(wordings, { expected: 'a map from each blank to what is accepted in it' });
const cloze = z
	.strictObject({ ...common, type: z.literal('cloze'), blanks: blanksSchema, match: matchSchema.optional() })
	.register(wordings, question);

const order = z
	.strictObject({
		...common,
		type: z.literal('order'),
		items: z.array(text).min(2).register(wordings, { expected: 'a list of two items or more, in the right order' }),
	})
	.register(wordings, question);

const pair = z.array(text).length(2).register(wordings, { expected: 'a pair: a list of two texts, left and right' });
export const pairsSchema = z.array(pair).min(2).register(wordings, { expected: 'a list of two pairs or more' });
const spareSides = 'a list of right sides that belong to no left side';
const matching = z
	.strictObject({
		...common,
		type: z.literal('match'),
		pairs: pairsSchema,
		distractors: named(z.union([text, named(z.array(option), spareSides)]), spareSides).optional(),
	})
	.register(wordings, question);

/** One member a type of question. */
export const questionSchemas = {
	choice,
	multiple,
	'true-false': trueFalse,
	text: typedText,
	number,
	cloze,
	order,
	match: matching,
} as const satisfies { readonly [T in QuestionType]: z.ZodObject };

export const questionSchema = z
	.discriminatedUnion('type', [choice, multiple, trueFalse, typedText, number, cloze, order, matching])
	.register(wordings, question);

const unitHead = {
	unit: id,
	title: text,
	requires: anyNumber(requiredId, 'the id of a unit or a list of them').optional(),
	...rule,
	pools: anyNumber(filePath, 'a list of files').optional(),
	resources: z.array(resourceSchema).register(wordings, { expected: 'a list of resources' }).optional(),
	enrichment: z.array(resourceSchema).register(wordings, { expected: 'a list of resources' }).optional(),
};

const unit: Wording = { expected: 'a unit: a map with `unit`, `title`, `sections` and `questions`' };
const sections: Wording = { expected: 'a list of sections' };
const questions: Wording = { expected: 'a list of questions' };

export const unitSchema = z
	.strictObject({
		...unitHead,
		sections: z.array(sectionSchema).min(1).register(wordings, sections),
		questions: z.array(questionSchema).register(wordings, questions).optional(),
	})
	.register(wordings, unit);

export const poolSchema = z.array(questionSchema).min(1).register(wordings, questions);

/** A unit and a pool without what stands in their lists, which is looked at one by one, so that one fault hides no other. */
export const unitHeadSchema = z
	.strictObject({
		...unitHead,
		sections: z.array(z.unknown()).min(1).register(wordings, sections),
		questions: z.array(z.unknown()).register(wordings, questions).optional(),
	})
	.register(wordings, unit);

export const poolHeadSchema = z.array(z.unknown()).min(1).register(wordings, questions);

/** Below these keys stands what the author holds to be right, or offers beside it. */
export const keyNames: ReadonlySet<string> = new Set(['answer', 'answers', 'options', 'distractors', 'blanks', 'items', 'pairs']);

export type RawDeck = z.output<typeof deckSchema>;
export type RawUnitHead = z.output<typeof unitHeadSchema>;
export type RawSection = z.output<typeof sectionSchema>;
export type RawResource = z.output<typeof resourceSchema>;
export type RawOption = z.output<typeof option>;
export type RawVariable = z.output<typeof variable>;
export type RawQuestion = z.output<typeof questionSchema>;
export type RawQuestionOf<T extends QuestionType> = z.output<(typeof questionSchemas)[T]>;
