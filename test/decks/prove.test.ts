import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { blocksOf } from '../docs/guide-runner.ts';
import { projectFolder } from '../docs/made-blocks.ts';
import { readProofs } from './proof.ts';
import { faultsOfProofs } from './prove.ts';

/** What the proofs of these questions leave unproven. */
function faultsOf(...questions: readonly string[]): Promise<readonly string[]> {
	return faultsOfPool(questions.map((question) => `- {section: s, explanation: E, ${question}}\n`).join(''));
}

async function faultsOfPool(pool: string): Promise<readonly string[]> {
	const folder = mkdtempSync(join(tmpdir(), 'gradus-proofs-'));
	try {
		writeFileSync(join(folder, 'deck.yaml'), 'deck: d\ntitle: D\nunits: [u.yaml]\n');
		writeFileSync(join(folder, 'u.yaml'), `unit: u\ntitle: U\npools: pool.yaml\nsections: [{id: s, title: S, objective: Do, text: T}]\n`);
		writeFileSync(join(folder, 'pool.yaml'), pool);
		return await faultsOfProofs(readProofs(folder).questions);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

describe('a proof holds', () => {
	it.each([
		['that prints the right option', "id: q, stem: Q, answer: '`3`', distractors: ['`4`'], proof: {shell: 'echo a b c | wc -w'}"],
		[
			'that prints every right option',
			'id: q, type: multiple, stem: Q, answers: [b, a], distractors: [c], proof: {shell: "printf \'a\\nb\\n\'"}',
		],
		['that prints a number in another form', 'id: q, type: number, stem: Q, answer: 0.5, proof: {sql: "SELECT 1 / 2.0;"}'],
		[
			'that fills blanks',
			'id: q, type: cloze, stem: "{{a}}, {{b}}", blanks: {a: x, b: [y, z]}, proof: {javascript: "console.log(\'x\'); console.log(\'z\')"}',
		],
		[
			'with every text that is accepted',
			'id: q, type: cloze, stem: Q, code: {language: sh, text: "{{a}} hello"}, blanks: {a: [echo, printf]}, proof: {shell: "{code}", gives: hello}',
		],
		['in one order alone', 'id: q, type: order, stem: Q, items: [echo a, echo b], proof: {shell: "{answer}", gives: "a\\nb"}'],
		[
			'of each pair and no other',
			"id: q, type: match, stem: Q, pairs: [[a+, aa], [b+, bb]], distractors: [cc], proof: {javascript: '/^{left}$/.test(`{right}`)', gives: 'true'}",
		],
		['of each left side', "id: q, type: match, stem: Q, pairs: [[a, A], [b, B]], proof: {shell: 'echo {left} | tr ab AB'}"],
		[
			'with the values drawn',
			// biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
			"id: q, type: number, vars: {n: {int: [1, 50]}}, stem: 'Twice {n}?', answer: '= 2 * n', proof: {shell: 'n={n}; echo $((2 * ${n}))'}",
		],
		[
			'that decides between what options say',
			"id: q, stem: Q, answer: It is empty, distractors: [It is not], proof: {sql: \"SELECT '' = '';\", means: [1, 0]}",
		],
		[
			'over two connections',
			'id: q, type: text, stem: Q, answer: "Error: database is locked", proof: {sql: "BEGIN IMMEDIATE;\\n.connection 1\\nBEGIN IMMEDIATE;"}',
		],
		[
			'about a trigger',
			'id: q, type: number, stem: Q, answer: 0, proof: {sql: "CREATE TABLE t(a);\\nCREATE TRIGGER x AFTER INSERT ON t BEGIN\\n  DELETE FROM t;\\nEND;\\nINSERT INTO t VALUES (1);\\nSELECT count(*) FROM t;"}',
		],
		['with a real number', 'id: q, type: choice, stem: Q, answer: 2.0, distractors: [2], proof: {sql: "SELECT 4 / 2.0;"}'],
		[
			'in Git',
			'id: q, type: number, stem: Q, answer: 1, proof: {git: "git init -q; git commit -q --allow-empty -m A; git rev-list --count main"}',
		],
		['whatever it leaves running', 'id: q, type: true-false, stem: Q, answer: true, proof: {shell: "sleep 60 & echo true"}'],
	])('%s', async (_, question) => {
		expect(await faultsOf(question)).toEqual([]);
	});
});

describe('a proof does not hold', () => {
	it.each([
		[
			'that prints a distractor',
			'id: q, stem: Q, answer: a, distractors: [b], proof: {shell: echo b}',
			'u/q: printed "b", which is not the key',
		],
		[
			'that prints something else',
			'id: q, stem: Q, answer: a, distractors: [b], proof: {shell: echo c}',
			'u/q: printed "c", which is no answer to it',
		],
		[
			'where a distractor does as well',
			'id: q, stem: Q, answer: echo 1, distractors: ["printf 1"], proof: {shell: "{answer}", gives: 1}',
			'u/q: with "printf 1" it printed "1"',
		],
		[
			'where an accepted text does not do',
			'id: q, type: text, stem: Q, answer: [echo 1, echo 2], proof: {shell: "{answer}", gives: 1}',
			'u/q: with "echo 2" it printed "2"',
		],
		[
			'where another order does as well',
			'id: q, type: order, stem: Q, items: [x=1, echo 1], proof: {shell: "{answer}", gives: 1}',
			'u/q: with "echo 1 · x=1" it printed "1"',
		],
		[
			'where a claim is false',
			'id: q, type: true-false, stem: Q, answer: false, proof: {sql: "SELECT 1;", means: [1, 0]}',
			'u/q: printed "1", where the key means "0"',
		],
		[
			'whose outputs do not tell options apart',
			'id: q, stem: Q, answer: a, distractors: [b], proof: {sql: "SELECT 1;", means: [1, 1]}',
			'u/q: `means` does not tell the key from the others',
		],
		[
			'that runs something else than is shown',
			'id: q, type: number, stem: Q, code: {language: sh, text: echo 2}, answer: 1, proof: {shell: echo 1}',
			'u/q: the script does not take in {code}',
		],
		[
			'that throws',
			"id: q, stem: Q, answer: a, distractors: [b], proof: {javascript: '/(/'}",
			'u/q: printed "SyntaxError", which is no answer to it',
		],
	])('%s', async (_, question, fault) => {
		expect(await faultsOf(question)).toEqual([fault]);
	});

	it('of two languages, or of none', async () => {
		await expect(faultsOf('id: q, stem: Q, answer: a, distractors: [b], proof: {shell: echo a, sql: "SELECT 1;"}')).rejects.toThrow(
			'one script',
		);
		await expect(faultsOf('id: q, stem: Q, answer: a, distractors: [b], proof: {gives: a}')).rejects.toThrow('one script');
	});
});

describe('the page of the decks', () => {
	const examples = blocksOf(readFileSync(join(projectFolder, 'decks', 'README.md'), 'utf8'), 'yaml');

	it('has examples', () => {
		expect(examples.length).toBe(4);
	});

	it.each(examples)('has an example that holds: $text', async ({ text }) => {
		expect(await faultsOfPool(text.replace(/^(- id: .+)$/mu, '$1\n  section: s'))).toEqual([]);
	});
});
