// Targets -> what is told about them: each deck checked, or remembered, and its places shown from the working folder.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { DeckCheck } from '../../authoring/check-deck.ts';
import type { CheckedDeck } from '../../authoring/rule.ts';
import type { Levels } from '../../authoring/settings.ts';
import { type DeckFolder, deckFileName, isYamlFile } from '../../deck/files/folder.ts';
import type { CheckReport } from '../../model/check-report.ts';
import type { Deck } from '../../model/deck.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { pathFrom, shownPath } from '../paths.ts';
import { programVersion } from '../version.ts';
import { checkCacheFile, type RememberedCheck, storeCheck, storedCheck } from './check-cache.ts';
import { tallyOf } from './tally.ts';
import { loneTarget, type Target } from './targets.ts';

interface RunOptions {
	readonly levels: Levels;
	readonly maxWarnings: number | undefined;
	/** Where findings are kept; none: nothing is remembered, and every deck is read. */
	readonly cacheFolder: string | undefined;
	/** The versions to compare with, by the deck's folder. */
	readonly before: ReadonlyMap<string, Deck>;
	/** Every deck is needed in full, for its numbers. */
	readonly whole: boolean;
	/** The built file of a second thread. */
	readonly workerFile: string;
	/** Told before each deck. */
	readonly onDeck?: (done: number, total: number, folder: string) => void;
}

interface CheckRun {
	readonly report: CheckReport;
	/** What is sound of each deck, in order; only of decks that were read in this run. */
	readonly checked: readonly CheckedDeck[];
	/** Something from a pipe names files beside it, and nobody knows where it stands. */
	readonly unjudged: boolean;
}

export async function runCheck(workingFolder: string, targets: readonly Target[], options: RunOptions): Promise<CheckRun> {
	const sources = new Map<string, string>();
	const runs: TargetRun[] = [];
	let unjudged = false;
	const waiting = [...targets];
	for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
		const { root, lone, madeUp } = target;
		options.onDeck?.(runs.length, runs.length + 1 + waiting.length, shownPath(workingFolder, root));
		const shown = (file: string) => shownPath(workingFolder, join(root, madeUp?.get(file) ?? file));
		const isMadeUp = (file: string) => madeUp?.has(file) === true && madeUp.get(file) === undefined;
		const { findings, textOf, checked } = await findingsOf(target, options);
		const unread = unreadOf(target, findings);
		waiting.push(...unread.map((file) => loneTarget(root, file, target.files.read(file))));
		const ofAll = findings.diagnostics.filter((diagnostic) => target.tells(diagnostic) || (unread.length > 0 && isOfDeckFile(diagnostic)));
		if (target.adrift === true && ofAll.some(isBeside)) unjudged = true;
		const told = ofAll
			.filter((diagnostic) => target.adrift !== true || !isBeside(diagnostic))
			.map(({ related, ...rest }): Diagnostic => (related === undefined || isMadeUp(related.file) ? rest : { ...rest, related }));
		for (const file of new Set(told.flatMap(({ place, related }) => [place.file, ...(related === undefined ? [] : [related.file])]))) {
			const text = textOf(file);
			if (text !== undefined) sources.set(shown(file), text);
		}
		runs.push({
			summary: lone ? [] : [{ folder: shown('.'), ...(findings.deck === undefined ? {} : { deck: findings.deck }) }],
			files: findings.named.filter((file) => !isMadeUp(file) && !(target.adrift === true && !target.files.read(file).ok)).map(shown),
			diagnostics: told.map((diagnostic) => relocated(diagnostic, shown)),
			silenced: findings.silenced,
			checked,
		});
	}
	const counted = {
		diagnostics: runs.flatMap(({ diagnostics }) => diagnostics),
		...(options.maxWarnings === undefined ? {} : { maxWarnings: options.maxWarnings }),
	};
	const report: CheckReport = {
		version: programVersion,
		decks: runs.flatMap(({ summary }) => summary),
		files: [...new Set(runs.flatMap(({ files }) => files))],
		sources,
		silenced: runs.reduce((sum, { silenced }) => sum + silenced, 0),
		...counted,
		tally: tallyOf(counted),
		...belowRepository(workingFolder),
	};
	return { report, checked: runs.flatMap(({ checked }) => checked ?? []), unjudged };
}

