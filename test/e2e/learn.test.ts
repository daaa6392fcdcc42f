import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';

import { deckFolder, freshHome, openTerminal, type PseudoTerminal } from './pseudo-terminal.ts';

const enter = '\r';
const interrupt = '\x03';

interface Asked {
	readonly stem: string;
	readonly position: string;
}

/** Waits for question `position`, answers it, and goes on from the verdict. */
async function answer(terminal: PseudoTerminal, position: number, of: number, right: boolean): Promise<Asked> {
	const screen = await terminal.shows(latest(`Question ${position} of ${of}`, 'Enter answer'));
	const stem = [...screen.matchAll(/What about \w+ number \d\?/gu)].at(-1)?.[0] ?? '';
	const option = new RegExp(`(\\d) {2}${right ? 'The right' : 'A wrong'} thing`, 'gu');
	terminal.press([...(screen.split(stem).at(-1) ?? '').matchAll(option)].at(-1)?.[1] ?? '');
	terminal.press(enter);
	const verdict = await terminal.shows(latest(`Question ${position} of ${of}`, right ? '✓ right.*Enter' : '✗ not yet.*Enter'));
	if (!right) expect(verdict).toMatch(/That is the wrong one.*The right thing about.*This is explained in/su);
	await settle();
	terminal.press(enter);
	return { stem, position: `${position}/${of}` };
}

/** The question is the last on the screen, and this shows below it. */
function latest(question: string, then: string): RegExp {
	return new RegExp(`${question} (?!.*Question \\d).*${then}`, 'su');
}

/** Fresh feedback ignores keys for a moment, so that type-ahead cannot dismiss it. */
function settle(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 450));
}

async function choose(terminal: PseudoTerminal, item: RegExp): Promise<void> {
	const screen = await terminal.shows(new RegExp(`${item.source}.*Enter go`, 'su'));
	const digit = new RegExp(`(\\d) {2}${item.source}`, 'u').exec(screen)?.[1] ?? '';
	await settle();
	terminal.press(digit);
	terminal.press(enter);
}

async function leave(terminal: PseudoTerminal): Promise<void> {
	await choose(terminal, /Stop here/u);
	expect(await terminal.ended).toMatchObject({ exitCode: 0 });
}

