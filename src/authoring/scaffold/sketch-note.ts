// The lines at the head of a new unit that keep quiet what is told of it only because it is short; kept up to date while it grows.

import { ruleOf } from '../rules/index.ts';
import { silencer } from './draft.ts';

const note =
	'# `gradus new question` keeps the next lines up to date. By hand, remove one once `gradus check` says that it silences nothing.';

/** Nothing where no rule is to be quiet. */
export function sketchNote(silenced: readonly string[]): readonly string[] {
	return silenced.length === 0 ? [] : [note, ...silenced.map(silencer)];
}

/** The rules that a file keeps quiet as a first sketch; undefined: it is none, or somebody has laid its lines out otherwise. */
export function sketchedIn(text: string): readonly string[] | undefined {
	return blockIn(text)?.codes;
}

/** The same file with these rules in the place of those; nothing else changes. */
export function withSketched(text: string, codes: readonly string[]): string {
	const found = blockIn(text);
	if (found === undefined || String(found.codes) === String(codes)) return text;
	const lines = sketchNote(codes).map((line) => `${line}${found.lineEnd}`);
	return `${text.slice(0, found.start)}${lines.join('')}${text.slice(found.end)}`;
}

/** Whether a rule speaks of how much there is, and not of what was written. */
export function isOfSize(code: string): boolean {
	const family = ruleOf(code)?.family;
	return family === 'benchmark' || family === 'luck' || family === 'retries' || code === 'section-below-quota';
}

/** The lines of the note and those right below it, above the first key. */
function blockIn(text: string) {
	const found = /^(?:# `gradus new question` keeps [^\n]*\n)((?:# gradus-ignore [a-z0-9-]+: a first sketch\r?\n)+)/mu.exec(text);
	if (found === null) return undefined;
	const [whole, lines = ''] = found;
	const codes = [...lines.matchAll(/gradus-ignore ([a-z0-9-]+)/gu)].map(([, code = '']) => code);
	return { start: found.index, end: found.index + whole.length, codes, lineEnd: whole.endsWith('\r\n') ? '\r\n' : '\n' };
}
