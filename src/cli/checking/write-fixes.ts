// `--fix`: what is mechanical is mended in the files themselves, each replaced in one step, and told line by line.

import { realpathSync } from 'node:fs';
import { join } from 'node:path';

import { fixDeck } from '../../authoring/fix/fix-deck.ts';
import { openDeckFolder, systemCode } from '../../deck/files/folder.ts';
import { safe } from '../../terminal/safe.ts';
import { counted } from '../../terminal/views/wording.ts';
import type { Context } from '../context.ts';
import { shownPath } from '../paths.ts';
import { replaceWhole } from '../whole-file.ts';
import type { Target } from './targets.ts';

/** Of a deck of which files are named, those only. @returns whether everything could be written; what could not is told, and the file is as it was. */
export function writeFixes({ environment, printer }: Context, targets: readonly Target[]): boolean {
	let whole = true;
	for (const { root, named } of targets) {
		const shownIn = (file: string) => safe(shownPath(environment.workingFolder, join(root, file)));
		const { fixes, left } = fixDeck(openDeckFolder(root, 'keep'), named);
		for (const { file, after, changes } of fixes) {
			const path = join(root, file);
			const shown = shownIn(file);
			const fault = replaced(path, after);
			if (fault !== undefined) {
				whole = false;
				printer.complain(`${shown} could not be mended (${fault}); it is as it was. Check its permissions.`);
				continue;
			}
			printer.complain(`Mended ${shown}, in ${counted(changes.length, 'place')}:`);
			for (const { line, what } of changes) printer.complain(`  line ${line}: ${safe(what)}`);
		}
		if (left.length > 0) printer.complain('Left to you, because only you know what is meant:');
		for (const { file, line, what } of left) printer.complain(`  ${shownIn(file)}, line ${line}: ${safe(what)}`);
	}
	return whole;
}

/** A link stays one. @returns why it could not be. */
function replaced(path: string, text: string): string | undefined {
	try {
		replaceWhole(realpathSync(path), text);
		return undefined;
	} catch (error) {
		return systemCode(error);
	}
}
