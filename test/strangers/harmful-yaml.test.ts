import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { type World, world } from '../cli/run-program.ts';
import { type Files, soundFiles, soundUnit, writeFiles } from './strange-deck.ts';
import { printedBy, toldOf, wholeWay, writtenIn } from './whole-way.ts';

const withUnit = (unit: string): Files => ({ ...soundFiles, 'unit.yaml': unit });
const withQuestion = (question: string): Files => withUnit(`${soundUnit}  - ${question}\n`);

const laughs = Array.from({ length: 9 }, (_, level) => {
	const nine = (item: string) => Array(9).fill(item).join(', ');
	return `l${level}: &l${level} [${nine(level === 0 ? 'ha' : `*l${level - 1}`)}]\n`;
}).join('');

describe('what is made to use up time or memory is refused, and soon', () => {
	it.each([
		['aliases of aliases (a billion laughs)', withUnit(soundUnit + laughs), 'yaml-limit'],
		['aliases of aliases in deck.yaml', { ...soundFiles, 'deck.yaml': `${soundFiles['deck.yaml']}${laughs}` }, 'yaml-limit'],
		['an alias of itself', withUnit(`${soundUnit}resources: &a [*a]\n`), 'yaml-alias'],
		['a hundred thousand lists in lists', withUnit('['.repeat(100_000)), 'yaml-limit'],
		['a hundred thousand maps in maps', withUnit('{a: '.repeat(100_000)), 'yaml-limit'],
		['a thousand levels of indentation', withUnit(Array.from({ length: 1_000 }, (_, n) => `${' '.repeat(n)}a:\n`).join('')), 'yaml-limit'],
		[
			'quotations in quotations in a text',
			{ ...withUnit(soundUnit.replace('text: Text.', 'file: text.md')), 'text.md': '> '.repeat(50_000) },
			'',
		],
		['lists in lists in a text', { ...withUnit(soundUnit.replace('text: Text.', 'file: text.md')), 'text.md': '- '.repeat(50_000) }, ''],
		[
			'a thousand lists in lists in a text, each deeper than the one before',
			{
				...withUnit(soundUnit.replace('text: Text.', 'file: text.md')),
				'text.md': Array.from({ length: 1_000 }, (_, n) => `${'  '.repeat(n)}- a\n`).join(''),
			},
			'',
		],
		[
			'brackets in brackets in a text',
			{ ...withUnit(soundUnit.replace('text: Text.', 'file: text.md')), 'text.md': '['.repeat(50_000) },
			'',
		],
	])('%s', async (_what, files, code) => {
		expect(await toldOf(world(), files)).toEqual(code === '' ? ['can be learned'] : [code, 'is refused']);
	});

	it.each([' ', '_a_', '*a ', '[a]['])('a hundred thousand characters of %j in a text', async (piece) => {
		const text = `a${piece.repeat(100_000 / piece.length)}b\n`;
		const files = { ...withUnit(soundUnit.replace('text: Text.', 'file: text.md')), 'text.md': text };
		expect(await toldOf(world(), files)).toEqual(['can be learned']);
	});

	it.each(['deck.yaml', 'unit.yaml', 'text.md'])(
		'a %s of 100 MB, and one of a terabyte, of which nobody could read the whole',
		async (name) => {
			for (const size of [100_000_000, 1_000_000_000_000]) {
				const at = world();
				const folder = join(at.folder, 'deck');
				writeFiles(folder, { ...withUnit(soundUnit.replace('text: Text.', 'file: text.md')), 'text.md': 'Text.\n' });
				truncateSync(join(folder, name), size);
				const printed = await wholeWay(at, './deck', 'u');
				expect(printed[0]).toMatchObject({ code: 1, text: expect.stringContaining(`(${size.toLocaleString('en')} bytes)`) });
			}
		},
		30_000,
	);

	it('a pattern that takes others exponentially long, at an answer made for it', async () => {
		for (const pattern of ['(a+)+$', '(a|a)*$', '(a|aa)+$', '(.*a){20}$', '([a-z]+)*\\\\d$']) {
			const at = world();
			const files = withUnit(
				soundUnit.replace(
					/questions:[\s\S]*/u,
					`questions:\n  - {id: q, type: text, section: s, stem: Which?, explanation: Because., answer: ${'a'.repeat(20)}${pattern.endsWith('d$') ? '1' : ''}, pattern: "${pattern}"}\n`,
				),
			);
			writeFiles(join(at.folder, 'deck'), files);
			const answer = `${'a'.repeat(20_000)}!`;
			const { text } = await printedBy(at, ['--plain', 'quiz', './deck', 'u'], {}, [answer, answer.slice(0, 999).concat('!'), ':d', '']);
			expect([pattern, text]).toEqual([pattern, expect.stringMatching(/not right|missed|was longer|too long|at most/iu)]);
		}
	});

	it('a pattern that repeats repetitions', async () => {
		expect(
			await toldOf(
				world(),
				withQuestion("{id: p, type: text, section: s, stem: Which?, explanation: Because., answer: a, pattern: '((a{1000}){1000}){1000}'}"),
			),
		).toEqual(['pattern-syntax', 'is refused']);
	});
});

