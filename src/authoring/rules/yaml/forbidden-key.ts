import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

export const forbiddenKey = readingRule({
	code: 'forbidden-key',
	family: 'yaml',
	summary: 'The key `__proto__`, which no deck may have',
	why: `In JavaScript a value under this name can change how other values behave, in this program or in another that reads the deck. No part of the
format is called that, so a deck that has it is refused. In texts the word is fine.`,
	good: [inPool(questionWith({ answer: '__proto__' }))],
	bad: [
		{
			...inPool(`${questionWith({})}  __proto__: {draw: 1}\n`),
			says: `questions.yaml:7:3: error: Unexpected key \`__proto__\`, expected a key of the deck [forbidden-key]
  6 │   explanation: A commit names the tree of the whole project.
  7 │   __proto__: {draw: 1}
    │   ^~~~~~~~~
  help: Remove it.`,
		},
	],
});
