import { describe, expect, it } from 'vitest';

import { addressLink, targetOf, withLinks } from '../../src/terminal/hyperlink.ts';
import { pad, widthOf, wrap } from '../../src/terminal/layout.ts';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { createStyle } from '../../src/terminal/style.ts';

const linking = createStyle({ colorLevel: 2, unicode: true, hyperlinks: true });
const plain = createStyle({ colorLevel: 0, unicode: true });

/** Each link as `[words](target)`, everything else without its colours. */
function links(text: string): string {
	return text.replace(/\x1b\]8;id=gradus;([^\x1b]+)\x1b\\(.*?)\x1b\]8;;\x1b\\/gs, '[$2]($1)').replace(/\x1b\[[\d;]*m/g, '');
}

describe('a target', () => {
	it.each([
		['https://a.b/c?d=e#f', 'https://a.b/c?d=e#f'],
		['HTTP://A.B', 'http://a.b/'],
		['mailto:a@b.c', 'mailto:a@b.c'],
		['https://münchen.de/straße', 'https://xn--mnchen-3ya.de/stra%C3%9Fe'],
		['https://a.b/x"y', 'https://a.b/x%22y'],
	])('%s is %s', (address, target) => {
		expect(targetOf(address)).toBe(target);
	});

	it.each([
		'javascript:alert(1)',
		'file:///etc/passwd',
		'ftp://a.b',
		'https://a.b/\x1b]8;;',
		'https://a.b/\x07',
		'https://a b',
		'https://github.com@evil.example/',
		'https://',
		`https://a.b/${'x'.repeat(3_000)}`,
	])('%j is none', (address) => {
		expect(targetOf(address)).toBeUndefined();
	});
});

describe('links in Markdown', () => {
	const rendered = (text: string, width = 200) => links(renderMarkdown(text, { width, style: linking }));

	it('can be followed from their words and from their address, which stands beside them', () => {
		expect(rendered('[docs](https://a.b/x), <https://c.d/y>, <a@b.c>')).toBe(
			'[docs](https://a.b/x) ([https://a.b/x](https://a.b/x)), [https://c.d/y](https://c.d/y), [a@b.c](mailto:a@b.c)',
		);
	});

	it('cannot be followed from words that look like another address', () => {
		for (const words of ['https://good.example', 'www.good.example', 'good.example', 'me@good.example'])
			expect(rendered(`[${words}](https://evil.example/)`)).toBe(`${words} ([https://evil.example/](https://evil.example/))`);
	});

	it('name a host with letters of other scripts as it is looked up', () => {
		expect(rendered('<https://аpple.com/x>')).toBe('[https://xn--pple-43d.com/x](https://xn--pple-43d.com/x)');
	});

	it('are left alone where they are not of web and mail', () => {
		expect(rendered('[run](javascript:alert) [read](file:///etc/passwd)')).toBe('run read');
	});

	it('are only text where the terminal has no links', () => {
		const text = renderMarkdown('[docs](https://a.b)', { width: 40, style: createStyle({ colorLevel: 2, unicode: true }) });
		expect(text).not.toContain('\x1b]8');
		expect(renderMarkdown('[docs](https://a.b)', { width: 40, style: plain })).toBe('docs (https://a.b)');
	});
});

describe('links in plain text', () => {
	it('are found, without what ends the sentence', () => {
		expect(links(withLinks('See https://a.b/c, or (https://d.e/f). And https://g.h/i_(j)!', linking))).toBe(
			'See [https://a.b/c](https://a.b/c), or ([https://d.e/f](https://d.e/f)). And [https://g.h/i_(j)](https://g.h/i_(j))!',
		);
		expect(withLinks('See https://a.b/c.', plain)).toBe('See https://a.b/c.');
	});
});

describe('a link in a line', () => {
	const link = addressLink('https://example.org/a/long/path', linking);

	it('is as wide as its words', () => {
		expect(widthOf(link)).toBe(31);
		expect(widthOf(pad(link, 40))).toBe(40);
	});

	it('ends with each line it is broken into and begins again with the next, as one link', () => {
		const lines = wrap(link, 12);
		expect(lines.map(widthOf)).toEqual([12, 12, 7]);
		for (const line of lines) expect(links(line)).toMatch(/^\[[^\]]+\]\(https:\/\/example\.org\/a\/long\/path\)$/);
	});
});