describe('values without end', () => {
	const template = (vars: string, stem = 'What is {a}?', rest = '') =>
		withQuestion(`{id: v, type: number, section: s, vars: {${vars}}, stem: "${stem}", answer: "= a", explanation: Because.${rest}}`);
	const wide = '{int: [1, 999999999999999]}';

	it.each([
		[
			'more combinations than can be counted',
			template(`a: ${wide}, ${Array.from({ length: 8 }, (_, n) => `b${n}: ${wide}`).join(', ')}`),
			'',
		],
		['conditions that are never met', template(`a: ${wide}`, 'What is {a}?', ', where: a * 2 == 7'), 'no-values'],
		['conditions that are nearly never met', template(`a: ${wide}`, 'What is {a}?', ', where: a == 123456'), 'no-values'],
		[
			'a text that grows with each step',
			template(`a: {int: [1, 9]}, t: "= repeat('x', 1000)", u: "= concat(t, t)"`, 'What is {a}{u}?'),
			'no-values',
		],
		['a repetition of a million', template(`a: {int: [1, 9]}, t: "= repeat('x', 1000000)"`), 'no-values'],
		['powers of powers', template('a: {int: [1, 9]}, b: "= 9 ^ 9 ^ 9 ^ 9"'), 'no-values'],
		['a formula of brackets', template(`a: {int: [1, 9]}, b: "= ${'('.repeat(200)}1${')'.repeat(200)}"`), 'formula'],
		['ten thousand values', template(`a: {pick: [${Array.from({ length: 10_000 }, (_, n) => n).join(', ')}]}`), ''],
	])('%s', async (_what, files, code) => {
		expect(await toldOf(world(), files)).toEqual(code === '' ? ['can be learned'] : [code, 'is refused']);
	});
});

describe('words that objects and YAML know', () => {
	it.each(['__proto__', 'constructor', 'prototype'])(
		'%s as a key changes no object, wherever it stands',
		async (key) => {
			const entry = `${key}: {polluted: yes}`;
			const question = (more: string) => `{id: p, section: s, stem: Which?, explanation: Because., ${more}}`;
			const places: readonly Files[] = [
				{ ...soundFiles, 'deck.yaml': `${soundFiles['deck.yaml']}${entry}\n` },
				{ ...soundFiles, 'deck.yaml': `${soundFiles['deck.yaml']}check: {${entry}}\n` },
				withUnit(`${soundUnit}  - ${question(`answer: a, distractors: [b], ${entry}`)}\n${entry}\n`),
				withUnit(soundUnit.replace('text: Text.', `text: Text., ${entry}`)),
				withQuestion(question(`type: cloze, blanks: {${entry}}`)),
				withQuestion(question(`type: number, vars: {${entry}, a: {int: [1, 9]}}, answer: 1`)),
				withQuestion(question(`type: match, pairs: [[a, b], {${entry}}]`)),
				withUnit(`${soundUnit}<<: {${entry}}\n`),
			];
			const at = world();
			for (const [place, files] of places.entries()) {
				const folder = `deck-${place}`;
				writeFiles(join(at.folder, folder), files);
				for (const argv of [
					['check', folder],
					['check', folder, '--format', 'json'],
					['map', `./${folder}`],
				]) {
					const { text, code } = await printedBy(at, argv);
					expect([argv, code, text]).toEqual([argv, expect.any(Number), expect.not.stringContaining('a fault of its own')]);
				}
				expect('polluted' in Object.prototype || 'polluted' in Object || 'polluted' in Function.prototype).toBe(false);
			}
			expect(await toldOf(world(), places[2] ?? {}, 'briefly')).toEqual([
				key === '__proto__' ? 'forbidden-key' : 'unknown-key',
				'is refused',
			]);
		},
		60_000,
	);

	it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('%s as a text is a text', async (word) => {
		const files = withUnit(soundUnit.replaceAll(/: (?:Unit|Section|Say it|Which\?|Because\.|a|c)(?=[,\n])/gu, `: ${word}`));
		expect(await toldOf(world(), files)).toContain('can be learned');
	});

	it.each(['constructor', 'prototype'])('%s as an id is an id', async (word) => {
		const files = {
			'deck.yaml': soundFiles['deck.yaml'] ?? '',
			'unit.yaml': soundUnit.replaceAll(/(id|section): (?:s|q)(?=,)/gu, `$1: ${word}`),
		};
		expect(await toldOf(world(), files)).toEqual(['can be learned']);
	});

	it.each([
		'!!js/function "function(){ process.exit(7) }"',
		'!!python/object/apply:os.system ["touch owned"]',
		'!ruby/object:Gem x',
		'!foo bar',
		'!!binary Zm9v',
		'!<tag:evil.example,2026:x> y',
		'!!set {a, b}',
	])('a tag makes nothing: %s', async (tagged) => {
		expect(await toldOf(world(), withUnit(`${soundUnit}resources: [{title: ${tagged}, text: Text}]\n`))).toContain('is refused');
	});
});

