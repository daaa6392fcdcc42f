// The way through the schemas: which one holds at a path, what it is, and which types of questions have a key. Nothing is said of faults here.

import * as z from 'zod';

import type { Step } from '../yaml/source-node.ts';
import { questionSchemas } from './schema.ts';

/** The schema at the end of a path, choosing the branches of unions by the value. */
export function schemaAt(schema: z.core.$ZodType, value: unknown, path: readonly Step[]): z.core.$ZodType | undefined {
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

/** The schema, or one of those it is a union of, is of the kind. */
export function accepts(schema: z.core.$ZodType, kind: typeof z.ZodString | typeof z.ZodArray | typeof z.ZodObject): boolean {
	if (schema instanceof z.ZodUnion) return schema.options.some((branch) => accepts(branch, kind));
	return schema instanceof kind;
}

/** The keys that a map of the schema may have; none where the schema is not of a map. */
export function keysOf(schema: z.core.$ZodType | undefined): readonly string[] {
	return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** Whether a map of the schema may have the value under the key. */
export function mayHold(schema: z.core.$ZodType | undefined, key: string, value: unknown): boolean {
	const child = schema instanceof z.ZodObject ? schema.shape[key] : undefined;
	return child instanceof z.ZodType && child.safeParse(value).success;
}

/** The type of the questions that the schema is of. */
export function typeOf(schema: z.core.$ZodType | undefined): string | undefined {
	return Object.entries(questionSchemas).find(([, other]) => other === schema)?.[0];
}

/** Types of questions that have the key. */
export function homesOf(key: string): readonly string[] {
	return Object.keys(questionSchemas).filter((type) => hasKey(type, key));
}

export function hasKey(type: string, key: string): boolean {
	return Object.entries(questionSchemas).some(([other, { shape }]) => other === type && Object.hasOwn(shape, key));
}
