// YAML text -> a tree of texts with their places: quickly where nothing is wrong, carefully where something may be.

import { readCarefully, type YamlReading } from './careful-yaml.ts';
import { readQuickly } from './quick-yaml.ts';

/** As `readCarefully`, which says what the parameters mean. */
export function readYaml(file: string, text: string, keyNames: ReadonlySet<string>): YamlReading {
	const root = readQuickly(text);
	return root === undefined ? readCarefully(file, text, keyNames) : { root, diagnostics: [] };
}
