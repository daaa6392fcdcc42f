// Who keeps a record here, and when each last used it.

import type { LearnersReport } from '../../model/report.ts';
import { comfortable, hanging, indent, wrap } from '../layout.ts';
import { safeLine } from '../safe.ts';
import type { Style } from '../style.ts';
import type { FormatTime } from './history.ts';
import { command, counted, dotted } from './wording.ts';

export function renderLearners({ learner: you, learners }: LearnersReport, style: Style, columns: number, formatTime: FormatTime): string {
	const width = comfortable(columns);
	const another = [
		...wrap('Somebody else learns under a name of their own:', width),
		...indent(wrap(command('learn', '--learner', '<name>'), width - 2), 2).map(style.accent),
	];
	if (learners.length === 0) return [...wrap('Nobody has begun yet.', width), ...another].join('\n');
	return [
		...learners.flatMap(({ learner, attempts, lastUsedAt }) => [
			...hanging(
				`${learner === you ? style.signs.mark : style.signs.open} `,
				`${style.title(safeLine(learner))}${learner === you ? ' (you, now)' : ''}`,
				width,
			),
			...indent(dotted([counted(attempts, 'attempt'), `last used ${safeLine(formatTime(lastUsedAt))}`], style, width - 2), 2).map(
				style.dim,
			),
		]),
		'',
		...another,
	].join('\n');
}
