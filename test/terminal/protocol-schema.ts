// The published schema of the JSON Lines, and what it finds in a line.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

export const protocolSchema: { readonly definitions: Readonly<Record<string, object>> } = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../schema/protocol.schema.json'), 'utf8'),
);

const ajv = new Ajv({ allErrors: true, strict: true }).addSchema(protocolSchema, 'protocol');

/** @param definition `message`, `request`, or one of them, as `message-hello`. */
export function matcher(definition: string): ValidateFunction {
	return ajv.compile({ $ref: `protocol#/definitions/${definition}` });
}

const matchers = new Map<string, ValidateFunction>();

/** What is wrong with a message of the program, by the schema of its type. */
export function faultsIn(message: { readonly type: string }): readonly ErrorObject[] {
	const known = matchers.get(message.type) ?? matcher(`message-${message.type}`);
	matchers.set(message.type, known);
	return known(message) ? [] : (known.errors ?? []);
}
