// `# gradus-ignore code: reason`, above a question, a section, or at the head of a file: one rule, silent there.

import { problem, quoted } from '../deck/diagnostics/diagnostic-codes.ts';
import { itemsAt, type Located, type SourceNode } from '../deck/yaml/source-node.ts';
import type { Diagnostic, Span } from '../model/diagnostic.ts';
import { gather } from './gather.ts';
import { ruleOf } from './rules/index.ts';
import { faultOfCode, keepsLearnersOut, type Levels } from './settings.ts';

interface Silencer {
	readonly file: string;
	readonly code: string;
	/** The comment. */
	readonly span: Span;
	/** What it stands above; the file as a whole. */
	readonly over: Span | 'file';
}

/** Also what is nearly one: it silences nothing, and is told. */
const comment = /(?<=^|[ \t])#[ \t]*gradus(?:[-_]i(?:gn|ng)[a-z]*\b|[ \t]*ignor[a-z]*[ \t:]+[a-z-]+[ \t]*:)[^\r\n]*/gimu;

/** All comments that silence, in files that are YAML at all, and what is wrong with the others. */
export interface Silencers {
	readonly silencers: readonly Silencer[];
	readonly faults: readonly Diagnostic[];
}

export function silencersOf(trees: ReadonlyMap<string, Located | undefined>, sources: ReadonlyMap<string, string>): Silencers {
	const faults: Diagnostic[] = [];
	const silencers = [...trees].flatMap(([file, tree]) => {
		const text = sources.get(file);
		return text === undefined || tree === undefined || !/gradus/iu.test(text) || text.search(comment) < 0
			? []
			: silencersIn(file, text, tree.node, faults);
	});
	return { silencers, faults };
}

/**
 * Diagnostics without those that are silenced, and what is wrong with the silencers themselves.
 *
 * A silencer is told as unused only where its rule had its chance: not while learners are refused the deck (then some rules did
 * not look at all of it), nor where the rule is off or looks at two versions.
 *
 * @param levels rules that are off were not looked at.
 */
export function silence(
	diagnostics: readonly Diagnostic[],
	{ silencers, faults }: Silencers,
	levels: Levels = new Map(),
): { readonly diagnostics: readonly Diagnostic[]; readonly silenced: number } {
	if (silencers.length === 0) return { diagnostics: [...diagnostics, ...faults], silenced: 0 };
	const byCode = gather(silencers, ({ code }) => [code]);
	const used = new Set<Silencer>();
	const silenced = new Set<string>();
	const left = diagnostics.filter((diagnostic) => {
		const silencer = byCode.get(diagnostic.code)?.find((each) => silences(each, diagnostic));
		if (silencer === undefined) return true;
		used.add(silencer);
		// A pool that serves several units is looked at for each of them.
		silenced.add(JSON.stringify([diagnostic.code, diagnostic.message, diagnostic.place]));
		return false;
	});
	const complete = !diagnostics.some(keepsLearnersOut);
	const unused = silencers
		.filter((silencer) => complete && !used.has(silencer) && hadItsChance(silencer.code, levels))
		.map(({ file, code, span }) =>
			problem('unused-silencer', { file, span }, `Nothing here is told by \`${code}\`, so that this comment silences nothing`, {
				help: 'Remove it.',
			}),
		);
	return { diagnostics: [...left, ...faults, ...unused], silenced: silenced.size };
}

function hadItsChance(code: string, levels: Levels): boolean {
	return levels.get(code) !== 'off' && ruleOf(code)?.scope !== 'change';
}

function silences({ file, code, over }: Silencer, diagnostic: Diagnostic): boolean {
	const { place } = diagnostic;
	if (diagnostic.code !== code || place.file !== file || keepsLearnersOut(diagnostic)) return false;
	return over === 'file' || (place.span !== undefined && over.start <= place.span.start && place.span.end <= over.end);
}

