// How a command of `gradus new` ends: written, or in words why nothing was.

import { isAbsolute, join } from 'node:path';

import type { Draft, Drafting } from '../../authoring/scaffold/draft.ts';
import { listed } from '../../deck/diagnostics/diagnostic-codes.ts';
import type { Stop } from '../../session/ports.ts';
import { safe } from '../../terminal/safe.ts';
import type { Context } from '../context.ts';
import { isInteractive } from '../environment.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { pathFrom, shownPath } from '../paths.ts';
import { plainly } from '../plainly.ts';
import { shellWord } from '../shell-word.ts';
import { wordsOfFault, wordsOfUnwritten } from './fault-wording.ts';
import type { Filled } from './fields.ts';
import { writeDraft } from './write-draft.ts';

/** Writes what was drafted into a deck's folder, and says what to do next. */
export function finish(context: Context, root: string, drafting: Drafting): ExitCode {
	const { environment, printer } = context;
	const shown = (file: string) => shownPath(environment.workingFolder, join(root, file));
	if (!drafting.ok) {
		printer.complain(wordsOfFault(drafting.fault, shown, context));
		return exitCode.usage;
	}
	const written = writeDraft(root, drafting);
	if (!written.ok) {
		printer.complain(wordsOfUnwritten(written, shown));
		return ['exists', 'outside', 'changed'].includes(written.reason) ? exitCode.usage : exitCode.failure;
	}
	const schemas = written.files.filter((file) => drafting.schemas.has(file));
	const own = written.files.filter((file) => !drafting.schemas.has(file));
	const folder = shellWord(addressIn(environment.workingFolder, root));
	printer.print(
		safe(
			[
				...(isInteractive(environment) ? [''] : []),
				'Written:',
				...own.map((file) => `  ${shown(file)}${file === drafting.edited?.file ? ` (${drafting.id} added)` : ''}`),
				...quietOf(drafting, shown),
				...(schemas.length === 0 ? [] : [`  ${shown('.gradus')} (JSON Schemas, so that your editor helps)`]),
				'',
				'Next:',
				`  gradus check ${folder}`,
				`  gradus learn ${folder}`,
			].join('\n'),
		),
	);
	return exitCode.done;
}

/** What the head of a sketch no longer keeps quiet, and what it keeps quiet from now on. */
function quietOf({ edited, sketched }: Draft, shown: (file: string) => string): readonly string[] {
	if (edited === undefined || sketched === undefined) return [];
	const { added, removed } = sketched;
	const parts = [
		...(added.length === 0 ? [] : [`now silences ${plainly(listed(added, 'and'))}`]),
		...(removed.length === 0 ? [] : [`no longer needs to silence ${plainly(listed(removed, 'and'))}`]),
	];
	return [`  ${shown(edited.file)}, a first sketch, ${parts.join(' and ')}`];
}

export function refuse({ printer }: Context, message: string): ExitCode {
	printer.complain(safe(message));
	return exitCode.usage;
}

export function unfilled(context: Context, command: string, filled: Exclude<Filled, { readonly kind: 'filled' }>): ExitCode {
	if (filled.kind === 'stop') return stopped(context, filled);
	return refuse(
		context,
		`${command} needs ${plainly(listed(filled.flags, 'and'))} where there is no terminal to ask in. Nothing was written.`,
	);
}

export function stopped({ printer }: Context, { by }: Stop): ExitCode {
	printer.complain('Stopped. Nothing was written.');
	return by === 'interrupt' ? exitCode.interrupted : by === 'quit' ? exitCode.done : exitCode.refused;
}

/** As a path that no command takes for a deck's id. */
function addressIn(workingFolder: string, root: string): string {
	const inside = pathFrom(workingFolder, root);
	return inside === '' ? '.' : inside.startsWith('.') || isAbsolute(inside) ? inside : `./${inside}`;
}
