// YAML text -> a tree of texts with their places, and all that is wrong with it: whatever YAML can do beyond texts, lists and
// maps is refused here. Where nothing is wrong, quick-yaml.ts reads the same values in a fraction of the time.

import { type Alias, isAlias, isMap, isScalar, isSeq, type Pair, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';

import type { Diagnostic, Span } from '../../model/diagnostic.ts';
import { counted, type DiagnosticCode, type ProblemDetail, problem, quoted } from '../diagnostics/diagnostic-codes.ts';
import { characterProblem, findCharacterFaults } from './characters.ts';
import { composeYaml, yamlLimits } from './compose-yaml.ts';
import { type SourceEntry, type SourceNode, withoutBlankEnd } from './source-node.ts';
import { explainSyntax } from './yaml-syntax.ts';

export interface YamlReading {
	/** Absent when there is no tree to look at: a syntax error, a limit, an empty file. */
	readonly root?: SourceNode;
	readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param file named in the diagnostics.
 * @param keyNames map keys below which text is what the author holds to be right or offers beside it; invisible spaces are errors there.
 */
export function readCarefully(file: string, text: string, keyNames: ReadonlySet<string>): YamlReading {
	const reader = new Reader(file, text, keyNames);
	const root = reader.read();
	const diagnostics = [...reader.diagnostics, ...rawCharacterProblems(file, text, reader.keySpans)];
	return root === undefined ? { diagnostics } : { root, diagnostics };
}

function rawCharacterProblems(file: string, text: string, keySpans: readonly Span[]): readonly Diagnostic[] {
	return findCharacterFaults(text).map((fault) => {
		const inKey = fault.code === 'zero-width' && keySpans.some(({ start, end }) => start <= fault.span.start && fault.span.end <= end);
		return characterProblem(fault, { file, span: fault.span }, inKey);
	});
}

/** What an anchor stands for, with its size, so that an alias costs nothing to follow and its whole weight to count. */
interface Anchored {
	/** The anchor itself. */
	readonly mark: Span;
	/** Absent while the anchor's own content is being read. */
	readonly node?: SourceNode;
	readonly nodes: number;
	readonly levels: number;
}

interface Key {
	readonly text: string;
	readonly span: Span;
}

interface Repeated extends Key {
	/** Where it stands for the first time. */
	readonly first: Span;
}

class Reader {
	readonly diagnostics: Diagnostic[] = [];
	readonly keySpans: Span[] = [];
	readonly #file: string;
	readonly #text: string;
	readonly #keyNames: ReadonlySet<string>;
	readonly #anchors = new Map<string, Anchored>();
	/** Those that no alias has named yet: names by where they stand. */
	readonly #unused = new Map<Span, string>();
	#nodes = 0;
	#deepest = 0;
	#aliases = 0;
	#stopped = false;

	constructor(file: string, text: string, keyNames: ReadonlySet<string>) {
		this.#file = file;
		this.#text = text;
		this.#keyNames = keyNames;
	}

	read(): SourceNode | undefined {
		const directive = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*(%[^\r\n]*)/.exec(this.#text);
		if (directive?.[1] !== undefined) {
			const end = directive[0].length;
			const message = `Unexpected ${quoted(directive[1])}, expected the deck's own text`;
			this.#tell('yaml-directive', { start: end - directive[1].length, end }, message, { help: 'Remove the line.' });
			return undefined;
		}
		const { documents, limit } = composeYaml(this.#text);
		if (limit !== undefined) return this.#stop({ start: limit.at, end: limit.at }, limit.found);
		const [document, next] = documents;
		if (document === undefined || (next === undefined && isNothing(document.contents) && document.errors.length === 0)) {
			this.diagnostics.push(
				problem('empty-file', { file: this.#file }, 'Unexpected empty file, expected YAML', { help: 'Fill it, or remove it.' }),
			);
			return undefined;
		}
		if (document.errors.length > 0) {
			const { span, message, help } = explainSyntax(this.#text, document);
			this.#tell('yaml-syntax', span, message, { help });
			return undefined;
		}
		if (next !== undefined) {
			const start = next.range?.[0] ?? this.#text.length;
			this.#tell('yaml-documents', { start, end: start }, 'Unexpected second document, expected one document a file', {
				help: 'Put it in a file of its own, or remove the line `---` or `...` above it.',
			});
			return undefined;
		}
		const root = this.#convert(document.contents, { start: 0, end: 0 }, 1, false);
		if (this.#stopped) return undefined;
		if (this.diagnostics.length === 0) this.#tellUnused();
		return root;
	}

	#tellUnused(): void {
		for (const [span, name] of this.#unused) {
			this.#tell('unused-anchor', span, `Unexpected anchor ${quoted(`&${name}`)}, which no alias below names`, {
				help: 'Put the text in quotes if it starts with `&`, or remove the anchor.',
			});
		}
	}

	#convert(node: unknown, empty: Span, level: number, inKey: boolean): SourceNode {
		const nothing: SourceNode = { kind: 'nothing', span: empty, value: undefined };
		if (this.#stopped) return nothing;
		if (isAlias(node)) return this.#follow(node, level) ?? { ...nothing, span: spanOf(node, empty), refused: true };
		if (!isScalar(node) && !isSeq(node) && !isMap(node)) return nothing;
		const span = spanOf(node, empty);
		this.#refuseTag(node, span);
		if (node.tag !== undefined && isNothing(node)) return { ...nothing, span, refused: true };
		const mark = node.anchor === undefined ? span : this.#markOf(node.anchor, span);
		if (node.anchor !== undefined && isNothing(node)) {
			this.#tell('yaml-alias', mark, `Unexpected anchor ${quoted(`&${node.anchor}`)} with nothing after it`, {
				help: 'Put the text in quotes if it starts with `&`.',
			});
			return { ...nothing, span: mark, refused: true };
		}
		this.#nodes++;
		this.#deepest = Math.max(this.#deepest, level);
		if (this.#nodes > yamlLimits.nodes) return this.#stop(span, `more than ${yamlLimits.nodes.toLocaleString('en')} values`) ?? nothing;
		if (node.anchor === undefined) return this.#content(node, span, level, inKey);

		const before = { nodes: this.#nodes, deepest: this.#deepest };
		this.#anchors.set(node.anchor, { mark, nodes: 0, levels: 0 });
		this.#unused.set(mark, node.anchor);
		this.#deepest = level;
		const content = this.#content(node, span, level, inKey);
		this.#anchors.set(node.anchor, { mark, node: content, nodes: this.#nodes - before.nodes + 1, levels: this.#deepest - level });
		this.#deepest = Math.max(before.deepest, this.#deepest);
		return content;
	}

	#markOf(anchor: string, { start }: Span): Span {
		const at = this.#text.lastIndexOf(`&${anchor}`, start);
		return at < 0 ? { start, end: start } : { start: at, end: at + 1 + anchor.length };
	}

	#content(node: Scalar | YAMLSeq | YAMLMap, span: Span, level: number, inKey: boolean): SourceNode {
		if (isScalar(node)) return this.#scalar(node, span, inKey);
		if (level > yamlLimits.levels) {
			return this.#stop(span, `more than ${yamlLimits.levels} levels`) ?? { kind: 'nothing', span, value: undefined };
		}
		return isSeq(node) ? this.#list(node, span, level, inKey) : this.#map(node, span, level, inKey);
	}

	#scalar(node: Scalar, span: Span, inKey: boolean): SourceNode {
		if (isNothing(node)) return { kind: 'nothing', span, value: undefined };
		const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
		const written = isBlock ? withoutBlankEnd(this.#text, span) : span;
		if (inKey) this.keySpans.push(written);
		const text = String(node.value).replaceAll('\r\n', '\n');
		const isSound = node.type !== Scalar.QUOTE_DOUBLE || this.#checkEscapes(text, span, inKey);
		if (!isSound) return { kind: 'nothing', span: written, value: undefined, refused: true };
		return { kind: 'text', span: written, value: text };
	}

	#list(node: YAMLSeq, span: Span, level: number, inKey: boolean): SourceNode {
		const items = node.items.map((item) => this.#convert(item, span, level + 1, inKey));
		const end = node.flow === true ? span.end : (items.at(-1)?.span.end ?? span.end);
		return { kind: 'list', span: { start: span.start, end }, items, value: items.map((item) => item.value) };
	}

	#map(node: YAMLMap, span: Span, level: number, inKey: boolean): SourceNode {
		const entries = new Map<string, SourceEntry>();
		let { end } = span;
		const value: Record<string, unknown> = Object.create(null);
		if (node.items.length > yamlLimits.keys) this.#stop(span, `more than ${yamlLimits.keys.toLocaleString('en')} keys in one map`);
		const repeated: Repeated[] = [];
		for (const pair of node.items) {
			if (this.#stopped) break;
			const key = this.#key(pair, span);
			if (key === undefined) continue;
			const first = entries.get(key.text);
			if (first !== undefined) {
				repeated.push({ ...key, first: first.keySpan });
				continue;
			}
			const below = this.#keyNames.has(key.text) || (inKey && key.text !== 'feedback');
			const child = this.#convert(pair.value, key.span, level + 1, below);
			const isComment = child.kind === 'nothing' && /^[ \t]*:[ \t]+#\S/.test(this.#text.slice(key.span.end, key.span.end + 100));
			entries.set(key.text, { keySpan: key.span, node: isComment ? { ...child, comment: true } : child });
			value[key.text] = child.value;
			if (node.flow !== true) end = child.span.end;
		}
		this.#tellRepeated(repeated);
		const whole = { start: span.start, end };
		// `{{x}}`: what was told of the key is all there is to tell.
		if (entries.size === 0 && node.items.length > 0) return { kind: 'nothing', span: whole, value: undefined, refused: true };
		return { kind: 'map', span: whole, entries, value, ...(repeated.length === 0 ? {} : { isRepeated: true }) };
	}

	/** Several keys that begin again are one slip: the dash of the next item was forgotten. */
	#tellRepeated(repeated: readonly Repeated[]): void {
		const others = new Set(repeated.map(({ text }) => text)).size - 1;
		for (const { text, span, first } of others > 0 ? repeated.slice(0, 1) : repeated) {
			const more = others > 0 ? ` and ${counted(others, 'more key')} of this map` : '';
			this.#tell('duplicate-key', span, `Unexpected second ${quoted(text)}${more}, expected each key once`, {
				help: others > 0 ? 'Begin the line with `- ` if another item starts here.' : 'Remove one of the two.',
				related: { file: this.#file, span: first, message: 'the first one' },
			});
		}
	}

	/** The key's text; `undefined` when it is refused, and its value is then not looked at. */
	#key(pair: Pair, owner: Span): Key | undefined {
		const { key } = pair;
		const span = isScalar(key) || isSeq(key) || isMap(key) || isAlias(key) ? spanOf(key, owner) : owner;
		if (!isScalar(key) || isNothing(key)) {
			this.#tell('key-form', span, 'Unexpected kind of key, expected a word', {
				help:
					this.#text[span.start] === '{'
						? 'Put the text in quotes if it starts with a bracket.'
						: 'Write `key: value`, with a plain word before the colon.',
			});
			return undefined;
		}
		this.#nodes++;
		this.#refuseTag(key, span);
		const text = String(key.value);
		if (key.type === Scalar.QUOTE_DOUBLE) this.#checkEscapes(text, span, false);
		if (key.anchor !== undefined)
			this.#tell('yaml-alias', span, 'Unexpected anchor at a key, expected a plain word', { help: 'Remove it.' });
		if (text === '<<') {
			this.#tell('merge-key', span, 'Unexpected merge key `<<`, expected a key of the deck', { help: 'Write the keys out.' });
			return undefined;
		}
		if (text === '__proto__') {
			this.#tell('forbidden-key', span, 'Unexpected key `__proto__`, expected a key of the deck', { help: 'Remove it.' });
			return undefined;
		}
		return { text, span };
	}

	#follow(alias: Alias, level: number): SourceNode | undefined {
		const span = spanOf(alias, { start: 0, end: 0 });
		const anchored = this.#anchors.get(alias.source);
		if (anchored !== undefined) this.#unused.delete(anchored.mark);
		if (++this.#aliases > yamlLimits.aliases) return this.#stop(span, `more than ${yamlLimits.aliases} aliases`);
		if (anchored?.node === undefined) {
			const why = anchored === undefined ? 'which names nothing above it' : 'which holds itself';
			this.#tell('yaml-alias', span, `Unexpected alias ${quoted(`*${alias.source}`)}, ${why}`, {
				help: anchored === undefined ? 'Put the text in quotes if it starts with an asterisk.' : 'Write the content out.',
			});
			return undefined;
		}
		this.#nodes += anchored.nodes;
		this.#deepest = Math.max(this.#deepest, level + anchored.levels);
		if (this.#nodes > yamlLimits.nodes) return this.#stop(span, `more than ${yamlLimits.nodes.toLocaleString('en')} values`);
		if (level + anchored.levels > yamlLimits.levels + 1) return this.#stop(span, `more than ${yamlLimits.levels} levels`);
		return { ...anchored.node, span };
	}

	#refuseTag(node: Scalar | YAMLSeq | YAMLMap, span: Span): void {
		if (node.tag === undefined) return;
		const start = Math.max(0, this.#text.lastIndexOf('!', Math.max(span.start - 1, 0)));
		const first = this.#text.lastIndexOf('!', start - 1) === start - 1 ? start - 1 : start;
		const tag = /^\S*/.exec(this.#text.slice(first, span.start))?.[0] ?? '';
		const message = `Unexpected tag ${quoted(tag)}, expected plain text, a list or a map`;
		this.#tell('yaml-tag', { start: first, end: first + tag.length }, message, {
			help: 'Remove it, or put the text in quotes if it starts with an exclamation mark.',
		});
	}

	/** Characters that were written as escapes; those written raw are found in the text itself. @returns false where one is an error. */
	#checkEscapes(decoded: string, span: Span, inKey: boolean): boolean {
		const raw = this.#text.slice(span.start, span.end);
		if (!raw.includes('\\')) return true;
		let isSound = true;
		for (const fault of findCharacterFaults(decoded)) {
			const character = decoded.charAt(fault.span.start);
			if (raw.includes(character) && character !== '\r') continue;
			const told = characterProblem(fault, { file: this.#file, span }, inKey);
			this.diagnostics.push(told);
			if (told.severity === 'error') isSound = false;
		}
		return isSound;
	}

	#tell(code: DiagnosticCode, span: Span, message: string, detail: ProblemDetail): void {
		this.diagnostics.push(problem(code, { file: this.#file, span }, message, detail));
	}

	/** A limit is passed: nothing of the file can be used. */
	#stop(span: Span, found: string): undefined {
		if (!this.#stopped)
			this.#tell('yaml-limit', span, `Unexpected size, with ${found}`, { help: 'Split the file, or write it more simply.' });
		this.#stopped = true;
	}
}

/** Nothing was written; `""` and an empty block are texts. */
function isNothing(node: unknown): boolean {
	return (
		node === null ||
		node === undefined ||
		(isScalar(node) && (node.type ?? Scalar.PLAIN) === Scalar.PLAIN && String(node.source ?? '') === '')
	);
}

function spanOf(node: { readonly range?: readonly [number, number, number] | null | undefined }, otherwise: Span): Span {
	return node.range ? { start: node.range[0], end: node.range[1] } : otherwise;
}
