import type { Rule } from '../../rule.ts';
import { duplicateFile } from './duplicate-file.ts';
import { emptyFile } from './empty-file.ts';
import { fileTooLarge } from './file-too-large.ts';
import { missingFile } from './missing-file.ts';
import { moreProblems } from './more-problems.ts';
import { notAFile } from './not-a-file.ts';
import { notUtf8 } from './not-utf-8.ts';
import { outsideFolder } from './outside-folder.ts';
import { unlistedFile } from './unlisted-file.ts';
import { unreadableFile } from './unreadable-file.ts';

/** In the order of the pages. */
export const filesRules: readonly Rule[] = [
	missingFile,
	outsideFolder,
	notAFile,
	fileTooLarge,
	unreadableFile,
	notUtf8,
	emptyFile,
	duplicateFile,
	unlistedFile,
	moreProblems,
];