describe('the built program in a terminal', () => {
	it('is failed once, prescribes, asks other questions, is mastered, and opens the next unit', async () => {
		const { variables } = freshHome();
		const terminal = openTerminal(['learn', deckFolder], variables);
		await choose(terminal, /Take the quiz/u);

		const first: Asked[] = [];
		for (let position = 1; position <= 2; position++) first.push(await answer(terminal, position, 4, false));
		expect(await terminal.shows(/3 of 4 are out of reach.*Enter go/su)).toMatch(/▸ 1 {2}Go to the sections now/u);
		await choose(terminal, /Go on to the end/u);
		for (let position = 3; position <= 4; position++) first.push(await answer(terminal, position, 4, true));
		const result = await terminal.shows(/2 of 4 right.*Enter go/su);
		expect(result).toMatch(/2 of 4/u);
		expect(result).toMatch(/▸ 1 {2}Read: (Apples|Pears)/u);

		terminal.press(enter);
		await terminal.shows(/All there is to know about/u);
		await settle();
		terminal.press(enter);
		await choose(terminal, /Take a new quiz/u);

		const second: Asked[] = [];
		for (let position = 1; position <= 4; position++) second.push(await answer(terminal, position, 4, true));
		const stems = (asked: readonly Asked[]) => asked.map(({ stem }) => stem);
		expect(new Set([...stems(first), ...stems(second)]).size).toBe(8);
		const mastered = await terminal.shows(/mastered.*Enter go/su);
		expect(mastered).toMatch(/Second steps/u);
		await leave(terminal);

		const map = openTerminal(['map', deckFolder], variables);
		await map.ended;
		expect(map.screen()).toMatch(/1 of 2 units mastered/u);
	});

	it('comes back to the very question after SIGKILL, with nothing lost and nothing asked twice', async () => {
		const { folder, variables } = freshHome();
		const terminal = openTerminal(['quiz', deckFolder, 'first'], variables);
		const before = [await answer(terminal, 1, 4, true), await answer(terminal, 2, 4, false)];
		const screen = await terminal.shows(/Question 3 of 4.*Enter answer/su);
		terminal.kill('SIGKILL');
		await terminal.ended;

		const again = openTerminal(['quiz', deckFolder, 'first'], variables);
		const resumed = await again.shows(/Question 3 of 4.*Enter answer/su);
		const optionsOf = (text: string | undefined) =>
			text?.slice(text.lastIndexOf('What about')).match(/\d {2}(?:The right|A wrong|Another wrong) thing about \w+ \d/gu);
		expect(optionsOf(resumed)).toEqual(optionsOf(screen));
		const after = [await answer(again, 3, 4, true), await answer(again, 4, 4, true)];
		await again.shows(/3 of 4/u);
		expect(await again.ended).toMatchObject({ exitCode: 0 });

		expect(new Set([...before, ...after].map(({ stem }) => stem)).size).toBe(4);
		const record = new Database(`${folder}/record.db`, { readonly: true });
		expect(record.pragma('integrity_check', { simple: true })).toBe('ok');
		expect(
			record.prepare('SELECT count(*) AS rows, count(answered) AS answered, count(DISTINCT question) AS questions FROM question').get(),
		).toEqual({
			rows: 4,
			answered: 4,
			questions: 4,
		});
		record.close();
	});

	it('keeps everything on Ctrl-C, says how to go on, leaves the terminal sane, and ends with 130', async () => {
		const { variables } = freshHome();
		const terminal = openTerminal(['quiz', deckFolder, 'first'], variables);
		await answer(terminal, 1, 4, true);
		await terminal.shows(/Question 2 of 4.*Enter answer/su);
		terminal.press(interrupt);
		const { exitCode, signal } = await terminal.ended;
		expect(signal === 2 || exitCode === 130).toBe(true);
		expect(terminal.screen()).toMatch(/question 2 of 4.*kept.*gradus learn/isu);
		expect(terminal.cursorIsHidden()).toBe(false);
	});

	for (const [signal, number] of [
		['SIGTERM', 15],
		['SIGHUP', 1],
		['SIGINT', 2],
	] as const) {
		it(`dies by ${signal} when told to, with the terminal sane and the answers kept`, async () => {
			const { variables } = freshHome();
			const terminal = openTerminal(['quiz', deckFolder, 'first'], variables);
			await answer(terminal, 1, 4, true);
			await terminal.shows(/Question 2 of 4.*Enter answer/su);
			terminal.kill(signal);
			expect((await terminal.ended).signal).toBe(number);
			expect(terminal.cursorIsHidden()).toBe(false);
			const again = openTerminal(['quiz', deckFolder, 'first'], variables);
			await again.shows(/Question 2 of 4.*Enter answer/su);
		});
	}

	it('refuses a closed unit from every way in, and says what is missing', async () => {
		const { variables } = freshHome();
		for (const argv of [
			['learn', deckFolder, 'second'],
			['quiz', deckFolder, 'second'],
			['practice', deckFolder, 'second'],
			['read', deckFolder, 'second'],
			['read', deckFolder, 'second#plums'],
		]) {
			const terminal = openTerminal(argv, variables);
			expect(await terminal.ended).toMatchObject({ exitCode: 3 });
			expect(terminal.screen()).toMatch(/closed.*3 of 4.*First steps.*gradus learn/su);
			expect(terminal.screen()).not.toMatch(/All there is to know/u);
		}
	});

	it('redraws after Ctrl-Z and fg, and goes on where it was', async () => {
		const { variables } = freshHome();
		const terminal = openTerminal(['--norc', '-i'], { ...variables, PS1: '$ ' }, { command: '/bin/bash', before: [] });
		await terminal.shows(/\$$/mu);
		terminal.press(`"${process.execPath}" "${process.cwd()}/bin/gradus.cjs" quiz "${deckFolder}" first\r`);
		await terminal.shows(/Question 1 of 4.*Enter answer/su);
		terminal.press('\x1a');
		await terminal.shows(/Stopped/u);
		terminal.press('echo still-here\r');
		await terminal.shows(/^still-here/mu);
		terminal.press('fg\r');
		await terminal.shows(/^(?!.*still-here).*What about.*Enter answer/su);
		terminal.press('1');
		terminal.press(enter);
		await terminal.shows(/✓ right|✗ not yet/u);
	});

	it('works at 20 columns', async () => {
		const { variables } = freshHome();
		const terminal = openTerminal(['quiz', deckFolder, 'first'], variables, { columns: 20, rows: 12 });
		await terminal.shows(/What about.*h keys/su);
		terminal.press('1');
		terminal.press(enter);
		await terminal.shows(/✓ right|✗ not yet/u);
	});
});
