import { describe, expect, it } from 'vitest';

import type { Level } from '../../src/authoring/settings.ts';
import { checkFiles, deckHead, told } from './told.ts';

const unit = `unit: u
title: Unit
sections:
  - {id: s, title: Section, objective: Say it, text: Text.}
questions:
  - {id: q, section: s, stem: Which?, explanation: Because., answer: This one is longer than all the others, distractors: [HEAD, head]}
`;

/** A deck on which `longest-option` and `similar-options` speak, with these lines under `check`. */
function deckWith(...settings: readonly string[]): Record<string, string> {
	const check = settings.length === 0 ? '' : `check:\n${settings.map((line) => `  ${line}\n`).join('')}`;
	return { 'deck.yaml': deckHead + check, 'unit.yaml': unit };
}

function levels(...said: readonly (readonly [string, Level])[]): ReadonlyMap<string, Level> {
	return new Map(said);
}

const both = ['longest-option', 'similar-options'];

describe('check: in deck.yaml', () => {
	it('leaves what it does not name as the rules say', () => {
		expect(told(checkFiles(deckWith()), ...both)).toEqual(['unit.yaml:6 warning longest-option', 'unit.yaml:6 warning similar-options']);
	});

	it.each(['info', 'warning', 'error'])('sets rules to %s, those of files and those of questions', (level) => {
		const checked = checkFiles(deckWith(`longest-option: ${level}`, `similar-options: ${level}`));
		expect(told(checked, ...both)).toEqual([`unit.yaml:6 ${level} longest-option`, `unit.yaml:6 ${level} similar-options`]);
		expect(checked.deck, 'learners can use the deck all the same').toBeDefined();
	});

	it('switches rules off', () => {
		expect(told(checkFiles(deckWith('longest-option: off', 'similar-options: off')), ...both)).toEqual([]);
	});

	it('takes a reason beside the level', () => {
		const checked = checkFiles(
			deckWith('longest-option: {level: off, reason: The key must be exact.}', 'similar-options: {level: info, reason: So.}'),
		);
		expect(told(checked, ...both)).toEqual(['unit.yaml:6 info similar-options']);
	});

	it('yields to the command line', () => {
		const files = deckWith('longest-option: off', 'similar-options: error');
		const checked = checkFiles(files, { levels: levels(['longest-option', 'info'], ['similar-options', 'off']) });
		expect(told(checked, ...both)).toEqual(['unit.yaml:6 info longest-option']);
	});

	it('cannot change what keeps learners out, and neither can the command line', () => {
		const files = { ...deckWith('missing-key: off'), 'unit.yaml': unit.replace('stem: Which?, ', '') };
		const checked = checkFiles(files, { levels: levels(['missing-key', 'off']) });
		expect(told(checked, 'missing-key', 'unknown-rule')).toEqual(['deck.yaml:5 error unknown-rule', 'unit.yaml:6 error missing-key']);
		expect(checked.deck).toBeUndefined();
	});

	it('leaves the errors of a rule that is mostly a warning', () => {
		const files = { ...deckWith('zero-width: off'), 'unit.yaml': unit.replace('Unit', 'U\u200bnit').replace('HEAD', 'HE\u200bAD') };
		expect(told(checkFiles(files), 'zero-width', 'unknown-rule')).toEqual(['unit.yaml:6 error zero-width']);
	});

	it('names the nearest rule for one that does not exist', () => {
		const { diagnostics } = checkFiles(deckWith('longest-options: off', 'no-such-thing-anywhere: off'));
		expect(diagnostics.filter(({ code }) => code === 'unknown-rule')).toMatchObject([
			{ message: 'Unknown rule `longest-options`', help: 'Did you mean `longest-option`?' },
			{ message: 'Unknown rule `no-such-thing-anywhere`', help: 'See docs/rules.md for the rules there are.' },
		]);
	});

	it('can change how much an unknown rule matters', () => {
		expect(told(checkFiles(deckWith('unknown-rule: info', 'longest-options: off')), 'unknown-rule')).toEqual([
			'deck.yaml:6 info unknown-rule',
		]);
	});

	it.each([
		['a level that is none', 'longest-option: loud'],
		['a rule with nothing after it', 'longest-option:'],
		['a reason without a level', 'longest-option: {reason: So.}'],
		['a level without its reason', 'longest-option: {level: off}'],
		['a list', '- longest-option'],
	])('is told once when it holds %s', (_, line) => {
		const { diagnostics } = checkFiles(deckWith(line));
		expect(diagnostics.filter(({ severity, place }) => severity === 'error' && place.file === 'deck.yaml')).toHaveLength(1);
	});
});
