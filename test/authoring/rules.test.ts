import { readdirSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import type { Example } from '../../src/authoring/example.ts';
import type { Rule } from '../../src/authoring/rule.ts';
import { rules } from '../../src/authoring/rules/index.ts';
import { severities } from '../../src/deck/diagnostics/diagnostic-codes.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { renderDiagnostic } from '../../src/terminal/views/diagnostics.ts';
import { openExample } from './example-folder.ts';

const folder = path.join(import.meta.dirname, '../../src/authoring/rules');

/** What one rule says of an example, as on a terminal of 100 columns without colour; and the other errors, which an example should not have. */
function saidOf(rule: Rule, example: Example): { readonly said: string; readonly otherErrors: readonly string[] } {
	const before = example.before === undefined ? undefined : loadDeck(openExample(example.before)).deck;
	const { diagnostics, sources } = checkDeck(openExample(example), before === undefined ? {} : { before });
	const style = createStyle({ colorLevel: 0, unicode: true });
	const own = diagnostics.filter(({ code }) => code === rule.code);
	const reading = new Set(rules.flatMap(({ scope, code }) => (scope === 'reading' && code !== rule.code ? [code] : [])));
	return {
		said: own.map((diagnostic) => renderDiagnostic(diagnostic, sources, style, 100)).join('\n\n'),
		otherErrors: diagnostics
			.filter(({ severity, code }) => severity === 'error' && reading.has(code))
			.map(({ code, message, place }) => `${place.file}: ${message} [${code}]`),
	};
}

describe.each(rules)('the rule $code', (rule) => {
	it.each(rule.good)('is silent on good example %#', (example) => {
		expect(saidOf(rule, example)).toEqual({ said: '', otherErrors: [] });
	});

	it.each(rule.bad)('says exactly what its page shows of bad example %#', (example) => {
		expect(saidOf(rule, example)).toEqual({ said: example.says, otherErrors: [] });
		expect(example.says).not.toBe('');
	});

	it('has a page', () => {
		expect(rule.good.length, 'good examples').toBeGreaterThan(0);
		expect(rule.bad.length, 'bad examples').toBeGreaterThan(0);
		expect(rule.summary).toMatch(/^[A-Z].*[^.]$/u);
		expect(rule.why.trim()).toMatch(/[.:)]$/u);
		expect([...rule.good, ...rule.bad].flatMap(({ files, shown }) => shown.filter((file) => files[file] === undefined))).toEqual([]);
	});
});

describe('the rules', () => {
	it('have a code each', () => {
		expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
	});

	it('stand in files that are named after them, in the folder of their family', () => {
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts'))
			.filter((file) => !file.includes('shared'));
		expect(files.toSorted()).toEqual(rules.map(({ family, code }) => `${family}/${code}.ts`).toSorted());
	});

	it('have a page for every code that is told while files are read', () => {
		const told = rules.flatMap(({ scope, code }) => (scope === 'reading' || scope === 'settings' ? [code] : []));
		expect(told.toSorted()).toEqual(Object.keys(severities).toSorted());
	});
});
