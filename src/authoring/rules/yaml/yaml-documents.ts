import { inPool } from '../../example.ts';
import { readingRule } from '../../rule.ts';
import { questionWith } from './shared-question.ts';

const second = questionWith({ stem: 'What does a branch name?', answer: 'One commit' }).replace('stores', 'branch-names');

export const yamlDocuments = readingRule({
	code: 'yaml-documents',
	family: 'yaml',
	summary: 'Two YAML documents in one file',
	why: `A line \`---\` or \`...\` ends a document, and what comes after it is another one. A deck's file is one document; so that nothing is left out in
silence, a second one is refused. Where a line of dashes was meant to part questions from each other, an empty line or a comment does.`,
	good: [inPool(`---\n${questionWith({})}\n# Branches\n${second}`)],
	bad: [
		{
			...inPool(`${questionWith({})}---\n${second}`),
			says: `questions.yaml:7:1: error: Unexpected second document, expected one document a file [yaml-documents]
  6 │   explanation: A commit names the tree of the whole project.
  7 │ ---
    │ ^
  8 │ - id: branch-names
  help: Put it in a file of its own, or remove the line \`---\` or \`...\` above it.`,
		},
	],
});
