// Any text where a deck's or a learner's text is shown: made safe, broken into lines, read as Markdown, colored, written as JSON.

import type { Chance } from '../../../src/engine/chance.ts';
import { type Highlight, renderCode, renderCodeSpans } from '../../../src/terminal/code.ts';
import { loadHighlighter } from '../../../src/terminal/highlighter.ts';
import { addressLink, withLinks, wordsLink } from '../../../src/terminal/hyperlink.ts';
import { jsonLine, jsonText } from '../../../src/terminal/json-text.ts';
import { shortened, widthOf, wrap, wrapCode } from '../../../src/terminal/layout.ts';
import { renderMarkdown } from '../../../src/terminal/markdown.ts';
import { plainText } from '../../../src/terminal/plain/plain-text.ts';
import { safe, safeLine } from '../../../src/terminal/safe.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { allViews, type Samples } from '../../terminal/all-views.ts';
import * as samples from '../../terminal/samples.ts';
import { obeyedIn } from '../obeyed.ts';
import { type Area, demand, picked } from './area.ts';
import { hostileText } from './hostile-text.ts';

const plain = createStyle({ colorLevel: 0, unicode: true });
const colored = createStyle({ colorLevel: 3, unicode: true, hyperlinks: true });

const pieces = [
	'# ',
	'- ',
	'1. ',
	'> ',
	'    ',
	'\n',
	'\n\n',
	'```',
	'```js\n',
	'```sh\n',
	'~~~',
	'`',
	'**',
	'*',
	'_',
	'~~',
	'[a](b)',
	'[a](https://example.org)',
	'<https://example.org>',
	'https://example.org/(a)',
	'![a](b)',
	'| a | b |\n',
	'|---|---|\n',
	'<b>',
	'<!--',
	'-->',
	'<br>',
	'&amp;',
	'&#x1b;',
	'&#155;',
	'&#8238;',
	'\\',
	'---\n',
	'word ',
	'a',
	' ',
	'\t',
	'const a = 1;',
	'- [x] ',
	'[^1]',
	'[a]: b\n',
	'(',
	'[',
];

function demandHarmless(written: string, what: string): void {
	const raw = obeyedIn(written, 'styled');
	demand(raw === undefined, `${what} lets through ${raw}`);
}

let highlight: Highlight | undefined;

export const screens: Area = {
	name: 'Markdown and lines',
	share: 150,
	encoding: 'utf16le',
	make: (chance) => ({ about: String(20 + chance.index(70)), text: longer(chance) }),
	async attempt({ about, text }) {
		const width = Number(about);
		const harmless = safe(text);
		demand(obeyedIn(harmless) === undefined, `safe lets through ${obeyedIn(harmless)}`);
		demand(safe(harmless) === harmless, 'safe changes its own result');
		demand(!/[\n\t]/u.test(safeLine(text)), 'safeLine gives more than a line');
		for (const [what, lines] of [
			['wrap', harmless.split('\n').flatMap((line) => wrap(line, width))],
			['wrapCode', wrapCode(safeLine(text), width)],
			['shortened', [shortened(safeLine(text), width, plain)]],
		] as const) {
			demandHarmless(lines.join('\n'), what);
			demandFits(lines, width, what);
		}
		highlight ??= await loadHighlighter(['js', 'sh'], colored);
		for (const style of [plain, colored]) {
			demandHarmless(renderMarkdown(text, { width, style, highlight }), 'Markdown');
			demandHarmless(renderCodeSpans(text, style), 'code spans');
			demandHarmless(renderCode(text, 'js', { width, style, highlight }).join('\n'), 'code');
			demandHarmless(withLinks(harmless, style), 'links in text');
			demandHarmless(addressLink(`https://${text}`, style), 'an address');
			demandHarmless(wordsLink(safeLine(text), text, text, style), 'words over a link');
		}
		demandHarmless(plainText(text, width).join('\n'), 'plain mode');
		for (const write of [jsonLine, jsonText]) {
			const written = write({ [text]: text });
			demandHarmless(written, 'JSON');
			demand(JSON.stringify(JSON.parse(written)) === JSON.stringify({ [text]: text }), 'JSON reads back otherwise');
		}
	},
};

/** Seldom the same many times: what is quick once may be slow a thousand times. */
function longer(chance: Chance): string {
	const text = hostileText(chance, 40, pieces);
	return chance.index(100) === 0 ? text.repeat(100).slice(0, 20_000) : text;
}

function demandFits(lines: readonly string[], width: number, what: string): void {
	const wide = lines.find((line) => widthOf(line) > width);
	demand(wide === undefined, `${what} gives a line of ${widthOf(wide ?? '')} columns where there are ${width}`);
}

/** Fields that hold one of a few fixed words. */
const fixed = new Set(['kind', 'type', 'state', 'severity', 'despite', 'attemptKind', 'outcome', 'familiarity', 'of', 'now', 'verdict']);

function poisoned<T>(value: T, text: string): T {
	return JSON.parse(JSON.stringify(value, (field, each) => (typeof each === 'string' && !fixed.has(field) ? `${text}${each}` : each)));
}

function poisonedSamples(text: string): Samples {
	const { notices, sources, ...rest } = samples;
	const unit = notices.unit.kind === 'unit' ? { unit: { ...poisoned(notices.unit, text), readings: new Set([text]) } } : {};
	return { ...poisoned(rest, text), notices: { ...poisoned(notices, text), ...unit }, sources };
}

const viewNames = Object.keys(allViews(samples));

export const views: Area = {
	name: 'views',
	share: 25,
	encoding: 'utf16le',
	make: (chance) => ({ about: `${20 + chance.index(70)} ${picked(chance, viewNames)}`, text: hostileText(chance, 12, pieces) }),
	attempt({ about, text }) {
		const [width = '', ...name] = about.split(' ');
		const view = allViews(poisonedSamples(text))[name.join(' ')];
		demand(view !== undefined, 'is no view');
		for (const style of [plain, colored]) demandHarmless(view?.(style, Number(width)) ?? '', name.join(' '));
	},
};
