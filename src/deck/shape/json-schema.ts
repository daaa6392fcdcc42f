// The shapes of schema.ts as JSON Schemas of draft 7, for editors and other programs. An editor reads `42`, `true` and `null` as other things
// than texts; where the format takes any text, they are accepted as such.

import * as z from 'zod';

import { type QuestionType, questionTypes } from '../../model/deck.ts';
import {
	codeNotes,
	deckNotes,
	type KeyNote,
	matchNotes,
	optionNotes,
	questionNotes,
	resourceNotes,
	ruleSettingNotes,
	sectionNotes,
	unitNotes,
	variableNotes,
} from './key-notes.ts';
import {
	codeSchema,
	commonSchema,
	deckSchema,
	matchSchema,
	optionSchema,
	poolSchema,
	questionSchema,
	questionSchemas,
	resourceSchema,
	ruleSettingSchema,
	sectionSchema,
	unitSchema,
	variableSchema,
	wordings,
} from './schema.ts';

/** The three kinds of files that have a schema. */
export const schemaKinds = ['deck', 'unit', 'pool'] as const;

export type SchemaKind = (typeof schemaKinds)[number];

/** What one kind of file may hold, as JSON Schema of draft 7, and with the `errorMessage` that editors show. */
export function jsonSchemaOf(kind: SchemaKind): object {
	const { $schema, ...body } = published(files[kind].schema);
	return {
		$schema,
		title: files[kind].title,
		...body,
		...(kind === 'deck' ? {} : { definitions: definitions() }),
	};
}

const files: { readonly [K in SchemaKind]: { readonly schema: z.ZodType; readonly title: string } } = {
	deck: { schema: deckSchema, title: 'Gradus: a deck (deck.yaml)' },
	unit: { schema: unitSchema, title: 'Gradus: a unit of a deck' },
	pool: { schema: poolSchema, title: 'Gradus: a pool of questions' },
};

type Json = z.core.JSONSchema.BaseSchema;

type Notes = Readonly<Record<string, KeyNote>>;

/** What stands beside the keys of a map, and what holds of several of them together. */
interface MapNotes {
	readonly keys: Notes;
	readonly together?: readonly Json[];
}

const ofMaps: ReadonlyMap<z.core.$ZodType, MapNotes> = new Map<z.core.$ZodType, MapNotes>([
	[deckSchema, { keys: deckNotes }],
	[ruleSettingSchema, { keys: ruleSettingNotes }],
	[unitSchema, { keys: unitNotes, together: [oneOf('questions', 'pools')] }],
	[resourceSchema, { keys: resourceNotes, together: [oneOf('url', 'text')] }],
	[sectionSchema, { keys: sectionNotes, together: [oneOf('text', 'file'), notBoth('text', 'file')] }],
	[optionSchema, { keys: optionNotes }],
	[matchSchema, { keys: matchNotes }],
	[variableSchema, { keys: variableNotes, together: [oneOf('int', 'pick'), notBoth('int', 'pick')] }],
	[codeSchema, { keys: codeNotes }],
	[commonSchema, { keys: questionNotes.choice, together: [onlyWith('where', 'vars')] }],
]);

/** What holds of several keys of a question together. */
const ofTypes: { readonly [T in QuestionType]: readonly Json[] } = {
	choice: [oneOf('distractors', 'options'), notBoth('distractors', 'options')],
	multiple: [oneOf('distractors', 'options'), notBoth('distractors', 'options')],
	'true-false': [formulaOnlyWithVars()],
	text: [],
	number: [notBoth('range', 'tolerance')],
	cloze: [],
	order: [],
	match: [],
};

/** At least one of the two is there. */
function oneOf(first: string, second: string): Json {
	const errorMessage = `Missing \`${first}\` or \`${second}\``;
	return { anyOf: [first, second].map((key) => ({ required: [key], errorMessage })) };
}

/** Only one of the two has something after it. */
function notBoth(first: string, second: string): Json {
	const written = { not: { type: 'null' } } as const;
	return conditional(
		{ required: [first, second], properties: { [first]: written, [second]: written } },
		{ properties: { [second]: false }, errorMessage: `Unexpected \`${second}\` beside \`${first}\`, expected one of the two` },
	);
}

/** The first is there only where the second is. */
function onlyWith(first: string, second: string): Json {
	const written = { not: { type: 'null' } } as const;
	return conditional(
		{ required: [first], properties: { [first]: written } },
		{ required: [second], properties: { [second]: written }, errorMessage: `Missing \`${second}\`, expected it beside \`${first}\`` },
	);
}

/** Nothing is worked out where nothing varies. */
function formulaOnlyWithVars(): Json {
	const errorMessage = 'Expected `true` or `false`; a formula needs `vars`';
	return conditional(
		{ not: { required: ['vars'], properties: { vars: { not: { type: 'null' } } } } },
		{ properties: { answer: { not: { type: 'string', pattern: String.raw`^\s*=` }, errorMessage } } },
	);
}

