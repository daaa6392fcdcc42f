// Is a deck at fault? A second opinion, written from the format's rules and not from the code: what must be there, what may be there, and
// what names what. It knows less than the loader, but what it finds the loader must find too.

import path from 'node:path';

import { parse } from 'yaml';

type Map = Readonly<Record<string, unknown>>;

const id = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

const known = {
	deck: 'deck title summary language license authors version benchmark draw passes floor units check',
	unit: 'unit title requires benchmark draw passes floor pools resources enrichment sections questions',
	section: 'id title objective text file weight',
	question: 'id section stem explanation type hints difficulty group tags source code also proof vars where',
};

const ofType: Readonly<Record<string, { readonly needs: readonly string[]; readonly allows: readonly string[] }>> = {
	choice: { needs: ['answer'], allows: ['distractors', 'options'] },
	multiple: { needs: ['answers'], allows: ['distractors', 'options'] },
	'true-false': { needs: ['answer'], allows: [] },
	text: { needs: ['answer'], allows: ['match', 'pattern'] },
	number: { needs: ['answer'], allows: ['tolerance', 'range', 'unit'] },
	cloze: { needs: ['blanks'], allows: ['match'] },
	order: { needs: ['items'], allows: [] },
	match: { needs: ['pairs'], allows: ['distractors'] },
};

/** @param files by path; `undefined`: not readable as text. */
export function isAtFault(files: Readonly<Record<string, string | undefined>>): boolean {
	const deck = mapOf(treeOf(files['deck.yaml']));
	if (deck === undefined || !has(deck, ['deck', 'title', 'units']) || !allows(deck, known.deck)) return true;
	const names = listOf(deck['units']);
	const units = names.map((name) => (typeof name === 'string' ? mapOf(treeOf(files[path.posix.normalize(name)])) : undefined));
	const ids = units.map((unit) => unit?.['unit']);
	if (new Set(ids).size < ids.length || new Set(names).size < names.length) return true;
	return units.some((unit, index) => unit === undefined || unitIsAtFault(unit, String(names[index]), files, ids));
}

function unitIsAtFault(unit: Map, name: string, files: Readonly<Record<string, string | undefined>>, units: readonly unknown[]): boolean {
	const beside = (file: unknown) => files[path.posix.normalize(path.posix.join(path.posix.dirname(name), String(file)))];
	const pooled = listOf(unit['pools']).flatMap((pool) => treeOf(beside(pool)) ?? [undefined]);
	const sections = listOf(unit['sections']).map(mapOf);
	const questions = [...listOf(unit['questions']), ...pooled].map(mapOf);
	const sectionIds = sections.map((section) => section?.['id']);
	const questionIds = questions.map((question) => question?.['id']);
	return (
		!has(unit, ['unit', 'title', 'sections']) ||
		!allows(unit, known.unit) ||
		questions.length === 0 ||
		new Set(sectionIds).size < sectionIds.length ||
		new Set(questionIds).size < questionIds.length ||
		[unit['unit'], ...sectionIds, ...questionIds].some((each) => typeof each !== 'string' || !id.test(each)) ||
		listOf(unit['requires']).some((each) => !units.includes(each) || each === unit['unit']) ||
		sections.some((section) => section === undefined || sectionIsAtFault(section, beside)) ||
		questions.some((question) => question === undefined || questionIsAtFault(question, sectionIds))
	);
}

function sectionIsAtFault(section: Map, beside: (file: unknown) => string | undefined): boolean {
	const text = isWritten(section['text']);
	const file = isWritten(section['file']);
	return (
		!has(section, ['id', 'title', 'objective']) ||
		!allows(section, known.section) ||
		text === file ||
		(file && beside(section['file']) === undefined)
	);
}

function questionIsAtFault(question: Map, sections: readonly unknown[]): boolean {
	const type = ofType[String(question['type'] ?? 'choice')];
	return (
		type === undefined ||
		!has(question, ['id', 'section', 'stem', 'explanation', ...type.needs]) ||
		!allows(question, [known.question, ...type.needs, ...type.allows].join(' ')) ||
		(type.allows.includes('options') && isWritten(question['options']) === isWritten(question['distractors'])) ||
		partsAreAtFault(question) ||
		valuesAreAtFault(question) ||
		[question['section'], ...listOf(question['also'])].some((section) => !sections.includes(section)) ||
		['stem', 'explanation', 'section'].some((key) => typeof question[key] !== 'string')
	);
}

/** Each variable is a formula, or one of the two ways to draw. A condition is about variables. */
function valuesAreAtFault({ vars, where }: Map): boolean {
	if (!isWritten(vars)) return isWritten(where);
	const variables = Object.entries(mapOf(vars) ?? {});
	return (
		variables.length === 0 ||
		variables.some(([name, each]) => {
			const { int, pick } = mapOf(each) ?? {};
			const isDrawn = isWritten(int) !== isWritten(pick);
			return !/^[a-z]\w*$/iu.test(name) || (typeof each === 'string' ? !each.trim().startsWith('=') : !isDrawn);
		})
	);
}

/** What has parts has two at least; a blank has its mark, and a mark its blank. */
function partsAreAtFault(question: Map): boolean {
	const { type, stem, code, blanks, items, pairs } = question;
	if (type === 'order') return !Array.isArray(items) || items.length < 2;
	if (type === 'match') return !Array.isArray(pairs) || pairs.length < 2 || pairs.some((pair) => !Array.isArray(pair) || pair.length !== 2);
	if (type !== 'cloze') return false;
	const text = `${String(stem)}\n${String(mapOf(code)?.['text'] ?? code)}`.replaceAll('\\{{', '');
	const marks = [...text.matchAll(/\{\{([^{}\n]*)\}\}/gu)].map(([, mark]) => mark);
	return String(marks.toSorted()) !== String(Object.keys(mapOf(blanks) ?? {}).toSorted());
}

function treeOf(text: string | undefined): unknown {
	if (text === undefined) return undefined;
	try {
		return parse(text, { schema: 'failsafe', logLevel: 'silent' });
	} catch {
		return undefined;
	}
}

function mapOf(value: unknown): Map | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function listOf(value: unknown): readonly unknown[] {
	if (!isWritten(value)) return [];
	return Array.isArray(value) ? value : [value];
}

/** A key with nothing after it counts as left out. */
function isWritten(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

function has(map: Map, keys: readonly string[]): boolean {
	return keys.every((key) => isWritten(map[key]));
}

function allows(map: Map, keys: string): boolean {
	return Object.keys(map).every((key) => keys.split(' ').includes(key));
}
