import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

const second = (shared: string) => `- ${shared}
  id: names
  stem: What does a tag name, as a rule?
  answer: One commit
  distractors: [A list of changes, A branch]
  explanation: A tag most often names a commit.
`;

export const mergeKey = readingRule({
	code: 'merge-key',
	family: 'yaml',
	summary: 'The merge key, two less-than signs',
	why: `\`<<\` copies the keys of another map into this one. It belongs to YAML 1.1; YAML 1.2 dropped it, and programs do not
all read it alike. Whoever reads a question should see all of it, so its keys are written out. An alias for a single value, such as
\`distractors: *wrong\`, is fine.`,
	good: [inPool(`${questionWith({})}${second('section: commits')}`)],
	bad: [
		{
			...inPool(`${questionWith({}).replace('- id', '- &first\n  id')}${second('<<: *first\n  section: commits')}`),
			says: `questions.yaml:8:3: error: Unexpected merge key \`<<\`, expected a key of the deck [merge-key]
  7 │   explanation: A commit names the tree of the whole project.
  8 │ - <<: *first
    │   ^~
  9 │   section: commits
  help: Write the keys out.`,
		},
	],
});
