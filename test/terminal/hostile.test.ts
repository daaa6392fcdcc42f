import { describe, expect, it } from 'vitest';

import { createExaminer } from '../../src/terminal/examiner.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { renderDiagnostics } from '../../src/terminal/views/diagnostics.ts';
import { actionText, renderMenuTitle } from '../../src/terminal/views/menu.ts';
import { renderAskAgain } from '../../src/terminal/views/question.ts';
import { allViews, type Samples } from './all-views.ts';
import * as samples from './samples.ts';
import { key, virtualScreen } from './virtual-screen.ts';

/** Escape sequences whole and cut off, 8-bit ones, overrides, separators, a carriage return, a byte order mark, joiners. */
const venom =
	'\x1b]52;c;Zm9v\x07\x1b[2J\x1b[1A\x1b[31mred\x1b[0m\r\u009b31m\x9d0;t\x9c\u202e\u2066\u2028\u061c\x7f\x00\x08\ud800\u{e0041}`\x1b`&#27;[x](http://a\x1b/b)';

/** Fields that hold one of a few fixed words. */
const fixed = new Set(['kind', 'type', 'state', 'severity', 'despite', 'attemptKind', 'outcome', 'familiarity', 'of', 'now', 'verdict']);

/** The same data with venom in every string that an author, a learner or a file system may have written. */
function poisoned<T>(value: T): T {
	return JSON.parse(JSON.stringify(value, (field, each) => (typeof each === 'string' && !fixed.has(field) ? `${venom}${each}` : each)));
}

const { notices, sources, ...rest } = samples;
const unitNotice = notices.unit.kind === 'unit' ? notices.unit : undefined;
const poison: Samples = {
	...poisoned(rest),
	notices: {
		...poisoned(notices),
		...(unitNotice === undefined ? {} : { unit: { ...poisoned(unitNotice), readings: new Set([`${venom}commits`]) } }),
	},
	sources: new Map([...sources].map(([file, text]) => [`${venom}${file}`, venom + text.replaceAll('\n', `${venom}\n`)])),
};

const obeyed = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\u{e0000}-\u{e007f}\p{Cs}]/u;

const plain = createStyle({ colorLevel: 0, unicode: true });
const coloured = createStyle({ colorLevel: 3, unicode: true });

function withoutColours(text: string): string {
	return text.replace(/\x1b\[(?:[1-9]|2[1-9]|3[0-79]|38;5;\d{2,3}|90)m/g, '');
}

describe('hostile text', () => {
	it.each(Object.keys(allViews(samples)))('is harmless in %s', (name) => {
		for (const width of [80, 20]) {
			expect(allViews(poison)[name]?.(plain, width)).not.toMatch(obeyed);
			expect(withoutColours(allViews(poison)[name]?.(coloured, width) ?? '')).not.toMatch(obeyed);
		}
	});

	it('is harmless in diagnostics: message, help, path, source line', () => {
		const text = renderDiagnostics(poison.diagnostics, poison.sources, plain, 60);
		expect(text).toContain('\u2502');
		expect(text).not.toMatch(obeyed);
	});

	it('is harmless in menus and in what is asked again', () => {
		const { deck, snapshots, tried } = poison;
		const texts = [
			actionText({ kind: 'deck', deck: 'git', title: venom, next: { kind: 'start', unit: venom, unitTitle: venom } }, plain),
			actionText({ kind: 'unit', unit: snapshots, standing: tried }, plain),
			actionText({ kind: 'resume', attempt: venom, deck, unit: snapshots, attemptKind: 'quiz', position: 1, asked: 2 }, plain),
			renderMenuTitle({ about: { kind: 'deck-complete', deck }, actions: [{ kind: 'stop' }] }, plain, 60),
			renderAskAgain({ kind: 'ambiguous-number', typed: venom, readings: [venom, venom] }, plain, 60),
			renderAskAgain({ kind: 'other-unit', typed: venom, expected: venom }, plain, 60),
		];
		for (const text of texts) expect(text).not.toMatch(obeyed);
	});

	it('leaves only the cursor movements of our own on the wire in a whole question', async () => {
		const screen = virtualScreen({ columns: 60, rows: 40 });
		const examiner = createExaminer(screen.io);
		const reply = examiner.ask({
			where: poison.where,
			presentation: { ...poison.missed.presentation, code: { language: venom, text: venom } },
			hints: [venom],
			readable: [],
			asides: samples.noAsides,
		});
		await screen.press('i', 'h', 'h', '1', key.enter);
		expect(await reply).toMatchObject({ kind: 'answer' });
		const feedback = examiner.feedback({ ...poison.missed, asides: samples.noAsides });
		await screen.resize(40, 40);
		// Enter turns the pages first.
		await screen.press(...Array.from({ length: 9 }, () => key.enter));
		await feedback;
		const typing = examiner.ask({
			where: poison.where,
			presentation: { type: 'number', stem: venom, unit: venom },
			hints: [],
			readable: [],
			asides: samples.noAsides,
		});
		await screen.send('a\u202e\u0085b');
		await screen.press(key.enter);
		await typing;
		const ours = /\x1b\[(?:\?25[hl]|\?2004[hl]|[0-9]*[ABDGJK]|H)/g;
		expect(screen.raw().replace(ours, '')).not.toMatch(obeyed);
	});
});
