// One life of the program: a script reads its screen and presses keys, until SIGKILL comes at the moment that was drawn beforehand.

import { readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Chance } from '../../src/engine/chance.ts';
import type { Given } from './invariants.ts';
import { openScreen, type Screen } from './screen.ts';
import { rightWord, wrongWord } from './torture-deck.ts';
import { lastPartOf, type Seen, seenOn, type Waiting, waitingOn } from './transcript.ts';

export interface LifePlan {
	/** Killed after so many keys of this kind; a start is the first of its kind. */
	readonly after: Key | 'any';
	readonly count: number;
	/** Milliseconds from that key, or from the start. */
	readonly delay: number;
	readonly command: 'quiz' | 'learn';
	readonly unit: string;
}

export interface Place {
	readonly program: string;
	readonly deck: string;
	readonly record: string;
	readonly variables: Readonly<Record<string, string>>;
}

export const phases = [
	'starting, record not open yet',
	'record open, nothing on the screen',
	'a question stands',
	'an answer half given',
	'answer given, no verdict on the screen',
	'verdict on the screen',
	'verdict left, next question not on the screen',
	'at a menu',
	'result or ending',
] as const;

export type Phase = (typeof phases)[number];

export interface Life {
	readonly phase: Phase;
	readonly seen: readonly Seen[];
	readonly given: readonly Given[];
	/** Milliseconds from the start to the first question, where one came. */
	readonly startUp?: number;
	/** What went wrong before the kill: an end by itself, or nothing coming. */
	readonly fault?: string;
}

/** Learners are right in six of ten. */
const rightInTen = 6;

/** `part`: a letter, or the choice of an option; `answer`: what gives it. */
export type Key = 'start' | 'part' | 'answer' | 'next' | 'menu';

/** Thrown through the script when its moment has come. */
class Killed extends Error {}

/** Lives until killed; where a quiz comes to its end before that, it starts another. */
export async function live(place: Place, plan: LifePlan, chance: Chance): Promise<Life> {
	const story = new Story(place, plan, chance);
	try {
		for (;;) await story.sitting();
	} catch (error) {
		await story.die();
		if (error instanceof Killed) return story.told();
		return { ...story.told(), fault: error instanceof Error ? error.message : String(error) };
	}
}

class Story {
	readonly #place: Place;
	readonly #plan: LifePlan;
	readonly #chance: Chance;
	readonly #given: Given[] = [];
	/** From the screens of sittings that came to their end. */
	#earlier: readonly Seen[] = [];
	#screen: Screen | undefined;
	#sittings = 0;
	/** Keys of the kind that the plan counts. */
	#counted = 0;
	#last: Key = 'start';
	#recordWasOpen = false;
	#startUp: number | undefined;

	constructor(place: Place, plan: LifePlan, chance: Chance) {
		this.#place = place;
		this.#plan = plan;
		this.#chance = chance;
	}

