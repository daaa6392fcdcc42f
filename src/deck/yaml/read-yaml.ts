// YAML text -> a tree of texts: quickly where nothing is wrong, its places only when they are asked for; carefully where something may be.

import { readCarefully, type YamlReading } from './careful-yaml.ts';
import { lazyTree } from './lazy-tree.ts';
import { readPlaces } from './quick-places.ts';
import { readQuickly } from './quick-yaml.ts';
import { nowhere, type SourceNode } from './source-node.ts';

/** As `readCarefully`, which says what the parameters mean. */
export function readYaml(file: string, text: string, keyNames: ReadonlySet<string>): YamlReading {
	const value = readQuickly(text);
	if (value === undefined) return readCarefully(file, text, keyNames);
	let places: SourceNode | undefined;
	const root = lazyTree(value, () => {
		places ??= readPlaces(text) ?? readCarefully(file, text, keyNames).root ?? nowhere;
		return places;
	});
	return { root, diagnostics: [] };
}
