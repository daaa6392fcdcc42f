// Why nothing was written, in words: what stands in the way, that nothing was touched, and what to do.

import type { DraftFault } from '../../authoring/scaffold/draft.ts';
import { listed } from '../../deck/diagnostics/diagnostic-codes.ts';
import { safe } from '../../terminal/safe.ts';
import { renderDiagnostics } from '../../terminal/views/diagnostics.ts';
import type { Context } from '../context.ts';
import { plainly } from '../plainly.ts';
import { suggestion } from '../suggestion.ts';
import type { Written } from './write-draft.ts';

/** @param shown paths of the deck as a person in the working folder names them. */
export function wordsOfFault(fault: DraftFault, shown: (file: string) => string, { style, width }: Context): string {
	const untouched = 'Nothing was written.';
	switch (fault.kind) {
		case 'unreadable':
			return safe(`${shown(fault.file)} cannot be read as a part of a deck. ${untouched} See why with: gradus check`);
		case 'exists':
			return existing(shown(fault.file));
		case 'not-listed':
			return safe(
				`No unit of the deck holds its questions in ${shown(fault.file)}. ${untouched} List the file under units in deck.yaml or under pools in a unit, or name another file.`,
			);
		case 'id-form': {
			const help = fault.like === undefined ? 'Use lower-case letters, digits and single hyphens.' : `Write ${fault.like} instead.`;
			return safe(`An id has lower-case letters, digits and hyphens, and ${fault.id} is none. ${untouched} ${help}`);
		}
		case 'id-taken':
			return safe(
				`The id ${fault.id} is taken already, in ${shown(fault.file)}. ${untouched} Name another one with --id, or leave it out.`,
			);
		case 'no-section': {
			const known = fault.known.length === 0 ? 'Write a section first.' : `Name ${plainly(listed(fault.known))}.`;
			return safe(`There is no section called ${fault.section} there. ${untouched} ${suggestion(fault.section, fault.known, known)}`);
		}
		case 'layout': {
			const byHand = fault.text === undefined ? '.' : `; or add this by hand:\n\n${fault.text.trimEnd()}`;
			return safe(
				`The list in ${shown(fault.file)} has a form that a program had better not touch. ${untouched} Write it as lines that begin with a dash, and run the command again${byHand}`,
			);
		}
		case 'problems': {
			const told = fault.diagnostics.map(({ place, related, ...rest }) => ({
				...rest,
				place: { ...place, file: shown(place.file) },
				...(related === undefined ? {} : { related: { ...related, file: shown(related.file) } }),
			}));
			// Lines that were never written are in no file, so that no place in them is told.
			return `${renderDiagnostics(told, new Map(), style, width)}\n\n${untouched} Mend this in what you have given, and run the command again.`;
		}
	}
}

export function wordsOfUnwritten({ file, reason }: Extract<Written, { readonly ok: false }>, shown: (file: string) => string): string {
	switch (reason) {
		case 'exists':
			return existing(shown(file));
		case 'outside':
			return safe(
				`${shown(file)} would lie outside the deck's folder, because of a link. Nothing was written. Make it a folder of its own, or move the link away.`,
			);
		case 'changed':
			return safe(`${shown(file)} was changed by somebody else in the meantime. Nothing was written. Run the command again.`);
		default:
			return safe(
				`${shown(file)} could not be written (${reason}). Everything is as it was. Check the permissions of the folder and the space on the disk.`,
			);
	}
}

function existing(file: string): string {
	return safe(`${file} is there already, and Gradus overwrites nothing. Nothing was written. Choose another name, or move that one away.`);
}
