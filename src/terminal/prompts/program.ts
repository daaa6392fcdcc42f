// What a prompt is: a state, what a key does to it, and how it looks. Pure; the guard beside it talks to the terminal.

import type { Size } from '../terminal-io.ts';

export interface Key {
	/** `up`, `return`, `space`, `a`, `?`: the key's name, or the character itself; lower case. Empty where there is none. */
	readonly name: string;
	/** What it types, where it types something: one character as it is, case kept. */
	readonly text?: string;
	readonly ctrl: boolean;
	/** Held down, or Esc just before it; of Esc itself: pressed twice. */
	readonly meta: boolean;
	/** Of keys that type nothing. */
	readonly shift?: boolean;
	/** It came out of a paste. */
	readonly pasted: boolean;
}

/** Lines no wider than the screen and no more than its rows; at least one. */
export interface Frame {
	readonly lines: readonly string[];
	/** Where the learner types; without it the cursor is hidden. Zero-based. */
	readonly caret?: { readonly line: number; readonly column: number };
}

export type Step<State, Value> = { readonly kind: 'stay'; readonly state: State } | { readonly kind: 'done'; readonly value: Value };

export interface Program<State, Value> {
	readonly initial: State;
	press(state: State, key: Key, size: Size): Step<State, Value>;
	draw(state: State, size: Size): Frame;
	/** Typed text would be lost: Ctrl-D then edits it instead of ending the input. */
	holdsText?(state: State): boolean;
	/** A change that comes by itself, once. */
	readonly later?: { readonly milliseconds: number; become(state: State): State };
}

export function stay<State>(state: State): { readonly kind: 'stay'; readonly state: State } {
	return { kind: 'stay', state };
}

export function done<Value>(value: Value): { readonly kind: 'done'; readonly value: Value } {
	return { kind: 'done', value };
}

export function isEnter(key: Key): boolean {
	return key.name === 'return' || key.name === 'enter';
}

export function isUp(key: Key): boolean {
	return key.name === 'up' || (plain(key) && key.text === 'k') || (key.ctrl && key.name === 'p');
}

export function isDown(key: Key): boolean {
	return key.name === 'down' || (plain(key) && key.text === 'j') || (key.ctrl && key.name === 'n');
}

/** Shift and an arrow, or a capital: what is marked moves, and not the mark. */
export function isCarriedUp(key: Key): boolean {
	return (key.name === 'up' && key.shift === true) || (plain(key) && key.text === 'K');
}

export function isCarriedDown(key: Key): boolean {
	return (key.name === 'down' && key.shift === true) || (plain(key) && key.text === 'J');
}

/**
 * The typed character, when it was typed, not pasted, and Ctrl is not held. Esc before it changes nothing: who has just reached the
 * keys of a typed answer behind Esc presses it here too.
 */
export function letterOf(key: Key): string | undefined {
	return key.ctrl || key.pasted ? undefined : key.text?.toLowerCase();
}

function plain(key: Key): boolean {
	return !key.ctrl && !key.meta && !key.pasted;
}
