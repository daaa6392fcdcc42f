import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { packTar, type TarEntry } from 'modern-tar';
import { describe, expect, it } from 'vitest';

import { type World, world } from '../cli/run-program.ts';
import { obeyedIn } from './obeyed.ts';
import { soundFiles, soundUnit } from './strange-deck.ts';
import { type Printed, printedBy, textOfAll, writtenIn } from './whole-way.ts';

function fileEntry(name: string, body: string | Uint8Array): TarEntry {
	return { header: { name, size: Buffer.byteLength(body), type: 'file' }, body };
}

const sound = Object.entries(soundFiles).map(([name, body]) => fileEntry(`top/${name}`, body));
const withText = [
	...sound.filter(({ header }) => header.name !== 'top/unit.yaml'),
	fileEntry('top/unit.yaml', soundUnit.replace('text: Text.', 'file: texts/text.md')),
];

/** Adds the archive, and demands that nothing but decks is written, and nothing printed that a terminal obeys. */
async function adding(at: World, bytes: Uint8Array): Promise<Printed> {
	writeFileSync(join(at.folder, 'strange.tar.gz'), bytes);
	const printed = await printedBy(at, ['decks', 'add', 'strange.tar.gz'], { packageFolder: join(at.folder, 'no-package') });
	expect(obeyedIn(printed.text)).toBeUndefined();
	expect(printed.text).not.toContain('a fault of its own');
	expect(printed.text).not.toContain('root:');
	const written = writtenIn(at).filter((file) => !file.startsWith('.cache/'));
	const allowed =
		printed.code === 0
			? [
					'.local/share/gradus/decks/strange/.origin.json',
					'.local/share/gradus/decks/strange/deck.yaml',
					'.local/share/gradus/decks/strange/unit.yaml',
				]
			: [];
	expect(written.filter((file) => !file.startsWith('.local/share/gradus/decks/strange/texts/'))).toEqual([...allowed, 'strange.tar.gz']);
	return printed;
}

async function packed(entries: readonly TarEntry[]): Promise<Uint8Array> {
	return gzipSync(await packTar(entries));
}

