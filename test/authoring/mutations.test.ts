// Whoever spoils a sound deck in one place is told so there. Two thousand times.

import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import type { ExampleFile } from '../../src/authoring/example.ts';
import { entryOf, type SourceNode } from '../../src/deck/yaml/source-node.ts';
import { chanceFrom } from '../../src/engine/chance.ts';
import type { Diagnostic, Place, Span } from '../../src/model/diagnostic.ts';
import { openExample } from './example-folder.ts';
import { type Kind, kinds, type Mutation, mutate, type SoundDeck, soundDecks, startOfLine, treeOf } from './mutating.ts';
import { isAtFault } from './second-opinion.ts';

const mutationsOfAKind = 400;

/** Far beyond what any of these small decks takes: a hang, and not a slow machine. */
const hang = 5_000;

type Outcome =
	/** The deck is as sound as before: nobody needs to be told anything. (A cut byte in prose, a renamed id that nothing names.) */
	| 'sound'
	/** Told at the mutated line or its owner. */
	| 'told there'
	/** Told, but only elsewhere. */
	| 'told elsewhere'
	/** At fault by the second opinion, and not told at all. */
	| 'missed';

interface Result {
	readonly kind: Kind;
	readonly outcome: Outcome;
	/** Told on a line of the mutation itself. */
	readonly onTheLine: boolean;
	/** What was mutated and what was told, unless all is well. */
	readonly report: string;
}

/**
 * Counted are mutations that spoil the deck: learners are refused it now, or the second opinion says that it is at fault. All others leave
 * it as valid as it was, whatever they do to its prose, and are not counted.
 *
 * "Told there" means that an error, or the second place of one, begins on one of these lines of the mutated file:
 * - the lines of the mutation itself; with a line break cut away, the line that it made;
 * - the lines of the owner that the mutated characters had in the sound file. The owner is the innermost of: a question, a section, a resource
 *   (an item of a list at the top of a unit, or of a pool); else, at the top of a file, the entry (a key with the text, map or list of texts
 *   under it; of a list of items its key's line alone) with the lines of the file's first key and of its id, since what is
 *   missing at the top can be told nowhere else. Comments and empty lines belong to what stands above them;
 * - both owners, where the mutation stands between two.
 * A file that is no text any more has no lines: its owner is the place that names it.
 */
function resultOf(deck: SoundDeck, mutation: Mutation, before: ReadonlySet<string>): Result {
	const { kind, file, span, insert, broken } = mutation;
	const sound = deck.files[file] ?? '';
	const text = sound.slice(0, span.start) + insert + sound.slice(span.end);
	const spoilt: ExampleFile = broken === undefined ? text : { problem: 'not-utf-8', detail: 'other bytes', shown: '' };
	const { deck: read, diagnostics, sources } = checkDeck(openExample({ files: { ...deck.files, [file]: spoilt }, shown: [] }));
	const errors = diagnostics.filter((each) => each.severity === 'error' && !before.has(keyOf(each)));
	const report = () =>
		[
			`${deck.name}: ${kind} in ${file}:${lineAt(sound, span.start)}: ${JSON.stringify(sound.slice(span.start, span.end).slice(0, 60))} -> ${JSON.stringify(insert)}`,
			...errors.map(({ place, message, code }) => `    ${whereIs(place, sources)}: ${message} [${code}]`),
		].join('\n');
	if (read !== undefined) {
		const missed = isAtFault({ ...deck.files, [file]: broken === undefined ? text : undefined });
		return missed
			? { kind, outcome: 'missed', onTheLine: false, report: report() }
			: { kind, outcome: 'sound', onTheLine: false, report: '' };
	}
	const lines = linesOf(sound, text, mutation);
	const areOn = (wanted: ReadonlySet<number>) => (place: Place) =>
		place.file === file && place.span !== undefined && wanted.has(lineAt(text, place.span.start));
	const isTold = (isThere: (place: Place) => boolean) =>
		errors.some(({ place, related }) => isThere(place) || (related !== undefined && isThere(related)));
	const there = broken === undefined ? isTold(areOn(lines.owner)) : errors.some(({ code }) => code === 'not-utf-8');
	return { kind, outcome: there ? 'told there' : 'told elsewhere', onTheLine: isTold(areOn(lines.own)), report: there ? '' : report() };
}

function keyOf({ code, message, place }: Diagnostic): string {
	return JSON.stringify([code, message, place.file]);
}

function whereIs({ file, span }: Place, sources: ReadonlyMap<string, string>): string {
	const text = sources.get(file);
	return span === undefined || text === undefined ? file : `${file}:${lineAt(text, span.start)}`;
}

function lineAt(text: string, offset: number): number {
	return text.slice(0, offset).split('\n').length;
}

