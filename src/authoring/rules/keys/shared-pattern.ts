// A question with a pattern, for the pages of two rules.

export const questionWithPattern = (pattern: string) => `- id: stages
  section: commits
  type: text
  stem: Which command puts all files into the index?
  answer: git add .
  pattern: '${pattern}'
  explanation: The dot stands for the folder one is in.
`;
