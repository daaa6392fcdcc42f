// What the rules find, as diagnostics with the severity that rule or finding gives them. Rules that are off are not asked.

import type { Diagnostic } from '../model/diagnostic.ts';
import type { DeckDigest } from './digest.ts';
import type { CheckedQuestion, CheckedUnit, DeckChange, Finding, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import type { Levels } from './settings.ts';

/** What can be found in each question and each unit by itself. */
export function findingsInParts(
	units: readonly CheckedUnit[],
	questions: readonly CheckedQuestion[],
	levels: Levels,
): readonly Diagnostic[] {
	const found: Diagnostic[] = [];
	for (const rule of active(levels)) {
		if (rule.scope === 'question') for (const question of questions) tell(found, rule, rule.check(question));
		if (rule.scope === 'unit') for (const unit of units) tell(found, rule, rule.check(unit));
	}
	return found;
}

export function findingsAcross(deck: DeckDigest, levels: Levels): readonly Diagnostic[] {
	const found: Diagnostic[] = [];
	for (const rule of active(levels)) if (rule.scope === 'deck') tell(found, rule, rule.check(deck));
	return found;
}

export function findingsOfChange(change: DeckChange, levels: Levels): readonly Diagnostic[] {
	const found: Diagnostic[] = [];
	for (const rule of active(levels)) if (rule.scope === 'change') tell(found, rule, rule.check(change));
	return found;
}

function active(levels: Levels): readonly Rule[] {
	return rules.filter(({ code }) => levels.get(code) !== 'off');
}

function tell(found: Diagnostic[], rule: Rule, findings: readonly Finding[]): void {
	for (const { place, message, help, related, severity } of findings) {
		found.push({
			code: rule.code,
			severity: severity ?? rule.severity,
			message,
			place,
			...(help === undefined ? {} : { help }),
			...(related === undefined ? {} : { related }),
		});
	}
}
