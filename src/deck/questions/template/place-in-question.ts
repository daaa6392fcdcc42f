// From a place that the engine names to one in the file: to the very character, where the text is written on one line as it is read.

import type { PlaceInQuestion } from '../../../engine/variants/compiled-template.ts';
import type { Place } from '../../../model/diagnostic.ts';
import { entryOf, type Located, nodeAt, type TextNode, valueStartOf } from '../../yaml/source-node.ts';
import { formulaStart, withoutSign } from './variables.ts';

/** A place; `exact` where it is the part that was asked for, and not the whole text around it. */
export interface PlaceInText {
	readonly place: Place;
	readonly exact: boolean;
}

/** @param part in the text as the engine has it: a formula of `vars` and `where` without the `=` before it. */
export function placeInQuestion(
	{ file, node }: Located,
	path: PlaceInQuestion,
	part?: { readonly offset: number; readonly length: number },
): PlaceInText {
	const text = writtenAt({ file, node }, path);
	if (text === undefined) return { place: { file, span: nodeAt(node, path).span }, exact: part === undefined };
	const start = part === undefined ? undefined : valueStartOf(text);
	if (part === undefined || start === undefined) return { place: { file, span: text.span }, exact: part === undefined };
	const from = start + part.offset + (isFormula(path) ? formulaStart(text.value) : 0);
	return { place: { file, span: { start: from, end: from + part.length } }, exact: true };
}

/** The formula that an offset lies in: the whole text, or what stands between its braces. */
export function formulaAround(located: Located, path: PlaceInQuestion, offset: number): string {
	const text = writtenAt(located, path)?.value ?? '';
	if (isFormula(path)) return withoutSign(text).trim();
	const open = text.lastIndexOf('{=', offset);
	const close = text.indexOf('}', offset);
	return open === -1 ? text.trim() : text.slice(open, close === -1 ? undefined : close + 1);
}

/** An option may be a map with its `text`, and so may code. */
function writtenAt({ node }: Located, path: PlaceInQuestion): TextNode | undefined {
	const at = nodeAt(node, path);
	const text = at.kind === 'map' ? entryOf(at, 'text')?.node : at;
	return text?.kind === 'text' ? text : undefined;
}

function isFormula([first]: PlaceInQuestion): boolean {
	return first === 'vars' || first === 'where';
}
