// Ids and what names them: twice the same, or nothing of that name. Reads the trees, so that it speaks of parts whose shape is wrong too.

import type { Diagnostic } from '../../model/diagnostic.ts';
import { problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import { idAt, type UnitDraft } from '../files/unit-file.ts';
import { isId } from '../shape/schema.ts';
import { entryOf, itemsAt, type Located, placeOf, type TextNode } from '../yaml/source-node.ts';
import { type PlacedId, unknownIds } from './unknown-ids.ts';

/** @param allUnits every unit's id is known, so that an unknown one can be told from one in a file with faults. */
export function checkReferences(units: readonly UnitDraft[], allUnits: boolean): readonly Diagnostic[] {
	const unitIds = units.flatMap(({ located }) => placedAt(located, 'unit'));
	const everyUnit = allUnits && units.every(({ located }) => idAt(located, 'unit') !== undefined);
	const required = units.flatMap(({ located }) => idsAt(located, 'requires').map((node) => placed(located.file, node)));
	return [
		...duplicates(
			units.map(({ located }) => located),
			'unit',
			'the deck',
		),
		...units.flatMap(checkUnit),
		...(everyUnit ? unknownIds('unit', unitIds, required) : []),
	];
}

function checkUnit({ located, sections, questions }: UnitDraft): readonly Diagnostic[] {
	const sectionIds = sections.flatMap((section) => placedAt(section.located, 'id'));
	const isApart = sections.every(({ located: { node } }) => node.kind !== 'map' || node.isRepeated !== true);
	const everySection = isApart && sections.length > 0 && sectionIds.length === sections.length;
	return [
		...duplicates(
			sections.map((section) => section.located),
			'id',
			'the unit',
		),
		...duplicates(
			questions.map((question) => question.located),
			'id',
			'the unit, its pools included',
		),
		...(everySection
			? unknownIds(
					'section',
					sectionIds,
					questions.flatMap((question) => sectionsNamed(question.located)),
				)
			: []),
		...questions.flatMap((question) => checkAlso(question.located)),
		...repeated(located, 'requires'),
	];
}

function duplicates(owners: readonly Located[], key: string, within: string): readonly Diagnostic[] {
	const first = new Map<string, Located>();
	return owners.flatMap((owner) => {
		const id = idAt(owner, key);
		if (id === undefined) return [];
		const before = first.get(id);
		if (before === undefined) {
			first.set(id, owner);
			return [];
		}
		return [
			problem('duplicate-id', placeOf(owner, key), `Unexpected second ${quoted(id)}, expected each id once in ${within}`, {
				help: 'Give one of the two another id.',
				related: { ...placeOf(before, key), message: 'the first one' },
			}),
		];
	});
}

/** The sections that a question names. */
function sectionsNamed(question: Located): readonly PlacedId[] {
	const own = placedAt(question, 'section');
	const also = idsAt(question, 'also');
	return also.length === 0 ? own : [...own, ...also.map((node) => placed(question.file, node))];
}

function placedAt(owner: Located, key: string): readonly PlacedId[] {
	const id = idAt(owner, key);
	return id === undefined ? [] : [{ id, file: owner.file, place: () => placeOf(owner, key) }];
}

function placed(file: string, node: TextNode): PlacedId {
	return { id: node.value, file, place: () => placeOf({ file, node }) };
}

/** Most questions have neither key, and there are very many questions. */
function checkAlso(question: Located): readonly Diagnostic[] {
	if (entryOf(question.node, 'also') === undefined && entryOf(question.node, 'tags') === undefined) return [];
	const own = idAt(question, 'section');
	const same = idsAt(question, 'also').filter(({ value }) => value === own);
	return [
		...same.map((node) => {
			const message = `Unexpected ${quoted(node.value)} under \`also\`, expected further sections only`;
			return problem('also-own-section', placeOf({ file: question.file, node }), message, {
				help: "Remove it; the question's own section is always offered.",
			});
		}),
		...repeated(question, 'also'),
		...repeated(question, 'tags'),
	];
}

function repeated(owner: Located, key: string): readonly Diagnostic[] {
	const ids = idsAt(owner, key);
	if (ids.length < 2) return [];
	const first = new Map<string, TextNode>();
	return ids.flatMap((id) => {
		const before = first.get(id.value);
		if (before === undefined) {
			first.set(id.value, id);
			return [];
		}
		return [
			problem('repeated-value', placeOf({ file: owner.file, node: id }), `Unexpected second ${quoted(id.value)} under \`${key}\``, {
				help: 'Remove it.',
				related: { ...placeOf({ file: owner.file, node: before }), message: 'the first one' },
			}),
		];
	});
}

/** The well-formed ids of a list under a key. */
export function idsAt(owner: Located, key: string): readonly TextNode[] {
	if (entryOf(owner.node, key) === undefined) return [];
	return itemsAt(owner.node, key).flatMap((item) => (item.kind === 'text' && isId(item.value) ? [item] : []));
}