/** Of the mutated text, from 1. */
function linesOf(sound: string, text: string, { file, span, insert }: Mutation): Record<'own' | 'owner', ReadonlySet<number>> {
	const last = Math.max(span.start, span.end - 1);
	const offsets = [span.start, last, ...(sound.charAt(last) === '\n' ? [span.end] : [])];
	const owners = file.endsWith('.yaml') ? offsets.flatMap((offset) => ownersOf(sound, offset)) : [];
	const moved = (offset: number) =>
		offset <= span.start ? offset : Math.max(span.start + insert.length, offset - (span.end - span.start) + insert.length);
	const linesIn = ({ start, end }: Span) => {
		const first = lineAt(text, start);
		return Array.from({ length: lineAt(text, Math.max(start, end)) - first + 1 }, (_, index) => first + index);
	};
	const own = linesIn({ start: span.start, end: span.start + insert.length });
	const owner = owners.flatMap(({ start, end }) => linesIn({ start: moved(start), end: moved(end) }));
	return { own: new Set(own), owner: new Set([...own, ...owner]) };
}

function ownersOf(text: string, offset: number): readonly Span[] {
	const root = treeOf(text);
	if (root.kind === 'list') return [around(text, root.items, offset)];
	if (root.kind !== 'map') return [];
	const entries = [...root.entries.values()];
	const name = [entryOf(root, 'unit'), entryOf(root, 'deck'), entries[0]].flatMap((entry) => (entry === undefined ? [] : [entry.keySpan]));
	const at = entries.findLast(({ keySpan }) => keySpan.start <= offset) ?? entries[0];
	if (at === undefined) return name;
	const { keySpan, node } = at;
	const isListOfMaps = node.kind === 'list' && node.items.every(({ kind }) => kind === 'map');
	if (!isListOfMaps || node.kind !== 'list') return [...name, { start: keySpan.start, end: node.span.end }];
	const first = node.items[0];
	if (first === undefined || offset < startOfLine(text, first.span.start)) return [...name, keySpan];
	return [around(text, node.items, offset)];
}

/** The item that an offset stands in or behind, with its dash and the lines up to the next one. */
function around(text: string, items: readonly SourceNode[], offset: number): Span {
	const starts = items.map(({ span }) => startOfLine(text, span.start));
	const index = Math.max(
		0,
		starts.findLastIndex((start) => start <= offset),
	);
	return { start: starts[index] ?? 0, end: Math.max((starts[index + 1] ?? text.length) - 1, starts[index] ?? 0) };
}

const decks = soundDecks();

describe('a sound deck that is spoilt in one place', () => {
	it('was sound, by both opinions', () => {
		const unsound = decks.filter(({ files }) => checkDeck(openExample({ files, shown: [] })).deck === undefined || isAtFault(files));
		expect(unsound.map(({ name }) => name)).toEqual([]);
	});

	it('is told so at that place, never crashes the check and never hangs it', () => {
		const chance = chanceFrom(20_261_122);
		const known = new Map(
			decks.map((deck) => [deck, new Set(checkDeck(openExample({ files: deck.files, shown: [] })).diagnostics.map(keyOf))]),
		);
		const results: Result[] = [];
		const slow: string[] = [];
		for (const kind of kinds) {
			for (let count = 0; count < mutationsOfAKind; ) {
				const deck = decks[chance.index(decks.length)];
				const mutation = deck === undefined ? undefined : mutate(deck, kind, chance);
				if (deck === undefined || mutation === undefined) continue;
				count++;
				const started = performance.now();
				const result = resultOf(deck, mutation, known.get(deck) ?? new Set());
				if (performance.now() - started > hang) slow.push(result.report);
				results.push(result);
			}
		}
		process.stdout.write(tableOf(results));
		expect(slow).toEqual([]);
		expect(reportsOf(results, 'missed')).toEqual([]);
		expect(shareOf(results, 'told there'), reportsOf(results, 'told elsewhere').join('\n')).toBeGreaterThanOrEqual(0.95);
	});
});

function reportsOf(results: readonly Result[], outcome: Outcome): readonly string[] {
	return results.filter((result) => result.outcome === outcome).map(({ report }) => report);
}

/** Of those that spoil the deck. */
function shareOf(results: readonly Result[], where: 'told there' | 'on the line'): number {
	const counted = results.filter(({ outcome }) => outcome !== 'sound');
	return (
		counted.filter(({ outcome, onTheLine }) => outcome === 'told there' && (where === 'told there' || onTheLine)).length / counted.length
	);
}

function tableOf(results: readonly Result[]): string {
	const row = (name: string, of: readonly Result[]) => {
		const count = (outcome: Outcome) => of.filter((result) => result.outcome === outcome).length;
		const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7);
		const told = `${percent(shareOf(of, 'told there'))} told there (${percent(shareOf(of, 'on the line')).trim()} on the very line)`;
		return `${name.padEnd(13)} ${of.length} mutations, ${count('sound')} harmless; of the rest ${told}, ${count('told elsewhere')} elsewhere, ${count('missed')} not at all\n`;
	};
	return [
		...kinds.map((kind) =>
			row(
				kind,
				results.filter((result) => result.kind === kind),
			),
		),
		row('all', results),
	].join('');
}
