// What a shell is told as somebody writes a command: asked of the program, and of a real bash.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ruleWords } from '../../src/cli/completing/rule-words.ts';
import { completionScripts, shells } from '../../src/cli/completing/scripts.ts';
import { type World, world } from './run-program.ts';

async function wordsFor(at: World, ...words: readonly string[]): Promise<readonly string[]> {
	const { code, output, errors } = await at.run(['__complete', '--', ...words]);
	expect([code, errors]).toEqual([0, '']);
	return output.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] ?? '']));
}

describe('completion', () => {
	it('knows the commands, with what each does', async () => {
		const at = world();
		const { output } = await at.run(['__complete', '--', 'pra']);
		expect(output).toBe('practice\tpractice on the sections you missed, with hints; it does not count\n');
		expect(await wordsFor(at, '')).not.toContain('__complete');
	});

	it('knows the decks, the units of a deck, and the sections of a unit', async () => {
		const at = world();
		expect(await wordsFor(at, 'learn', 'mas')).toEqual(['mastery']);
		expect(await wordsFor(at, 'quiz', 'mastery', 'i')).toEqual(['idea']);
		expect(await wordsFor(at, 'read', 'mastery', 'idea#c')).toContain('idea#carroll');
		expect(await wordsFor(at, 'quiz', 'nowhere', '')).toEqual([]);
	});

	it('knows the options of a command and of the program, and the values of some', async () => {
		const at = world();
		expect(await wordsFor(at, 'check', '--ma')).toEqual(['--max-warnings']);
		expect(await wordsFor(at, 'map', '--d')).toEqual(['--db']);
		expect(await wordsFor(at, 'check', '--format', 'j')).toEqual(['json', 'junit']);
		expect(await wordsFor(at, 'check', '--format=j')).toEqual(['--format=json', '--format=junit']);
		expect(await wordsFor(at, 'check', '--rule', 'longest-option')).toContain('longest-option=');
		expect(await wordsFor(at, 'check', '--rule', 'longest-option=o')).toEqual(['longest-option=off']);
		expect(await wordsFor(at, 'check', '--nothing=j')).toEqual([]);
	});

	it('knows what there is help for', async () => {
		const at = world();
		expect(await wordsFor(at, 'help', 'le')).toEqual(['learn', 'learners']);
		expect(await wordsFor(at, 'help', 'decks', '')).toEqual(['list', 'add', 'update', 'remove']);
		expect(await wordsFor(at, 'help', 'nothing', '')).toEqual([]);
	});

	it('knows the rules of the check', async () => {
		expect(await wordsFor(world(), 'explain', '')).toEqual(ruleWords.map(({ word }) => word));
	});

	it('leaves files to the shell, and takes words behind -- for no options', async () => {
		const at = world();
		expect(await wordsFor(at, 'check', 'dec')).toEqual([':files']);
		expect(await wordsFor(at, 'check', '--', '--fo')).toEqual([':files']);
		expect(await wordsFor(at, 'learn', './')).toEqual([':files']);
	});

	it('knows the parts of a command', async () => {
		expect(await wordsFor(world(), 'new', '')).toEqual(['deck', 'unit', 'question', 'help']);
		expect(await wordsFor(world(), 'decks', 'u')).toEqual(['update']);
	});

	it('is printed for three shells, and another name is met with those', async () => {
		const at = world();
		for (const shell of shells) expect((await at.run(['completion', shell])).output).toBe(completionScripts[shell]);
		expect(await at.run(['completion', 'fihs'])).toEqual({
			code: 2,
			output: '',
			errors: 'There is no completion for fihs. Did you mean fish?\n',
		});
	});

	it.each([
		['a unit', ['quiz', 'mastery', 'i'], ['quiz', 'mastery', 'i'], 'idea\n'],
		// As bash divides it.
		['the value of an option', ['check', '--format', '=', 'js'], ['check', '--format=js'], 'json\n'],
		['a severity', ['check', '--rule', 'longest-option', '='], ['check', '--rule', 'longest-option='], 'off\ninfo\nwarning\nerror\n'],
	])('fills in %s in a real bash', async (_what, typed, asked, expected) => {
		const at = world();
		const folder = join(at.folder, 'bin');
		mkdirSync(folder);
		// A stand-in of the program that answers as it would for these words, and only for these.
		const { output } = await at.run(['__complete', '--', ...asked]);
		writeFileSync(join(folder, 'gradus'), `#!/bin/sh\n[ "$*" = '__complete -- ${asked.join(' ')}' ] && cat <<'EOF'\n${output}EOF\n`);
		chmodSync(join(folder, 'gradus'), 0o755);
		const script = `${completionScripts.bash}\nCOMP_WORDS=(gradus ${typed.join(' ')}); COMP_CWORD=${typed.length}; _gradus; printf '%s\\n' "\${COMPREPLY[@]}"`;
		const filled = execFileSync('bash', ['--noprofile', '--norc', '-c', script], {
			env: { PATH: `${folder}:/usr/bin:/bin` },
			encoding: 'utf8',
		});
		expect(filled).toBe(expected);
	});
});
