// Parts of a page that are made and not typed: `<!-- made: name -->` begins one, `<!-- end -->` ends it.

import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '../..');

/**
 * The page with each such part made anew. To bring a page up to date after a change: `npx vitest run test/docs --update`.
 *
 * @param makers of every part that the page has, by name.
 * @throws Error when a part has no maker, or a maker no part.
 */
export function withMadeBlocks(page: string, makers: Readonly<Record<string, string>>): string {
	const missing = new Set(Object.keys(makers));
	const made = page.replace(/(<!-- made: ([^>]*) -->\n).*?(<!-- end -->)/gsu, (_, begin: string, name: string, end: string) => {
		const content = makers[name];
		if (content === undefined) throw new Error(`nothing makes the part "${name}"`);
		missing.delete(name);
		return `${begin}\n${content}\n\n${end}`;
	});
	if (missing.size > 0) throw new Error(`the page has no part "${[...missing].join('", "')}"`);
	return made;
}

/** A Markdown table. */
export function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

export function fenced(language: string, text: string): string {
	return `\`\`\`${language}\n${text}\n\`\`\``;
}
