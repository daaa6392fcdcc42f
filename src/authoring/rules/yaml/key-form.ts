import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

export const keyForm = readingRule({
	code: 'key-form',
	family: 'yaml',
	summary: 'A key that is not a word',
	why: `In YAML a list, a map or nothing at all can be the key of a map. In a deck every key is one of the format's own words. Most often the word
before a colon was forgotten, or a text is meant that begins with a colon, or with a question mark and a space: then it needs quotes.`,
	good: [inPool(`${questionWith({})}  tags: trees\n`), inPool(questionWith({ answer: "'? matches one character'" }))],
	bad: [
		{
			...inPool(`${questionWith({})}  ? [tags]\n  : trees\n`),
			says: `questions.yaml:7:5: error: Unexpected kind of key, expected a word [key-form]
  6 │   explanation: A commit names the tree of the whole project.
  7 │   ? [tags]
    │     ^~~~~~
  8 │   : trees
  help: Write \`key: value\`, with a plain word before the colon.`,
		},
		{
			...inPool(`${questionWith({})}  : trees\n`),
			says: `questions.yaml:7:1: error: Unexpected kind of key, expected a word [key-form]
  6 │   explanation: A commit names the tree of the whole project.
  7 │   : trees
    │ ^
  help: Write \`key: value\`, with a plain word before the colon.`,
		},
	],
});
