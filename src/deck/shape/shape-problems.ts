// Does a tree fit its schema? What does not fit, in words for authors, at the very key or value.

import * as z from 'zod';

import type { Diagnostic } from '../../model/diagnostic.ts';
import { listed, problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { entryOf, keyPlaceOf, type Located, nodeAt, ownerPlaceOf, placeOf, type SourceNode, type Step } from '../yaml/source-node.ts';
import { fits } from './fits.ts';
import {
	blanksSchema,
	deckSchema,
	idWording,
	pairsSchema,
	questionSchemas,
	ruleSettingSchema,
	sectionSchema,
	unitHeadSchema,
	type Wording,
	wordings,
} from './schema.ts';
import { accepts, hasKey, homesOf, keysOf, mayHold, schemaAt, typeOf } from './schema-walk.ts';

export interface ShapeReading<T> {
	/** Absent when something does not fit. */
	readonly value?: T;
	readonly diagnostics: readonly Diagnostic[];
}

export function checkShape<Value>(schema: z.ZodType<Value>, located: Located): ShapeReading<Value> {
	const { value } = located.node;
	if (fits(schema, value)) return { value, diagnostics: [] };
	const result = schema.safeParse(value);
	if (result.success) return { value: result.data, diagnostics: [] };
	return { diagnostics: problemsOfAll(result.error.issues, schema, located) };
}

type Issue = z.core.$ZodIssue;

/** A key that should not be there is told once, and not what seems to be missing because of it. */
function problemsOfAll(issues: readonly Issue[], schema: z.core.$ZodType, located: Located): readonly Diagnostic[] {
	const echoes = issues.flatMap((issue) => {
		if (issue.code !== 'unrecognized_keys') return [];
		const path = stepsOf(issue);
		const owner = schemaAt(schema, located.node.value, path);
		const node = nodeAt(located.node, path);
		return issue.keys.flatMap((key) => keysMissedFor(key, owner, node)).map((missed) => JSON.stringify([...path, missed]));
	});
	return issues
		.filter((issue) => !(missesValue(located, stepsOf(issue)) && echoes.includes(JSON.stringify(stepsOf(issue)))))
		.flatMap((issue) => problemsOf(issue, schema, located));
}

/** Keys that are only missing because of this unknown one: the key that it was meant to be; what the default type asks for, where another type was meant. */
function keysMissedFor(key: string, owner: z.core.$ZodType | undefined, node: SourceNode): readonly (string | undefined)[] {
	const untyped = owner === questionSchemas.choice && entryOf(node, 'type') === undefined;
	const needless = untyped ? keysOf(owner).filter((asked) => homesOf(key).some((type) => !hasKey(type, asked))) : [];
	return [meantKey(key, owner, node), ...needless];
}

function stepsOf(issue: Issue): readonly Step[] {
	return issue.path.filter((step) => typeof step !== 'symbol');
}

/** @param schema and `located`: what the issue's path starts from. */
function problemsOf(issue: Issue, schema: z.core.$ZodType, located: Located): readonly Diagnostic[] {
	const path = stepsOf(issue);
	const node = nodeAt(located.node, path);
	if (isRefused(node)) return [];
	const owner = schemaAt(schema, located.node.value, path);
	const at = { file: located.file, node };
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) => unknownKey(key, mapIn(owner), at));
		case 'invalid_union':
			if (issue.discriminator !== undefined) return [unknownType(located, path)];
			if (missesValue(located, path)) return [missingKey(schema, located, path)];
			return unionProblems(issue, owner, located, path);
		case 'invalid_type':
			if (missesValue(located, path)) return [missingKey(schema, located, path)];
			return [wrongShape(owner, at, answersOfChoice(schema, located, path) ? severalAnswers : undefined)];
		case 'invalid_value':
			return [missesValue(located, path) ? missingKey(schema, located, path) : wrongWord(issue.values.map(String), at)];
		case 'too_small':
			if (node.kind === 'list' && node.items.length === 0)
				return [
					problem('empty-list', placeOf(at), `Unexpected empty list, expected ${expectedOf(owner)}`, {
						help: issue.minimum === 1 ? 'Add at least one.' : 'Add at least two.',
					}),
				];
			return [wrongLength(owner, at, 'Add another.')];
		case 'too_big':
			return [wrongLength(owner, at)];
		case 'invalid_key':
			return [wrongKey(String(path.at(-1)), { file: located.file, node: nodeAt(located.node, path.slice(0, -1)) })];
		default:
			return [wrongText(owner, at)];
	}
}

