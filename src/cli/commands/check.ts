// `gradus check`: every problem of decks, with its place; once, or each time an author saves.

import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { CheckedDeck } from '../../authoring/rule.ts';
import { systemCode } from '../../deck/files/folder.ts';
import type { AuthorReport } from '../../model/author-report.ts';
import type { CheckReport } from '../../model/check-report.ts';
import type { Deck } from '../../model/deck.ts';
import { githubSummary } from '../../terminal/formats/github-summary.ts';
import { formats } from '../../terminal/formats/index.ts';
import { safe } from '../../terminal/safe.ts';
import { renderCheck } from '../../terminal/views/check.ts';
import { type CheckRequest, type CheckWords, readRequest } from '../checking/check-options.ts';
import { runCheck } from '../checking/run-check.ts';
import { type Piped, type Target, targetsOf } from '../checking/targets.ts';
import { watchFolders } from '../checking/watch-folders.ts';
import type { Context } from '../context.ts';
import { whenEnding } from '../ending-signals.ts';
import { environmentWith } from '../environment.ts';
import { type EndingSignal, type ExitCode, endingSignals, exitCode } from '../exit-codes.ts';
import { foldersOf } from '../folders.ts';
import { isFolder, shownPath } from '../paths.ts';
import { createProgress } from '../progress.ts';

/** @param paths decks, files of decks, folders with decks in them, `-` for standard input; none: this folder. */
export async function checkCommand(context: Context, paths: readonly string[], words: CheckWords): Promise<ExitCode> {
	const { environment, printer } = context;
	const read = await readRequest(words, environment.variables);
	const fault = read.ok ? faultOfTogether(environment.workingFolder, paths, words) : read.message;
	if (!read.ok || fault !== undefined) {
		printer.complain(safe(fault ?? ''));
		return exitCode.usage;
	}
	const bytes = paths.includes('-') ? (environment.inputFault?.() ?? (await bytesOf(environment.input))) : undefined;
	if (typeof bytes === 'string') {
		printer.complain(
			`Standard input cannot be read (${safe(bytes)}). Nothing was checked. Give a file to it, as in: gradus check - < unit.yaml`,
		);
		return exitCode.failure;
	}
	const piped = bytes && { bytes, path: words.stdinPath };
	if (words.watch === true) return checkOnChanges(context, paths, (here) => checkOnce(here, paths, words, read.request, undefined));
	return (await checkOnce(context, paths, words, read.request, piped)).code;
}

interface Checked {
	readonly code: ExitCode;
	/** The files that were read, from the working folder. */
	readonly files: readonly string[];
}

const unchecked = (code: ExitCode): Checked => ({ code, files: [] });

/** Options that make no sense beside each other. */
function faultOfTogether(
	workingFolder: string,
	paths: readonly string[],
	{ watch, fix, stdinPath, against }: CheckWords,
): string | undefined {
	const piped = paths.includes('-');
	if (piped && (watch === true || fix === true || against !== undefined)) {
		return 'What comes from a pipe cannot be watched, fixed or compared. Nothing was checked. Name a file or a folder instead of -.';
	}
	if (stdinPath !== undefined && !piped)
		return '--stdin-path says which file standard input stands for. Nothing was checked. Add - to the paths.';
	if (stdinPath !== undefined && isFolder(resolve(workingFolder, stdinPath))) {
		return `--stdin-path says which file standard input stands for, and ${stdinPath} is a folder. Nothing was checked. Name the file, as in: --stdin-path my-deck/01-basics.yaml`;
	}
	return undefined;
}

