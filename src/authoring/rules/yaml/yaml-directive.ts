import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

export const yamlDirective = readingRule({
	code: 'yaml-directive',
	family: 'yaml',
	summary: 'A line for YAML itself, which begins with a percent sign',
	why: `\`%YAML\` chooses a version of YAML and \`%TAG\` shortens the names of tags. Decks are always read as YAML 1.2 and have no tags, so that the
same file means the same everywhere. A line \`---\` at the start is fine.`,
	good: [inPool(`---\n${questionWith({})}`)],
	bad: [
		{
			...inPool(`%YAML 1.1\n---\n${questionWith({})}`),
			says: `questions.yaml:1:1: error: Unexpected \`%YAML 1.1\`, expected the deck's own text [yaml-directive]
  1 │ %YAML 1.1
    │ ^~~~~~~~~
  2 │ ---
  help: Remove the line.`,
		},
	],
});
