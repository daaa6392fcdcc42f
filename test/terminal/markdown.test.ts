import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fencedLanguages, renderCodeSpans } from '../../src/terminal/code.ts';
import { loadHighlighter } from '../../src/terminal/highlighter.ts';
import { widthOf } from '../../src/terminal/layout.ts';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { plainParagraphs } from '../../src/terminal/plain-paragraphs.ts';
import { createStyle } from '../../src/terminal/style.ts';

const plain = createStyle({ colorLevel: 0, unicode: true });
const coloured = createStyle({ colorLevel: 1, unicode: true });

function rendered(text: string, width = 40, style = plain): string {
	return renderMarkdown(text, { width, style });
}

describe('renderMarkdown', () => {
	it('sets headings, paragraphs and marks', () => {
		expect(
			rendered(
				'# A title\n\nSome *slanted*, **strong** and ~~struck~~ words with `code`,\nwrapped anew.  \nA break.\n\n---\n\nEnd &amp; &#65;&lt;.',
			),
		).toMatchInlineSnapshot(`
			"A title
			───────

			Some _slanted_, *strong* and ~struck~
			words with \`code\`, wrapped anew.
			A break.

			────────────────────────

			End & A<."
		`);
	});

	it('uses colours instead of marks where there are colours', () => {
		const text = rendered('**strong** and `code`', 40, coloured);
		expect(text).toContain('\x1b[1mstrong\x1b[22m');
		expect(text).not.toMatch(/[*`]/);
	});

	it('sets lists: nested, ordered, tasks', () => {
		expect(
			rendered(
				'- one that is long enough to be wrapped around\n  - inner\n    - innermost\n- two\n\n9. nine\n10. ten\n\n- [x] done\n- [ ] open\n\n* loose\n\n* items',
			),
		).toMatchInlineSnapshot(`
			"• one that is long enough to be wrapped
			  around
			  • inner
			    • innermost
			• two

			 9. nine
			10. ten

			◼ done
			◻ open

			• loose

			• items"
		`);
	});

	it('shows an address when it differs from the words, and only of web and mail', () => {
		expect(
			rendered(
				'[docs](https://a.b) <https://c.d> [me](mailto:a@b.c) [bad](javascript:alert(1)) [file](file:///etc/passwd) ![a tree](x.png)',
				80,
			),
		).toMatchInlineSnapshot(`"docs (https://a.b) https://c.d me (mailto:a@b.c) bad file [a tree]"`);
	});

	const table = '| name | meaning | n |\n|---|---|--:|\n| tree | names, modes and ids of blobs and trees | 1 |\n| `blob` | content | 20 |';

	it('fits a table by shrinking and wrapping its columns', () => {
		expect(rendered(table, 80)).toMatchInlineSnapshot(`
			"name   │ meaning                                 │  n
			───────┼─────────────────────────────────────────┼───
			tree   │ names, modes and ids of blobs and trees │  1
			\`blob\` │ content                                 │ 20"
		`);
		expect(rendered(table, 34)).toMatchInlineSnapshot(`
			"name   │ meaning              │  n
			───────┼──────────────────────┼───
			tree   │ names, modes and ids │  1
			       │ of blobs and trees   │

			\`blob\` │ content              │ 20"
		`);
	});

	it('leaves short cells of a table whole, emoji and text from right to left too', () => {
		const small = '| a 👨‍👩‍👧 | b |\n|---|---|\n| 🇩🇪 | עברית |\n| x | y |';
		const lines = rendered(small, 39).split('\n');
		expect(lines.length).toBe(4);
		expect(lines[0]).toContain('a 👨‍👩‍👧');
		expect(lines[2]).toContain('עברית');
	});

	it('stacks a table as records where columns would be too narrow', () => {
		expect(rendered(table, 20)).toMatchInlineSnapshot(`
			"name: tree
			meaning: names,
			  modes and ids of
			  blobs and trees
			n: 1

			name: \`blob\`
			meaning: content
			n: 20"
		`);
	});

	it('sets quotes and code behind a faint rule, code as it is', () => {
		expect(
			rendered(
				'> a quote that goes on for more than one line\n>\n> - with a list\n\n```\nif (x) {\n\treturn "a very long line of code";\n}\n```',
			),
		).toMatchInlineSnapshot(`
			"│ a quote that goes on for more than one
			│ line
			│
			│ • with a list

			  │ if (x) {
			  │     return "a very long line of
			  ↳     code";
			  │ }"
		`);
	});

	it('stacks a table rather than cut its words or squeeze its columns on a narrow screen', () => {
		const wide =
			'| command | what it does | when |\n|---|---|---|\n| `git rebase` | makes new commits on another base | before publishing |';
		expect(rendered(wide, 39)).toMatchInlineSnapshot(`
			"command: \`git rebase\`
			what it does: makes new commits on
			  another base
			when: before publishing"
		`);
		expect(rendered(wide, 60)).toMatchInlineSnapshot(`
			"command      │ what it does              │ when
			─────────────┼───────────────────────────┼──────────────────
			\`git rebase\` │ makes new commits on      │ before publishing
			             │ another base              │"
		`);
	});

	it('breaks a line of a table, or of a text, where <br> stands', () => {
		expect(rendered('| a | b |\n|---|---|\n| one<br>two | 3 |')).toMatchInlineSnapshot(`
			"a   │ b
			────┼──
			one │ 3
			two │"
		`);
		expect(rendered('one<br/>two')).toBe('one\ntwo');
	});

	it('marks headings of every rank without colours, and code that goes on', () => {
		expect(
			rendered('## Second\n\n### Third\n\n```console\n$ git log --oneline --graph --decorate --all\nout\n```', 34),
		).toMatchInlineSnapshot(`
			"Second
			──────

			*Third*

			  │ $ git log --oneline --graph
			  ↳ --decorate --all
			  │ out"
		`);
		const ascii = createStyle({ colorLevel: 0, unicode: false });
		expect(rendered('```diff\n-old line that is too long for this\n+new\n```', 24, ascii)).toMatchInlineSnapshot(`
			"  | -old line that is
			  \\ too long for this
			  | +new"
		`);
	});

	it('says nothing of comments, which are for authors', () => {
		expect(rendered('a <!-- not --> b\n\n<!-- nor\nthis -->\n\nc')).toBe('a  b\n\nc');
	});

	it('sets ideographs without spaces, and text from right to left kept to itself in each line', () => {
		expect(rendered('日本語の文章は空白なしで書かれます。次の文。', 20)).toMatchInlineSnapshot(`
			"日本語の文章は空白な
			しで書かれます。次の
			文。"
		`);
		expect(rendered('שלום עולם 3 git', 9).split('\n')).toEqual(['\u2067שלום\u2069', '\u2067עולם 3\u2069', '\u2067git\u2069']);
	});

	it('shows HTML as the text it is', () => {
		expect(rendered('a <b>bold</b> word\n\n<script>alert(1)</script>')).toMatchInlineSnapshot(`
			"a <b>bold</b> word

			<script>alert(1)</script>"
		`);
	});

	it('stays within 80 columns on a wide screen', () => {
		expect(Math.max(...rendered('word '.repeat(100), 200).split('\n').map(widthOf))).toBeLessThanOrEqual(80);
	});

	it('survives nesting that nobody means', () => {
		expect(rendered(`${'>'.repeat(20_000)} deep`)).toContain('deep');
	});

	const pieces = fc.constantFrom(
		'# ',
		'- ',
		'1. ',
		'> ',
		'| a | b |\n|---|---|\n| 1 | 2 |\n',
		'```js\n',
		'*',
		'**',
		'`',
		'[a](http://b.c)',
		'漢字',
		'word ',
		'\n',
		'\n\n',
		'    ',
		'\x1b[31m',
		'\x9b',
		'\u202e',
		'&#27;',
		'&#x9b;',
		'<br>',
		'😀',
		'averyveryverylongword',
	);

	it('makes no line wider than the width, and lets no control character through, whatever the text', () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 40 }), fc.integer({ min: 20, max: 80 }), (parts, width) => {
				const text = rendered(parts.join(''), width);
				expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
				for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('a text of words and code alone, which is read without the lexer', () => {
	const bits = fc.constantFrom(
		...[
			'Add',
			'word',
			'1',
			' ',
			'  ',
			'\n',
			'\n:-',
			'\n-',
			'\n2.',
			'\n\n',
			'`a*b`',
			'`<i>`',
			'` x`',
			'`|`',
			'`a@b.c`',
			'``',
			'|',
			'. ',
			'אב',
			'`א`',
		],
	);

	it('looks as the lexer would have it', () => {
		const tail = '\n\n**x**';
		const seen = new Set<string>();
		fc.assert(
			fc.property(fc.array(bits, { maxLength: 8 }), fc.integer({ min: 20, max: 60 }), (parts, width) => {
				const text = parts.join('');
				const plainly = plainParagraphs(text);
				fc.pre(plainly !== undefined && plainly.length > 0);
				if (text.includes('`')) seen.add(text);
				// What is bold goes through the lexer, and the text before it with it.
				for (const style of [plain, coloured])
					expect(`${rendered(text, width, style)}\n\n${rendered('**x**', width, style)}`).toBe(rendered(`${text}${tail}`, width, style));
			}),
			{ numRuns: 2_000 },
		);
		expect(seen.size).toBeGreaterThan(100);
	});
});

describe('renderCodeSpans', () => {
	it('touches code spans and nothing else', () => {
		expect(renderCodeSpans('a * b * `c_d`\n__init__ \x1b[2J', plain)).toBe('a * b * `c_d` __init__ ^[[2J');
		expect(renderCodeSpans('`git add`', coloured)).toBe('\x1b[36mgit add\x1b[39m');
	});
});

describe('the highlighter', () => {
	it('colours the languages it was loaded for, and leaves the text as it is', async () => {
		const highlight = await loadHighlighter(['js', 'klingon'], coloured);
		const code = 'const a = "x < y"; // no\n/* two\nlines */';
		const painted = highlight?.(code, 'javascript') ?? '';
		expect(painted).toContain('\x1b[35mconst\x1b[39m');
		expect(painted.replace(/\x1b\[\d+m/g, '')).toBe(code);
		expect(highlight?.(code, 'klingon')).toBeUndefined();
	});

	it('knows the languages of sessions in a shell, with their prompts', async () => {
		const highlight = await loadHighlighter(['console', 'C++', 'toml'], coloured);
		const painted = highlight?.('$ echo "hi" # no\nhi', 'console') ?? '';
		expect(painted.replace(/\x1b\[\d+m/g, '')).toBe('$ echo "hi" # no\nhi');
		expect(painted).toMatch(/^\x1b\[35m\$/);
		expect(highlight?.('int a;', 'c++')).toContain('\x1b[');
		expect(highlight?.('[a]\nb = 1', 'TOML')).toContain('\x1b[');
	});

	it('is not loaded where nothing would be coloured', async () => {
		expect(await loadHighlighter(['js'], plain)).toBeUndefined();
		expect(await loadHighlighter(['klingon', '__proto__', 'toString'], coloured)).toBeUndefined();
	});

	it('closes and opens its colours at each line of a fence', async () => {
		const highlight = await loadHighlighter(fencedLanguages('```JS\n```\n~~~ py\n~~~'), coloured);
		const text = renderMarkdown('```js\n/* two\nlines */\n```', { width: 40, style: coloured, highlight });
		for (const line of text.split('\n')) expect(line).toMatch(/\x1b\[2m.*\x1b\[22m$/);
	});
});

describe('text that is nothing but words', () => {
	it('is set without the parser exactly as with it', () => {
		const words = fc.stringMatching(/^[a-zA-Z0-9 ,.;:!?'"()=+/\n%$-]{0,80}$/u);
		fc.assert(
			fc.property(words, (text) => {
				const style = createStyle({ colorLevel: 0, unicode: true });
				const both = (source: string) => renderMarkdown(source, { width: 30, style });
				const last = both('`x`');
				const parsed = both(`${text}\n\n\`x\``);
				const before = both(text);
				expect(before === '' ? last : `${before}\n\n${last}`).toBe(parsed);
			}),
			{ seed: 20_260_101, numRuns: 3_000 },
		);
	});
});
