// A unit of the right shape -> a unit that can be taught: its sections' texts, its questions, its rule with the deck's defaults.

import type { Question, Resource, Section, Unit } from '../model/deck.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { problem, quoted } from './diagnostics/diagnostic-codes.ts';
import { type DeckFiles, readPlainText, resolvePath } from './files/deck-files.ts';
import type { Draft, FilePart, UnitDraft } from './files/unit-file.ts';
import { requiredBy } from './ids/prerequisites.ts';
import { readQuestion } from './questions/read-question.ts';
import { readBenchmark } from './shape/benchmark.ts';
import type { RawDeck, RawResource, RawSection } from './shape/schema.ts';
import { fillingHelp, isRefused } from './shape/shape-problems.ts';
import { entryOf, keyPlaceOf, type Located, nodeAt, ownerPlaceOf, placeOf } from './yaml/source-node.ts';

/** What a unit takes over when neither it nor its deck says anything. */
const defaults = { benchmark: '90%', draw: '10', passes: '1', floor: '0' } as const;

/** A part of a unit, and what became of it: absent when it has faults. */
export interface PartReading<Part> extends FilePart {
	readonly value?: Part;
}

/** A unit as far as it could be read, so that sound parts can be spoken of while others have faults. */
export interface UnitReading {
	readonly located: Located;
	/** Absent when any part of it has faults. */
	readonly unit?: Unit;
	readonly sections: readonly PartReading<Section>[];
	/** The unit's own, then those of its pools. */
	readonly questions: readonly PartReading<Question>[];
}

/**
 * Tells all that is wrong with the unit's values.
 *
 * @param deck its defaults; absent when the deck's own shape has faults.
 */
export function readUnit(files: DeckFiles, draft: UnitDraft, before: UnitDraft | undefined, deck: RawDeck | undefined): UnitReading {
	const sections = draft.sections.map((part) => partOf(part, readSection(files, part)));
	const questions = draft.questions.map((part) => partOf(part, readDraft(files, part)));
	const resources = { resources: readResources(files, draft, 'resources'), enrichment: readResources(files, draft, 'enrichment') };
	const unit = unitOf(draft, before, deck, { sections, questions, ...resources });
	return { located: draft.located, ...(unit === undefined ? {} : { unit }), sections, questions };
}

function partOf<Part>({ located, path }: FilePart, value: Part | undefined): PartReading<Part> {
	return value === undefined ? { located, path } : { located, path, value };
}

type UnitParts = Pick<UnitReading, 'sections' | 'questions'> & Pick<Unit, 'resources' | 'enrichment'>;

function unitOf(draft: UnitDraft, before: UnitDraft | undefined, deck: RawDeck | undefined, parts: UnitParts): Unit | undefined {
	const { raw } = draft;
	const sections = parts.sections.flatMap(({ value }) => value ?? []);
	const questions = parts.questions.flatMap(({ value }) => value ?? []);
	if (raw === undefined || !draft.complete || sections.length < parts.sections.length || questions.length < parts.questions.length)
		return undefined;
	const setting = (key: keyof typeof defaults) => raw[key] ?? deck?.[key] ?? defaults[key];
	const benchmark = readBenchmark(setting('benchmark'));
	if (benchmark === undefined) return undefined;
	return {
		id: raw.unit,
		title: raw.title,
		requires: requiredBy(draft, before),
		draw: Number(setting('draw')),
		rule: { benchmark, passes: Number(setting('passes')), floor: Number(setting('floor')) },
		sections,
		questions,
		resources: parts.resources,
		enrichment: parts.enrichment,
	};
}

function readDraft(files: DeckFiles, { raw, located }: UnitDraft['questions'][number]): Question | undefined {
	if (raw === undefined) return undefined;
	const { question, diagnostics } = readQuestion(raw, located);
	files.diagnostics.push(...diagnostics);
	return question;
}

function readSection(files: DeckFiles, { raw, located }: Draft<RawSection>): Section | undefined {
	if (raw === undefined) return undefined;
	const text = sectionText(files, raw, located);
	if (text === undefined) return undefined;
	return { id: raw.id, title: raw.title, objective: raw.objective, text, weight: Number(raw.weight ?? '1') };
}

function sectionText(files: DeckFiles, { text, file }: RawSection, located: Located): string | undefined {
	if (text !== undefined && file !== undefined) {
		files.diagnostics.push(
			problem('text-and-file', keyPlaceOf(located, 'file'), 'Unexpected `file` beside `text`, expected one of the two', {
				help: 'Remove one of the two.',
				related: { ...keyPlaceOf(located, 'text'), message: 'the text' },
			}),
		);
		return undefined;
	}
	if (file === undefined) {
		if (text === undefined) files.diagnostics.push(...missingText(located));
		return text;
	}
	const named: Located = { file: located.file, node: nodeAt(located.node, ['file']) };
	const read = readPlainText(files, resolvePath(located.file, file), named);
	if (read === undefined || read.trim() !== '') return read;
	files.diagnostics.push(
		problem('empty-file', placeOf(named), `Unexpected empty file ${quoted(file)}, expected the section's text`, {
			help: 'Write the text.',
		}),
	);
	return undefined;
}

/** Nothing where something was refused, which was told. */
function missingText(located: Located): readonly Diagnostic[] {
	const [empty] = ['text', 'file'].filter((key) => entryOf(located.node, key) !== undefined);
	if (empty === undefined) {
		return [
			problem('missing-key', ownerPlaceOf(located), 'Missing `text`, expected `text` or `file`', { help: 'Add `text:` or `file:`.' }),
		];
	}
	if (isRefused(entryOf(located.node, empty)?.node)) return [];
	const help = fillingHelp(entryOf(located.node, empty)?.node);
	return [
		problem('missing-key', keyPlaceOf(located, empty), `Nothing after \`${empty}:\`, expected the section's text or its file`, { help }),
	];
}

function readResources(files: DeckFiles, { raw, located }: UnitDraft, key: 'resources' | 'enrichment'): readonly Resource[] {
	return (raw?.[key] ?? []).map((resource, index) => {
		if (resource.url === undefined && resource.text === undefined) {
			const place = placeOf(located, key, index, 'title');
			files.diagnostics.push(problem('missing-key', place, 'Missing `url`, expected `url` or `text`', { help: 'Add `url:` or `text:`.' }));
		}
		return resourceOf(resource);
	});
}

function resourceOf({ title, url, text }: RawResource): Resource {
	return { title, ...(url === undefined ? {} : { url }), ...(text === undefined ? {} : { text }) };
}
