import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { world } from '../cli/run-program.ts';
import { obeyedIn } from './obeyed.ts';
import { deckSaying, soundFiles, soundUnit, writeFiles } from './strange-deck.ts';
import { printedBy, toldOf, wholeWay } from './whole-way.ts';

const refusedPayloads: readonly (readonly [what: string, payload: string, code: string])[] = [
	['colors', '\x1b[31mred\x1b[0m', 'control-character'],
	['a window title', '\x1b]0;owned\x07', 'control-character'],
	['the clipboard (OSC 52)', '\x1b]52;c;cm0gLXJmIH4=\x07', 'control-character'],
	['a link to a file (OSC 8)', '\x1b]8;;file:///etc/passwd\x1b\\here\x1b]8;;\x1b\\', 'control-character'],
	['cursor moves', '\x1b[2J\x1b[1;1H\x1b[5A\x1b[K', 'control-character'],
	['a device that answers', '\x1b[6n\x1b[c\x1bP$q"p\x1b\\', 'control-character'],
	['a sequence that never ends', '\x1b]0;', 'control-character'],
	['8-bit controls', '\u009b31m\u009d0;owned\u009c\u0090q\u009c\u0085', 'control-character'],
	['backspaces, a bell and DEL', 'a\x08b\x07c\x7f', 'control-character'],
	['a null', 'a\0b', 'control-character'],
	['a carriage return alone', 'shown\rhidden', 'control-character'],
	['an override of direction', '\u202etxet\u202c', 'direction-control'],
	['isolates of direction', '\u2066a\u2067b\u2068c\u2069', 'direction-control'],
	['half of a character', '\\ud800', 'control-character'],
];

/** Nothing but ASCII. */
function escapedInYaml(text: string): string {
	return text.replace(/[^\x20-\x7e]|["\\]/gu, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

describe('what a terminal obeys never gets from a deck to a terminal', () => {
	it.each(refusedPayloads.filter((_, index) => index % 3 === 0))('%s, as they stand in YAML', async (_what, payload, code) => {
		const told = await toldOf(world(), deckSaying(payload.replaceAll('\\', '\\\\').replaceAll('"', '\\"'), payload));
		expect(told).toContain('is refused');
		expect(told).toContain(code);
	});

	it.each(refusedPayloads)('%s, written as escapes of YAML, and as they stand in a text beside it', async (_what, payload, code) => {
		const escaped = payload.startsWith('\\') ? payload : escapedInYaml(payload);
		const told = await toldOf(world(), deckSaying(escaped, payload.startsWith('\\') ? 'Text.' : payload), 'briefly');
		expect(told).toContain('is refused');
		expect(told).toContain(code);
	});

	it.each([
		['character references', '&#27;[31m&#x1b;]0;owned&#7;&#155;31m&#x9b;31m&#8238;&#x202e;&#x2066;&#xd800;&#127;'],
		['marks of direction', 'a\u200eb\u200fc\u061cd'],
		['separators and tags', 'a\u2028b\u2029c\u{e0041}\u{e007f}d'],
		[
			'links with other targets',
			'[here](javascript:alert(1)) [there](file:///etc/passwd) [http://good.example](http://evil.example) ![x](data:text/html,x)',
		],
		['words of the command line', '$(touch owned) `touch owned` ; touch owned | touch owned && touch owned'],
		['words of services', '::error::owned %0a::set-output name=x::y ]]></failure><script>'],
		['a code span that begins with a mark', '`\u0301owned` **\u0301bold**'],
		['letters under a hundred marks', `a${'\u0301\u0489'.repeat(50)}`],
	])('%s, which a deck may hold, are shown as what they are', async (_what, payload) => {
		expect(await toldOf(world(), deckSaying(payload, payload))).toEqual(['can be learned']);
	});

	it('where a terminal follows links, only addresses of the web and of mail become links', async () => {
		const at = world();
		const links =
			'[a](javascript:alert) [b](file:///etc/passwd) [c](vscode://x) [d](https://example.org/%1b%07) [e](https://u:p@example.org)';
		writeFiles(join(at.folder, 'deck'), { ...deckSaying(links, links) });
		const { text } = await printedBy(at, ['read', './deck', 'u'], {
			variables: { HOME: at.folder, FORCE_COLOR: '3', FORCE_HYPERLINK: '1' },
		});
		expect(obeyedIn(text, 'styled')).toBeUndefined();
		expect(
			[...text.matchAll(/\x1b\]8;[^;]*;([^\x07\x1b]*)/gu)]
				.map(([, target = '']) => target)
				.filter((target) => !/^(?:https:\/\/example\.org.*)?$/u.test(target)),
		).toEqual([]);
	});

	it('names of files and folders', async () => {
		const at = world();
		const name = 'de\x1b]0;owned\x07ck\u202e\u009b31m';
		writeFiles(join(at.folder, name), { ...soundFiles, 'stray\x1b[31m\u202e.yaml': 'x: y\n' });
		await wholeWay(at, `./${name}`, 'u');
		writeFiles(join(at.folder, 'broken'), {
			...soundFiles,
			'deck.yaml': 'deck: strange\ntitle: Deck\nunits: ["../\\e[31m\\u202e\\x9b.yaml", unit.yaml]\n',
		});
		await wholeWay(at, './broken', 'u');
	});
});

describe('characters that nobody sees', () => {
	const keyed = (key: string) => ({ ...soundFiles, 'unit.yaml': soundUnit.replace('answer: a', `answer: "${key}"`) });

	it.each(['a\u200bb', '\ufeffab', 'ab\u200b', 'a\\u200bb', 'a\\ufeffb'])('are an error in a key: %j', async (key) => {
		expect(await toldOf(world(), keyed(key))).toEqual(['zero-width', 'is refused']);
	});

	it('are no error where emoji and scripts need them', async () => {
		expect(await toldOf(world(), keyed('👩\u200d👩\u200d👧 می\u200cخواهم'))).toEqual(['can be learned']);
	});

	it('do not make two options of one', async () => {
		const twins = { ...soundFiles, 'unit.yaml': soundUnit.replace('distractors: [b]', 'distractors: ["a\u2060"]') };
		expect(await toldOf(world(), twins)).toContain('is refused');
	});
});