/** What stood here was refused when the file was read, and told then. */
export function isRefused(node: SourceNode | undefined): boolean {
	return node?.kind === 'nothing' && node.refused === true;
}

/** The key is not there, or has nothing after it. */
function missesValue(located: Located, path: readonly Step[]): boolean {
	const last = path.at(-1);
	const owner = nodeAt(located.node, path.slice(0, -1));
	if (typeof last !== 'string' || owner.kind !== 'map') return false;
	const entry = owner.entries.get(last);
	return entry === undefined || entry.node.kind === 'nothing';
}

function missingKey(schema: z.core.$ZodType, located: Located, path: readonly Step[]): Diagnostic {
	const key = String(path.at(-1));
	const owner: Located = { file: located.file, node: nodeAt(located.node, path.slice(0, -1)) };
	const expected = expectedOf(schemaAt(schema, located.node.value, path));
	const place = ownerPlaceOf(owner, key);
	if (entryOf(owner.node, key) === undefined)
		return problem('missing-key', place, `Missing \`${key}\`, expected ${expected}`, { help: `Add \`${key}:\`.` });
	return problem('missing-key', place, `Nothing after \`${key}:\`, expected ${expected}`, {
		help: fillingHelp(entryOf(owner.node, key)?.node),
	});
}

/** @param node what stands after a key that should have a value. */
export function fillingHelp(node: SourceNode | undefined): string {
	return node?.kind === 'nothing' && node.comment === true
		? 'Put the text in quotes if it starts with `#`.'
		: 'Write it after the colon, or indented on the lines below.';
}

function wrongShape(schema: z.core.$ZodType | undefined, at: Located, help = reshapingHelp(schema, at.node)): Diagnostic {
	return problem('wrong-shape', placeOf(at), `Unexpected ${kindOf(at.node)}, expected ${expectedOf(schema)}`, { help });
}

/** How to come from what stands there to what is expected. */
function reshapingHelp(schema: z.core.$ZodType | undefined, node: SourceNode): string | undefined {
	const { kind } = node;
	if (schema === undefined) return undefined;
	if (kind === 'nothing') return 'Fill it, or remove the line.';
	const own = wordingOf(schema)?.reshaping;
	if (own !== undefined) return own;
	if (schema === blanksSchema) return 'Write a line for each blank, such as `parent: a commit`.';
	if (schema === pairsSchema && kind === 'map') return 'Write a line for each, such as `- [left, right]`.';
	if (node.kind === 'map' && [...node.entries.values()].some((entry) => entry.node.kind === 'map') && accepts(schema, z.ZodArray))
		return 'Begin each item with `- id:` and its name, instead of the name as a key.';
	if (node.kind === 'map' && entryOf(node, 'questions') !== undefined && accepts(schema, z.ZodArray))
		return 'Remove `questions:`, and write the list alone.';
	if (node.kind === 'map' && entryOf(node, 'file') !== undefined) return 'Write the path alone, without `file:`.';
	if (node.kind === 'map' && accepts(schema, z.ZodArray) && node.entries.size > 1)
		return 'Write a list: a line with `- ` for each, without keys.';
	if (schema instanceof z.ZodRecord) return 'Write a line for each, such as `longest-option: off`.';
	if (accepts(schema, z.ZodString)) {
		if (entryOf(node, 'text') !== undefined) return 'Write it alone, without `text:`.';
		if (kind === 'map') return 'Put the text in quotes if the colon belongs to it.';
		return 'Write one text; put it in quotes if it begins with a bracket.';
	}
	if (accepts(schema, z.ZodArray)) return 'Write a list: `[a, b]`, or a line with `- ` for each.';
	return accepts(schema, z.ZodObject) ? 'Write each of its parts as `key: value`.' : undefined;
}

