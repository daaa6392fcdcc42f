// `# gradus-ignore code: reason`, above a question, a section, or at the head of a file: one rule, silent there.

import { problem, quoted } from '../deck/diagnostic-codes.ts';
import { itemsAt, type Located, type SourceNode } from '../deck/source-node.ts';
import type { Diagnostic, Span } from '../model/diagnostic.ts';
import { faultOfCode, keepsLearnersOut } from './settings.ts';

interface Silencer {
	readonly file: string;
	readonly code: string;
	/** The comment. */
	readonly span: Span;
	/** What it stands above; the file as a whole. */
	readonly over: Span | 'file';
}

const comment = /^[ \t]*(#[ \t]*gradus-ignore\b[^\r\n]*)/gmu;

/** Diagnostics without those that are silenced, and what is wrong with the silencers themselves. */
export function silence(
	diagnostics: readonly Diagnostic[],
	trees: ReadonlyMap<string, Located | undefined>,
	sources: ReadonlyMap<string, string>,
): { readonly diagnostics: readonly Diagnostic[]; readonly silenced: number } {
	const faults: Diagnostic[] = [];
	const silencers = [...trees].flatMap(([file, tree]) => {
		const text = sources.get(file);
		return text === undefined || tree === undefined || !text.includes('gradus-ignore') ? [] : silencersIn(file, text, tree.node, faults);
	});
	if (silencers.length === 0) return { diagnostics: [...diagnostics, ...faults], silenced: 0 };
	const used = new Set<Silencer>();
	const left = diagnostics.filter((diagnostic) => {
		const silencer = silencers.find((each) => silences(each, diagnostic));
		if (silencer !== undefined) used.add(silencer);
		return silencer === undefined;
	});
	const unused = silencers
		.filter((silencer) => !used.has(silencer))
		.map(({ file, code, span }) =>
			problem('unused-silencer', { file, span }, `Nothing here is told by \`${code}\`, so that this comment silences nothing`, {
				help: 'Remove it.',
			}),
		);
	return { diagnostics: [...left, ...faults, ...unused], silenced: diagnostics.length - left.length };
}

function silences({ file, code, over }: Silencer, diagnostic: Diagnostic): boolean {
	const { place } = diagnostic;
	if (diagnostic.code !== code || place.file !== file || keepsLearnersOut(diagnostic)) return false;
	return over === 'file' || (place.span !== undefined && over.start <= place.span.start && place.span.end <= over.end);
}

function silencersIn(file: string, text: string, root: SourceNode, faults: Diagnostic[]): readonly Silencer[] {
	return [...text.matchAll(comment)].flatMap((match) => {
		const written = (match[1] ?? '').trimEnd();
		const start = match.index + match[0].indexOf('#');
		const span = { start, end: start + written.length };
		if (isInsideText(root, start)) return [];
		const tell = (message: string, help: string) => {
			faults.push(problem('silencer-form', { file, span }, message, { help }));
			return [];
		};
		const parts = /^#\s*gradus-ignore\s+([^\s:]+)(?:\s*:\s*(\S.*))?$/u.exec(written);
		const [, code, reason] = parts ?? [];
		if (code === undefined)
			return tell('Unexpected comment, expected a rule and a reason', 'Write `# gradus-ignore rule-code: the reason`.');
		const fault = faultOfCode(code);
		if (fault !== undefined) return tell(fault.message, fault.help);
		if (reason === undefined) return tell(`Missing reason for silencing ${quoted(code)}`, `Write \`# gradus-ignore ${code}: the reason\`.`);
		const over = targetOf(text, root, span.end);
		if (over === undefined) {
			return tell(
				'Unexpected place for a comment that silences, expected the line above a question, a section or the first key of a file',
				'Move it there.',
			);
		}
		return [{ file, code, span, over }];
	});
}

/** The first thing below the comment that is neither comment nor empty, where that is something to speak of. */
function targetOf(text: string, root: SourceNode, from: number): Span | 'file' | undefined {
	const below = /^(?:[^\n]*\n)(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*/u.exec(text.slice(from));
	if (below === null) return undefined;
	const at = from + below[0].length;
	const [first] = root.kind === 'map' ? root.entries.values() : [];
	if (first !== undefined && first.keySpan.start === at) return 'file';
	const items = root.kind === 'list' ? root.items : [...itemsAt(root, 'sections'), ...itemsAt(root, 'questions')];
	// A list item begins with its dash: `- id: x`.
	return items.find(({ span }) => span.start >= at && /^[-\s]*$/u.test(text.slice(at, span.start)))?.span;
}

function isInsideText(node: SourceNode, offset: number): boolean {
	if (node.kind === 'text') return node.span.start <= offset && offset < node.span.end;
	if (node.kind === 'list') return node.items.some((item) => isInsideText(item, offset));
	return node.kind === 'map' && [...node.entries.values()].some((entry) => isInsideText(entry.node, offset));
}
