// The JSON Schemas beside a deck, so that editors complete and check its files without a network.

import { jsonSchemaOf, type SchemaKind, schemaKinds } from '../../deck/shape/json-schema.ts';

/** Hidden, so that nothing takes its files for parts of the deck. */
const folder = '.gradus';

/** By path from the deck's folder. */
export function schemaFiles(): ReadonlyMap<string, string> {
	return new Map(schemaKinds.map((kind) => [`${folder}/${kind}.json`, `${JSON.stringify(jsonSchemaOf(kind), undefined, 2)}\n`]));
}

/** @param file that is to name it, from the deck's folder. */
export function schemaPathFrom(file: string, kind: SchemaKind): string {
	return `${'../'.repeat(file.split('/').length - 1)}${folder}/${kind}.json`;
}