function conditional(condition: Json, consequence: Json): Json {
	return Object.fromEntries([
		['if', condition],
		['then', consequence],
	]);
}

function published(schema: z.ZodType): Json {
	return z.toJSONSchema(schema, { target: 'draft-7', override: ({ zodSchema, jsonSchema }) => refine(zodSchema, jsonSchema) });
}

/** Told of each schema from the inside out; changes what the library made of it. */
function refine(schema: z.core.$ZodType, json: Json): void {
	if (schema === questionSchema) {
		replace(json, { $ref: '#/definitions/question' });
	} else if (schema instanceof z.ZodUnion) {
		replace(json, mergedUnion(json.anyOf ?? []));
	} else if (schema instanceof z.ZodObject) {
		const notes = ofMaps.get(schema);
		if (notes !== undefined) annotate(json, notes);
	} else if (schema instanceof z.ZodRecord && wordings.get(schema.keyType) === undefined) {
		delete json.propertyNames;
	}
	const wording = wordings.get(schema);
	if (wording !== undefined && !(schema instanceof z.ZodObject) && json.$ref === undefined)
		json['errorMessage'] = `Expected ${wording.expected}`;
}

function replace(json: Json, by: Json): void {
	for (const key of Object.keys(json)) delete json[key];
	Object.assign(json, by);
}

/** Where each branch is of another kind of value, one schema can hold what is said of all: a fault is then told by itself, not once a branch. */
function mergedUnion(branches: readonly Json[]): Json {
	if (branches.some((branch) => branch.enum !== undefined)) return { anyOf: [...branches] };
	const types = [...new Set(branches.flatMap(({ type }) => type ?? []))];
	return Object.assign({}, ...branches, { type: types });
}

/** Puts the keys in the order of the notes, each with what is said of it. A key that may be left out may also have nothing after it. */
function annotate(json: Json, { keys, together = [] }: MapNotes): void {
	const { properties = {}, required = [] } = json;
	const annotated = Object.entries(keys).flatMap(([key, note]) => {
		const property = properties[key];
		return typeof property === 'object' ? [[key, noted(required.includes(key) ? property : orNothing(property), note)] as const] : [];
	});
	json.properties = Object.fromEntries(annotated);
	if (together.length > 0) json.allOf = [...together];
}

function noted(property: Json, { says, otherwise, examples }: KeyNote): Json {
	return {
		description: says,
		...(otherwise === undefined ? {} : { default: otherwise }),
		...property,
		...(examples === undefined ? {} : { examples: [...examples] }),
	};
}

function orNothing(property: Json): Json {
	const types = [property.type ?? []].flat();
	if (types.length === 0 || types.includes('null')) return property;
	return { ...property, type: [...types, 'null'], ...(property.enum === undefined ? {} : { enum: [...property.enum, null] }) };
}

/**
 * A question is looked at once for what is common to all types, and once for its own type. So a wrong `type` is told at the type, and a
 * missing key as missing.
 */
function definitions(): Record<string, Json> {
	const { $schema: _, additionalProperties: __, properties = {}, ...common } = published(commonSchema);
	const { id, ...rest } = properties;
	return {
		question: {
			title: 'A question',
			...common,
			properties: {
				...(id === undefined ? {} : { id }),
				type: noted({ type: ['string', 'null'], enum: [...questionTypes, null] }, questionNotes.choice.type),
				...rest,
			},
			allOf: [...(common.allOf ?? []), ...questionTypes.map((type) => conditional(isOfType(type), { $ref: `#/definitions/${type}` }))],
		},
		...Object.fromEntries(questionTypes.map((type) => [type, ownPart(type, Object.keys(properties))])),
	};
}

/** Nothing said of the type means `choice`. */
function isOfType(type: QuestionType): Json {
	return type === 'choice'
		? { properties: { type: { enum: ['choice', null] } } }
		: { properties: { type: { const: type } }, required: ['type'] };
}

/** @param common keys that are looked at elsewhere. */
function ownPart(type: QuestionType, common: readonly string[]): Json {
	const json = published(questionSchemas[type]);
	annotate(json, { keys: questionNotes[type], together: ofTypes[type] });
	const { $schema: _, properties = {}, required = [], ...rest } = json;
	const elsewhere = new Set(['type', ...common]);
	const keys = Object.entries(properties).map(([key, property]) => [key, elsewhere.has(key) ? true : property] as const);
	return {
		title: `A question of type \`${type}\``,
		...rest,
		properties: Object.fromEntries(keys),
		required: required.filter((key) => !elsewhere.has(key)),
	};
}
