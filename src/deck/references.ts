// Ids and what names them: twice the same, or nothing of that name. Reads the trees, so that it speaks of parts whose shape is wrong too.

import type { Diagnostic, Place } from '../model/diagnostic.ts';
import { type DiagnosticCode, listed, problem, quoted } from './diagnostic-codes.ts';
import { nearest } from './nearest.ts';
import { isId } from './schema.ts';
import { itemsAt, type Located, type TextNode } from './source-node.ts';
import { idAt, type UnitDraft } from './unit-file.ts';

/** @param allUnits every unit's id is known, so that an unknown one can be told from one in a file with faults. */
export function checkReferences(units: readonly UnitDraft[], allUnits: boolean): readonly Diagnostic[] {
	const unitIds = new Set(units.flatMap(({ located }) => idAt(located, 'unit')?.value ?? []));
	const everyUnit = allUnits && units.every(({ located }) => idAt(located, 'unit') !== undefined);
	return [
		...duplicates(
			units.map(({ located }) => located),
			'unit',
			'the deck',
		),
		...units.flatMap((unit) => [...checkUnit(unit), ...(everyUnit ? checkRequired(unit, unitIds) : [])]),
	];
}

function checkUnit({ located, sections, questions }: UnitDraft): readonly Diagnostic[] {
	const sectionIds = sections.map((section) => idAt(section.located, 'id')?.value);
	const known = new Set(sectionIds.filter((id) => id !== undefined));
	const everySection = sections.length > 0 && !sectionIds.includes(undefined);
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
		...questions.flatMap((question) => (everySection ? checkSections(question.located, known) : [])),
		...questions.flatMap((question) => checkAlso(question.located)),
		...repeated(located, 'requires'),
	];
}

function duplicates(owners: readonly Located[], key: string, within: string): readonly Diagnostic[] {
	const first = new Map<string, Place>();
	return owners.flatMap((owner) => {
		const id = idAt(owner, key);
		if (id === undefined) return [];
		const place: Place = { file: owner.file, span: id.span };
		const before = first.get(id.value);
		if (before === undefined) {
			first.set(id.value, place);
			return [];
		}
		return [
			problem('duplicate-id', place, `Unexpected second ${quoted(id.value)}, expected each id once in ${within}`, {
				help: 'Give one of the two another id.',
				related: { ...before, message: 'the first one' },
			}),
		];
	});
}

function checkSections(question: Located, known: ReadonlySet<string>): readonly Diagnostic[] {
	const section = idAt(question, 'section');
	return [...(section === undefined ? [] : [section]), ...idsAt(question, 'also')].flatMap((id) =>
		unknown('unknown-section', 'section', question, id, known),
	);
}

function checkRequired({ located }: UnitDraft, known: ReadonlySet<string>): readonly Diagnostic[] {
	return idsAt(located, 'requires').flatMap((id) => unknown('unknown-unit', 'unit', located, id, known, idAt(located, 'unit')?.value));
}

/** So many ids are named in a message; of more, only the nearest. */
const fewEnoughToList = 5;

/** Among more ids none is suggested: the search would take long, and no person wrote them. */
const fewEnoughToSearch = 500;

/** @param own the id that nobody would mean here. */
function unknown(
	code: DiagnosticCode,
	what: 'section' | 'unit',
	owner: Located,
	{ value, span }: TextNode,
	known: ReadonlySet<string>,
	own?: string,
): readonly Diagnostic[] {
	if (known.has(value)) return [];
	const others = [...known].filter((id) => id !== own);
	const meant = others.length > fewEnoughToSearch ? undefined : nearest(value, others);
	const expected = others.length > 0 && others.length <= fewEnoughToList ? listed(others) : `a ${what} that there is`;
	return [
		problem(code, { file: owner.file, span }, `Unknown ${what} ${quoted(value)}, expected ${expected}`, {
			help: meant === undefined ? `Name one of the ${what}s, or add this one.` : `Did you mean \`${meant}\`?`,
		}),
	];
}

function checkAlso(question: Located): readonly Diagnostic[] {
	const own = idAt(question, 'section');
	const same = idsAt(question, 'also').filter(({ value }) => value === own?.value);
	return [
		...same.map(({ value, span }) =>
			problem(
				'also-own-section',
				{ file: question.file, span },
				`Unexpected ${quoted(value)} under \`also\`, expected further sections only`,
				{
					help: "Remove it; the question's own section is always offered.",
				},
			),
		),
		...repeated(question, 'also'),
		...repeated(question, 'tags'),
	];
}

function repeated(owner: Located, key: string): readonly Diagnostic[] {
	const first = new Map<string, TextNode>();
	return idsAt(owner, key).flatMap((id) => {
		const before = first.get(id.value);
		if (before === undefined) {
			first.set(id.value, id);
			return [];
		}
		return [
			problem('repeated-value', { file: owner.file, span: id.span }, `Unexpected second ${quoted(id.value)} under \`${key}\``, {
				help: 'Remove it.',
				related: { file: owner.file, span: before.span, message: 'the first one' },
			}),
		];
	});
}

/** The well-formed ids of a list under a key. */
export function idsAt(owner: Located, key: string): readonly TextNode[] {
	return itemsAt(owner.node, key).flatMap((item) => (item.kind === 'text' && isId(item.value) ? [item] : []));
}