describe('an archive from a stranger', () => {
	it.each([
		'../evil.yaml',
		'top/../../evil.yaml',
		'../../../../../../tmp/evil.yaml',
		'/tmp/evil.yaml',
		'//tmp/evil.yaml',
		'C:\\evil.yaml',
		'C:evil.yaml',
		'..\\evil.yaml',
		'top\\..\\..\\evil.yaml',
		'\\\\server\\share\\evil.yaml',
		'file:///tmp/evil.yaml',
		'./../evil.yaml',
		'../\x1b]0;owned\x07\u202e\u009b31m',
	])('is refused whole where a path leads out: %j', async (name) => {
		const printed = await adding(world(), await packed([...sound, fileEntry(name, 'evil')]));
		expect(printed).toMatchObject({ code: 4, text: expect.stringContaining('would land outside its folder') });
	});

	it.each([
		['symlink', '/etc/passwd'],
		['symlink', '../../../etc/passwd'],
		['symlink', 'unit.yaml'],
		['link', '/etc/passwd'],
		['link', 'top/unit.yaml'],
	] as const)('brings in nothing by a %s to %s', async (type, linkname) => {
		const printed = await adding(world(), await packed([...withText, { header: { name: 'top/texts/text.md', size: 0, type, linkname } }]));
		expect(printed).toMatchObject({ code: 4, text: expect.stringContaining('it is a link') });
	});

	it('writes nothing through a link to a folder that comes before its files', async () => {
		const at = world();
		const link: TarEntry = { header: { name: 'top/texts', size: 0, type: 'symlink', linkname: at.folder } };
		const printed = await adding(at, await packed([link, ...withText, fileEntry('top/texts/text.md', 'Text.\n')]));
		expect(writtenIn(at)).not.toContain('text.md');
		expect(printed.code).toBe(0);
	});

	it.each(['character-device', 'block-device', 'fifo'] as const)('brings in no %s', async (type) => {
		const printed = await adding(world(), await packed([...withText, { header: { name: 'top/texts/text.md', size: 0, type } }]));
		expect(printed).toMatchObject({ code: 4, text: expect.stringContaining('missing-file') });
	});

	it('of very many files is refused', async () => {
		const many = Array.from({ length: 10_001 }, (_, n) => fileEntry(`top/${n}`, ''));
		expect(await adding(world(), await packed([...sound, ...many]))).toMatchObject({
			code: 4,
			text: expect.stringContaining('is too large for a deck'),
		});
	});

	it('is looked at no further than to the last file that it may hold', async () => {
		const [header] = splitBlocks(await packTar([fileEntry('x', '')]));
		const bytes = Buffer.concat([...Array<Uint8Array>(10_001).fill(header ?? new Uint8Array()), Buffer.alloc(512, 'damaged')]);
		expect(await adding(world(), gzipSync(bytes))).toMatchObject({
			code: 4,
			text: expect.stringContaining('is too large for a deck'),
		});
	});

	it('of as many empty files as unpack to 190 MB is refused', async () => {
		const [header] = splitBlocks(await packTar([fileEntry('x', '')]));
		const bytes = Buffer.concat([...Array<Uint8Array>(370_000).fill(header ?? new Uint8Array()), Buffer.alloc(1_024)]);
		expect(await adding(world(), gzipSync(bytes, { level: 1 }))).toMatchObject({
			code: 4,
			text: expect.stringContaining('is too large for a deck'),
		});
	});

	it('that unpacks to a thousand times its size is refused, by one file or by all together', async () => {
		const bomb = gzipSync(Buffer.alloc(201_000_000));
		expect(bomb.length).toBeLessThan(201_000);
		expect(await adding(world(), bomb)).toMatchObject({ code: 4, text: expect.stringContaining('is too large for a deck') });
		const parts = Buffer.concat(Array<Uint8Array>(21).fill(gzipSync(Buffer.alloc(10_000_000))));
		expect(await adding(world(), parts)).toMatchObject({ code: 4, text: expect.stringContaining('is too large for a deck') });
		const inside = await packed([...withText, fileEntry('top/texts/text.md', Buffer.alloc(100_000_000, 0x20))]);
		expect(await adding(world(), inside)).toMatchObject({ code: 4, text: expect.stringContaining('file-too-large') });
	});

	it('whose sizes lie, or that is cut or changed anywhere, is refused or is a sound deck', async () => {
		const tar = await packTar([...withText, fileEntry('top/texts/text.md', 'Text.\n')]);
		for (const [at, digits] of [
			[124, '77777777777'],
			[124, '00000000000'],
			[124, '-0000000001'],
			[124, '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff'],
		] as const) {
			const changed = Buffer.from(tar);
			changed.write(digits, at, 'latin1');
			changed.write(checksumOf(changed), 148, 'latin1');
			expect((await adding(world(), gzipSync(changed))).code).toBe(4);
		}
		for (let cut = 1; cut < tar.length; cut += 397) {
			const { code } = await adding(world(), gzipSync(tar.subarray(0, cut)));
			expect([0, 4]).toContain(code);
		}
	});

	it('that has a file twice, an id like a path, or nothing in it', async () => {
		const twice = await adding(
			world(),
			await packed([...sound, fileEntry('top/unit.yaml', soundUnit.replace('title: Unit', 'title: Other'))]),
		);
		expect(twice.code).toBe(0);
		const named = await adding(
			world(),
			await packed(
				sound.map((entry) =>
					entry.header.name === 'top/deck.yaml' ? fileEntry('top/deck.yaml', 'deck: ../../evil\ntitle: Deck\nunits: [unit.yaml]\n') : entry,
				),
			),
		);
		expect(named).toMatchObject({ code: 4, text: expect.stringContaining('id-form') });
		expect((await adding(world(), await packed([]))).code).toBe(4);
	});

	it('that brings hidden files, programs and other decks brings in the files of its deck alone', async () => {
		const at = world();
		const others = ['top/.git/hooks/post-checkout', 'top/.gitattributes', 'top/run.sh', 'top/node_modules/x/index.js', 'top/.origin.json'];
		expect((await adding(at, await packed([...sound, ...others.map((name) => fileEntry(name, 'evil'))]))).code).toBe(0);
		expect(textOfAll(join(at.folder, '.local'))).not.toContain('evil');
	});
});

function splitBlocks(tar: Uint8Array): readonly Uint8Array[] {
	return Array.from({ length: tar.length / 512 }, (_, index) => tar.subarray(index * 512, index * 512 + 512));
}

/** Of the first header: the sum of its bytes, its own field taken as spaces. */
function checksumOf(tar: Uint8Array): string {
	const sum = tar.subarray(0, 512).reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
	return `${sum.toString(8).padStart(6, '0')}\0 `;
}
