// `gradus new`: its three commands as one file of the build, since nearly all of each is the same.

export { type DeckWords, newDeckCommand } from './new-deck.ts';
export { newQuestionCommand } from './new-question.ts';
export { newUnitCommand, type UnitWords } from './new-unit.ts';