async function checkOnce(
	context: Context,
	paths: readonly string[],
	words: CheckWords,
	{ format, levels, maxWarnings }: CheckRequest,
	piped: Piped | undefined,
): Promise<Checked> {
	const { environment, printer, style, width } = context;
	const { workingFolder } = environment;
	const found = targetsOf(workingFolder, paths, piped);
	if (!found.ok) {
		printer.complain(safe(`${found.what} ${found.help}`));
		return unchecked(exitCode.usage);
	}
	for (const folder of found.locked) {
		printer.complain(
			`${safe(shownPath(workingFolder, folder))} could not be looked into, so nothing was checked there. Check its permissions if it holds a deck.`,
		);
	}
	const alone = words.fix === true ? found.targets.find(({ stored }) => !stored) : undefined;
	if (alone !== undefined) {
		printer.complain(safe(fixesDecksOnly(alone, workingFolder)));
		return unchecked(exitCode.usage);
	}
	if (words.fix === true) {
		const { writeFixes } = await import('../checking/write-fixes.ts');
		if (!writeFixes(context, found.targets)) return unchecked(exitCode.failure);
	}
	const before = await decksBeforeNow(context, found.targets, words);
	if (before === undefined) return unchecked(exitCode.usage);

	const remembers = words.cache && words.report !== true;
	const cacheFolder = remembers ? foldersOf(environment)?.cache : undefined;
	const whole = words.report === true;
	const workerFile = join(environment.packageFolder, 'dist/check-worker.cjs');
	const progress = createProgress(context, 'deck');
	const { report, checked, unjudged } = await runCheck(workingFolder, found.targets, {
		levels,
		maxWarnings,
		cacheFolder,
		before,
		whole,
		workerFile,
		onDeck: progress.step,
	}).finally(progress.end);
	if (whole && format !== 'pretty' && format !== 'json') {
		printer.complain(
			`The format ${format} has no place for the numbers of --report, so they are left out. Choose --format pretty or json for them.`,
		);
	}
	if (unjudged) {
		printer.complain('The files that standard input names were not looked at. Say which file it stands for with --stdin-path.');
	}
	const reports = whole ? await reportsOf(checked) : [];

	if (format === 'pretty') {
		const messages = environment.output.isTTY === true ? 'fitted' : 'whole';
		printer.print([...(await renderReports(context, reports)), renderCheck(report, style, width, messages)].join('\n\n'));
	} else {
		const { ruleSummaries } = await import('../../authoring/rules/index.ts');
		const text = formats[format](report, ruleSummaries, reports);
		if (text !== '') printer.print(text);
	}
	if (format === 'github') writeSummary(context, report);
	return { code: report.tally.passed ? exitCode.done : exitCode.problems, files: report.files };
}

/** @returns undefined where they cannot be had, which has been told then. */
async function decksBeforeNow(
	context: Context,
	targets: readonly Target[],
	{ against }: CheckWords,
): Promise<ReadonlyMap<string, Deck> | undefined> {
	if (against === undefined) return new Map();
	const { decksBefore } = await import('../checking/against.ts');
	return decksBefore(context, targets, against);
}

async function reportsOf(checked: readonly CheckedDeck[]): Promise<readonly AuthorReport[]> {
	const { authorReportOf } = await import('../../authoring/report.ts');
	return checked.map(authorReportOf);
}

async function renderReports({ style, width }: Context, reports: readonly AuthorReport[]): Promise<readonly string[]> {
	if (reports.length === 0) return [];
	const { renderAuthorReport } = await import('../../terminal/views/author-report.ts');
	return reports.map((each) => renderAuthorReport(each, style, width));
}

/** Whether a mend changes nothing else can only be shown in a whole deck. */
function fixesDecksOnly({ root, named = new Set() }: Target, workingFolder: string): string {
	const files = [...named].map((file) => shownPath(workingFolder, join(root, file)));
	return `--fix mends decks, and ${files.join(', ')} belongs to none. Nothing was changed. List the file in a deck's deck.yaml, or check it without --fix.`;
}

/** GitHub shows a few annotations only; the table below the job has them all. */
function writeSummary({ environment, printer }: Context, report: CheckReport): void {
	const file = environment.variables['GITHUB_STEP_SUMMARY'];
	if (file === undefined || file === '') return;
	try {
		appendFileSync(file, githubSummary(report));
	} catch {
		printer.complain(`The summary could not be written to ${safe(file)}. Everything it would have said stands in the log.`);
	}
}

/** Until a signal ends it. What is named must be there at the beginning; afterwards it may go away and come back. */
async function checkOnChanges(context: Context, paths: readonly string[], once: (context: Context) => Promise<Checked>): Promise<ExitCode> {
	const { environment, printer } = context;
	const { workingFolder } = environment;
	const first = targetsOf(workingFolder, paths, undefined);
	if (!first.ok) return (await once(context)).code;
	// Even the working folder may go away, and cannot be asked for then.
	const here = { ...context, environment: environmentWith(environment, { workingFolder }) };
	const named = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(workingFolder, path)).filter(isFolder);
	const watching = watchFolders([...new Set([...first.targets.map(({ root }) => root), ...named])]);
	let ended: EndingSignal | undefined;
	const release = whenEnding(environment.signals, (signal) => {
		ended = signal;
		watching.close();
	});
	try {
		let files: readonly string[];
		do {
			if (environment.output.isTTY === true) environment.output.write('\x1b[2J\x1b[3J\x1b[H');
			({ files } = await once(here));
			printer.complain('Watching for changes. Ctrl-C ends it.');
		} while ((await watching.next(files.map((file) => resolve(workingFolder, file)))) === 'changed');
	} finally {
		watching.close();
		release();
	}
	return ended === undefined ? exitCode.failure : endingSignals[ended];
}

/** All of it; or the system's code, where it cannot be read. */
async function bytesOf(input: NodeJS.ReadableStream): Promise<Uint8Array | string> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of input) chunks.push(Buffer.from(chunk));
	} catch (error) {
		return systemCode(error);
	}
	return Buffer.concat(chunks);
}
