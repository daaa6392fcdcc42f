// Characters that a reader cannot see and a terminal may obey. Works on any text; knows nothing of YAML.

import type { Diagnostic, Place, Span } from '../../model/diagnostic.ts';
import { type DiagnosticCode, problem } from '../diagnostics/diagnostic-codes.ts';

/** A run of such characters, all of one code. */
export interface CharacterFault {
	readonly code: Extract<DiagnosticCode, 'control-character' | 'direction-control' | 'direction-mark' | 'zero-width'>;
	readonly span: Span;
	/** `U+001B` of the first. */
	readonly name: string;
}

/**
 * Everything but LF, TAB, CRLF and the joiners that emoji and some scripts need: C0, C1, DEL, a CR alone, half of a surrogate
 * pair; embeddings, overrides and isolates (Boucher and Anderson, Trojan Source, 2021); direction marks; zero-width spaces.
 */
const suspicious =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)|[\u202a-\u202e\u2066-\u2069]|[\u200e\u200f\u061c]|[\u200b\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Faults looked for in one text; a file with more is not text. */
const mostFaults = 1_000;

export function findCharacterFaults(text: string): readonly CharacterFault[] {
	const faults: CharacterFault[] = [];
	for (const match of text.matchAll(suspicious)) {
		const code = codeOf(match[0]);
		const end = match.index + 1;
		const before = faults.at(-1);
		if (before !== undefined && before.code === code && before.span.end === match.index) {
			faults[faults.length - 1] = { ...before, span: { start: before.span.start, end } };
			continue;
		}
		if (faults.length === mostFaults) break;
		faults.push({ code, span: { start: match.index, end }, name: nameOf(match[0]) });
	}
	return faults;
}

function codeOf(character: string): CharacterFault['code'] {
	if (/[\u202a-\u202e\u2066-\u2069]/.test(character)) return 'direction-control';
	if (/[\u200e\u200f\u061c]/.test(character)) return 'direction-mark';
	return /[\u200b\ufeff]/.test(character) ? 'zero-width' : 'control-character';
}

function nameOf(character: string): string {
	return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const wording: { readonly [C in CharacterFault['code']]: { readonly what: string; readonly help: string } } = {
	'control-character': { what: 'a control character', help: 'Remove it.' },
	'direction-control': { what: 'which changes the direction of the text around it', help: 'Remove it.' },
	'direction-mark': { what: 'an invisible direction mark', help: 'Remove it, unless the text needs it.' },
	'zero-width': { what: 'an invisible space', help: 'Remove it.' },
};

/** @param inKey the characters stand in what the author holds to be right or offers beside it. */
export function characterProblem(fault: CharacterFault, place: Place, inKey: boolean): Diagnostic {
	const { help } = wording[fault.code];
	const what = /^U\+D[89A-F]/.test(fault.name) ? 'half of a character' : wording[fault.code].what;
	const hidden = fault.code === 'zero-width' && inKey;
	return problem(fault.code, place, `Unexpected ${fault.name}, ${what}${hidden ? ' that nobody can type' : ''}`, {
		help,
		...(hidden ? { severity: 'error' } : {}),
	});
}
