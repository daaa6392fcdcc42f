// The door of this room: what other rooms may open.

export { type DeckFolder, openDeckFolder } from './folder.ts';
export { type LoadedDeck, loadDeck } from './load-deck.ts';