const severalAnswers = 'Keep one, or write `type: multiple` and `answers:`.';

function answersOfChoice(schema: z.core.$ZodType, located: Located, path: readonly Step[]): boolean {
	const owner = schemaAt(schema, located.node.value, path.slice(0, -1));
	return owner === questionSchemas.choice && path.at(-1) === 'answer' && nodeAt(located.node, path).kind === 'list';
}

function wrongLength(schema: z.core.$ZodType | undefined, at: Located, help?: string): Diagnostic {
	const length = at.node.kind === 'list' ? ` of ${at.node.items.length}` : '';
	return problem('wrong-shape', placeOf(at), `Unexpected ${kindOf(at.node)}${length}, expected ${expectedOf(schema)}`, { help });
}

/** A key that its author chooses, and that is no id. */
function wrongKey(key: string, owner: Located): Diagnostic {
	return problem('id-form', keyPlaceOf(owner, key), `Unexpected key ${quoted(key)}, expected ${idWording.expected}`, {
		help: idWording.help(key),
	});
}

function wrongText(schema: z.core.$ZodType | undefined, at: Located): Diagnostic {
	const wording = wordingOf(schema);
	const text = at.node.kind === 'text' ? at.node.value : '';
	const blank = text.trim() === '';
	return problem(
		blank ? 'empty-text' : (wording?.code ?? 'wrong-value'),
		placeOf(at),
		`Unexpected ${blank ? 'blank' : quoted(text)}, expected ${expectedOf(schema)}`,
		{ help: wording?.help?.(text) ?? (blank ? 'Write the text.' : undefined) },
	);
}

function wrongWord(values: readonly string[], at: Located): Diagnostic {
	if (at.node.kind !== 'text') return problem('wrong-shape', placeOf(at), `Unexpected ${kindOf(at.node)}, expected ${listed(values)}`);
	const isOff = values.includes('off') && /^(?:none|false|no|never|disabled?|ignore)$/iu.test(at.node.value);
	const [word = ''] = at.node.value.toLowerCase().split(' ');
	const meant = isOff ? 'off' : values.includes(word) ? word : nearest(at.node.value, values);
	return problem('wrong-value', placeOf(at), `Unexpected ${quoted(at.node.value)}, expected ${listed(values)}`, {
		help: meant === undefined ? undefined : `Did you mean \`${meant}\`?`,
	});
}

/** The branch that was meant decides what is said; where none can be told, the value as a whole is wrong. */
function unionProblems(
	issue: Extract<Issue, { readonly code: 'invalid_union' }>,
	union: z.core.$ZodType | undefined,
	located: Located,
	path: readonly Step[],
): readonly Diagnostic[] {
	const node = nodeAt(located.node, path);
	const branches = union instanceof z.ZodUnion ? union.options : [];
	const misfits = node.kind === 'text' ? ['invalid_type'] : ['invalid_type', 'invalid_value'];
	const meant = issue.errors.findIndex((issues) => !issues.some(({ code, path: inner }) => misfits.includes(code) && inner.length === 0));
	const branch = branches[meant];
	const inner = issue.errors[meant];
	const misread =
		branch !== ruleSettingSchema &&
		branch instanceof z.ZodObject &&
		node.kind === 'map' &&
		!keysOf(branch).some((key) => node.entries.has(key));
	if (branch === undefined || inner === undefined || misread) return [wrongShape(union, { file: located.file, node })];
	return problemsOfAll(inner, branch, { file: located.file, node });
}

/** Of several kinds of value, the one that has keys. */
function mapIn(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
	return schema instanceof z.ZodUnion && !(schema instanceof z.ZodDiscriminatedUnion)
		? (schema.options.find((branch) => branch instanceof z.ZodObject) ?? schema)
		: schema;
}

