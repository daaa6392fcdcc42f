// Colours for code. The library and each language are loaded only when a text has code in that language.

import type { LanguageFn } from 'highlight.js';

import type { Highlight } from './code.ts';
import { safe } from './safe.ts';
import type { Paint, Style } from './style.ts';

const languages: Readonly<Record<string, () => Promise<{ readonly default: LanguageFn }>>> = {
	bash: () => import('highlight.js/lib/languages/bash'),
	c: () => import('highlight.js/lib/languages/c'),
	cpp: () => import('highlight.js/lib/languages/cpp'),
	csharp: () => import('highlight.js/lib/languages/csharp'),
	css: () => import('highlight.js/lib/languages/css'),
	diff: () => import('highlight.js/lib/languages/diff'),
	dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
	go: () => import('highlight.js/lib/languages/go'),
	haskell: () => import('highlight.js/lib/languages/haskell'),
	ini: () => import('highlight.js/lib/languages/ini'),
	java: () => import('highlight.js/lib/languages/java'),
	javascript: () => import('highlight.js/lib/languages/javascript'),
	json: () => import('highlight.js/lib/languages/json'),
	kotlin: () => import('highlight.js/lib/languages/kotlin'),
	lua: () => import('highlight.js/lib/languages/lua'),
	makefile: () => import('highlight.js/lib/languages/makefile'),
	php: () => import('highlight.js/lib/languages/php'),
	powershell: () => import('highlight.js/lib/languages/powershell'),
	python: () => import('highlight.js/lib/languages/python'),
	r: () => import('highlight.js/lib/languages/r'),
	ruby: () => import('highlight.js/lib/languages/ruby'),
	rust: () => import('highlight.js/lib/languages/rust'),
	scala: () => import('highlight.js/lib/languages/scala'),
	shell: () => import('highlight.js/lib/languages/shell'),
	sql: () => import('highlight.js/lib/languages/sql'),
	swift: () => import('highlight.js/lib/languages/swift'),
	typescript: () => import('highlight.js/lib/languages/typescript'),
	xml: () => import('highlight.js/lib/languages/xml'),
	yaml: () => import('highlight.js/lib/languages/yaml'),
};

const aliases: Readonly<Record<string, string>> = {
	cc: 'cpp',
	console: 'shell',
	cs: 'csharp',
	docker: 'dockerfile',
	golang: 'go',
	h: 'c',
	hpp: 'cpp',
	hs: 'haskell',
	html: 'xml',
	js: 'javascript',
	jsonc: 'json',
	jsx: 'javascript',
	kt: 'kotlin',
	make: 'makefile',
	mjs: 'javascript',
	patch: 'diff',
	ps1: 'powershell',
	py: 'python',
	rb: 'ruby',
	rs: 'rust',
	sh: 'bash',
	svg: 'xml',
	terminal: 'shell',
	toml: 'ini',
	ts: 'typescript',
	tsx: 'typescript',
	yml: 'yaml',
	zsh: 'bash',
	'c++': 'cpp',
	'c#': 'csharp',
	'shell-session': 'shell',
	shellsession: 'shell',
};

/** Languages that hold another. */
const within: Readonly<Record<string, readonly string[]>> = { shell: ['bash'] };

/** Loads what these languages need; undefined where nothing would be coloured: none of them known, or no colours at all. */
export async function loadHighlighter(wanted: readonly string[], style: Style): Promise<Highlight | undefined> {
	const named = wanted.map(nameOf).filter((name) => Object.hasOwn(languages, name));
	const known = [...new Set(named.flatMap((name) => [...(within[name] ?? []), name]))];
	if (known.length === 0 || style.colorLevel === 0) return undefined;
	const { default: highlighter } = await import('highlight.js/lib/core');
	for (const name of known) {
		const loaded = await languages[name]?.();
		if (loaded !== undefined) highlighter.registerLanguage(name, loaded.default);
	}
	return (code, language) => {
		const name = nameOf(language);
		if (!known.includes(name)) return undefined;
		return painted(highlighter.highlight(code, { language: name, ignoreIllegals: true }).value, style);
	};
}

function nameOf(language: string): string {
	const name = language.toLowerCase();
	return Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
}

/** The library writes spans; each text in them gets the colour of its innermost known class. */
function painted(markup: string, style: Style): string {
	const open: (Paint | undefined)[] = [];
	let text = '';
	for (const [, className, close, plain] of markup.matchAll(/<span class="([^"]*)">|(<\/span>)|([^<]+)/g)) {
		if (className !== undefined) open.push(paintOf(className, style) ?? open.at(-1));
		else if (close !== undefined) open.pop();
		else text += (open.at(-1) ?? asIs)(unescaped(plain ?? ''));
	}
	return text;
}

function asIs(text: string): string {
	return text;
}

function paintOf(className: string, { syntax }: Style): Paint | undefined {
	const kind = className.split(' ')[0]?.replace('hljs-', '') ?? '';
	if (['keyword', 'literal', 'selector-tag', 'meta', 'doctag', 'tag'].includes(kind)) return syntax.keyword;
	if (['string', 'regexp', 'addition', 'symbol', 'template-variable'].includes(kind)) return syntax.string;
	if (['number', 'deletion', 'bullet'].includes(kind)) return syntax.number;
	if (['comment', 'quote'].includes(kind)) return syntax.comment;
	if (['title', 'attr', 'attribute', 'name', 'type', 'built_in', 'section', 'variable', 'property'].includes(kind)) return syntax.name;
	return undefined;
}

const escaped: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' };

function unescaped(text: string): string {
	return safe(text.replace(/&(?:lt|gt|quot|amp|#x27);/g, (entity) => escaped[entity] ?? entity));
}
