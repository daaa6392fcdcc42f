// `gradus check`: every problem of decks, with its place; once, or each time an author saves.

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

import { authorReportOf } from '../../authoring/report.ts';
import { ruleSummaries } from '../../authoring/rules/index.ts';
import type { CheckReport } from '../../model/check-report.ts';
import type { Deck } from '../../model/deck.ts';
import { githubSummary } from '../../terminal/formats/github-summary.ts';
import { formats } from '../../terminal/formats/index.ts';
import { safe } from '../../terminal/safe.ts';
import { renderAuthorReport } from '../../terminal/views/author-report.ts';
import { renderCheck } from '../../terminal/views/check.ts';
import { decksBefore } from '../checking/against.ts';
import { type CheckRequest, type CheckWords, readRequest } from '../checking/check-options.ts';
import { runCheck } from '../checking/run-check.ts';
import { type Piped, type Target, targetsOf } from '../checking/targets.ts';
import { watchFolders } from '../checking/watch-folders.ts';
import { writeFixes } from '../checking/write-fixes.ts';
import type { Context } from '../context.ts';
import { whenEnding } from '../ending-signals.ts';
import { type EndingSignal, type ExitCode, endingSignals, exitCode } from '../exit-codes.ts';
import { foldersOf } from '../folders.ts';
import { shownPath } from '../paths.ts';

/** @param paths decks, files of decks, folders with decks in them, `-` for standard input; none: this folder. */
export async function checkCommand(context: Context, paths: readonly string[], words: CheckWords): Promise<ExitCode> {
	const { environment, printer } = context;
	const read = readRequest(words, environment.variables);
	const fault = read.ok ? faultOfTogether(paths, words) : read.message;
	if (!read.ok || fault !== undefined) {
		printer.complain(safe(fault ?? ''));
		return exitCode.usage;
	}
	const piped = paths.includes('-') ? { bytes: await bytesOf(environment.input), path: words.stdinPath } : undefined;
	const once = () => checkOnce(context, paths, words, read.request, piped);
	return words.watch === true ? checkOnChanges(context, paths, once) : once();
}

/** Options that make no sense beside each other. */
function faultOfTogether(paths: readonly string[], { watch, fix, stdinPath, against }: CheckWords): string | undefined {
	const piped = paths.includes('-');
	if (piped && (watch === true || fix === true || against !== undefined)) {
		return 'What comes from a pipe cannot be watched, fixed or compared. Nothing was checked. Name a file or a folder instead of -.';
	}
	if (stdinPath !== undefined && !piped)
		return '--stdin-path says which file standard input stands for. Nothing was checked. Add - to the paths.';
	return undefined;
}

async function checkOnce(
	context: Context,
	paths: readonly string[],
	words: CheckWords,
	{ format, levels, maxWarnings }: CheckRequest,
	piped: Piped | undefined,
): Promise<ExitCode> {
	const { environment, printer, style, width } = context;
	const { workingFolder } = environment;
	const found = targetsOf(workingFolder, paths, piped);
	if (!found.ok) {
		printer.complain(safe(`${found.what} ${found.help}`));
		return exitCode.usage;
	}
	const alone = words.fix === true ? found.targets.find(({ stored }) => !stored) : undefined;
	if (alone !== undefined) {
		printer.complain(safe(fixesDecksOnly(alone, workingFolder)));
		return exitCode.usage;
	}
	if (words.fix === true && !writeFixes(context, found.targets)) return exitCode.failure;
	const before = words.against === undefined ? new Map<string, Deck>() : decksBefore(context, found.targets, words.against);
	if (before === undefined) return exitCode.usage;

	const remembers = words.cache && words.report !== true;
	const cacheFolder = remembers ? foldersOf(environment)?.cache : undefined;
	const whole = words.report === true;
	const workerFile = join(environment.packageFolder, 'dist/check-worker.cjs');
	const { report, checked } = await runCheck(workingFolder, found.targets, { levels, maxWarnings, cacheFolder, before, whole, workerFile });
	const reports = whole ? checked.map(authorReportOf) : [];

	if (format === 'pretty') {
		printer.print([...reports.map((each) => renderAuthorReport(each, style, width)), renderCheck(report, style, width)].join('\n\n'));
	} else {
		const text = formats[format](report, ruleSummaries, reports);
		if (text !== '') printer.print(text);
	}
	if (format === 'github') writeSummary(context, report);
	return report.tally.passed ? exitCode.done : exitCode.problems;
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

/** Until a signal ends it. What is watched are the folders that are there at the beginning. */
async function checkOnChanges(context: Context, paths: readonly string[], once: () => Promise<ExitCode>): Promise<ExitCode> {
	const { environment, printer } = context;
	const first = targetsOf(environment.workingFolder, paths, undefined);
	if (!first.ok) return once();
	const folders = [...new Set(first.targets.map(({ root }) => root))];
	const watching = watchFolders(folders, (folder) => {
		printer.complain(`Changes in ${safe(folder)} cannot be watched here. Run the check by hand after saving.`);
	});
	let ended: EndingSignal | undefined;
	const release = whenEnding(environment.signals, (signal) => {
		ended = signal;
		watching.close();
	});
	try {
		do {
			if (environment.output.isTTY === true) environment.output.write('\x1b[2J\x1b[3J\x1b[H');
			await once();
			printer.complain('Watching for changes. Ctrl-C ends it.');
		} while ((await watching.next()) === 'changed');
	} finally {
		watching.close();
		release();
	}
	return ended === undefined ? exitCode.failure : endingSignals[ended];
}

async function bytesOf(input: NodeJS.ReadableStream): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	for await (const chunk of input) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}