function silencersIn(file: string, text: string, root: SourceNode, faults: Diagnostic[]): readonly Silencer[] {
	const texts = textSpans(root).toSorted((a, b) => a.start - b.start);
	const items = silencedItems(root).toSorted((a, b) => a.start - b.start);
	let below: Below | undefined;
	return [...text.matchAll(comment)].flatMap(({ index: start, 0: matched }) => {
		const written = matched.trimEnd();
		const span = { start, end: start + written.length };
		const around = texts[countUpTo(texts, start) - 1];
		if (around !== undefined && start < around.end) return [];
		const tell = (at: Span, message: string, help: string) => {
			faults.push(problem('silencer-form', { file, span: at }, message, { help }));
			return [];
		};
		const [, before = '', code = '', further, reason = ''] =
			/^(#[ \t]*gradus[ \t_-]*[a-z]+[ \t]+)([^\s:,]+)(,)?[ \t]*(?::[ \t]*(.*))?/iu.exec(written) ?? [];
		if (code === '')
			return tell(span, 'Unexpected comment, expected a rule and a reason', 'Write `# gradus-ignore rule-code: the reason`.');
		if (!/^#[ \t]*gradus-ignore[ \t]/u.test(written)) {
			return tell(span, 'Unexpected word in a comment, expected `gradus-ignore`', `Write \`# gradus-ignore ${code}: the reason\`.`);
		}
		const codeSpan = { start: start + before.length, end: start + before.length + code.length };
		const fault = faultOfCode(code);
		if (fault !== undefined) return tell(codeSpan, fault.message, fault.help);
		if (further !== undefined) return tell(span, 'Unexpected comma, expected one rule in a comment', 'Write a comment for each rule.');
		if (reason === '') return tell(span, `Missing reason for silencing ${quoted(code)}`, `Write \`# gradus-ignore ${code}: the reason\`.`);
		// Comments in one block have the same thing below them.
		if (below === undefined || below.at <= start) below = belowComment(text, span.end);
		const over = isAlone(text, start) && below !== undefined ? targetOf(text, root, items, span.end, below) : undefined;
		if (over !== undefined) return [{ file, code, span, over }];
		return tell(
			span,
			'Unexpected place for a comment that silences, expected the line above a question, a section or the first key of a file',
			'Move it there.',
		);
	});
}

/** Nothing else stands in the line before it. */
function isAlone(text: string, start: number): boolean {
	return /^[ \t\ufeff]*$/u.test(text.slice(text.lastIndexOf('\n', start) + 1, start));
}

/** What stands below a comment, passing over comments and empty lines. */
interface Below {
	/** Offset of the first character that is neither. */
	readonly at: number;
	/** Offset of the last empty line, or of the mark that begins a document; -1: none. */
	readonly gap: number;
}

/** `undefined`: the file ends. */
function belowComment(text: string, from: number): Below | undefined {
	const passed = /^[^\n]*\n(?:(?:[ \t]*(?:#[^\n]*)?|---[ \t]*(?:#[^\n]*)?)\r?\n)*/u.exec(text.slice(from))?.[0];
	if (passed === undefined) return undefined;
	const gaps = [...passed.matchAll(/(?<=\n)(?:[ \t]*\r?\n|---)/gu)];
	const indent = /^[ \t]*/u.exec(text.slice(from + passed.length, from + passed.length + 1_000))?.[0].length ?? 0;
	const gap = gaps.at(-1);
	return { at: from + passed.length + indent, gap: gap === undefined ? -1 : from + gap.index };
}

/** What a comment speaks of: the thing right below it, where that is a question, a section or the head of a file. */
function targetOf(text: string, root: SourceNode, items: readonly Span[], from: number, { at, gap }: Below): Span | 'file' | undefined {
	const [first] = root.kind === 'map' ? root.entries.values() : [];
	if (first?.keySpan.start === at) return 'file';
	const item = items[countUpTo(items, at - 1)];
	// A list item begins with its dash: `- id: x`.
	if (item === undefined || !/^-?\s*(?:&\S+\s+)?$/u.test(text.slice(at, item.start))) return undefined;
	// Above the first question of a pool stands also what is meant for all of them, with an empty line in between.
	return root.kind === 'list' && item === items[0] && gap >= from ? 'file' : item;
}

function silencedItems(root: SourceNode): readonly Span[] {
	const items = root.kind === 'list' ? root.items : [...itemsAt(root, 'sections'), ...itemsAt(root, 'questions')];
	return items.map(({ span }) => span);
}

/** Of texts and keys; they do not overlap. */
function textSpans(node: SourceNode): readonly Span[] {
	if (node.kind === 'text') return [node.span];
	if (node.kind === 'list') return node.items.flatMap(textSpans);
	return node.kind === 'map' ? [...node.entries.values()].flatMap((entry) => [entry.keySpan, ...textSpans(entry.node)]) : [];
}

/** How many of the spans begin at the offset or before it; they are in order. */
function countUpTo(spans: readonly Span[], offset: number): number {
	let low = 0;
	for (let high = spans.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
