// YAML text -> a tree of texts: quickly and without places where nothing is wrong, carefully where something may be.

import { readCarefully, type YamlReading } from './careful-yaml.ts';
import { lazyTree } from './lazy-tree.ts';
import { readQuickly } from './quick-yaml.ts';
import { nowhere, type SourceNode } from './source-node.ts';

/** As `readCarefully`, which says what the parameters mean; it is asked when something is told of a place in a sound file, too. */
export function readYaml(file: string, text: string, keyNames: ReadonlySet<string>): YamlReading {
	const value = readQuickly(text);
	if (value === undefined) return readCarefully(file, text, keyNames);
	let places: SourceNode | undefined;
	const root = lazyTree(value, () => {
		places ??= readCarefully(file, text, keyNames).root ?? nowhere;
		return places;
	});
	return { root, diagnostics: [] };
}