/** Files that were asked for and that the deck did not come to: nothing lists them, or deck.yaml is broken. */
function unreadOf({ lone, named }: Target, findings: RememberedCheck): readonly string[] {
	return lone || named === undefined ? [] : [...named].filter((file) => isYamlFile(file) && !findings.named.includes(file));
}

/** It may be what kept a file from being read. */
function isOfDeckFile({ place, severity }: Diagnostic): boolean {
	return place.file === deckFileName && severity === 'error';
}

/** What is told of files that another file names. */
function isBeside({ code }: Diagnostic): boolean {
	return code === 'missing-file' || code === 'outside-folder';
}

interface TargetRun {
	readonly summary: CheckReport['decks'];
	readonly files: readonly string[];
	readonly diagnostics: readonly Diagnostic[];
	readonly silenced: number;
	readonly checked: CheckedDeck | undefined;
}

interface Found {
	readonly findings: RememberedCheck;
	readonly textOf: (file: string) => string | undefined;
	readonly checked?: CheckedDeck | undefined;
}

async function findingsOf({ files, root, stored }: Target, { levels, cacheFolder, before, whole, workerFile }: RunOptions): Promise<Found> {
	const known = before.get(root);
	const file = cacheFolder === undefined || !stored || known !== undefined ? undefined : checkCacheFile(cacheFolder, root);
	const settings = JSON.stringify([...levels]);
	const remembered = file === undefined ? undefined : storedCheck(file, files, settings);
	if (remembered !== undefined) return { findings: remembered, textOf: (path) => textIn(files, path) };
	const { checkTogether } = await import('./check-together.ts');
	const joined = !stored || whole || known !== undefined ? undefined : await checkTogether(root, files, levels, workerFile);
	if (joined !== undefined) {
		const { deck, units, questions, diagnostics, silenced, named, filesRead, stamps } = joined;
		const findings: RememberedCheck = { deck: { ...deck, units, questions }, diagnostics, silenced, named };
		if (file !== undefined)
			storeCheck(file, findings, { path: files.path, filesRead, stamps, yamlFiles: () => files.yamlFiles() }, settings);
		return { findings, textOf: (path) => textIn(files, path) };
	}
	// Nothing of the rules is loaded where all is remembered.
	const { checkDeck } = await import('../../authoring/check-deck.ts');
	const check = checkDeck(files, { levels, ...(known === undefined ? {} : { before: known }) });
	const findings = findingsIn(check);
	if (file !== undefined) storeCheck(file, findings, files, settings);
	return { findings, textOf: (path) => check.sources.get(path), checked: check.checked };
}

function findingsIn({ deck, diagnostics, silenced, named }: DeckCheck): RememberedCheck {
	const summary = deck && {
		id: deck.id,
		title: deck.title,
		units: deck.units.length,
		questions: deck.units.reduce((sum, { questions }) => sum + questions.length, 0),
	};
	return { ...(summary === undefined ? {} : { deck: summary }), diagnostics, silenced, named };
}

function textIn(files: DeckFolder, path: string): string | undefined {
	const reading = files.read(path);
	return reading.ok ? reading.text : undefined;
}

/** A repository is where a `.git` lies: a folder, or a file in a linked working tree. */
function belowRepository(workingFolder: string): Pick<CheckReport, 'below'> {
	for (let folder = workingFolder; dirname(folder) !== folder; folder = dirname(folder)) {
		if (!existsSync(join(folder, '.git'))) continue;
		const below = pathFrom(folder, workingFolder);
		return below === '' ? {} : { below };
	}
	return {};
}

function relocated(diagnostic: Diagnostic, shown: (file: string) => string): Diagnostic {
	const { place, related } = diagnostic;
	return {
		...diagnostic,
		place: { ...place, file: shown(place.file) },
		...(related === undefined ? {} : { related: { ...related, file: shown(related.file) } }),
	};
}
