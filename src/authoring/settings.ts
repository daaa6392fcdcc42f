// How much each rule matters in one run: as the rule says, unless the deck says otherwise, unless the command line does.

import { problem, quoted } from '../deck/diagnostics/diagnostic-codes.ts';
import { nearest } from '../deck/diagnostics/nearest.ts';
import { entryOf, keyPlaceOf, type Located, textAt } from '../deck/yaml/source-node.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import { ruleOf, rules } from './rules/index.ts';

export type Level = Severity | 'off';

export const levels: readonly Level[] = ['off', 'info', 'warning', 'error'];

/** By code. */
export type Levels = ReadonlyMap<string, Level>;

/** A deck with such a problem is refused to learners, so that no setting can make it less than an error. */
export function keepsLearnersOut({ code, severity }: Pick<Diagnostic, 'code' | 'severity'>): boolean {
	return severity === 'error' && ruleOf(code)?.scope === 'reading';
}

/**
 * What `check:` in deck.yaml says, whatever else is wrong with that file; rules that do not exist and those that cannot be changed
 * are told. A severity that is none has been told as a fault of shape.
 */
export function readSettings(deckFile: Located | undefined): { readonly levels: Levels; readonly diagnostics: readonly Diagnostic[] } {
	const chosen = new Map<string, Level>();
	const diagnostics: Diagnostic[] = [];
	const check = deckFile === undefined ? undefined : entryOf(deckFile.node, 'check')?.node;
	if (deckFile === undefined || check?.kind !== 'map') return { levels: chosen, diagnostics };
	const settings: Located = { file: deckFile.file, node: check };
	for (const [code, { node }] of check.entries) {
		const level = node.kind === 'text' ? node.value : textAt(node, 'level')?.value;
		const fault = faultOfCode(code);
		if (fault !== undefined) diagnostics.push(problem('unknown-rule', keyPlaceOf(settings, code), fault.message, { help: fault.help }));
		else if (level !== undefined && isLevel(level)) chosen.set(code, level);
	}
	return { levels: chosen, diagnostics };
}

export function isLevel(word: string): word is Level {
	return levels.some((level) => level === word);
}

/** Why a code cannot be set: nothing is called that, or learners would be refused all the same. */
export function faultOfCode(code: string): { readonly message: string; readonly help: string } | undefined {
	const rule = ruleOf(code);
	if (rule === undefined) {
		const near = nearest(
			code,
			rules.map((each) => each.code),
		);
		return {
			message: `Unknown rule ${quoted(code)}`,
			help: near === undefined ? 'See docs/rules.md for the rules there are.' : `Did you mean \`${near}\`?`,
		};
	}
	if (!keepsLearnersOut(rule)) return undefined;
	return { message: `The rule \`${code}\` cannot be changed, since learners are refused a deck with this fault`, help: 'Remove it.' };
}

/** The diagnostic as the settings want it; nothing where its rule is off. */
export function atLevel(diagnostic: Diagnostic, chosen: Levels): readonly Diagnostic[] {
	const level = keepsLearnersOut(diagnostic) ? undefined : chosen.get(diagnostic.code);
	if (level === undefined) return [diagnostic];
	return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
}
