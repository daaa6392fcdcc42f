// `gradus data`: the record as a file.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { pastOf } from '../../engine/past.ts';
import type { ImportOutcome } from '../../model/report.ts';
import type { ImportFlaw, StoreFault } from '../../store/index.ts';
import { harmlessJson } from '../../terminal/json-text.ts';
import { safe, safeLine } from '../../terminal/safe.ts';
import { command, counted, listed } from '../../terminal/views/wording.ts';
import { type Context, complainOfNoHome, routeOf } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { messageOfFault } from '../fault-messages.ts';
import { recordFileOf } from '../folders.ts';
import { linesOfFile, UnreadableFile } from '../lines-of-file.ts';
import { shellWord } from '../shell-word.ts';
import { tell } from '../tell.ts';
import { createWholeFrom } from '../whole-file.ts';

export async function dataPathCommand(context: Context): Promise<ExitCode> {
	return withFile(context, async (file) => {
		context.printer.print(safe(file));
		return exitCode.done;
	});
}

export async function verifyCommand(context: Context, json: boolean): Promise<ExitCode> {
	return withRecordFile(context, async (file) => {
		const { verifyRecord } = await import('../../store/index.ts');
		const done = verifyRecord(file, context.environment, pastOf);
		if (!done.ok) return complain(context, done.fault);
		const { value: report } = done;
		if (report.flaws.length === 0) {
			const { attempts, answers, readings, learners } = report;
			const holds = listed([counted(attempts, 'attempt'), counted(answers, 'answer'), counted(readings, 'reading')]);
			return tell(context, json, 'verify', report, () =>
				safe(`The record at ${file} is sound: ${holds}, of ${counted(learners, 'learner')}.`),
			);
		}
		if (json) tell(context, json, 'verify', report, () => '');
		const told = report.flaws.map((flaw) => `  ${safeLine(flaw)}`).join('\n');
		context.printer.complain(
			`${safe(`The record at ${file} is not sound:`)}\n${told}\nNothing was changed. What can be read of it: ${command('data export', ...routeOf(context))}. A copy is put back with: ${command('data restore', ...routeOf(context), '<file>')}`,
		);
		return exitCode.failure;
	});
}

export async function backupCommand(context: Context, named: string | undefined): Promise<ExitCode> {
	const { environment, printer } = context;
	return withRecordFile(context, async (file) => {
		const { backupName, copyRecord } = await import('../../store/index.ts');
		const target = named === undefined ? backupName(file, environment.now()) : resolve(environment.workingFolder, named);
		if (existsSync(target)) return complainOfFileThere(context, target);
		const done = copyRecord(file, target, environment);
		if (!done.ok) return complainOfTarget(context, done.fault, file, target);
		printer.print(safe(`Copied to ${target}, and checked. It is put back with: ${restoring(context, target)}`));
		return exitCode.done;
	});
}

export async function restoreCommand(context: Context, named: string): Promise<ExitCode> {
	const { environment, printer } = context;
	return withFile(context, async (file) => {
		const source = resolve(environment.workingFolder, named);
		if (!existsSync(source)) return complainOfNoFile(context, source);
		if (source === file) {
			printer.complain(safe(`${source} is the record itself. Nothing was changed. Name a copy of it.`));
			return exitCode.usage;
		}
		const { restoreRecord } = await import('../../store/index.ts');
		const done = restoreRecord(file, source, environment);
		if (!done.ok) return complain(context, done.fault);
		const { aside } = done.value;
		const kept = aside === undefined ? '' : ` What was there lies at ${aside}.`;
		printer.print(safe(`The record at ${file} is now as ${source} has it.${kept}`));
		return exitCode.done;
	});
}

export async function exportCommand(context: Context, named: string | undefined): Promise<ExitCode> {
	const { environment, printer } = context;
	return withRecordFile(context, async (file) => {
		const { exportRecord } = await import('../../store/index.ts');
		if (named === undefined || named === '-') {
			const done = exportRecord(file, environment, (line) => printer.print(harmlessJson(line)));
			return done.ok ? exitCode.done : complain(context, done.fault);
		}
		const target = resolve(environment.workingFolder, named);
		if (existsSync(target)) return complainOfFileThere(context, target);
		let fault: StoreFault | undefined;
		let lines = 0;
		try {
			createWholeFrom(target, (write) => {
				const done = exportRecord(file, environment, (line) => {
					lines += 1;
					write(`${harmlessJson(line)}\n`);
				});
				if (!done.ok) fault = done.fault;
				return done.ok;
			});
		} catch (error) {
			const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
			printer.complain(safe(`${target} could not be written (${detail}). Your record is safe. Free some space, or write elsewhere.`));
			return exitCode.failure;
		}
		if (fault !== undefined) return complain(context, fault);
		printer.print(
			safe(`Written to ${target}, in ${counted(lines, 'line')}. It is taken in with: ${command('data import', shellWord(named))}`),
		);
		return exitCode.done;
	});
}

