// How a YAML text is laid out, beyond what it says: which characters belong to texts, what is shared by anchors, which comments there are.

import { isAlias, isCollection, isScalar, Lexer, Scalar, visit } from 'yaml';

import { composeYaml } from '../../deck/yaml/compose-yaml.ts';
import type { Span } from '../../model/diagnostic.ts';

export interface Layout {
	/** Texts as they are written, in order; of a text block, what comes after its first line. */
	readonly texts: readonly Span[];
	/** Aliases, and what anchors stand before: a change there would be a change elsewhere. */
	readonly shared: readonly Span[];
	/** Text blocks that keep the empty lines at their end. */
	readonly keeping: readonly Span[];
}

/** `undefined` when the text is not one sound document. */
export function layoutOf(text: string): Layout | undefined {
	const { documents, limit } = composeYaml(text);
	const [document, second] = documents;
	if (document === undefined || second !== undefined || limit !== undefined || document.errors.length > 0) return undefined;
	const texts: Span[] = [];
	const shared: Span[] = [];
	const keeping: Span[] = [];
	visit(document, (_, node) => {
		if ((!isScalar(node) && !isCollection(node) && !isAlias(node)) || !node.range) return;
		const [start, end] = node.range;
		if (isAlias(node) || node.anchor !== undefined) shared.push({ start, end });
		if (!isScalar(node)) return;
		if (node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED) {
			texts.push({ start, end });
			return;
		}
		const head = /^[^\r\n]*/u.exec(text.slice(start, end))?.[0] ?? '';
		texts.push({ start: start + head.length, end });
		if (/^[|>]\d?\+/u.test(head)) keeping.push({ start, end });
	});
	return { texts, shared, keeping };
}

export function isInside(offset: number, spans: readonly Span[]): boolean {
	return spans.some(({ start, end }) => start <= offset && offset < end);
}

export function overlap(span: Span, spans: readonly Span[]): boolean {
	return spans.some(({ start, end }) => start < span.end && span.start < end);
}

/** Every comment, without the spaces at its end, sorted. */
export function commentsOf(text: string): readonly string[] {
	const comments: string[] = [];
	for (const lexeme of new Lexer().lex(text)) if (lexeme.startsWith('#')) comments.push(lexeme.trimEnd());
	return comments.toSorted();
}
