import { writeFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { PseudoTerminal } from './pseudo-terminal.ts';
import { expectNoCrash, openInteractiveShell, openShell, recordIn, runInShell, sanelyEnded, scriptHome } from './shell.ts';
import { endOfInput, interrupt, suspend, typedQuestions, writeDeck } from './sitting.ts';

/** Waits for the prompt of a question of the small deck, and types the number of its right option. */
async function answer(terminal: PseudoTerminal, position: number, after = ''): Promise<void> {
	const screen = await terminal.shows(new RegExp(`Question ${position} of 4\\.(?!.*Question \\d).*Your answer, 1 to 3 .*: ?$`, 'su'));
	const question = screen.slice(screen.lastIndexOf(`Question ${position} of`));
	terminal.press(`${/(\d)\. The right thing/u.exec(question)?.[1] ?? ''}\r${after}`);
}

/** A line that comes while the verdict is fresh does not dismiss it: the prompt is written once more, and waits for another. */
async function answerAndGoOn(terminal: PseudoTerminal, position: number): Promise<void> {
	await answer(terminal, position);
	const verdict = `Question ${position} of 4\\.(?!.*Question ${position} ).*?Right\\.`;
	const prompt = 'Enter for the (?:next question|result) [^\\n]*:';
	await terminal.shows(new RegExp(`${verdict}.*${prompt} ?$`, 'su'));
	for (let [pressed, dismissed] = [1, false]; !dismissed; pressed++) {
		terminal.press('\r');
		const behind = new RegExp(`${verdict}.*?(?:${prompt}\\s+){${pressed}}(?<next>\\S+ \\S+)`, 'su');
		dismissed = behind.exec(await terminal.shows(behind))?.groups?.['next'] !== 'Enter for';
	}
}

const everyWay = {
	'--plain': { script: 'gradus --plain', variables: {} },
	GRADUS_PLAIN: { script: 'gradus', variables: { GRADUS_PLAIN: '1' } },
	'a dumb terminal': { script: 'gradus', variables: { TERM: 'dumb', FORCE_COLOR: '' } },
} as const;

describe('plain mode', () => {
	for (const [way, { script, variables: more }] of Object.entries(everyWay)) {
		it(`by ${way} writes not one escape sequence, from the front page to mastery, and leaves by q`, async () => {
			const { record, variables } = scriptHome();
			const terminal = openShell(`${script} learn "$deck"`, { ...variables, ...more });
			await terminal.shows(/What would you like to do\?.*Your choice, 1 to \d .*: ?$/su);
			terminal.press('1\r');
			await terminal.shows(/All there is to know about apples.*Enter to go on .*: ?$/su);
			terminal.press('\r');
			await terminal.shows(/1\. Read: Pears.*Your choice, 1 to \d .*: ?$/su);
			terminal.press('2\r');
			for (const position of [1, 2, 3, 4]) await answerAndGoOn(terminal, position);
			await terminal.shows(/4 of 4 right, 3 needed.*mastered: "First steps".*What next\?.*: ?$/su);
			terminal.press('q\r');
			const { code, screen } = await sanelyEnded(terminal);
			expect(code).toBe(0);
			expect(screen).toMatch(/Everything is kept/u);
			expect(terminal.raw).not.toContain('\x1b');
			expect(recordIn(record)).toEqual({ attempts: 1, shown: 4, answered: 4 });
		});
	}

	it('ends by Ctrl-C with 130 and by Ctrl-D with 3, at a question, a verdict and a menu, and keeps what was answered', async () => {
		const places = {
			question: async (variables: Record<string, string>) => {
				const terminal = openShell('gradus --plain quiz "$deck" first', variables);
				await answerAndGoOn(terminal, 1);
				await terminal.shows(/Question 2 of 4.*Your answer.*: ?$/su);
				return terminal;
			},
			verdict: async (variables: Record<string, string>) => {
				const terminal = openShell('gradus --plain quiz "$deck" first', variables);
				await answer(terminal, 1);
				await terminal.shows(/Right\..*Enter for the next.*: ?$/su);
				return terminal;
			},
			menu: async (variables: Record<string, string>) => {
				const terminal = openShell('gradus --plain', variables);
				await terminal.shows(/Your choice, 1 to \d .*: ?$/su);
				return terminal;
			},
		};
		await Promise.all(
			Object.entries(places).flatMap(([place, reach]) =>
				[
					{ end: interrupt, code: 130 },
					{ end: endOfInput, code: 3 },
				].map(async ({ end, code }) => {
					const { record, variables } = scriptHome();
					const terminal = await reach(variables);
					terminal.press(end);
					const ended = await sanelyEnded(terminal);
					expect({ place, code: ended.code }).toEqual({ place, code });
					expect(ended.screen).toMatch(/kept/u);
					expect(terminal.raw).not.toContain('\x1b');
					expect(recordIn(record)).toMatchObject({ answered: place === 'menu' ? 0 : 1 });
				}),
			),
		);
	});

	it('says where one is after Ctrl-Z and fg', async () => {
		const { folder, variables } = scriptHome();
		writeDeck(folder, typedQuestions);
		const terminal = openInteractiveShell({ ...variables, TERM: 'dumb' });
		terminal.press('gradus quiz "$HOME/written" unit\r');
		await terminal.shows(/Question 1 of 3.*Your answer .*: ?$/su);
		terminal.press(suspend);
		await terminal.shows(/Stopped/u);
		terminal.press('fg\r');
		await terminal.shows(/Stopped.*Your answer .*: ?$/su);
		terminal.press('snow storm\r');
		await terminal.shows(/Right\./u);
	});

	it('does not let pasted lines dismiss a verdict or answer the next question', async () => {
		const { folder, variables } = scriptHome();
		writeDeck(folder, typedQuestions);
		const terminal = openShell('gradus --plain quiz "$HOME/written" unit', variables);
		await terminal.shows(/Question 1 of 3.*Your answer .*: ?$/su);
		terminal.press('rain\r\rhail\r');
		await terminal.shows(/Missed\..*Enter for the next question .*Enter for the next question .*: ?$/su);
		expect(terminal.screen()).not.toMatch(/Question 2/u);
	});

	it('is to be had where only the input is a terminal, and then goes to a file as it is', async () => {
		const { folder, variables } = scriptHome();
		const terminal = openShell('gradus --plain quiz "$deck" first > "$HOME/log"', variables);
		await new Promise((resolve) => setTimeout(resolve, 2_000));
		terminal.press('q\r');
		expect((await sanelyEnded(terminal)).code).toBe(0);
		const { output } = await runInShell('cat "$HOME/log"', variables);
		expect(output).toMatch(/Question 1 of 4\. 3 right are needed\./u);
		expect(output).not.toContain('\x1b');
		expect(folder).not.toBe('');
	});

	it('takes lines from a pipe where it is asked for', async () => {
		const { variables, record } = scriptHome();
		const run = await runInShell('printf "?\\n\\nq\\n" | gradus --plain quiz "$deck" first', variables);
		expect(run).toMatchObject({ code: 0 });
		expect(run.output).toMatch(/Question 1 of 4.*Not yet: good to know.*Question 2 of 4/su);
		expectNoCrash(run.output + run.errors);
		expect(recordIn(record)).toEqual({ attempts: 1, shown: 2, answered: 1 });
	});
});

describe('JSON Lines of the built program', () => {
	it('end quietly, with everything kept, where the reader goes away', async () => {
		const { variables, record, folder } = scriptHome();
		writeFileSync(`${folder}/lines`, '{"dontKnow":true}\n{"next":true}\n');
		const script = `(cat "$HOME/lines"; sleep 1; echo nonsense; sleep 1; echo nonsense; sleep 2) | gradus quiz "$deck" first | head -3 >"$HOME/seen"; echo "\${PIPESTATUS[1]}"`;
		const run = await runInShell(script, variables);
		expect(run).toMatchObject({ output: '3\n', errors: '' });
		expect(recordIn(record)).toMatchObject({ attempts: 1 });
		const again = await runInShell(`echo '{"stop":true}' | gradus quiz "$deck" first`, variables);
		expect(again.output).toMatch(/^\{"type":"hello".*\n\{"type":"resumed"/u);
	});

	it('tell a full disk, with 4', async () => {
		const { variables } = scriptHome();
		const run = await runInShell(`(echo '{"stop":true}'; sleep 1) | gradus quiz "$deck" first >/dev/full`, variables);
		expect(run.code).toBe(4);
		expect(run.errors).toMatch(/could not be written out in full .*record is safe/u);
	});

	it('do not wait for a client that keeps its end open, and die by the signal that ends them', async () => {
		const { variables } = scriptHome();
		const [stopped, interrupted] = await Promise.all([
			runInShell(`(echo '{"stop":true}'; sleep 3) | gradus quiz "$deck" first >"$HOME/out"; tail -1 "$HOME/out"`, variables),
			runInShell(
				`gradus quiz "$deck" first < <(sleep 4) >"$HOME/seen" & until grep -q '"question"' "$HOME/seen" 2>/dev/null; do sleep 0.1; done; kill -INT "$(cat "$pid")"; wait $!; echo "ended with $?"; tail -1 "$HOME/seen"`,
				scriptHome().variables,
			),
		]);
		expect(stopped.output).toMatch(/"type":"bye","ended":"stopped","by":"quit"/u);
		expect(interrupted.output).toMatch(/ended with 130\n.*"by":"interrupt"/u);
	});
});
