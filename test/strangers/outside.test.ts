import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { type World, world } from '../cli/run-program.ts';
import { soundFiles, soundUnit, writeFiles } from './strange-deck.ts';
import { textOfAll, wholeWay } from './whole-way.ts';

const secret = 'the-secret-of-somebody-else';

/** A deck, and beside it what is none of its business: as a text, a unit and a pool. */
function beside(at: World, files: Readonly<Record<string, string>>): string {
	const pool = `- {id: p, section: s, stem: ${secret}, explanation: Because., answer: x, distractors: [y]}\n`;
	writeFiles(join(at.folder, 'outside'), {
		'secret.md': `${secret}\n`,
		'unit.yaml': soundUnit.replace('title: Unit', `title: ${secret}`),
		'pool.yaml': pool,
	});
	return writeFiles(join(at.folder, 'deck'), { ...soundFiles, 'text.md': 'Text.\n', ...files });
}

/** The whole way, with the secret in none of what is printed or kept. */
async function expectKept(at: World, codes: readonly string[]): Promise<void> {
	const printed = await wholeWay(at, './deck', 'u');
	const json = printed.find(({ command }) => command.endsWith('--format json'))?.text ?? '';
	for (const code of codes) expect(json).toContain(`"code": "${code}"`);
	for (const { command, text } of printed) expect({ command, text: text.includes(secret) }).toEqual({ command, text: false });
	for (const folder of ['.local', '.cache']) expect(textOfAll(join(at.folder, folder))).not.toContain(secret);
}

const withText = (file: string) => ({ 'unit.yaml': soundUnit.replace('text: Text.', `file: ${JSON.stringify(file)}`) });

describe('nothing outside the folder of a deck is read', () => {
	it.each([
		['../outside/secret.md', 'outside-folder'],
		['texts/../../outside/secret.md', 'outside-folder'],
		['./../deck/../outside/secret.md', 'outside-folder'],
		['..\\outside\\secret.md', 'outside-folder'],
		['/etc/passwd', 'outside-folder'],
		['/proc/self/environ', 'outside-folder'],
		['/dev/zero', 'outside-folder'],
		['file:///etc/passwd', 'outside-folder'],
		['https://example.org/x.md', 'outside-folder'],
		['C:\\secret.md', 'outside-folder'],
		['~/outside/secret.md', 'missing-file'],
		['%2e%2e/outside/secret.md', 'missing-file'],
		['..%2foutside%2fsecret.md', 'missing-file'],
		['$HOME/outside/secret.md', 'missing-file'],
		['text.md\0.png', ''],
		['.', 'not-a-file'],
	])('by the path %s of a text', async (path, code) => {
		const at = world();
		beside(at, withText(path));
		await expectKept(at, code === '' ? [] : [code]);
	});

	it('by an absolute path that leads there, of a text, a unit or a pool', async () => {
		for (const kind of ['text', 'unit', 'pool']) {
			const at = world();
			const path = (file: string) => join(at.folder, 'outside', file);
			beside(at, {
				...(kind === 'text' ? withText(path('secret.md')) : {}),
				...(kind === 'unit' ? { 'deck.yaml': `deck: strange\ntitle: Deck\nunits: [unit.yaml, ${path('unit.yaml')}]\n` } : {}),
				...(kind === 'pool' ? { 'unit.yaml': soundUnit.replace('title: Unit', `title: Unit\npools: ${path('pool.yaml')}`) } : {}),
			});
			await expectKept(at, ['outside-folder']);
		}
	});

	it.each(['text.md', 'unit.yaml', 'deck.yaml'])('by %s, which is a link', async (name) => {
		const at = world();
		const folder = beside(at, withText('text.md'));
		writeFiles(join(at.folder, 'outside'), {
			'text.md': secret,
			'deck.yaml': soundFiles['deck.yaml']?.toString().replace('Deck', secret) ?? '',
		});
		rmSync(join(folder, name));
		symlinkSync(join('..', 'outside', name), join(folder, name));
		await expectKept(at, ['outside-folder']);
	});

	it('by a folder that is a link, or a link to a link', async () => {
		const at = world();
		const folder = beside(at, withText('texts/secret.md'));
		symlinkSync('../outside', join(at.folder, 'first'));
		rmSync(join(at.folder, 'first'));
		symlinkSync(join(at.folder, 'outside'), join(at.folder, 'first'));
		symlinkSync('../first', join(folder, 'texts'));
		await expectKept(at, ['outside-folder']);
	});

	it('by a folder that is a link to the root, of which the deck is a part', async () => {
		const at = world();
		const folder = beside(at, withText('root/etc/passwd'));
		symlinkSync('/', join(folder, 'root'));
		await expectKept(at, ['outside-folder']);
	});

	it('by a link in a circle, which is told', async () => {
		const at = world();
		const folder = beside(at, withText('loop/loop/text.md'));
		symlinkSync('loop', join(folder, 'loop'));
		mkdirSync(join(folder, 'again'));
		symlinkSync('..', join(folder, 'again', 'up'));
		await expectKept(at, ['unreadable-file']);
	});
});
