// A small sound unit under any head, for the pages of rules about what requires what.

export const unitWithHead = (head: string) => `${head}
sections:
  - {id: names, title: Names, objective: Say what is named, text: A branch names a commit; a commit names a tree.}
questions:
  - {id: tree, section: names, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`;
