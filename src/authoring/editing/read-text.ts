// A YAML text by itself, whatever file it is to stand in and whatever its keys mean.

import type { YamlReading } from '../../deck/yaml/careful-yaml.ts';
import { readYaml } from '../../deck/yaml/read-yaml.ts';

const noKeys: ReadonlySet<string> = new Set();

export function readText(text: string): YamlReading {
	return readYaml('', text, noKeys);
}
