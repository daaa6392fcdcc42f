import { writeFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { deckFolder, openTerminal } from './pseudo-terminal.ts';
import { expectNoCrash, openInteractiveShell, openShell, programOf, recordIn, runInShell, sanelyEnded, scriptHome } from './shell.ts';
import { answer, asked, endOfInput, enter, interrupt, longQuestions, pick, suspend, typedQuestions, writeDeck } from './sitting.ts';

describe('without a terminal', () => {
	it('says that somebody must answer, and ends with 3', async () => {
		const { variables } = scriptHome();
		const runs = await Promise.all(
			['gradus learn "$deck" <&-', 'gradus quiz "$deck" first </dev/null'].map((script) => runInShell(script, variables)),
		);
		for (const run of runs) {
			expect(run).toMatchObject({ code: 3, output: '' });
			expect(run.errors).toMatch(/no terminal to ask in\. Nothing was changed\. Run it in a terminal/u);
		}
		const halfway = openShell('gradus quiz "$deck" first | cat', variables);
		expect((await sanelyEnded(halfway)).screen).toMatch(/no terminal to ask in/u);
		expect((await runInShell('ls "$HOME"', variables)).output).not.toMatch(/record\.db/u);
	});

	it('takes no piped line for an answer that is not one, and ends with 3', async () => {
		const { record, variables } = scriptHome();
		const run = await runInShell('printf "1\n\n" | gradus quiz "$deck" first', variables);
		expect(run).toMatchObject({ code: 3, errors: '' });
		expect(run.output).toMatch(/"code":"not-an-object".*\n.*"type":"bye"/u);
		expect(recordIn(record)).toEqual({ attempts: 1, shown: 1, answered: 0 });
	});

	it('ends with 0 where a reader went away, and with 4 where a disk is full, at every way out', async () => {
		const { variables } = scriptHome();
		const runs = await Promise.all(
			['map mastery --json', '--version', '--help', 'check "$deck"', 'quiz --help'].map(async (arguments_) => ({
				arguments_,
				gone: await runInShell(`gradus ${arguments_} | true; echo "ended with \${PIPESTATUS[0]}"`, variables),
				full: await runInShell(`gradus ${arguments_} >/dev/full`, variables),
				closed: await runInShell(`gradus ${arguments_} >&-`, variables),
			})),
		);
		for (const { arguments_, gone, full, closed } of runs) {
			expect(gone, arguments_).toMatchObject({ output: 'ended with 0\n', errors: '' });
			expect(full, arguments_).toMatchObject({ code: 4 });
			expect(full.errors, arguments_).toMatch(
				/^What was asked for could not be written out in full .*safe\. Free some space, or write elsewhere\.\n$/u,
			);
			expect(closed, arguments_).toMatchObject({ code: 0, errors: '' });
		}
	});

	it('ends with the same code where nobody reads what it complains of', async () => {
		const { variables } = scriptHome();
		const runs = ['gradus map nowhere 2>&-', 'gradus map nowhere 2>/dev/full', 'gradus nonsense 2>&-', 'gradus nonsense >&- 2>&- <&-'];
		for (const run of await Promise.all(runs.map((script) => runInShell(script, variables)))) {
			expect(run).toEqual({ code: 2, output: '', errors: '' });
		}
	});

	it('writes all of a long text to a reader that takes its time', async () => {
		const { folder, variables } = scriptHome();
		const deck = writeDeck(folder, typedQuestions);
		writeFileSync(`${deck}/long.md`, 'A sentence that is long enough to matter.\n\n'.repeat(10_000));
		writeFileSync(
			`${deck}/unit.yaml`,
			`unit: unit\ntitle: U\nsections: [{id: all, title: All, objective: Know, file: long.md}]\nquestions:\n${typedQuestions}`,
		);
		const { output } = await runInShell(
			`gradus read "$HOME/written" unit >"$HOME/whole"; gradus read "$HOME/written" unit | (sleep 0.5; cmp - "$HOME/whole" && wc -c <"$HOME/whole")`,
			variables,
		);
		expect(Number(output)).toBeGreaterThan(400_000);
	});

	it('colours a pipe only when it is forced to, and never against NO_COLOR', async () => {
		const { variables } = scriptHome();
		const script = 'gradus map "$deck"; gradus check "$deck/first.yaml"; gradus learn "$deck" nowhere';
		const [plain, forced, refused] = await Promise.all([
			runInShell(script, variables),
			runInShell(script, { ...variables, FORCE_COLOR: '1' }),
			runInShell(script, { ...variables, FORCE_COLOR: '1', NO_COLOR: '1' }),
		]);
		expect(plain.output + plain.errors).not.toContain('\x1b');
		expect(forced.output).toMatch(/\x1b\[1mA small deck/u);
		expect(refused).toEqual(plain);
	});
});

describe('the look', () => {
	it('has no colours with NO_COLOR, and only ASCII in a C locale', async () => {
		const { folder, variables } = scriptHome();
		const looks: readonly Record<string, string>[] = [{ NO_COLOR: '1' }, { LC_ALL: 'C' }, { LANG: 'C', NO_COLOR: '1' }];
		const seen = await Promise.all(
			looks.map(async (look, index) => {
				const terminal = openTerminal(['learn', deckFolder], { ...variables, GRADUS_DB: `${folder}/${index}.db`, ...look });
				await terminal.shows(/Take the quiz.*Enter go/su);
				terminal.press(`q`);
				await terminal.ended;
				const quiz = openTerminal(['quiz', deckFolder, 'first'], { ...variables, GRADUS_DB: `${folder}/${index}.db`, ...look });
				await answer(quiz, 1);
				quiz.press('r');
				await quiz.shows(/All there is to know/u);
				quiz.press(interrupt);
				await quiz.ended;
				return { look, raw: terminal.raw + quiz.raw };
			}),
		);
		for (const { look, raw } of seen) {
			expectNoCrash(raw);
			const colours = raw.match(/\x1b\[[\d;]*m/gu) ?? [];
			if ('LC_ALL' in look) expect(colours).not.toEqual([]);
			else expect(colours).toEqual([]);
			if ('LC_ALL' in look || 'LANG' in look) expect(raw).not.toMatch(/[^\x00-\x7f]/u);
			else expect(raw).toMatch(/✓/u);
		}
	});

	it('follows the size of the terminal while a question stands, and reaches every option', async () => {
		const { folder, variables } = scriptHome();
		const deck = writeDeck(folder, longQuestions);
		const terminal = openTerminal(['quiz', deck, 'unit'], variables, { columns: 80, rows: 40 });
		await terminal.shows(/Enter answer/u);
		for (const [columns, rows] of [
			[30, 40],
			[120, 40],
			[20, 40],
			[200, 40],
			[60, 10],
			[20, 10],
		] as const) {
			terminal.resize(columns, rows);
			for (const option of ['6', '1', '3']) {
				terminal.press(option);
				const stands = { marked: [`▸ ${option}`], cut: [], keys: true };
				await expect.poll(() => standing(terminal.screen(), rows)).toEqual(stands);
			}
		}
		terminal.press(enter);
		await terminal.shows(/✓ right|✗ not yet/u);
	});
});

/** Every word that may stand on the screen with the long question; half of one is none of them. */
const vocabulary = new Set(
	`${longQuestions} A written deck One unit Question needs pick Enter don t know h keys more lines PageDown PageUp`.match(/[a-z]+/giu),
);

/** The long question as it stands on a screen of so many rows, or a part of it: what is marked, what was cut in the middle, its keys below. */
function standing(screen: string, rows: number) {
	const seen = screen.split('\n').slice(-rows).join('\n');
	const lines = seen.slice(Math.max(0, seen.lastIndexOf('Question 1 of 1'))).split('\n');
	return {
		marked: lines.filter((line) => line.startsWith('▸')).map((line) => line.slice(0, 3)),
		cut: (lines.join('\n').match(/[a-z]+/giu) ?? []).filter((word) => !vocabulary.has(word)),
		keys: /Enter answer|h keys/u.test(lines.at(-1) ?? ''),
	};
}

/** Brings a fresh program to a place, in a shell that tells how it ended. `answered`: what must be in the record. */
const places = [
	{
		place: 'a question',
		answered: 1,
		parting: /question 2 of 4.*kept/isu,
		reach: async (variables: Record<string, string>) => {
			const terminal = openShell('gradus quiz "$deck" first', variables);
			await answer(terminal, 1);
			terminal.press(enter);
			await asked(terminal, 2);
			return terminal;
		},
	},
	{
		place: 'a menu',
		answered: 0,
		parting: /Everything is kept/u,
		reach: async (variables: Record<string, string>) => {
			const terminal = openShell('gradus learn "$deck"', variables);
			await terminal.shows(/Take the quiz.*Enter go/su);
			return terminal;
		},
	},
	{
		place: 'the first menu',
		answered: 0,
		parting: /Everything is kept/u,
		reach: async (variables: Record<string, string>) => {
			const terminal = openShell('gradus', variables);
			await terminal.shows(/Enter go/u);
			return terminal;
		},
	},
	{
		place: 'the reader',
		answered: 0,
		parting: /Everything is kept/u,
		reach: async (variables: Record<string, string>) => {
			const terminal = openShell('gradus read "$deck" first', variables);
			await terminal.shows(/All there is to know.*Enter go on/su);
			return terminal;
		},
	},
	{
		place: 'a verdict',
		answered: 1,
		parting: /question 2 of 4.*kept/isu,
		reach: async (variables: Record<string, string>) => {
			const terminal = openShell('gradus quiz "$deck" first', variables);
			await answer(terminal, 1);
			return terminal;
		},
	},
] as const;

describe('told to end', () => {
	for (const { place, answered, parting, reach } of places) {
		it(`at ${place}, it dies by the signal or the key, leaves the terminal sane, and keeps what was answered`, async () => {
			const ways = [
				{ code: 130, end: 'SIGINT' },
				{ code: 143, end: 'SIGTERM' },
				{ code: 129, end: 'SIGHUP' },
				{ code: 130, end: interrupt, says: parting },
				{ code: 130, end: interrupt + interrupt },
				{ code: 3, end: endOfInput, says: parting },
			] as const;
			await Promise.all(
				ways.map(async (way) => {
					const { record, variables } = scriptHome();
					const terminal = await reach(variables);
					if (way.end.startsWith('SIG')) process.kill(programOf(variables), way.end);
					else terminal.press(way.end);
					const { code, screen } = await sanelyEnded(terminal);
					expect({ end: way.end, code }).toEqual({ end: way.end, code: way.code });
					if ('says' in way) expect(screen).toMatch(way.says);
					expect(recordIn(record)).toMatchObject({ answered });
				}),
			);
		});
	}
});

describe('leaving', () => {
	it('by q is leaving in peace, from every place', async () => {
		await Promise.all(
			places.map(async ({ place, answered, reach }) => {
				const { record, variables } = scriptHome();
				const terminal = await reach(variables);
				terminal.press('q');
				if (place === 'the reader') {
					await terminal.shows(/section 2 of 2.*Enter go on/su);
					terminal.press('q');
				}
				expect({ place, code: (await sanelyEnded(terminal)).code }).toEqual({ place, code: 0 });
				expect(recordIn(record)).toMatchObject({ answered });
			}),
		);
	});

	it('is told where the folder one is in is no longer there', async () => {
		const { variables } = scriptHome();
		const script = 'cd "$(mktemp -d)"; rmdir "$PWD";';
		const [needed, unneeded] = await Promise.all([
			runInShell(`${script} gradus check`, variables),
			runInShell(`${script} unset GRADUS_DB; gradus map mastery`, variables),
		]);
		expect(needed).toMatchObject({ code: 4, output: '' });
		expect(needed.errors).toMatch(/^The folder you are in is no longer there\. Nothing was changed\. Go to another folder/u);
		expect(unneeded).toMatchObject({ code: 0 });
	});
});

describe('stopped from elsewhere', () => {
	it('leaves the terminal sane meanwhile, and goes on with fg', async () => {
		const { variables } = scriptHome();
		const terminal = openInteractiveShell(variables);
		terminal.press('gradus quiz "$deck" first\r');
		for (let stop = 1; stop <= 2; stop += 1) {
			await asked(terminal, 1);
			process.kill(programOf(variables), 'SIGTSTP');
			await terminal.shows(/Stopped.*\$ ?$/su);
			expect(terminal.cursorIsHidden()).toBe(false);
			const before = terminal.raw.length;
			terminal.press('fg\r');
			await expect.poll(() => terminal.raw.slice(before)).toMatch(/Enter answer/u);
		}
		await pick(terminal, 1);
		await terminal.shows(/✓ right/u);
	});
});

describe('an error that nobody awaits', () => {
	it('is told as a fault of the program, with 4, the terminal sane and every answer kept', async () => {
		const thrown = { thrown: 'throw ', rejected: 'Promise.reject' };
		await Promise.all(
			Object.entries(thrown).map(async ([how, way]) => {
				const { folder, record, variables } = scriptHome();
				writeFileSync(`${folder}/odd.cjs`, `process.on('SIGUSR2', () => setTimeout(() => { ${way}(new Error('odd \\x1b[31m')); }));`);
				const terminal = openShell('NODE_OPTIONS="--require $HOME/odd.cjs" gradus quiz "$deck" first', variables);
				await answer(terminal, 1);
				terminal.press(enter);
				await asked(terminal, 2);
				process.kill(programOf(variables), 'SIGUSR2');
				const screen = await terminal.shows(/ended with \d+/u);
				expect({ how, screen }).toEqual({ how, screen: expect.stringMatching(/(?:^|\s)icanon\b.*(?:^|\s)echo\b.*ended with 4/msu) });
				expect(terminal.cursorIsHidden()).toBe(false);
				expect(screen).toMatch(/met a fault of its own and stopped: odd \^\[\[31m\. Every answer whose verdict you saw is safe/u);
				expect(screen).not.toMatch(/node:internal|Node\.js v\d/u);
				expect(recordIn(record)).toMatchObject({ shown: 2, answered: 1 });
			}),
		);
	});
});

describe('typing', () => {
	it('keeps half a typed answer over Ctrl-Z and fg', async () => {
		const { folder, variables } = scriptHome();
		writeDeck(folder, typedQuestions);
		const terminal = openInteractiveShell(variables);
		terminal.press('gradus quiz "$HOME/written" unit\r');
		await terminal.shows(/Question 1 of 3.*Enter answer/su);
		terminal.press('snow st');
		await terminal.shows(/▸ snow st$/mu);
		terminal.press(suspend);
		await terminal.shows(/Stopped/u);
		terminal.press('fg\r');
		await terminal.shows(/^(?!.*Stopped).*▸ snow st\n.*Enter answer/su);
		terminal.press(`orm${enter}`);
		await terminal.shows(/▸ snow storm\n.*✓ right/su);
	});

	it('takes the first of three pasted lines, and lets none of the others reach the verdict or the next question', async () => {
		const { folder, variables } = scriptHome();
		const terminal = openTerminal(['quiz', writeDeck(folder, typedQuestions), 'unit'], variables);
		await terminal.shows(/Question 1 of 3.*Enter answer/su);
		terminal.press(`snow storm${enter}rain${enter}hail${enter}`);
		await terminal.shows(/✓ right.*Enter next/su);
		expect(terminal.screen()).not.toMatch(/Question 2|rain|hail/u);
		terminal.press(enter);
		await terminal.shows(/Question 2 of 3.*Enter answer/su);
		expect(terminal.screen()).toMatch(/▸ ?\n\nEnter answer[^▸]*$/u);
	});

	it('puts pasted lines that are marked as such on one line, and waits for Enter', async () => {
		const { folder, variables } = scriptHome();
		const terminal = openTerminal(['quiz', writeDeck(folder, typedQuestions), 'unit'], variables);
		await terminal.shows(/Question 1 of 3.*Enter answer/su);
		terminal.press('\x1b[200~snow\rstorm\r\x1b[201~');
		await terminal.shows(/▸ snow storm$/mu);
		expect(terminal.screen()).not.toMatch(/✓|✗/u);
		terminal.press(enter);
		await terminal.shows(/✓ right/u);
	});

	it('does not let type-ahead dismiss a verdict', async () => {
		const { variables } = scriptHome();
		const terminal = openTerminal(['quiz', deckFolder, 'first'], variables);
		await pick(terminal, 1, `${enter} ${enter}q`);
		terminal.press(`${enter} ${enter}q`);
		await terminal.shows(/✓ right.*Enter next/su);
		expect(terminal.screen()).not.toMatch(/Question 2/u);
		terminal.press(enter);
		await asked(terminal, 2);
	});
});