describe('names that look like something else', () => {
	const withIds = (id: string): Files => ({
		'deck.yaml': soundFiles['deck.yaml']?.toString().replace('strange', JSON.stringify(id)) ?? '',
		'unit.yaml': soundUnit
			.replace('id: s,', `id: ${JSON.stringify(id)},`)
			.replaceAll('section: s', `section: ${JSON.stringify(id)}`)
			.replace('id: q,', `id: ${JSON.stringify(id)},`),
	});

	it.each([
		'../x',
		'..',
		'.',
		'/etc',
		'a/b',
		'a\\b',
		'--help',
		'-rf',
		'-',
		'NUL',
		'CON',
		'C:x',
		'a b',
		'a#b',
		'.hidden',
		'~',
		'x'.repeat(300),
	])('the id %s is refused', async (id) => {
		expect(await toldOf(world(), withIds(id), 'briefly')).toEqual(['id-form', 'is refused']);
	});

	it.each(['con', 'nul', 'aux', 'learn', 'check', 'help', 'last', 'decks', 'list', 'true', 'null', '0', '1e5', 'x'.repeat(64)])(
		'a deck, a section and a question called %s are reached by that name',
		async (id) => {
			const at = world();
			expect(await toldOf(at, withIds(id), 'briefly')).toContain('can be learned');
			const packageFolder = join(at.folder, 'no-package');
			for (const argv of [
				['map', id],
				['read', id, `u#${id}`],
				['history', id],
				['decks', 'update', id],
				['decks', 'remove', id],
			]) {
				expect(await printedBy(at, argv, { packageFolder })).toMatchObject({ code: 0 });
			}
			expect(await printedBy(at, ['map', id], { packageFolder })).toMatchObject({
				code: 2,
				text: expect.stringContaining('no deck called'),
			});
		},
	);

	it('a name on the command line reaches no folder beside those of decks', async () => {
		const at: World = world();
		writeFiles(join(at.folder, '.local/share/gradus'), { 'notes/deck.yaml': 'mine', 'decks/.hidden/deck.yaml': 'mine' });
		mkdirSync(join(at.folder, 'away'));
		for (const id of ['..', '.', '', '../notes', '../../../away', '.hidden', '/', at.folder]) {
			for (const command of ['remove', 'update']) {
				const printed = await printedBy(at, ['decks', command, '--', id]);
				expect(printed).toMatchObject({
					code: expect.toSatisfy((code: number) => code === 2 || code === 3 || (code === 0 && command === 'update')),
				});
			}
		}
		expect(writtenIn(at).filter((file) => !file.startsWith('.cache/'))).toEqual([
			'.local/share/gradus/decks/.hidden/deck.yaml',
			'.local/share/gradus/notes/deck.yaml',
		]);
	});
});
