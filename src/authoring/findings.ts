// What the rules find, as diagnostics with the severity that rule or finding gives them. Rules that are off are not asked.

import type { Diagnostic } from '../model/diagnostic.ts';
import type { DeckDigest } from './digest.ts';
import type { CheckedQuestion, CheckedUnit, DeckChange, Finding, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { atLevel, type Levels, levels as mildestFirst } from './settings.ts';

/** What can be found in each question and each unit by itself. */
export function findingsInParts(
	units: readonly CheckedUnit[],
	questions: readonly CheckedQuestion[],
	levels: Levels,
): readonly Diagnostic[] {
	const asked = active(levels);
	const questionRules = asked.filter((rule) => rule.scope === 'question');
	const unitRules = asked.filter((rule) => rule.scope === 'unit');
	return [
		...questions.flatMap((question) => findingsInPart(question, questionRules, levels)),
		...units.flatMap((unit) => findingsInPart(unit, unitRules, levels)),
	];
}

/** Without those whose cause another of the rules tells of the same part. */
function findingsInPart<Part>(
	part: Part,
	partRules: readonly (Rule & { readonly check: (part: Part) => readonly Finding[] })[],
	levels: Levels,
): readonly Diagnostic[] {
	const found: { readonly diagnostic: Diagnostic; readonly unless?: readonly string[] | undefined }[] = [];
	for (const rule of partRules) {
		const findings = rule.check(part);
		if (findings.length === 0) continue;
		for (const finding of findings) found.push({ diagnostic: diagnosticOf(rule, finding), unless: finding.unless });
	}
	if (found.length === 0) return [];
	const isTold = ({ diagnostic: cause }: { readonly diagnostic: Diagnostic }, diagnostic: Diagnostic) =>
		weightOf(cause, levels) >= weightOf(diagnostic, levels);
	return found
		.filter(
			({ diagnostic, unless }) =>
				unless === undefined || !found.some((other) => unless.includes(other.diagnostic.code) && isTold(other, diagnostic)),
		)
		.map(({ diagnostic }) => diagnostic);
}

/** How much it matters in this run. */
function weightOf(diagnostic: Diagnostic, levels: Levels): number {
	return mildestFirst.indexOf(atLevel(diagnostic, levels)[0]?.severity ?? 'off');
}

export function findingsAcross(deck: DeckDigest, levels: Levels): readonly Diagnostic[] {
	return active(levels).flatMap((rule) => (rule.scope === 'deck' ? rule.check(deck).map((finding) => diagnosticOf(rule, finding)) : []));
}

export function findingsOfChange(change: DeckChange, levels: Levels): readonly Diagnostic[] {
	return active(levels).flatMap((rule) =>
		rule.scope === 'change' ? rule.check(change).map((finding) => diagnosticOf(rule, finding)) : [],
	);
}

function active(levels: Levels): readonly Rule[] {
	return rules.filter(({ code }) => levels.get(code) !== 'off');
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
