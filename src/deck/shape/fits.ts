// Whether a value fits a schema, without a word on why not. Nearly everything in a deck is right, and that takes far fewer steps to see than
// to gather what is wrong. Nothing of decks may enter here: the schemas say it all.

// By name: `z.core` would bring all of the library along, with every language it speaks.
import * as z from 'zod';
import { $ZodCheckLengthEquals, $ZodCheckMinLength, $ZodCustom } from 'zod/v4/core';

/** Never true of what does not fit. May be false of what does, where a schema has parts that are not read here. */
type Test = (value: unknown) => boolean;

/**
 * Where this is true, `safeParse` would give back an equal value. Where it is not, only `safeParse` can tell.
 *
 * @param schema one that changes no value: without defaults and transforms.
 */
export function fits<Value>(schema: z.ZodType<Value>, value: unknown): value is Value {
	return testOf(schema)(value);
}

const known = new WeakMap<z.core.$ZodType, Test>();

/** Each schema is read once, and as the parts of others it is the same test. */
function testOf(schema: z.core.$ZodType): Test {
	const test = known.get(schema) ?? readSchema(schema);
	known.set(schema, test);
	return test;
}

function readSchema(schema: z.core.$ZodType): Test {
	if (schema instanceof z.ZodUnknown) return () => true;
	if (schema instanceof z.ZodOptional) return optional(testOf(schema.def.innerType));
	if (schema instanceof z.ZodString) return all((value) => typeof value === 'string', schema.def.checks);
	if (schema instanceof z.ZodArray) return all(listOf(testOf(schema.def.element)), schema.def.checks);
	if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return oneOf(schema._zod.values);
	if (schema instanceof z.ZodObject) return schema.def.catchall instanceof z.ZodNever ? mapOf(schema) : untold;
	if (schema instanceof z.ZodRecord) return all(recordOf(testOf(schema.def.keyType), testOf(schema.def.valueType)), schema.def.checks);
	if (schema instanceof z.ZodDiscriminatedUnion) return byType(schema);
	return schema instanceof z.ZodUnion ? anyOf(schema.options.map(testOf)) : untold;
}

const untold: Test = () => false;

function optional(test: Test): Test {
	return (value) => value === undefined || test(value);
}

function oneOf(words: ReadonlySet<unknown>): Test {
	return (value) => words.has(value);
}

function anyOf(tests: readonly Test[]): Test {
	return (value) => tests.some((test) => test(value));
}

function listOf(item: Test): Test {
	return (value) => Array.isArray(value) && value.every(item);
}

/** What the schema asks for beyond the kind of value. */
function all(kind: Test, checks: readonly z.core.$ZodCheck<never>[] = []): Test {
	const [first, ...others] = checks.map(readCheck);
	if (first === undefined) return kind;
	if (others.length > 0) return (value) => kind(value) && first(value) && others.every((test) => test(value));
	return (value) => kind(value) && first(value);
}

function readCheck(check: z.core.$ZodCheck<never>): Test {
	if (check instanceof $ZodCustom) return (value) => check._zod.def.fn(value) === true;
	if (check instanceof $ZodCheckMinLength) return (value) => Array.isArray(value) && value.length >= check._zod.def.minimum;
	if (check instanceof $ZodCheckLengthEquals) return (value) => Array.isArray(value) && value.length === check._zod.def.length;
	return untold;
}

/** A map with all keys that it must have and none that it may not have. */
function mapOf({ shape }: z.ZodObject): Test {
	const tests = new Map(Object.entries(shape).map(([key, child]) => [key, testOf(child)]));
	const required = Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodOptional));
	return (value) => {
		if (!isMap(value)) return false;
		for (const key of Object.keys(value)) if (tests.get(key)?.(value[key]) !== true) return false;
		return required.every((key) => value[key] !== undefined);
	};
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A map whose keys its author chooses. */
function recordOf(key: Test, item: Test): Test {
	return (value) => isMap(value) && Object.keys(value).every((each) => key(each) && item(value[each]));
}

/** The value under one key says which of the schemas is meant. */
function byType({ def }: z.ZodDiscriminatedUnion): Test {
	const key = def.discriminator;
	const tests = new Map<unknown, Test>();
	for (const option of def.options) for (const type of option._zod.propValues?.[key] ?? []) tests.set(type, testOf(option));
	return (value) => isMap(value) && tests.get(value[key])?.(value) === true;
}
