// A unit of the right shape -> a unit that can be taught: its sections' texts, its questions, its rule with the deck's defaults.

import type { Question, Resource, Section, Unit } from '../model/deck.ts';
import { readBenchmark } from './benchmark.ts';
import { type DeckFiles, readPlainText, resolvePath } from './deck-files.ts';
import { problem, quoted } from './diagnostic-codes.ts';
import { requiredBy } from './prerequisites.ts';
import { readQuestion } from './questions/read-question.ts';
import type { RawDeck, RawResource, RawSection } from './schema.ts';
import { keyPlaceOf, type Located, ownerPlaceOf, placeOf } from './source-node.ts';
import type { Draft, UnitDraft } from './unit-file.ts';

/** What a unit takes over when neither it nor its deck says anything. */
const defaults = { benchmark: '90%', draw: '10', passes: '1', floor: '0' } as const;

/**
 * Tells all that is wrong with the unit's values.
 *
 * @param deck its defaults; absent when the deck's own shape has faults.
 * @returns the unit, absent when a part of it has faults.
 */
export function readUnit(files: DeckFiles, draft: UnitDraft, before: UnitDraft | undefined, deck: RawDeck | undefined): Unit | undefined {
	const sections = draft.sections.map((section) => readSection(files, section));
	const questions = draft.questions.map((question) => readDraft(files, question));
	const resources = readResources(files, draft, 'resources');
	const enrichment = readResources(files, draft, 'enrichment');
	const { raw } = draft;
	if (raw === undefined || sections.includes(undefined) || questions.includes(undefined)) return undefined;
	const setting = (key: keyof typeof defaults) => raw[key] ?? deck?.[key] ?? defaults[key];
	const benchmark = readBenchmark(setting('benchmark'));
	if (benchmark === undefined) return undefined;
	return {
		id: raw.unit,
		title: raw.title,
		requires: requiredBy(draft, before),
		draw: Number(setting('draw')),
		rule: { benchmark, passes: Number(setting('passes')), floor: Number(setting('floor')) },
		sections: sections.filter((section) => section !== undefined),
		questions: questions.filter((question) => question !== undefined),
		resources,
		enrichment,
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
		if (text === undefined) {
			const place = ownerPlaceOf(located, 'text');
			files.diagnostics.push(
				problem('missing-key', place, 'Missing `text`, expected `text` or `file`', { help: 'Add `text:` or `file:`.' }),
			);
		}
		return text;
	}
	const place = placeOf(located, 'file');
	const read = readPlainText(files, resolvePath(located.file, file), place);
	if (read === undefined || read.trim() !== '') return read;
	files.diagnostics.push(
		problem('empty-file', place, `Unexpected empty file ${quoted(file)}, expected the section's text`, { help: 'Write the text.' }),
	);
	return undefined;
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
