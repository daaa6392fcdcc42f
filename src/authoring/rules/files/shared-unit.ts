// A unit's file without a fault, for the examples of this family.

/** @param head further lines after the title. */
export function soundUnit(unit: string, head = ''): string {
	return `unit: ${unit}
title: Commits are snapshots
${head}sections:
  - {id: commits, title: What a commit stores, objective: Say what a commit holds, text: A commit names one tree.}
questions:
  - {id: one-tree, section: commits, type: true-false, stem: A commit names one tree., answer: true, explanation: Exactly one.}
`;
}

/** A pool's file without a fault. */
export const soundPool = `- id: stores
  section: commits
  stem: What does a commit name?
  answer: One tree
  distractors: [A list of changes, A branch]
  explanation: A commit names the tree of the whole project.
`;
