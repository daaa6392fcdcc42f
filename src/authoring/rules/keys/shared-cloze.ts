// A cloze for the pages of the rules about blanks and their marks.

import { type Example, inPool } from '../../example.ts';

/** @param blanks the lines below `blanks:`. */
export function clozeOf(stem: string, ...blanks: readonly string[]): Example {
	return inPool(`- id: names
  section: commits
  type: cloze
  stem: ${stem}
  blanks:
${blanks.map((blank) => `    ${blank}\n`).join('')}  explanation: The tree is the content, and the parents are what came before.
`);
}
