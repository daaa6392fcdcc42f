// schema/reports.schema.json, held more strictly than it is published: keys that it does not name are refused.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';

import { projectFolder } from './run-program.ts';

export const schemaFile = join(projectFolder, 'schema/reports.schema.json');

export type Schema = { readonly [key: string]: unknown };

export const schema: Schema = JSON.parse(readFileSync(schemaFile, 'utf8'));

/** The same schema, in which an object that names its keys has no others. */
function closed(part: unknown): unknown {
	if (Array.isArray(part)) return part.map(closed);
	if (typeof part !== 'object' || part === null) return part;
	const inside = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
	return 'properties' in inside && 'type' in inside ? { additionalProperties: false, ...inside } : inside;
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const validators = new Map<string, ReturnType<Ajv['compile']>>();

/** What is wrong with a report, by the shape that it names itself. */
export function faultsOf(report: unknown): readonly string[] {
	const name = typeof report === 'object' && report !== null && 'schema' in report ? String(report.schema) : '';
	const shape = `${/^gradus\.(\w+)\/1$/u.exec(name)?.[1] ?? ''}Report`;
	let validate = validators.get(shape);
	if (validate === undefined) {
		validate = ajv.compile({ ...(closed(schema) as Schema), oneOf: [{ $ref: `#/definitions/${shape}` }] });
		validators.set(shape, validate);
	}
	return validate(report)
		? []
		: (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}