export async function importCommand(context: Context, named: string): Promise<ExitCode> {
	const { environment, printer } = context;
	return withFile(context, async (file) => {
		const source = resolve(environment.workingFolder, named);
		if (!existsSync(source)) return complainOfNoFile(context, source);
		const { importRecord } = await import('../../store/index.ts');
		try {
			const done = importRecord(file, linesOfFile(source), environment);
			if (!done.ok) return complain(context, done.fault);
			if (done.value.kind === 'refused') {
				printer.complain(safe(`${wordsOfFlaw(done.value.flaw, source)} Nothing was taken in, and your record is as it was.`));
				return exitCode.failure;
			}
			printer.print(safe(wordsOfImport(done.value.outcome, done.value.copy)));
			return exitCode.done;
		} catch (error) {
			if (!(error instanceof UnreadableFile)) throw error;
			printer.complain(
				safe(
					`${source} could not be read (${error.message}). Nothing was taken in. It has to be a file that gradus data export has written.`,
				),
			);
			return exitCode.failure;
		}
	});
}

function wordsOfImport({ attempts, answers, readings, bookmarks, disputes, answeredTwice, ended }: ImportOutcome, copy?: string): string {
	const came = [
		...(attempts > 0 ? [counted(attempts, 'attempt')] : []),
		...(answers > 0 ? [counted(answers, 'answer')] : []),
		...(readings > 0 ? [counted(readings, 'reading')] : []),
		...(bookmarks > 0 ? [counted(bookmarks, 'bookmark')] : []),
		...(disputes > 0 ? [counted(disputes, 'dispute')] : []),
	];
	if (came.length === 0 && copy === undefined) return 'Everything in it was here already; nothing was changed.';
	return [
		came.length === 0 ? 'No answers were new; how some attempts ended was.' : `Taken in: ${listed(came)}.`,
		...(answeredTwice > 0 ? [`${counted(answeredTwice, 'question')} had been answered in both records; the earlier answer stands.`] : []),
		...(ended > 0
			? [
					`${counted(ended, 'open attempt')} ${ended === 1 ? 'was' : 'were'} ended, since a later one is open in the same unit. The answers in it are kept.`,
				]
			: []),
		...(copy === undefined ? [] : [`The record as it was lies at ${copy}.`]),
	].join('\n');
}

function wordsOfFlaw(flaw: ImportFlaw, source: string): string {
	switch (flaw.kind) {
		case 'not-an-export':
			return `${source} is not a record that gradus data export has written.`;
		case 'newer':
			return `${source} was written by a newer Gradus (version ${flaw.found} of the form; this program knows up to ${flaw.supported}). Update Gradus.`;
		case 'line':
			return `${source} is damaged in line ${flaw.line} (${flaw.detail}). Export it once more.`;
		case 'cut-off':
			return `${source} is not whole: something of it is missing, or stands there twice. Export it once more.`;
		case 'disagrees':
			return `${source} tells something else of attempt ${flaw.attempt} than your record does, so one of the two has been changed by hand.`;
	}
}

/* ── The file ───────────────────────────────────────────────────────────────────────────────────────────── */

async function withFile(context: Context, use: (file: string) => Promise<ExitCode>): Promise<ExitCode> {
	const file = recordFileOf(context.environment, context.recordOption);
	return file === undefined ? complainOfNoHome(context) : use(file);
}

/** For what needs a record that is there. */
function withRecordFile(context: Context, use: (file: string) => Promise<ExitCode>): Promise<ExitCode> {
	return withFile(context, async (file) => {
		if (existsSync(file)) return use(file);
		context.printer.complain(safe(`There is no record at ${file} yet: nothing has been learned here. It begins with your first quiz.`));
		return exitCode.refused;
	});
}

function restoring(context: Context, target: string): string {
	return command('data restore', ...routeOf(context), shellWord(target));
}

function complain({ printer }: Context, fault: StoreFault): ExitCode {
	printer.complain(messageOfFault(fault));
	return exitCode.failure;
}

/** A fault may be of the record, or of the place where the copy was to go. */
function complainOfTarget(context: Context, fault: StoreFault, file: string, target: string): ExitCode {
	if (fault.kind !== 'cannot-open' && fault.kind !== 'no-space' && fault.kind !== 'io') return complain(context, fault);
	context.printer.complain(
		safe(
			`The copy could not be written to ${target} (${fault.detail}). The record at ${file} is as it was. Free some space, or name another file.`,
		),
	);
	return exitCode.failure;
}

function complainOfFileThere({ printer }: Context, file: string): ExitCode {
	printer.complain(safe(`There is a file at ${file} already, and nothing is ever written over. Name another one.`));
	return exitCode.refused;
}

function complainOfNoFile({ printer }: Context, file: string): ExitCode {
	printer.complain(safe(`There is no file at ${file}. Nothing was changed.`));
	return exitCode.usage;
}
