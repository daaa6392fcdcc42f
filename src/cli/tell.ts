// A report, for people or for a machine.

import { jsonText } from '../terminal/json-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCode } from './exit-codes.ts';

/** Its name stands in docs/json.md, and its shape in schema/reports.schema.json. JSON carries the name, and the version of the shape. */
export function tell({ printer }: Context, json: boolean, name: string, report: object, render: () => string): ExitCode {
	printer.print(json ? jsonText({ schema: `gradus.${name}/1`, ...report }) : render());
	return exitCode.done;
}
