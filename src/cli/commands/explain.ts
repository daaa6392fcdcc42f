// `gradus explain`: the page of a rule, or the list of them all.

import { pageOf } from '../../authoring/rule-page.ts';
import { ruleOf, ruleSummaries } from '../../authoring/rules/index.ts';
import { fencedLanguages } from '../../terminal/code.ts';
import { loadHighlighter } from '../../terminal/highlighter.ts';
import { comfortable } from '../../terminal/layout.ts';
import { renderMarkdown } from '../../terminal/markdown.ts';
import { safe } from '../../terminal/safe.ts';
import { renderRules } from '../../terminal/views/rules.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';
import { suggestion } from '../suggestion.ts';

export async function explainCommand(context: Context, code: string | undefined): Promise<ExitCode> {
	const { printer, style, width } = context;
	if (code === undefined) {
		printer.print(renderRules(ruleSummaries, style, width));
		return exitCode.done;
	}
	const rule = ruleOf(code);
	if (rule === undefined) {
		const known = ruleSummaries.map((each) => each.code);
		printer.complain(`There is no rule called ${safe(code)}. ${suggestion(code, known, 'List them with: gradus explain')}`);
		return exitCode.usage;
	}
	const page = pageOf(rule);
	printer.print(renderMarkdown(page, { width: comfortable(width), style, highlight: await loadHighlighter(fencedLanguages(page), style) }));
	return exitCode.done;
}
