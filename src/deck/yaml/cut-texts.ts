// Texts that end before the author's did: a space and `#` begin a comment. Knows which keys hold texts, and nothing else of decks.

import type { Diagnostic, Span } from '../../model/diagnostic.ts';
import { problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import type { Located, SourceNode, TextNode } from './source-node.ts';

/** What stands below these keys is read by learners, or compared with what they type. */
const textKeys: ReadonlySet<string> = new Set([
	...['title', 'summary', 'objective', 'text', 'stem', 'explanation', 'hints', 'feedback'],
	...['answer', 'answers', 'options', 'distractors', 'pattern'],
]);

/** Where no text has a comment after it, which is nearly always, nothing is walked. */
const anyComment = /#(?<=\S[ \t]+#)/;
const commentAfter = /([ \t]+)(#[^\r\n]*)/y;

/** In quotes, in a block, or named by an alias: nothing can be cut off. */
const uncut = `"'|>*`;

/**
 * A comment is taken for a part of the text unless it looks like a comment: two spaces before it, or a number or truth value, and
 * a space after its sign.
 */
export function cutTexts({ file, node: root }: Located, text: string): readonly Diagnostic[] {
	if (!anyComment.test(text)) return [];
	const found: Span[] = [];
	walk(root, false, (node) => {
		const span = uncut.includes(text.charAt(node.span.start)) ? undefined : cutAfter(node, text);
		if (span !== undefined) found.push(span);
	});
	return found.map((span) =>
		problem(
			'cut-by-comment',
			{ file, span },
			`The text ends before ${quoted(text.slice(span.start, span.end))}, since a space and \`#\` begin a comment`,
			{ help: 'Put the whole text in quotes, or two spaces before a comment.' },
		),
	);
}

function walk(node: SourceNode, isText: boolean, visit: (node: TextNode) => void): void {
	if (node.kind === 'text' && isText) visit(node);
	if (node.kind === 'list') for (const item of node.items) walk(item, isText, visit);
	if (node.kind === 'map') for (const [key, child] of node.entries) walk(child.node, textKeys.has(key), visit);
}

function cutAfter({ span, value }: TextNode, text: string): Span | undefined {
	commentAfter.lastIndex = span.end;
	const match = commentAfter.exec(text);
	if (match === null) return undefined;
	const [whole, gap = '', comment = ''] = match;
	const isValue = /^(?:true|false|[\d.,/e+%-]+)$/iu.test(value);
	const isDeliberate = /^#\s*gradus-/u.test(comment) || (/^#+(?:\s|$)/u.test(comment) && (gap !== ' ' || isValue));
	return isDeliberate ? undefined : { start: span.end + gap.length, end: span.end + whole.trimEnd().length };
}
