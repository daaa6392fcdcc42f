// `gradus schema`: the format of decks, as editors understand it.

import { jsonSchemaOf, type SchemaKind, schemaKinds } from '../../deck/shape/json-schema.ts';
import { safe } from '../../terminal/safe.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';

export async function schemaCommand({ printer }: Context, kind: string): Promise<ExitCode> {
	if (!isKind(kind)) {
		printer.complain(`There is no schema called ${safe(kind)}. Name deck, unit or pool.`);
		return exitCode.usage;
	}
	printer.print(JSON.stringify(jsonSchemaOf(kind), undefined, 2));
	return exitCode.done;
}

function isKind(kind: string): kind is SchemaKind {
	return schemaKinds.some((known) => known === kind);
}