	async sitting(): Promise<void> {
		const { program, deck, variables } = this.#place;
		const command = this.#sittings === 0 ? this.#plan.command : 'quiz';
		this.#sittings += 1;
		const started = performance.now();
		const screen = openScreen([program, command, deck, this.#plan.unit], variables);
		this.#screen = screen;
		await this.#dieIfDue(screen, 'start');
		let before = '';
		for (;;) {
			const { waiting, signature } = await screen.until((text, ended) => standing(text, before, ended?.code));
			if (waiting === 'ended') break;
			if (waiting === 'answer') this.#startUp ??= performance.now() - started;
			before = signature;
			await this.#react(screen, waiting);
		}
		this.#earlier = [...this.#earlier, ...seenOn(screen.text())];
		this.#screen = undefined;
	}

	async die(): Promise<void> {
		await this.#screen?.kill();
	}

	told(): Life {
		const here = this.#screen === undefined ? [] : seenOn(this.#screen.text());
		return {
			phase: this.#phase(here),
			seen: [...this.#earlier, ...here],
			given: this.#given,
			...(this.#startUp === undefined || this.#sittings > 1 ? {} : { startUp: this.#startUp }),
		};
	}

	async #react(screen: Screen, waiting: Waiting): Promise<void> {
		if (waiting === 'answer') return this.#answer(screen);
		if (waiting === 'next') return this.#press(screen, '\r', 'next');
		const wanted = /.*(\d) {2}(?:Go on with the quiz|Take the quiz|Take a new quiz|Go on to the end)/su.exec(
			lastPartOf(screen.text()),
		)?.[1];
		if (wanted === undefined) return this.#press(screen, 'q', 'menu');
		await this.#press(screen, wanted, 'menu');
		await screen.until((text, ended) => (ended !== undefined || lastPartOf(text).includes(`▸ ${wanted} `) ? true : undefined));
		await this.#press(screen, '\r', 'menu');
	}

	async #answer(screen: Screen): Promise<void> {
		const part = lastPartOf(screen.text());
		const question = seenOn(part).at(-1)?.question ?? '';
		const right = this.#chance.index(10) < rightInTen;
		const option = new RegExp(`(\\d) {2}(${right ? 'Right' : 'Wrong'} in ${question})$`, 'mu').exec(part);
		if (option?.[1] !== undefined && option[2] !== undefined) {
			if (!right && this.#chance.index(3) === 0) {
				this.#given.push({ question, words: 'dont-know', verdict: 'dont-know' });
				return this.#press(screen, '?', 'answer');
			}
			await this.#press(screen, option[1], 'part');
			this.#given.push({ question, words: option[2], verdict: right ? 'right' : 'missed' });
			return this.#press(screen, '\r', 'answer');
		}
		const words = right ? rightWord : wrongWord;
		for (const letter of words) await this.#press(screen, letter, 'part');
		this.#given.push({ question, words, verdict: right ? 'right' : 'missed' });
		return this.#press(screen, '\r', 'answer');
	}

	async #press(screen: Screen, keys: string, key: Key): Promise<void> {
		screen.press(keys);
		await this.#dieIfDue(screen, key);
		if (key === 'part') await sleep(this.#chance.index(4));
	}

	async #dieIfDue(screen: Screen, key: Key): Promise<void> {
		const { after, count } = this.#plan;
		this.#last = key;
		if (key === after || (after === 'any' && key !== 'start')) this.#counted += 1;
		if (this.#counted < count) return;
		if (this.#plan.delay > 0) await sleep(this.#plan.delay);
		this.#recordWasOpen = hasOpen(screen.pid, this.#place.record);
		await screen.kill();
		throw new Killed();
	}

	#phase(here: readonly Seen[]): Phase {
		const verdict = here.at(-1)?.verdict !== undefined;
		switch (this.#last) {
			case 'start':
				if (here.length > 0) return 'a question stands';
				return this.#recordWasOpen ? 'record open, nothing on the screen' : 'starting, record not open yet';
			case 'part':
				return 'an answer half given';
			case 'answer':
				return verdict ? 'verdict on the screen' : 'answer given, no verdict on the screen';
			case 'menu':
				return here.length > 0 && !verdict ? 'a question stands' : 'at a menu';
			case 'next':
				if (!verdict) return 'a question stands';
				return /\n[✓✗·] \d+ of \d+ right/u.test(this.#screen?.text() ?? '')
					? 'result or ending'
					: 'verdict left, next question not on the screen';
		}
	}
}

/** What the screen waits for now, where that is something else than before. */
function standing(
	text: string,
	before: string,
	code: number | undefined,
): { readonly waiting: Waiting | 'ended'; readonly signature: string } | undefined {
	if (code !== undefined) {
		if (code !== 0) throw new Error(`The program ended by itself with ${code}. The screen:\n${text}`);
		return { waiting: 'ended', signature: '' };
	}
	const waiting = waitingOn(text);
	const seen = seenOn(text);
	const chosen = waiting === 'menu' ? (text.match(/^▸ \D/gmu) ?? []).length : 0;
	const signature = `${waiting} ${seen.length} ${seen.filter(({ verdict }) => verdict !== undefined).length} ${chosen}`;
	return waiting === undefined || signature === before ? undefined : { waiting, signature };
}

/** As far as the system tells; Linux does. */
function hasOpen(pid: number, file: string): boolean {
	try {
		const folder = `/proc/${pid}/fd`;
		return readdirSync(folder).some((name) => readlinkSync(`${folder}/${name}`).startsWith(file));
	} catch {
		return false;
	}
}
