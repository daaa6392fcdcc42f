// Does a tree fit its schema? What does not fit, in words for authors, at the very key or value.

import * as z from 'zod';

import type { Diagnostic } from '../model/diagnostic.ts';
import { listed, problem, quoted } from './diagnostic-codes.ts';
import { nearest } from './nearest.ts';
import { laterTypes, questionSchemas, type Wording, wordings } from './schema.ts';
import { keyPlaceOf, type Located, nodeAt, ownerPlaceOf, placeOf, type SourceNode, type Step } from './source-node.ts';

export interface ShapeReading<T> {
	/** Absent when something does not fit. */
	readonly value?: T;
	readonly diagnostics: readonly Diagnostic[];
}

export function checkShape<S extends z.ZodType>(schema: S, located: Located): ShapeReading<z.output<S>> {
	const result = schema.safeParse(located.node.value);
	if (result.success) return { value: result.data, diagnostics: [] };
	return { diagnostics: problemsOfAll(result.error.issues, schema, located) };
}

type Issue = z.core.$ZodIssue;

/** A misspelt key is told once, not also as the missing one that it was meant to be. */
function problemsOfAll(issues: readonly Issue[], schema: z.core.$ZodType, located: Located): readonly Diagnostic[] {
	const misspelt = issues.flatMap((issue) => {
		if (issue.code !== 'unrecognized_keys') return [];
		const path = stepsOf(issue);
		const owner = schemaAt(schema, located.node.value, path);
		return issue.keys.map((key) => JSON.stringify([...path, meantKey(key, owner, nodeAt(located.node, path))]));
	});
	return issues
		.filter((issue) => !(missesValue(located, stepsOf(issue)) && misspelt.includes(JSON.stringify(stepsOf(issue)))))
		.flatMap((issue) => problemsOf(issue, schema, located));
}

function stepsOf(issue: Issue): readonly Step[] {
	return issue.path.filter((step) => typeof step !== 'symbol');
}

/** @param schema and `located`: what the issue's path starts from. */
function problemsOf(issue: Issue, schema: z.core.$ZodType, located: Located): readonly Diagnostic[] {
	const path = stepsOf(issue);
	const node = nodeAt(located.node, path);
	// What stood here was refused when the file was read, and told then.
	if (node.kind === 'nothing' && node.refused === true) return [];
	const owner = schemaAt(schema, located.node.value, path);
	const at = { file: located.file, node };
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) => unknownKey(key, owner, at));
		case 'invalid_union':
			if (issue.discriminator !== undefined) return [unknownType(located, path)];
			if (missesValue(located, path)) return [missingKey(schema, located, path)];
			return unionProblems(issue, owner, located, path);
		case 'invalid_type':
			return [missesValue(located, path) ? missingKey(schema, located, path) : wrongShape(owner, at)];
		case 'invalid_value':
			return [missesValue(located, path) ? missingKey(schema, located, path) : wrongWord(issue.values.map(String), at)];
		case 'too_small':
			if (issue.minimum === 1)
				return [problem('empty-list', placeOf(at), `Unexpected empty list, expected ${expectedOf(owner)}`, { help: 'Add at least one.' })];
			return [wrongShape(owner, at)];
		case 'too_big':
			return [wrongShape(owner, at)];
		default:
			return [wrongText(owner, at)];
	}
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
	return problem('missing-key', ownerPlaceOf(owner, key), `Missing \`${key}\`, expected ${expected}`, { help: `Add \`${key}:\`.` });
}

function wrongShape(schema: z.core.$ZodType | undefined, at: Located): Diagnostic {
	const plainTextWanted = schema !== undefined && at.node.kind === 'map' && acceptsText(schema);
	return problem('wrong-shape', placeOf(at), `Unexpected ${kindOf(at.node)}, expected ${expectedOf(schema)}`, {
		help: plainTextWanted ? 'Put the text in quotes if the colon belongs to it.' : undefined,
	});
}

function wrongText(schema: z.core.$ZodType | undefined, at: Located): Diagnostic {
	const wording = wordingOf(schema);
	const text = at.node.kind === 'text' ? at.node.value : '';
	const blank = text.trim() === '';
	return problem(
		blank ? 'empty-text' : (wording?.code ?? 'wrong-value'),
		placeOf(at),
		`Unexpected ${blank ? 'empty text' : quoted(text)}, expected ${expectedOf(schema)}`,
		{ help: wording?.help?.(text) },
	);
}

function wrongWord(values: readonly string[], at: Located): Diagnostic {
	if (at.node.kind !== 'text') return problem('wrong-shape', placeOf(at), `Unexpected ${kindOf(at.node)}, expected ${listed(values)}`);
	const meant = nearest(at.node.value, values);
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
	const meant = issue.errors.findIndex((issues) => !issues.some(({ code, path: inner }) => code === 'invalid_type' && inner.length === 0));
	const branch = branches[meant];
	const inner = issue.errors[meant];
	const misread = branch instanceof z.ZodObject && node.kind === 'map' && !Object.keys(branch.shape).some((key) => node.entries.has(key));
	if (branch === undefined || inner === undefined || misread) return [wrongShape(union, { file: located.file, node })];
	return problemsOfAll(inner, branch, { file: located.file, node });
}

