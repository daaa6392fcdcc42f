// The output formats of `gradus check` for programs and services. `pretty`, for people, is views/check.ts.

import type { AuthorReport } from '../../model/author-report.ts';
import type { CheckReport, RuleSummary } from '../../model/check-report.ts';
import { compact } from './compact.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';

export const formatNames = ['compact', 'json', 'github', 'sarif', 'junit'] as const;

export type FormatName = (typeof formatNames)[number];

/**
 * A whole report as text, without a line break at its end; empty where there is nothing to say.
 *
 * @param rules what is known of those that may have said something
 * @param reports what `--report` asks for; only JSON has room for it
 */
type Format = (report: CheckReport, rules: readonly RuleSummary[], reports?: readonly AuthorReport[]) => string;

export const formats: Readonly<Record<FormatName, Format>> = { compact, json, github, sarif, junit };
