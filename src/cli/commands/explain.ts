// `gradus explain`: the page of a rule, or the list of them all.

import type { Rule } from '../../authoring/rule.ts';
import { pageOf } from '../../authoring/rule-page.ts';
import { ruleOf, rules } from '../../authoring/rules/index.ts';
import { nearest } from '../../deck/diagnostics/nearest.ts';
import type { RuleSummary } from '../../model/check-report.ts';
import { fencedLanguages } from '../../terminal/code.ts';
import { loadHighlighter } from '../../terminal/highlighter.ts';
import { comfortable } from '../../terminal/layout.ts';
import { renderMarkdown } from '../../terminal/markdown.ts';
import { safe } from '../../terminal/safe.ts';
import { renderRules } from '../../terminal/views/rules.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';

export async function explainCommand(context: Context, code: string | undefined): Promise<ExitCode> {
	const { printer, style, width } = context;
	if (code === undefined) {
		printer.print(renderRules(rules.map(summaryOf), style, width));
		return exitCode.done;
	}
	const rule = ruleOf(code);
	if (rule === undefined) {
		const near = nearest(
			code,
			rules.map((each) => each.code),
		);
		const help = near === undefined ? 'List them with: gradus explain' : `Did you mean ${near}?`;
		printer.complain(`There is no rule called ${safe(code)}. ${help}`);
		return exitCode.usage;
	}
	const page = pageOf(rule);
	printer.print(renderMarkdown(page, { width: comfortable(width), style, highlight: await loadHighlighter(fencedLanguages(page), style) }));
	return exitCode.done;
}

export function summaryOf({ code, severity, family, summary, why }: Rule): RuleSummary {
	return { code, severity, family, summary, why };
}