function unknownKey(key: string, owner: z.core.$ZodType | undefined, at: Located): Diagnostic {
	const known = owner instanceof z.ZodObject ? Object.keys(owner.shape) : [];
	const place = keyPlaceOf(at, key);
	const type = typeOf(owner);
	if (type !== undefined) {
		const homes = homesOf(key);
		if (homes.length > 0) {
			return problem(
				'key-of-other-type',
				place,
				`Unexpected ${quoted(key)} in a question of type \`${type}\`, expected only in ${listed(homes)}`,
				{
					help: `Remove it, or change the \`type\` of the question.`,
				},
			);
		}
	}
	const meant = meantKey(key, owner, at.node);
	if (meant === undefined)
		return problem('unknown-key', place, `Unexpected key ${quoted(key)}, expected ${listed(known)}`, { help: 'Remove it.' });
	return problem('unknown-key', place, `Unexpected key ${quoted(key)}, expected a key such as \`${meant}\``, {
		help: `Did you mean \`${meant}\`?`,
	});
}

/** The key that was most likely meant, among those the map does not have yet. */
function meantKey(key: string, owner: z.core.$ZodType | undefined, node: SourceNode): string | undefined {
	const known = owner instanceof z.ZodObject ? Object.keys(owner.shape) : [];
	return nearest(
		key,
		known.filter((other) => node.kind === 'map' && (node.entries.get(other)?.node.kind ?? 'nothing') === 'nothing'),
	);
}

function typeOf(schema: z.core.$ZodType | undefined): string | undefined {
	return Object.entries(questionSchemas).find(([, other]) => other === schema)?.[0];
}

/** Types of questions that have the key, those of later versions included. */
function homesOf(key: string): readonly string[] {
	const now = Object.entries(questionSchemas).filter(([, { shape }]) => Object.hasOwn(shape, key));
	const later = Object.entries(laterTypes).filter(([, keys]) => keys.includes(key));
	return [...now, ...later].map(([type]) => type);
}

function unknownType(located: Located, path: readonly Step[]): Diagnostic {
	const types = Object.keys(questionSchemas);
	const at: Located = { file: located.file, node: nodeAt(located.node, path) };
	if (at.node.kind !== 'text') return problem('wrong-shape', placeOf(at), `Unexpected ${kindOf(at.node)}, expected ${listed(types)}`);
	const written = at.node.value;
	if (Object.hasOwn(laterTypes, written)) {
		return problem('type-not-supported', placeOf(at), `Unexpected type \`${written}\`, which this version does not ask yet`, {
			help: `Use ${listed(types)} for now.`,
		});
	}
	const meant = nearest(written, types);
	return problem('unknown-type', placeOf(at), `Unexpected type ${quoted(written)}, expected ${listed(types)}`, {
		help: meant === undefined ? undefined : `Did you mean \`${meant}\`?`,
	});
}

function kindOf(node: SourceNode): string {
	return { text: node.kind === 'text' ? quoted(node.value) : '', list: 'list', map: 'map', nothing: 'empty place' }[node.kind];
}

function acceptsText(schema: z.core.$ZodType): boolean {
	if (schema instanceof z.ZodUnion) return schema.options.some((branch) => acceptsText(branch));
	return schema instanceof z.ZodString;
}

function expectedOf(schema: z.core.$ZodType | undefined): string {
	return wordingOf(schema)?.expected ?? (schema instanceof z.ZodEnum ? listed(schema.options.map(String)) : 'another kind of value');
}

function wordingOf(schema: z.core.$ZodType | undefined): Wording | undefined {
	return schema === undefined ? undefined : wordings.get(schema);
}

/** The schema at the end of a path, choosing the branches of unions by the value. */
function schemaAt(schema: z.core.$ZodType, value: unknown, path: readonly Step[]): z.core.$ZodType | undefined {
	if (schema instanceof z.ZodOptional) return schemaAt(schema.unwrap(), value, path);
	if (schema instanceof z.ZodDiscriminatedUnion) {
		const branch = schema.options.find((candidate) => {
			const type = candidate instanceof z.ZodObject ? candidate.shape['type'] : undefined;
			return type instanceof z.ZodType && type.safeParse(childOf(value, 'type')).success;
		});
		return branch === undefined ? schema : schemaAt(branch, value, path);
	}
	const [step, ...rest] = path;
	if (step === undefined) return schema;
	if (schema instanceof z.ZodUnion) {
		const branch = schema.options.find((candidate) =>
			typeof step === 'number' ? candidate instanceof z.ZodArray : candidate instanceof z.ZodObject,
		);
		return branch === undefined ? undefined : schemaAt(branch, value, path);
	}
	if (schema instanceof z.ZodArray) return schemaAt(schema.element, childOf(value, step), rest);
	if (schema instanceof z.ZodRecord) return schemaAt(schema.valueType, childOf(value, step), rest);
	const child = schema instanceof z.ZodObject ? schema.shape[step] : undefined;
	return child === undefined ? undefined : schemaAt(child, childOf(value, step), rest);
}

function childOf(value: unknown, step: Step): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
}
