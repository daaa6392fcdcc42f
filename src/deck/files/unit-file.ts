// A unit and its pools, part by part: whatever has the right shape is kept, so that one fault hides no other.

import type * as z from 'zod';

import type { Id } from '../../model/deck.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import {
	isId,
	poolHeadSchema,
	questionSchema,
	type RawQuestion,
	type RawSection,
	type RawUnitHead,
	sectionSchema,
	unitHeadSchema,
} from '../shape/schema.ts';
import { checkShape, isRefused } from '../shape/shape-problems.ts';
import { entryOf, itemsAt, keyPlaceOf, type Located, ownerPlaceOf, placeOf, type Step } from '../yaml/source-node.ts';
import { type ListedFile, listedFiles } from './deck-file.ts';
import { type DeckFiles, readTree } from './deck-files.ts';

/** A part of a file, and the way to it from the root of the file. */
export interface FilePart {
	readonly located: Located;
	readonly path: readonly Step[];
}

/** A part of a file, and what it says when its shape is right. */
export interface Draft<Raw> extends FilePart {
	readonly raw?: Raw;
}

export interface UnitDraft {
	readonly located: Located;
	readonly raw?: RawUnitHead;
	readonly sections: readonly Draft<RawSection>[];
	/** The unit's own, then those of its pools. */
	readonly questions: readonly Draft<RawQuestion>[];
	readonly pools: readonly ListedFile[];
	/** Every pool could be read, so that no question is missing here which the author wrote. */
	readonly complete: boolean;
}

export function readUnitFile(files: DeckFiles, { file, at }: ListedFile): UnitDraft | undefined {
	const located = readTree(files, file, at);
	if (located === undefined) return undefined;
	const { value, diagnostics } = checkShape(unitHeadSchema, located);
	files.diagnostics.push(...(isPool(located) ? [poolAmongUnits(located, at)] : diagnostics));
	const { node } = located;
	const { above, below } = splitAtQuestions(partsIn(located, 'sections'));
	if (below[0] !== undefined) files.diagnostics.push(questionAmongSections(located, below[0].located));
	const astray = below.filter((part) => entryOf(part.located.node, 'questions') === undefined);
	const sections = above.map((part) => draftOf(files, part, sectionSchema));
	const own = [...astray, ...partsIn(located, 'questions')].map((part) => draftOf(files, part, questionSchema));
	const pools = listedFiles(files, file, itemsAt(node, 'pools'));
	const pooled = pools.map((pool) => readPool(files, pool));
	const refused = ['questions', 'pools'].some((key) => isRefused(entryOf(node, key)?.node));
	if (value !== undefined && own.length === 0 && pools.length === 0 && !refused) files.diagnostics.push(noQuestions(located));
	return {
		located,
		...(value === undefined ? {} : { raw: value }),
		sections,
		questions: [...own, ...pooled.flatMap((pool) => pool ?? [])],
		pools,
		complete: !pooled.includes(undefined),
	};
}

function isPool({ node }: Located): boolean {
	return node.kind === 'list' && node.items.some((item) => entryOf(item, 'stem') !== undefined);
}

function poolAmongUnits({ file }: Located, at: Located): Diagnostic {
	return problem('wrong-shape', placeOf(at), `Unexpected list of questions ${quoted(file)}, expected the file of a unit`, {
		help: 'Name it under `pools` in a unit.',
	});
}

function unitAmongPools({ file }: Located, at: Located): Diagnostic {
	return problem(
		'wrong-shape',
		placeOf(at),
		`Unexpected unit ${quoted(file)} under \`pools\`, expected a file that is a list of questions`,
		{
			help: 'Name it under `units` in deck.yaml.',
		},
	);
}

function noQuestions(located: Located): Diagnostic {
	const written = entryOf(located.node, 'questions');
	const place = written === undefined ? ownerPlaceOf(located) : keyPlaceOf(located, 'questions');
	return problem('no-questions', place, 'Missing questions, expected `questions` or `pools`', {
		help: 'Add questions, or name a file of them under `pools`.',
	});
}

function partsIn({ file, node }: Located, key: string): readonly FilePart[] {
	const list = entryOf(node, key)?.node;
	return list === undefined ? [] : partsOf({ file, node: list }, [key]);
}

/** @param path the way to the list. */
function partsOf({ file, node }: Located, path: readonly Step[]): readonly FilePart[] {
	return node.kind === 'list' ? node.items.map((item, index) => ({ located: { file, node: item }, path: [...path, index] })) : [];
}

/** Where `questions:` was forgotten, or indented like an item, the questions stand among the sections. */
function splitAtQuestions(parts: readonly FilePart[]) {
	const first = parts.findIndex(
		({ located: { node } }) => entryOf(node, 'objective') === undefined && ['stem', 'questions'].some((key) => entryOf(node, key)),
	);
	return first < 0 ? { above: parts, below: [] } : { above: parts.slice(0, first), below: parts.slice(first) };
}

function questionAmongSections({ node }: Located, item: Located): Diagnostic {
	const isKey = entryOf(item.node, 'questions') !== undefined;
	const message = isKey
		? 'Unexpected `questions` among the sections, expected a key of the unit'
		: 'Unexpected question under `sections`, expected a section';
	const instead =
		entryOf(node, 'questions') === undefined ? 'Put `questions:` above it, in the column of `sections:`.' : 'Move it below `questions:`.';
	return problem('wrong-shape', isKey ? keyPlaceOf(item, 'questions') : ownerPlaceOf(item), message, {
		help: isKey ? 'Write it without a dash, in the column of `sections:`.' : instead,
	});
}

function draftOf<Raw>(files: DeckFiles, part: FilePart, schema: z.ZodType<Raw>): Draft<Raw> {
	const { value, diagnostics } = checkShape(schema, part.located);
	files.diagnostics.push(...diagnostics);
	return value === undefined ? part : { located: part.located, path: part.path, raw: value };
}

/** A pool may serve several units; its faults are told once. `undefined`: it is no list of questions at all, which was told. */
function readPool(files: DeckFiles, { file, at }: ListedFile): readonly Draft<RawQuestion>[] | undefined {
	const located = readTree(files, file, at);
	if (located === undefined) return undefined;
	if (entryOf(located.node, 'unit') !== undefined) {
		files.diagnostics.push(unitAmongPools(located, at));
		return undefined;
	}
	const { diagnostics } = checkShape(poolHeadSchema, located);
	files.diagnostics.push(...diagnostics);
	return located.node.kind === 'list' ? partsOf(located, []).map((part) => draftOf(files, part, questionSchema)) : undefined;
}

/** The id under a key, where it is one. Asked of every question, and so without making a node for it. */
export function idAt({ node }: Located, key: string): Id | undefined {
	const text = node.kind === 'map' ? node.value[key] : undefined;
	return typeof text === 'string' && isId(text) ? text : undefined;
}
