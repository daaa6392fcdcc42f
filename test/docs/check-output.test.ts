import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkDeck } from '../../src/authoring/check-deck.ts';
import { inDeck } from '../../src/authoring/example.ts';
import { rules } from '../../src/authoring/rules/index.ts';
import { tallyOf } from '../../src/cli/checking/tally.ts';
import type { CheckReport } from '../../src/model/check-report.ts';
import { formatNames, formats } from '../../src/terminal/formats/index.ts';
import { openExample } from '../authoring/example-folder.ts';
import { world } from '../cli/run-program.ts';
import { fenced, projectFolder, tableOf, withMadeBlocks } from './made-blocks.ts';

const file = join(projectFolder, 'docs/check-output.md');
const page = readFileSync(file, 'utf8');

const deckFiles = {
	'deck.yaml': 'deck: my-deck\ntitle: My deck\nunits: [unit.yaml]\n',
	'unit.yaml': `unit: commits
title: What a commit is
sections:
  - {id: objects, title: Objects, objective: Say what a commit holds, text: A commit names one tree.}
questions:
  - {id: tree, section: objects, type: true-false, stem: A commit names a tree., answer: true, explanation: One.}
  - {id: tree, section: objects, type: true-false, stem: A tree names blobs., anwser: true, explanation: Many.}
`,
	'left-over.yaml': 'unit: left-over\n',
};

/** What every key is, by where it stands: `a.b`, and `a[].b` in each item of a list. */
const keys: Readonly<Record<string, string>> = {
	schema: '`gradus.check/1`',
	version: 'of Gradus',
	passed: 'whether the command ended with 0: no errors, and not more warnings than allowed',
	counts: 'problems by severity, without those that are silenced',
	'counts.error': 'errors',
	'counts.warning': 'warnings',
	'counts.info': 'notes',
	maxWarnings: 'what `--max-warnings` allows, where it was given',
	silenced: 'problems that comments in the decks silence',
	decks: 'in the order they were checked',
	'decks[].folder': 'path from the working folder; `.` is that folder',
	'decks[].usable': 'whether learners can use it; only then it has the keys below',
	'decks[].id': 'as in its `deck.yaml`',
	'decks[].title': 'as in its `deck.yaml`',
	'decks[].units': 'how many',
	'decks[].questions': 'how many, in all its units',
	files: 'every file that was looked at, as paths from the working folder, with `/`',
	problems: 'by deck and file, then from top to bottom',
	'problems[].code': 'the rule; `gradus explain CODE` prints its page, and [rules.md](rules.md) has all of them',
	'problems[].severity': '`error`, `warning` or `info`',
	'problems[].family': 'of the rule, as in [rules.md](rules.md)',
	'problems[].message': 'what is wrong: one sentence, without its full stop',
	'problems[].help': 'what to do, where that says more',
	'problems[].file': 'path, as in `files`; what is missing has one too',
	'problems[].start': 'the first character; left out where the file as a whole is meant',
	'problems[].start.line': 'from 1',
	'problems[].start.column': 'from 1, in code points',
	'problems[].start.offset': 'from 0, in UTF-16 units, without a byte order mark',
	'problems[].end': 'just past the last character, in the same way',
	'problems[].end.line': '',
	'problems[].end.column': '',
	'problems[].end.offset': '',
	'problems[].related': 'the other side, where two places disagree',
	'problems[].related.message': 'what stands there',
	'problems[].related.file': 'and its `start` and `end`, as above',
	'problems[].related.start': '',
	'problems[].related.start.line': '',
	'problems[].related.start.column': '',
	'problems[].related.start.offset': '',
	'problems[].related.end': '',
	'problems[].related.end.line': '',
	'problems[].related.end.column': '',
	'problems[].related.end.offset': '',
	reports: 'with `--report`: for each deck the numbers that it prints for people; their keys are described in `src/model/author-report.ts`',
};

