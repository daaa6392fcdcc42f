// A unit and its pools, part by part: whatever has the right shape is kept, so that one fault hides no other.

import type * as z from 'zod';

import type { Diagnostic, Place } from '../../model/diagnostic.ts';
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
import { entryOf, itemsAt, keyPlaceOf, type Located, ownerPlaceOf, type SourceNode, type TextNode, textAt } from '../yaml/source-node.ts';
import { type ListedFile, listedFiles } from './deck-file.ts';
import { type DeckFiles, readTree } from './deck-files.ts';

/** A part of a file, and what it says when its shape is right. */
export interface Draft<Raw> {
	readonly located: Located;
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

export function readUnitFile(files: DeckFiles, { file, place }: ListedFile): UnitDraft | undefined {
	const located = readTree(files, file, place);
	if (located === undefined) return undefined;
	const { value, diagnostics } = checkShape(unitHeadSchema, located);
	files.diagnostics.push(...(isPool(located) ? [poolAmongUnits(located, place)] : diagnostics));
	const { node } = located;
	const { above, below } = splitAtQuestions(itemsIn(located, 'sections'));
	if (below[0] !== undefined) files.diagnostics.push(questionAmongSections(located, below[0]));
	const astray = below.filter((item) => entryOf(item, 'questions') === undefined);
	const sections = above.map((item) => draftOf(files, { file, node: item }, sectionSchema));
	const own = [...astray, ...itemsIn(located, 'questions')].map((item) => draftOf(files, { file, node: item }, questionSchema));
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

function poolAmongUnits({ file }: Located, place: Place): Diagnostic {
	return problem('wrong-shape', place, `Unexpected list of questions ${quoted(file)}, expected the file of a unit`, {
		help: 'Name it under `pools` in a unit.',
	});
}

function unitAmongPools({ file }: Located, place: Place): Diagnostic {
	return problem('wrong-shape', place, `Unexpected unit ${quoted(file)} under \`pools\`, expected a file that is a list of questions`, {
		help: 'Name it under `units` in deck.yaml.',
	});
}

function noQuestions(located: Located): Diagnostic {
	const written = entryOf(located.node, 'questions');
	const place = written === undefined ? ownerPlaceOf(located) : keyPlaceOf(located, 'questions');
	return problem('no-questions', place, 'Missing questions, expected `questions` or `pools`', {
		help: 'Add questions, or name a file of them under `pools`.',
	});
}

function itemsIn({ node }: Located, key: string): readonly SourceNode[] {
	const list = entryOf(node, key)?.node;
	return list?.kind === 'list' ? list.items : [];
}

/** Where `questions:` was forgotten, or indented like an item, the questions stand among the sections. */
function splitAtQuestions(items: readonly SourceNode[]) {
	const first = items.findIndex(
		(item) => entryOf(item, 'objective') === undefined && ['stem', 'questions'].some((key) => entryOf(item, key)),
	);
	return first < 0 ? { above: items, below: [] } : { above: items.slice(0, first), below: items.slice(first) };
}

function questionAmongSections({ file, node }: Located, item: SourceNode): Diagnostic {
	const isKey = entryOf(item, 'questions') !== undefined;
	const message = isKey
		? 'Unexpected `questions` among the sections, expected a key of the unit'
		: 'Unexpected question under `sections`, expected a section';
	const instead =
		entryOf(node, 'questions') === undefined ? 'Put `questions:` above it, in the column of `sections:`.' : 'Move it below `questions:`.';
	return problem('wrong-shape', isKey ? keyPlaceOf({ file, node: item }, 'questions') : ownerPlaceOf({ file, node: item }), message, {
		help: isKey ? 'Write it without a dash, in the column of `sections:`.' : instead,
	});
}

function draftOf<Raw>(files: DeckFiles, located: Located, schema: z.ZodType<Raw>): Draft<Raw> {
	const { value, diagnostics } = checkShape(schema, located);
	files.diagnostics.push(...diagnostics);
	return { located, ...(value === undefined ? {} : { raw: value }) };
}

/** A pool may serve several units; its faults are told once. `undefined`: it is no list of questions at all, which was told. */
function readPool(files: DeckFiles, { file, place }: ListedFile): readonly Draft<RawQuestion>[] | undefined {
	const located = readTree(files, file, place);
	if (located === undefined) return undefined;
	if (entryOf(located.node, 'unit') !== undefined) {
		files.diagnostics.push(unitAmongPools(located, place));
		return undefined;
	}
	const { diagnostics } = checkShape(poolHeadSchema, located);
	files.diagnostics.push(...diagnostics);
	return located.node.kind === 'list' ? located.node.items.map((node) => draftOf(files, { file, node }, questionSchema)) : undefined;
}

/** The text under a key that holds an id, where it is one. */
export function idAt(located: Located, key: string): TextNode | undefined {
	const text = textAt(located.node, key);
	return text !== undefined && isId(text.value) ? text : undefined;
}
