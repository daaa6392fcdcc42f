// What the rules find, as diagnostics with the severity that rule or finding gives them. Rules that are off are not asked.

import type { Diagnostic } from '../model/diagnostic.ts';
import type { DeckDigest } from './digest.ts';
import type { CheckedQuestion, CheckedUnit, DeckChange, Finding, Rule, UnitRule } from './rule.ts';
import { rules } from './rules/index.ts';
import { atLevel, type Levels, levels as mildestFirst } from './settings.ts';
import { isSilenced, type Silencers } from './silencers.ts';

/** What can be found in each question and each unit by itself. */
export function findingsInParts(
	units: readonly CheckedUnit[],
	questions: readonly CheckedQuestion[],
	levels: Levels,
	silencers: Silencers,
): readonly Diagnostic[] {
	const asked = active(levels);
	const unitRules = asked.filter((rule) => rule.scope === 'unit');
	const found = units.flatMap((unit) => findingsInUnit(unit, unitRules, levels, silencers));
	for (const rule of asked) if (rule.scope === 'question') for (const question of questions) tell(found, rule, rule.check(question));
	return found;
}

/** Without those whose cause another of the rules tells in this run. */
function findingsInUnit(unit: CheckedUnit, unitRules: readonly UnitRule[], levels: Levels, silencers: Silencers): readonly Diagnostic[] {
	const found = unitRules.flatMap((rule) => rule.check(unit).map((finding) => ({ finding, diagnostic: diagnosticOf(rule, finding) })));
	/** 0: nobody hears of it. */
	const weightOf = (diagnostic: Diagnostic) => {
		const [told] = isSilenced(diagnostic, silencers) ? [] : atLevel(diagnostic, levels);
		return mildestFirst.indexOf(told?.severity ?? 'off');
	};
	const isToldBy = (code: string, weight: number) =>
		found.some(({ diagnostic }) => diagnostic.code === code && weightOf(diagnostic) >= Math.max(1, weight));
	return found
		.filter(({ finding: { unless = [] }, diagnostic }) => !unless.some((code) => isToldBy(code, weightOf(diagnostic))))
		.map(({ diagnostic }) => diagnostic);
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
	for (const finding of findings) found.push(diagnosticOf(rule, finding));
}

function diagnosticOf(rule: Rule, { place, message, help, related, severity }: Finding): Diagnostic {
	return {
		code: rule.code,
		severity: severity ?? rule.severity,
		message,
		place,
		...(help === undefined ? {} : { help }),
		...(related === undefined ? {} : { related }),
	};
}
