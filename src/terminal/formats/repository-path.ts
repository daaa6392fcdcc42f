// Services that show problems beside the code name files from the repository's own folder.

import type { CheckReport } from '../../model/check-report.ts';

/** From a path as the report has it: `../intro/deck.yaml` below `courses/git` is `courses/intro/deck.yaml`. */
export function repositoryPath(file: string, { below = '' }: Pick<CheckReport, 'below'>): string {
	const folders: string[] = [];
	for (const step of [...below.split('/'), ...file.split('/')]) {
		if (step === '..' && folders.length > 0 && folders.at(-1) !== '..') folders.pop();
		else if (step !== '.' && step !== '') folders.push(step);
	}
	return folders.join('/');
}
