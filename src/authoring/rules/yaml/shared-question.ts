// A pool of one question, for the examples of this family: its parts are put in as they would be written.

interface Written {
	readonly stem?: string;
	readonly answer?: string;
	readonly distractors?: string;
	readonly explanation?: string;
}

export function questionWith({
	stem = 'What does a commit name?',
	answer = 'One tree',
	distractors = '[A list of changes, A branch]',
	explanation = 'A commit names the tree of the whole project.',
}: Written): string {
	return `- id: stores
  section: commits
  stem: ${stem}
  answer: ${answer}
  distractors: ${distractors}
  explanation: ${explanation}
`;
}
