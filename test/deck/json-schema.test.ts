import { readdirSync } from 'node:fs';
import path from 'node:path';

import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import type * as z from 'zod';

import type { DiagnosticCode } from '../../src/deck/diagnostics/diagnostic-codes.ts';
import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck, readDeck } from '../../src/deck/load-deck.ts';
import { jsonSchemaOf, type SchemaKind, schemaKinds } from '../../src/deck/shape/json-schema.ts';
import { deckSchema, poolSchema, unitSchema } from '../../src/deck/shape/schema.ts';
import { readYaml } from '../../src/deck/yaml/read-yaml.ts';
import { nodeAt, type SourceNode } from '../../src/deck/yaml/source-node.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { fixtureFolder, fixtures, smallDeck, writeDeck } from './deck-fixture.ts';

const projectFolder = path.join(import.meta.dirname, '../..');

/** A schema that says something ajv does not know, apart from the messages for editors, is refused. */
function validatorOf(kind: SchemaKind): ValidateFunction {
	// `.inf` is a number to an editor.
	const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictNumbers: false });
	ajv.addVocabulary(['errorMessage']);
	return ajv.compile(jsonSchemaOf(kind));
}

const validators = { deck: validatorOf('deck'), unit: validatorOf('unit'), pool: validatorOf('pool') };

/** As an editor reads it: numbers, truth values and nothing are what YAML 1.2 takes them for. */
function asInEditor(text: string): unknown {
	return parseDocument(text, { schema: 'core', uniqueKeys: false, logLevel: 'silent' }).toJS({ maxAliasCount: 1_000 });
}

/** Codes of shape, and others that a schema can tell too. */
const shapeCodes: ReadonlySet<string> = new Set<DiagnosticCode>([
	'unknown-key',
	'key-of-other-type',
	'missing-key',
	'wrong-shape',
	'wrong-value',
	'empty-text',
	'empty-list',
	'id-form',
	'whole-number',
	'benchmark-form',
	'unknown-type',
	'text-and-file',
	'options-and-distractors',
	'range-and-tolerance',
]);

/** Faults of YAML itself: an editor tells them in its own way, and what it makes of the rest of the file is not compared. */
const yamlCodes: ReadonlySet<string> = new Set<DiagnosticCode>([
	'yaml-tag',
	'yaml-alias',
	'merge-key',
	'duplicate-key',
	'forbidden-key',
	'key-form',
]);

/** Decks in which the loader tells one slip at its root, where the schema refuses all that follows from it, or the other way round. */
const toldElsewhere: ReadonlySet<string> = new Set([
	'pool-is-a-unit',
	'pool-is-listed-as-a-unit',
	'questions-key-as-a-section.yaml',
	'questions-key-forgotten.yaml',
	'text-starts-with-a-hash.yaml',
]);

/** Parts that the loader refuses and the schema cannot, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
	'err/cloze-blank-accepts-nothing.yaml unit.yaml questions/1':
		'an editor takes what stands after the key for `null`, which is a text to the loader',
	'err/missing-value-after-key.yaml unit.yaml head':
		'an editor cannot tell a key with nothing after it from `null`, which is a text to the loader',
	'err/section-text-with-nothing-after-it.yaml unit.yaml sections/0': 'the same, where `text` or `file` is asked for',
	'err/whole-numbers.yaml unit.yaml sections/0': 'an editor reads `010` as the number 10',
};

interface Comparison {
	readonly name: string;
	readonly kind: SchemaKind;
	/** Parts with a fault of shape, as the loader tells it; `head` is what stands in no list of sections or questions. */
	readonly refusedByLoader: readonly string[];
	readonly refusedBySchema: readonly string[];
	/** Parts with any error at all. */
	readonly faulty: ReadonlySet<string>;
}

function comparisonsOf(fixture: string): readonly Comparison[] {
	const reading = readDeck(openDeckFolder(fixtureFolder(path.resolve(fixtures, fixture))), 10_000);
	const unitFiles = new Set(reading.units.map(({ located }) => located.file));
	return [...reading.trees].flatMap(([file, tree]) => {
		const told = reading.diagnostics.filter(({ place, severity }) => place.file === file && severity === 'error');
		if (tree === undefined || told.some(({ code }) => yamlCodes.has(code))) return [];
		const kind = file === 'deck.yaml' ? 'deck' : unitFiles.has(file) ? 'unit' : 'pool';
		const validate = validators[kind];
		validate(asInEditor(reading.sources.get(file) ?? ''));
		const partOf = ({ place }: Diagnostic) => partAt(tree.node, kind, place.span?.start ?? -1);
		return [
			{
				name: `${fixture} ${file}`,
				kind,
				refusedByLoader: sorted(told.filter(({ code }) => shapeCodes.has(code)).map(partOf)),
				refusedBySchema: sorted((validate.errors ?? []).map(({ instancePath }) => partIn(instancePath, kind))),
				faulty: new Set(told.map(partOf)),
			},
		];
	});
}

