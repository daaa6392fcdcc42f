// The rules of the check as words to complete; a file apart, since most words need none of it.

import { rules } from '../../authoring/rules/index.ts';
import type { Candidate } from './candidates.ts';

export const ruleWords: readonly Candidate[] = rules.map(({ code, summary }) => ({ word: code, about: summary }));