function unknownKey(key: string, owner: z.core.$ZodType | undefined, at: Located): Diagnostic {
	const place = keyPlaceOf(at, key);
	const type = typeOf(owner);
	const meant = meantKey(key, owner, at.node);
	if (type !== undefined && homesOf(key).length > 0) {
		const fitting = meant !== undefined && mayHold(owner, meant, entryOf(at.node, key)?.node.value) ? meant : undefined;
		return keyOfOtherType(key, type, at, fitting);
	}
	if (meant === undefined)
		return problem('unknown-key', place, `Unexpected key ${quoted(key)}, expected ${listed(keysOf(owner))}`, {
			help: placeElsewhere(key, owner) ?? 'Rename it, or remove it.',
		});
	return problem('unknown-key', place, `Unexpected key ${quoted(key)}, expected a key such as \`${meant}\``, {
		help: `Did you mean \`${meant}\`?`,
	});
}

/** Where a key belongs that stands in the wrong file or part. */
function placeElsewhere(key: string, owner: z.core.$ZodType | undefined): string | undefined {
	const homes = [
		{ schema: deckSchema, name: 'deck.yaml' },
		{ schema: unitHeadSchema, name: "a unit's file" },
		{ schema: sectionSchema, name: 'a section' },
		{ schema: questionSchemas.choice, name: 'a question' },
	];
	const found = homes.filter(({ schema }) => schema !== owner && Object.hasOwn(schema.shape, key));
	return found.length === 1 && found[0] !== undefined ? `Move it to ${found[0].name}, or remove it.` : undefined;
}

/** @param meant a key of this type that is near it and may have its value. */
function keyOfOtherType(key: string, type: string, at: Located, meant: string | undefined): Diagnostic {
	const written = entryOf(at.node, 'type');
	const homes = homesOf(key);
	const [home = ''] = homes;
	const message = `Unexpected ${quoted(key)} in a question of type \`${type}\`${written === undefined ? ' (the default)' : ''}, expected only in ${listed(homes)}`;
	const changed = homes.length === 1 ? `${written === undefined ? 'add' : 'write'} \`type: ${home}\`` : 'change the `type`';
	return problem('key-of-other-type', keyPlaceOf(at, key), message, {
		help: meant === undefined ? `Remove it, or ${changed}.` : `Did you mean \`${meant}\`?`,
		...(written === undefined ? {} : { related: { file: at.file, span: written.node.span, message: 'the type' } }),
	});
}

/** The key that was most likely meant, among those the map does not have yet. */
function meantKey(key: string, owner: z.core.$ZodType | undefined, node: SourceNode): string | undefined {
	const free = keysOf(owner).filter((other) => node.kind === 'map' && (node.entries.get(other)?.node.kind ?? 'nothing') === 'nothing');
	return nearest(key, free) ?? free.find((other) => isShortFor(key, other));
}

/** `lvl` for `level`, without its vowels; `expl` for `explanation`, cut short. */
function isShortFor(short: string, word: string): boolean {
	return short.length > 2 && (word.startsWith(short) || word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '') === short);
}

function unknownType(located: Located, path: readonly Step[]): Diagnostic {
	const types = Object.keys(questionSchemas);
	const at: Located = { file: located.file, node: nodeAt(located.node, path) };
	if (at.node.kind !== 'text') return problem('wrong-shape', placeOf(at), `Unexpected ${kindOf(at.node)}, expected ${listed(types)}`);
	const written = at.node.value;
	const meant = nearest(written, types);
	return problem('unknown-type', placeOf(at), `Unexpected type ${quoted(written)}, expected ${listed(types)}`, {
		help: meant === undefined ? 'Write one of these, or remove the line for a `choice`.' : `Did you mean \`${meant}\`?`,
	});
}

function kindOf(node: SourceNode): string {
	return { text: node.kind === 'text' ? quoted(node.value) : '', list: 'list', map: 'map', nothing: 'empty place' }[node.kind];
}

function expectedOf(schema: z.core.$ZodType | undefined): string {
	return wordingOf(schema)?.expected ?? (schema instanceof z.ZodEnum ? listed(schema.options.map(String)) : 'another kind of value');
}

function wordingOf(schema: z.core.$ZodType | undefined): Wording | undefined {
	return schema === undefined ? undefined : wordings.get(schema);
}