function sorted(parts: readonly string[]): readonly string[] {
	return [...new Set(parts)].toSorted();
}

function partAt(root: SourceNode, kind: SchemaKind, offset: number): string {
	const lists = kind === 'pool' ? { questions: root } : { sections: nodeAt(root, ['sections']), questions: nodeAt(root, ['questions']) };
	for (const [name, list] of Object.entries(lists)) {
		const items = list.kind === 'list' ? list.items : [];
		const index = items.findIndex(({ span }) => span.start <= offset && offset < Math.max(span.end, span.start + 1));
		if (index !== -1) return `${name}/${index}`;
	}
	return 'head';
}

function partIn(instancePath: string, kind: SchemaKind): string {
	const steps = kind === 'pool' ? `/questions${instancePath}` : instancePath;
	return /^\/((?:sections|questions)\/\d+)/u.exec(steps)?.[1] ?? 'head';
}

const ok = readdirSync(path.join(fixtures, 'ok')).filter((name) => !name.endsWith('.out'));
const err = readdirSync(path.join(fixtures, 'err')).filter((name) => !name.endsWith('.out'));

describe('the JSON Schemas', () => {
	it.each(schemaKinds)('stand in schema/ as the code has them: %s', async (kind) => {
		await expect(`${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`).toMatchFileSnapshot(path.join(projectFolder, `schema/${kind}.json`));
	});

	it('accept every file that the loader takes', () => {
		const comparisons = ok.flatMap((name) => comparisonsOf(`ok/${name}`));
		expect(comparisons.length).toBeGreaterThan(60);
		expect(new Set(comparisons.map(({ kind }) => kind))).toEqual(new Set(schemaKinds));
		expect(comparisons.filter(({ refusedBySchema }) => refusedBySchema.length > 0)).toEqual([]);
	});

	it('refuse every section, question and head of a file whose shape the loader refuses, and nothing that it takes', () => {
		const comparisons = err.filter((name) => !toldElsewhere.has(name)).flatMap((name) => comparisonsOf(`err/${name}`));
		const refused = comparisons.flatMap(({ refusedByLoader }) => refusedByLoader);
		expect(refused.length).toBeGreaterThan(60);
		const missed = comparisons.flatMap(({ name, refusedByLoader, refusedBySchema }) =>
			refusedByLoader.filter((part) => !refusedBySchema.includes(part)).map((part) => `${name} ${part}`),
		);
		const tooStrict = comparisons.flatMap(({ name, refusedBySchema, faulty }) =>
			refusedBySchema.filter((part) => !faulty.has(part)).map((part) => `${name} ${part}`),
		);
		expect({ missed, tooStrict }).toEqual({ missed: Object.keys(exceptions), tooStrict: [] });
	});

	it('accept the shipped decks', () => {
		const shelf = path.join(projectFolder, 'decks');
		// One of each kind: prose, and code with proofs.
		const refused = ['mastery', 'git'].flatMap((name) =>
			comparisonsOf(path.join(shelf, name)).filter(({ refusedBySchema }) => refusedBySchema.length > 0),
		);
		expect(refused).toEqual([]);
	});

	it('say of every key what it is for', () => {
		const silent = schemaKinds.flatMap((kind) =>
			keysIn(kind, jsonSchemaOf(kind)).filter(
				({ schema }) => schema !== true && !/\w/u.test(String(Reflect.get(Object(schema), 'description') ?? '')),
			),
		);
		expect(keysIn('unit', jsonSchemaOf('unit')).length).toBeGreaterThan(50);
		expect(silent).toEqual([]);
	});

	it('name the defaults that the loader has', () => {
		const defaults = Object.fromEntries(
			[...keysIn('deck', jsonSchemaOf('deck')), ...keysIn('unit', jsonSchemaOf('unit'))].flatMap(({ key, schema }) => {
				const value: unknown = Reflect.get(Object(schema), 'default');
				return value === undefined ? [] : [[key, value]];
			}),
		);
		const set = (...keys: readonly string[]) => keys.map((key) => `${key}: ${String(defaults[key])}`).join(', ');
		const unit = (section: string, choice: string, match: string, int: string) =>
			`unit: u\ntitle: Unit\nsections: [{id: s, title: S, objective: O, text: T${section}}]\nquestions:\n` +
			`  - {id: q1, section: s, stem: Q, explanation: E, answer: a, distractors: [b]${choice}}\n` +
			`  - {id: q2, section: s, stem: Q, explanation: E, type: text, answer: a${match}}\n` +
			`  - {id: q3, section: s, stem: "{n}", explanation: E, type: number, answer: "= n", vars: {n: {int: [1, 3]${int}}}}\n`;
		const left = loadDeck(openDeckFolder(writeDeck({ 'deck.yaml': smallDeck, 'unit.yaml': unit('', '', '', '') })));
		const written = loadDeck(
			openDeckFolder(
				writeDeck({
					'deck.yaml': `${smallDeck}${set('language', 'benchmark', 'draw', 'passes', 'floor').replaceAll(', ', '\n')}\n`,
					'unit.yaml': unit(`, ${set('weight')}`, `, ${set('type')}`, `, match: {${set('case', 'accents', 'typos')}}`, `, ${set('step')}`),
				}),
			),
		);
		expect(Object.keys(defaults).toSorted()).toEqual(
			['accents', 'benchmark', 'case', 'draw', 'floor', 'language', 'passes', 'step', 'type', 'typos', 'weight'].toSorted(),
		);
		expect(written.deck).toBeDefined();
		expect({ ...written.deck, digest: '' }).toEqual({ ...left.deck, digest: '' });
	});
});

