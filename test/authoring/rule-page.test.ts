import { marked, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import { type Example, inDeck } from '../../src/authoring/example.ts';
import { type Rule, readingRule } from '../../src/authoring/rule.ts';
import { pageOf, rulesDocument } from '../../src/authoring/rule-page.ts';
import { rules } from '../../src/authoring/rules/index.ts';
import { longestOption } from '../../src/authoring/rules/item-writing/longest-option.ts';
import { findCharacterFaults } from '../../src/deck/yaml/characters.ts';
import { openExample } from './example-folder.ts';

const deck = 'deck: git\n';

const reading = readingRule({
	code: 'missing-file',
	family: 'files',
	summary: 'A file that is not there',
	why: 'It would be missing.',
	good: [inDeck({ 'deck.yaml': deck })],
	bad: [{ ...inDeck({ 'deck.yaml': deck, 'a.md': '```sh\ngit log\n```\n' }), says: 'deck.yaml: error: Missing file [missing-file]' }],
});

const change: Rule = {
	scope: 'change',
	code: 'removed-question',
	family: 'changes',
	severity: 'warning',
	summary: 'A question that is gone',
	why: 'History hangs on it.',
	good: [],
	bad: [{ ...inDeck({ 'deck.yaml': 'deck: new\n' }), before: inDeck({ 'deck.yaml': 'deck: old\n' }), says: 'gone' }],
	check: () => [],
};

describe('the page of a rule', () => {
	it('has heading, standing, reason, examples by name and the exact output, in fences that hold', () => {
		expect(pageOf(reading)).toMatchInlineSnapshot(`
			"## \`missing-file\`

			A file that is not there.

			*Files*: error; learners are refused a deck with it; cannot be changed or silenced.

			It would be missing.

			Good:

			\`\`\`yaml
			deck: git
			\`\`\`

			Bad:

			\`deck.yaml\`:

			\`\`\`yaml
			deck: git
			\`\`\`

			\`a.md\`:

			\`\`\`\`text
			\`\`\`sh
			git log
			\`\`\`
			\`\`\`\`

			Told:

			\`\`\`text
			deck.yaml: error: Missing file [missing-file]
			\`\`\`
			"
		`);
	});

	it('shows the version before first', () => {
		expect(pageOf(change)).toMatchInlineSnapshot(`
			"## \`removed-question\`

			A question that is gone.

			*Changes*: warning; looks at two versions of a deck, with \`--against\`; can be changed and silenced.

			History hangs on it.

			Bad:

			Before:

			\`\`\`yaml
			deck: old
			\`\`\`

			After:

			\`\`\`yaml
			deck: new
			\`\`\`

			Told:

			\`\`\`text
			gone
			\`\`\`
			"
		`);
	});

	it('shows short forms, and no character that cannot be seen', () => {
		const page = pageOf({
			...reading,
			good: [inDeck({ 'deck.yaml': { text: `${deck}${'x'.repeat(500)}`, shown: 'deck: short\n' } })],
			bad: [{ ...inDeck({ 'a.yaml': { problem: 'too-large', detail: '9', shown: 'too much' } }), says: 'a\u200bb\u202e\u202ec\u0007' }],
		});
		expect(codesIn(page)).toEqual(['deck: short', 'too much', 'a<U+200B>b<U+202E><U+202E>c<U+0007>']);
	});

	it.each(rules)('of $code can be taken apart into its examples again', (rule) => {
		const shown = [...rule.good.flatMap(shownIn), ...rule.bad.flatMap((example) => [...shownIn(example), example.says])];
		expect(codesIn(pageOf(rule)).map(plain)).toEqual(shown.map(plain));
		expect(findCharacterFaults(pageOf(rule))).toEqual([]);
	});

	it.each([
		['unknown-key', 'error; learners are refused a deck with it; cannot be changed or silenced'],
		['unlisted-file', 'warning; told while files are read; can be changed'],
		['zero-width', 'warning; told while files are read; can be changed and silenced'],
		['unused-silencer', 'warning; looks at settings and comments for `gradus check`; can be changed'],
		['longest-option', 'warning; looks at each question without a fault; can be changed and silenced'],
		['section-without-questions', 'warning; looks at each unit without a fault; can be changed and silenced'],
	])('of %s says: %s', (code, standing) => {
		expect(
			rules
				.filter((rule) => rule.code === code)
				.map(pageOf)
				.join(''),
		).toContain(`*: ${standing}.\n`);
	});
});

describe('the document of the rules', () => {
	const document = rulesDocument();

	it('lists every rule once, in the order of its pages, with a link to its page', () => {
		const rows = [...document.matchAll(/^\| \[`([^`]+)`\]\(#([^)]+)\) \| (error|warning|info) \|/gmu)];
		const pages = [...document.matchAll(/^## `([^`]+)`$/gmu)];
		expect(rows.map(([, code, link, severity]) => ({ code, link, severity }))).toEqual(
			rules.map(({ code, severity }) => ({ code, link: code, severity })),
		);
		expect(pages.map(([, code]) => code)).toEqual(rules.map(({ code }) => code));
	});

	it('holds every page whole', () => {
		expect(rules.filter((rule) => !document.includes(pageOf(rule))).map(({ code }) => code)).toEqual([]);
	});

	it('shows a problem as it is told', () => {
		expect(codesIn(document)[0]).toContain('Did you mean `stem`?');
	});

	it('names only rules that exist', () => {
		const introduction = document.slice(0, document.indexOf('## The rules'));
		const [settings = ''] = codesIn(introduction).filter((code) => code.startsWith('check:'));
		const named = [
			...[...introduction.matchAll(/(?:explain|gradus-ignore|--rule) ([a-z-]+)/gu)].map(([, code]) => code),
			...[...settings.matchAll(/^ {2}([a-z-]+):/gmu)].map(([, code]) => code),
		];
		expect(named.length).toBeGreaterThan(4);
		expect(named.filter((code) => !rules.some((rule) => rule.code === code))).toEqual([]);
	});

	it('shows settings that are accepted, and a comment that silences', () => {
		const blocks = codesIn(document);
		const settings = blocks.find((code) => code.startsWith('check:')) ?? '';
		const [comment = ''] = (blocks.find((code) => code.startsWith('# gradus-ignore')) ?? '').split('\n');
		const [{ files } = inDeck({})] = longestOption.bad;
		const questions = String(files['questions.yaml']);
		const told = checkDeck(openExample({ files, shown: [] })).diagnostics.map(({ code }) => code);
		expect(told).toContain('longest-option');
		const set = checkDeck(openExample({ files: { ...files, 'deck.yaml': `${files['deck.yaml']}${settings}\n` }, shown: [] })).diagnostics;
		expect(set.map(({ code }) => code)).toEqual(told.filter((code) => code !== 'longest-option'));
		expect(set.filter(({ code }) => code === 'section-without-questions').map(({ severity }) => severity)).toEqual(['error']);
		const silenced = checkDeck(openExample({ files: { ...files, 'questions.yaml': `${comment}\n${questions}` }, shown: [] }));
		expect(silenced.diagnostics.map(({ code }) => code)).toEqual(told.filter((code) => code !== 'longest-option'));
		expect(silenced.silenced).toBe(1);
	});
});

function shownIn({ files, shown, before }: Example): readonly string[] {
	const own = shown.flatMap((file) => {
		const content = files[file];
		return content === undefined ? [] : [typeof content === 'string' ? content : content.shown];
	});
	return before === undefined ? own : [...shownIn(before), ...own];
}

/** The contents of all blocks of code, as a reader of Markdown finds them. */
function codesIn(markdown: string): readonly string[] {
	return marked
		.lexer(markdown)
		.filter((token): token is Tokens.Code => token.type === 'code')
		.map(({ text }) => text);
}

/** Without what a page may change: the last line break, and characters that cannot be seen. */
function plain(text: string): string {
	return text.replace(/\n$/u, '').replaceAll(/<U\+200B>|\u200b/gu, '_');
}
