// Values as YAML that an author would have written: plain wherever plain will do. How to quote is the library's to know.

import { Document, isSeq, stringify, visit } from 'yaml';

export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Decks know texts only, so that `40` and `true` need no quotes. */
const options = { schema: 'failsafe', lineWidth: 120, blockQuote: 'literal' } as const;

/** Lists and maps over several lines, a list right within a list in brackets; ends with a line end. */
export function blockYaml(value: YamlValue): string {
	const document = new Document(value, options);
	visit(document, {
		Seq: (_, list, path) => {
			if (isSeq(path.at(-1))) list.flow = true;
		},
	});
	return document.toString({ ...options, flowCollectionPadding: false });
}

/** Lists and maps in brackets, on one line as long as no text has more. */
export function flowYaml(value: YamlValue): string {
	return stringify(value, { ...options, collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

/** Every line that is not empty moved to the right. */
export function indented(text: string, columns: number): string {
	return text.replace(/^(?=[^\n])/gmu, ' '.repeat(columns));
}