/** A report on these files as the command would make it of them in `my-deck/`; only what is found while reading is told. */
function reportOn(files: Readonly<Record<string, string>>): CheckReport {
	const levels = new Map(
		rules.filter(({ scope }) => scope !== 'reading' && scope !== 'settings').map(({ code }) => [code, 'off'] as const),
	);
	const { deck, diagnostics, sources, silenced } = checkDeck(openExample(inDeck(files)), { levels });
	const shown = (path: string) => `my-deck/${path}`;
	const questions = deck?.units.reduce((sum, unit) => sum + unit.questions.length, 0) ?? 0;
	const maxWarnings = 0;
	return {
		version: JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')).version,
		decks: [
			{
				folder: 'my-deck',
				...(deck === undefined ? {} : { deck: { id: deck.id, title: deck.title, units: deck.units.length, questions } }),
			},
		],
		files: [...sources.keys()].map(shown),
		diagnostics: diagnostics.map(({ place, related, ...rest }) => ({
			...rest,
			place: { ...place, file: shown(place.file) },
			...(related === undefined ? {} : { related: { ...related, file: shown(related.file) } }),
		})),
		sources: new Map([...sources].map(([path, text]) => [shown(path), text])),
		silenced,
		maxWarnings,
		tally: tallyOf({ diagnostics, maxWarnings }),
	};
}

function outputOn(files: Readonly<Record<string, string>>): string {
	return formats.json(reportOn(files), rules);
}

/** The same deck without its mistakes. */
const soundFiles = {
	'deck.yaml': deckFiles['deck.yaml'],
	'unit.yaml': deckFiles['unit.yaml'].replace('id: tree', 'id: names-tree').replace('anwser', 'answer'),
};

function pathsIn(value: unknown, path = ''): readonly string[] {
	if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${path}[]`));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inside]) => {
		const at = path === '' ? key : `${path}.${key}`;
		return [at, ...pathsIn(inside, at)];
	});
}

describe('docs/check-output.md', () => {
	it('shows the keys, and a deck with what is said of it (to bring it up to date: npx vitest run test/docs --update)', async () => {
		const made = withMadeBlocks(page, {
			keys: tableOf(
				['key', 'what it is'],
				Object.entries(keys).flatMap(([key, meaning]) => (meaning === '' ? [] : [[`\`${key}\``, meaning]])),
			),
			deck: Object.entries(deckFiles)
				.map(([path, text]) => `\`my-deck/${path}\`:\n\n${fenced('yaml', text.trimEnd())}`)
				.join('\n\n'),
			output: fenced('json', outputOn(deckFiles)),
		});
		await expect(made).toMatchFileSnapshot(file);
	});

	it('tells every key that comes out, and no other', () => {
		const found = new Set([outputOn(deckFiles), outputOn(soundFiles)].flatMap((output) => pathsIn(JSON.parse(output))));
		expect(Object.keys(keys).filter((key) => !found.has(key))).toEqual(['reports']);
		expect([...found].filter((path) => keys[path] === undefined)).toEqual([]);
	});

	it('is about what the command prints', async () => {
		const { folder, run } = world();
		for (const [path, text] of Object.entries(deckFiles)) {
			mkdirSync(join(folder, 'my-deck'), { recursive: true });
			writeFileSync(join(folder, 'my-deck', path), text);
		}
		const { code, output, errors } = await run(['check', '--format', 'json', '--max-warnings', '0', 'my-deck']);
		expect({ code, errors }).toEqual({ code: 1, errors: '' });
		const { problems, ...rest } = JSON.parse(output);
		const { problems: shown, version, counts, ...same } = JSON.parse(outputOn(deckFiles));
		expect(rest).toMatchObject(same);
		expect(problems).toEqual(expect.arrayContaining(shown));
		expect(pathsIn(JSON.parse(output)).filter((path) => keys[path] === undefined)).toEqual([]);
	});

	it('tells of every format', () => {
		const told = [...page.matchAll(/^\| `([a-z]+)` \|/gmu)].map(([, name]) => name).slice(0, formatNames.length + 1);
		expect(told).toEqual(['pretty', ...formatNames]);
	});
});