interface Key {
	readonly kind: SchemaKind;
	readonly key: string;
	readonly schema: unknown;
}

/** Every key of every map of a schema that has a description of its own to give; what is said in conditions is left out. */
function keysIn(kind: SchemaKind, schema: unknown): readonly Key[] {
	if (typeof schema !== 'object' || schema === null) return [];
	return Object.entries(schema).flatMap(([name, value]): readonly Key[] => {
		if (name === 'if' || name === 'then') return [];
		if (name !== 'properties') return keysIn(kind, value);
		return Object.entries(Object(value)).flatMap(([key, inner]): readonly Key[] => [{ kind, key, schema: inner }, ...keysIn(kind, inner)]);
	});
}

describe('a value under any key', () => {
	/** Each key stands once with a value that fits it, so that others can be put in its place. */
	const bases: readonly (readonly [SchemaKind, string])[] = [
		['deck', '{deck: d, title: T, summary: S, language: en, license: L, authors: [A], version: V, benchmark: 90%, draw: 10, units: [u]}'],
		['deck', '{deck: d, title: T, units: [u], passes: 1, floor: 0, check: {some-rule: off, other-rule: {level: info, reason: R}}}'],
		[
			'unit',
			'{unit: u, title: T, requires: [v], benchmark: 90%, pools: [p], resources: [{title: T, url: "http://a", text: T}], sections: [{id: s, title: T, objective: O, weight: 1, text: T}]}',
		],
		[
			'pool',
			'[{id: q, section: s, stem: Q, explanation: E, answer: a, distractors: [b, {text: c, feedback: F}], code: {language: js, text: C}}]',
		],
		[
			'pool',
			'[{id: q, section: s, stem: Q, explanation: E, type: choice, answer: a, options: [a, b], hints: [h], also: [t], tags: [x], group: g}]',
		],
		[
			'pool',
			'[{id: q, section: s, stem: Q, explanation: E, type: multiple, answers: [a], distractors: [b], difficulty: 3, source: S, proof: P}]',
		],
		['pool', '[{id: q, section: s, stem: Q, explanation: E, type: true-false, answer: true}]'],
		[
			'pool',
			'[{id: q, section: s, stem: Q, explanation: E, type: text, answer: [a], match: {case: exact, accents: note, typos: 0}, pattern: a}]',
		],
		['pool', '[{id: q, section: s, stem: Q, explanation: E, type: number, answer: 42, tolerance: 1, unit: km}]'],
		['pool', '[{id: q, section: s, stem: Q, explanation: E, type: number, answer: 42, range: [1, 50]}]'],
	];
	const values = [
		'word My_Id "two words" no off auto exact multiple 2024-01-01 11:05 https://a.b ~ null true True FALSE "true" "" " "',
		'0 1 5 6 10 100 101 1000 1001 -1 -0 1.5 0.9 1.10 007 010 1e3 0x1F .inf 1_000 1/2 "10" "010" "0" "1001"',
		'90% "87.5 %" 87.555% 0.9% 099% 100.00% 100.01% 99.99 [] {} [a] [a,b,c] [[a]] {a:b} {"a":b} [{"a":b}] {"text":a} {"text":a,"feedback":b}',
	].flatMap((line) => line.match(/(?:"[^"]*"|\S)+/gu) ?? []);
	const schemas: Readonly<Record<SchemaKind, z.ZodType>> = { deck: deckSchema, unit: unitSchema, pool: poolSchema };

	function asInLoader(text: string): unknown {
		return readYaml('f', text, new Set()).root?.value;
	}

	it('is accepted where the loader takes it, and refused where the loader refuses it and an editor can see why', () => {
		let taken = 0;
		let refused = 0;
		const wrong: string[] = [];
		for (const [kind, text] of bases) {
			const [inLoader, inEditor] = [asInLoader(text), asInEditor(text)];
			for (const place of pathsIn(inLoader)) {
				for (const value of ['', ...values]) {
					// It is then a choice that has no distractors, which no single key tells.
					if (value === '' && place.at(-1) === 'type') continue;
					const seen = asInEditor(value);
					const loaderTakes = schemas[kind].safeParse(withValue(inLoader, place, asInLoader(value))).success;
					const schemaTakes = validators[kind](withValue(inEditor, place, seen));
					if (loaderTakes) taken++;
					else refused++;
					if (loaderTakes && !schemaTakes) wrong.push(`refused: ${value} at ${place.join('/')} of ${text}`);
					if (!loaderTakes && schemaTakes && typeof seen === 'string') wrong.push(`accepted: ${value} at ${place.join('/')} of ${text}`);
				}
			}
		}
		expect({ taken: taken > 1_500, refused: refused > 1_500 }).toEqual({ taken: true, refused: true });
		expect(wrong).toEqual([]);
	});
});

/** Every place below the root, lists and maps themselves included. */
function pathsIn(tree: unknown): readonly (readonly string[])[] {
	if (typeof tree !== 'object' || tree === null) return [];
	return Object.entries(tree).flatMap(([step, child]) => [[step], ...pathsIn(child).map((rest) => [step, ...rest])]);
}

function withValue(tree: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
	if (step === undefined) return value;
	const child = withValue(Reflect.get(Object(tree), step), rest, value);
	return Array.isArray(tree) ? tree.with(Number(step), child) : { ...Object(tree), [step]: child };
}

describe('what an editor is told', () => {
	const common = 'id: q, section: s, stem: Q, explanation: E';

	/** The innermost faults; a condition that led to one of them says nothing of its own. */
	function faultsOf(question: string): readonly string[] {
		validators.pool(asInEditor(`[{${question}}]`));
		return (validators.pool.errors ?? [])
			.filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf')
			.map(
				({ instancePath, message, params }) =>
					`${instancePath}: ${message}${'additionalProperty' in params ? ` (${params['additionalProperty']})` : ''}`,
			);
	}

	it.each([
		[
			'an unknown type is one fault, at the type',
			`${common}, type: choise, answer: a, distractors: [b]`,
			['/0/type: must be equal to one of the allowed values'],
		],
		[
			'a missing key is one fault, which names it',
			'id: q, section: s, explanation: E, answer: a, distractors: [b]',
			["/0: must have required property 'stem'"],
		],
		['a missing answer is one fault, which names it', `${common}, distractors: [b]`, ["/0: must have required property 'answer'"]],
		[
			'a misspelt key is told besides',
			`${common}, anwser: a, distractors: [b]`,
			["/0: must have required property 'answer'", '/0: must NOT have additional properties (anwser)'],
		],
		[
			'a key of another type is one fault, at the key',
			`${common}, type: true-false, answer: true, pattern: a`,
			['/0: must NOT have additional properties (pattern)'],
		],
		[
			'a text that a colon made a map is one fault, at the text',
			`${common}, answer: a, distractors: [{Note: b}]`,
			["/0/distractors/0: must have required property 'text'", '/0/distractors/0: must NOT have additional properties (Note)'],
		],
		[
			'two keys that exclude each other are one fault, at the second',
			`${common}, type: number, answer: 1, range: [0, 2], tolerance: 1`,
			['/0/tolerance: boolean schema is false'],
		],
		['nothing is told of a sound question', `${common}, answer: a, distractors: [b]`, []],
	])('%s', (_, question, faults) => expect(faultsOf(question).toSorted()).toEqual(faults.toSorted()));
});
