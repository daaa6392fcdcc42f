// A new question for a file of a deck that is there: a unit's own questions, or a pool.

import { resolvePath } from '../../deck/files/deck-files.ts';
import type { DeckFolder } from '../../deck/files/folder.ts';
import { overlaid } from '../../deck/files/overlay.ts';
import { type DeckReading, readDeck } from '../../deck/load-deck.ts';
import type { UnitReading } from '../../deck/read-unit.ts';
import { itemsAt, textAt } from '../../deck/yaml/source-node.ts';
import type { Id } from '../../model/deck.ts';
import type { Diagnostic, Span } from '../../model/diagnostic.ts';
import { checkDeck } from '../check-deck.ts';
import { readText } from '../editing/read-text.ts';
import { keepsLearnersOut } from '../settings.ts';
import { withItem } from './append-item.ts';
import { chosenId } from './chosen-id.ts';
import { type Drafting, quietened, refused, silencer } from './draft.ts';
import { type QuestionDraft, questionValue } from './question-draft.ts';
import { isOfSize, sketchedIn, withSketched } from './sketch-note.ts';
import { blockYaml } from './yaml-text.ts';

/** A file that questions stand in, as an author chooses one. */
export interface QuestionFile {
	/** From the deck's folder. */
	readonly file: string;
	/** Title of its unit, or of each unit that the pool serves. */
	readonly units: readonly string[];
	readonly pool: boolean;
	/** Those that every such unit has; questions can belong to any of them. */
	readonly sections: readonly { readonly id: Id; readonly title: string }[];
}

export interface QuestionWishes {
	readonly file: string;
	readonly section: string;
	/** Made from the stem unless stated. */
	readonly id?: string;
	readonly draft: QuestionDraft;
	/** It is to be rewritten, so that what rules say of it can wait. */
	readonly sample: boolean;
}

/** In the order of teaching, a unit's pools after it; none where deck.yaml cannot be read. */
export function questionFiles(folder: DeckFolder): readonly QuestionFile[] {
	return questionFilesIn(readDeck(folder, 1));
}

function questionFilesIn({ units }: DeckReading): readonly QuestionFile[] {
	return [...new Set(units.flatMap((unit) => [unit.located.file, ...poolsOf(unit)]))].map((file) => {
		const holders = unitsWith(units, file);
		const [first, ...others] = holders.map(sectionsOf);
		return {
			file,
			units: holders.map(({ located }) => textAt(located.node, 'title')?.value ?? located.file),
			pool: !units.some(({ located }) => located.file === file),
			sections: (first ?? []).filter(({ id }) => others.every((each) => each.some((other) => other.id === id))),
		};
	});
}

export function draftQuestion(folder: DeckFolder, { file, section, id: wished, draft, sample }: QuestionWishes): Drafting {
	const reading = readDeck(folder, 1);
	const known = questionFilesIn(reading).find((each) => each.file === file);
	if (known === undefined) return refused({ kind: 'not-listed', file });
	const before = reading.sources.get(file);
	if (before === undefined) return refused({ kind: 'unreadable', file });
	const sections = known.sections.map(({ id }) => id);
	if (!sections.includes(section)) return refused({ kind: 'no-section', section, known: sections });

	const chosen = chosenId(wished, { from: draft.stem, otherwise: 'question' }, idsBeside(reading, file));
	if (!chosen.ok) return chosen;
	const { id } = chosen;
	const item = questionValue(draft, id, section);
	const addition = { item, ...(known.pool ? {} : { key: 'questions' }) };
	if (withItem(before, addition) === undefined) return refused({ kind: 'layout', file, text: blockYaml([item]) });

	const heads = sketchedIn(before);
	const toldBefore = heads === undefined ? [] : checkDeck(folder).diagnostics;
	const { sketch, faults } = quietened((silenced) => {
		const added = withItem(before, { ...addition, above: silenced.map(silencer) }) ?? withItem(before, addition) ?? before;
		const after = heads === undefined ? added : grown(folder, file, added, heads, toldBefore);
		const check = checkDeck(overlaid(folder, new Map([[file, after]])));
		const span = spanOfLast(after, known.pool);
		const own = check.diagnostics.filter(({ place }) => place.file === file && isWithin(place.span, span));
		return { after, check, own: sample ? own : own.filter(keepsLearnersOut) };
	});
	if (faults.length > 0) return refused({ kind: 'problems', diagnostics: faults, sources: sketch.check.sources });
	const now = sketchedIn(sketch.after) ?? [];
	const sketched = {
		added: now.filter((code) => heads?.includes(code) === false),
		removed: (heads ?? []).filter((code) => !now.includes(code)),
	};
	return {
		ok: true,
		created: new Map(),
		schemas: new Map(),
		edited: { file, before, after: sketch.after },
		id,
		...(sketched.added.length + sketched.removed.length > 0 ? { sketched } : {}),
	};
}

/** A sketch with one more question: it keeps quiet what is told of its size from now on, and no longer what is not told. */
function grown(folder: DeckFolder, file: string, text: string, heads: readonly string[], toldBefore: readonly Diagnostic[]): string {
	const toldIn = (diagnostics: readonly Diagnostic[], of: string) =>
		diagnostics.filter(({ code, place }) => place.file === file && code === of);
	const check = checkDeck(overlaid(folder, new Map([[file, text]])));
	const unused = toldIn(check.diagnostics, 'unused-silencer').map(({ place: { span } }) => text.slice(span?.start, span?.end));
	const old = toldBefore.filter(({ place }) => place.file === file).map(({ code }) => code);
	const more = check.diagnostics
		.filter(({ code, place }) => place.file === file && isOfSize(code) && !old.includes(code))
		.map(({ code }) => code);
	return withSketched(text, [...new Set([...heads.filter((code) => !unused.includes(silencer(code))), ...more])]);
}

function poolsOf({ located: { file, node } }: UnitReading): readonly string[] {
	return itemsAt(node, 'pools').flatMap((pool) => (pool.kind === 'text' ? [resolvePath(file, pool.value)] : []));
}

function unitsWith(units: readonly UnitReading[], file: string): readonly UnitReading[] {
	return units.filter((unit) => unit.located.file === file || poolsOf(unit).includes(file));
}

function sectionsOf({ sections }: UnitReading): QuestionFile['sections'] {
	return sections.flatMap(({ located: { node } }) => {
		const id = textAt(node, 'id')?.value;
		return id === undefined ? [] : [{ id, title: textAt(node, 'title')?.value ?? id }];
	});
}

/** Ids of all questions that share a unit with those of the file, each with the file it stands in. */
function idsBeside({ units }: DeckReading, file: string): ReadonlyMap<string, string> {
	const questions = unitsWith(units, file).flatMap((unit) => unit.questions);
	return new Map(questions.map(({ located }) => [textAt(located.node, 'id')?.value ?? '', located.file] as const));
}

function spanOfLast(text: string, pool: boolean): Span | undefined {
	const { root } = readText(text);
	if (root === undefined) return undefined;
	const questions = pool ? (root.kind === 'list' ? root.items : []) : itemsAt(root, 'questions');
	return questions.at(-1)?.span;
}

function isWithin(span: Span | undefined, outer: Span | undefined): boolean {
	return span !== undefined && outer !== undefined && outer.start <= span.start && span.end <= outer.end;
}
