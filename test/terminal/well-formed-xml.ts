// A strict reader of the XML that the JUnit format may use: elements, attributes, text and the references of XML itself.

export interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly Element[];
	/** Its own text, without that of its children. */
	readonly text: string;
}

/** Characters that XML 1.0 allows (section 2.2). */
const allowed = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const token = /<(\/?)([a-z][a-z-]*)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/uy;
const references: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

interface Open {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Element[];
	text: string;
}

/** @throws Error where the document is not well-formed, or uses more of XML than it needs. */
export function readXml(document: string): Element {
	if (!allowed.test(document)) throw new Error('a character that XML does not allow');
	if (!document.startsWith(declaration)) throw new Error('no declaration');
	const root: Open = { name: '', attributes: {}, children: [], text: '' };
	const open = [root];
	token.lastIndex = declaration.length;
	while (token.lastIndex < document.length) {
		const at = token.lastIndex;
		const match = token.exec(document);
		const inside = open.at(-1);
		if (match === null || inside === undefined) throw new Error(`unexpected ${JSON.stringify(document.slice(at, at + 40))}`);
		const [, closing, name = '', attributes = '', alone, text] = match;
		if (text !== undefined) inside.text += decoded(text);
		else if (closing === '/') {
			if (inside.name !== name || attributes !== '' || alone !== '' || open.length === 1) throw new Error(`unexpected end of ${name}`);
			open.pop();
		} else {
			const element = { name, attributes: attributesOf(attributes), children: [], text: '' };
			inside.children.push(element);
			if (alone === '') open.push(element);
		}
	}
	const [first, ...rest] = root.children;
	if (open.length > 1) throw new Error(`${open.at(-1)?.name} is not closed`);
	if (first === undefined || rest.length > 0 || root.text.trim() !== '') throw new Error('expected one element');
	return first;
}

function attributesOf(text: string): Readonly<Record<string, string>> {
	const pairs = [...text.matchAll(/ ([a-z]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, decoded(value)] as const);
	if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`an attribute twice:${text}`);
	return Object.fromEntries(pairs);
}

function decoded(text: string): string {
	return text.replace(/&[^;]*;?/gu, (reference) => {
		const character = references[reference];
		if (character === undefined) throw new Error(`unknown reference ${reference}`);
		return character;
	});
}
