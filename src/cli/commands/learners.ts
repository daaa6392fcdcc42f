// `gradus learners`: who keeps a record here.

import type { LearnersReport } from '../../model/report.ts';
import { renderLearners } from '../../terminal/views/learners.ts';
import { type Context, withRecordToRead } from '../context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { formatTime } from '../format-time.ts';
import { tell } from '../tell.ts';

export function learnersCommand(context: Context, json: boolean): Promise<ExitCode> {
	const { style, width, learner } = context;
	return withRecordToRead(context, async (record) => {
		const report: LearnersReport = { learner: learner.name, learners: record.learners() };
		return tell(context, json, 'learners', report, () => renderLearners(report, style, width, formatTime));
	});
}
