import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('every fault on its page names a test that is there', () => {
	const page = readFileSync(join(root, 'docs/faults.md'), 'utf8');
	const rows = page.split('\n').filter((line) => /^\| (?!what happens|---)/u.test(line));
	expect(rows.length).toBeGreaterThan(45);
	for (const row of rows) {
		const named = [...row.matchAll(/`(\w+\/[\w-]+\.test\.ts)`: ([^;|]+?)(?=;| \|)/gu)];
		expect(named.length, row).toBeGreaterThan(0);
		for (const [, file = '', title = ''] of named) {
			const titles = readFileSync(join(root, 'test', file), 'utf8').replaceAll(/\$\{[^}]*\}|\\/gu, '');
			expect(titles.includes(title) ? title : `${title} is no title in ${file}`).toBe(title);
		}
	}
});
