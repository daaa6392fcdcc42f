// What a command of `gradus new` has to know: given by options, or asked for one by one where somebody can answer.

import type { Stop } from '../../session/ports.ts';

/** One or several texts by key. */
export type Given = ReadonlyMap<string, readonly string[]>;

export interface Field {
	readonly key: string;
	/** As it is given on the command line: `--title`. */
	readonly flag: string;
	/** The question, in a line. */
	readonly asks: string;
	/** To choose from. */
	readonly options?: readonly { readonly value: string; readonly text: string }[];
	/** What stands for it where nothing is given. Empty: it may be left out, and is. Undefined: it is needed. */
	readonly otherwise?: (given: Given) => string | undefined;
	/** What Enter alone means where `otherwise` is empty. */
	readonly without?: string;
	/** What is wrong with an answer, in a sentence with what to write instead: then it is asked for again. */
	readonly fault?: (answer: string) => string | undefined;
	/** Several, until nothing is typed; the first is needed. */
	readonly many?: true;
	/** Asked after each of `many`. `without`: what Enter alone means, where it may be left empty. */
	readonly beside?: { readonly key: string; readonly asks: string; readonly without?: string };
}

export interface Asker {
	/** @returns an empty text for Enter alone. */
	ask(asks: string, alone?: Alone): Promise<string | Stop>;
	choose(asks: string, items: readonly string[]): Promise<number | Stop>;
}

/** What Enter alone stands for. */
interface Alone {
	/** What it does: `take git`. */
	readonly does: string;
	/** What is seen of it afterwards: `git`. */
	readonly shows: string;
}

export type Filled =
	| { readonly kind: 'filled'; readonly given: Given }
	/** Needed, not given, and nobody to ask. */
	| { readonly kind: 'missing'; readonly flags: readonly string[] }
	| Stop;

/** @param asker absent where nobody can answer. */
export async function fill(fields: readonly Field[], given: Given, asker: Asker | undefined): Promise<Filled> {
	let filled = given;
	const missing: string[] = [];
	for (const field of fields) {
		if ((filled.get(field.key) ?? []).length > 0) continue;
		const answers = asker === undefined ? unasked(field, filled) : await asked(field, filled, asker);
		if (answers === undefined) missing.push(field.flag);
		else if ('kind' in answers) return answers;
		else filled = new Map([...filled, ...answers]);
	}
	return missing.length > 0 ? { kind: 'missing', flags: missing } : { kind: 'filled', given: filled };
}

type Answers = readonly (readonly [string, readonly string[]])[];

function unasked({ key, options, otherwise }: Field, given: Given): Answers | undefined {
	const [only] = options ?? [];
	if (options?.length === 1 && only !== undefined) return [[key, [only.value]]];
	const value = otherwise?.(given);
	return value === undefined ? undefined : value === '' ? [] : [[key, [value]]];
}

async function asked(field: Field, given: Given, asker: Asker): Promise<Answers | Stop> {
	const { key, asks, options, otherwise, without, fault, many, beside } = field;
	if (options !== undefined) return chosen(key, asks, options, asker);
	if (many === true) return several(key, asks, beside, asker);
	const value = otherwise?.(given);
	const alone = value === undefined ? undefined : value === '' ? nothingBut(without) : { does: `take ${value}`, shows: value };
	for (let question = asks; ; ) {
		const answer = await asker.ask(question, alone);
		if (typeof answer !== 'string') return answer;
		const text = answer.trim() === '' ? (value ?? '') : answer;
		const wrong = text === '' ? undefined : fault?.(text.trim());
		if (wrong === undefined) return text === '' ? [] : [[key, [text]]];
		question = `${wrong} ${asks}`;
	}
}

function nothingBut(words = 'leave it out'): Alone {
	return { does: words, shows: words };
}

async function chosen(key: string, asks: string, options: NonNullable<Field['options']>, asker: Asker): Promise<Answers | Stop> {
	const [only] = options;
	const index =
		options.length === 1
			? 0
			: await asker.choose(
					asks,
					options.map(({ text }) => text),
				);
	if (typeof index !== 'number') return index;
	const value = (options[index] ?? only)?.value;
	return value === undefined ? [] : [[key, [value]]];
}

async function several(key: string, asks: string, beside: Field['beside'], asker: Asker): Promise<Answers | Stop> {
	const texts: string[] = [];
	const besides: string[] = [];
	for (;;) {
		const first = texts.length === 0;
		const answer = await asker.ask(first ? asks : `${asks} Another one?`, first ? undefined : nothingBut('that is all'));
		if (typeof answer !== 'string') return answer;
		if (answer.trim() === '') break;
		texts.push(answer);
		if (beside === undefined) continue;
		const more = await asker.ask(beside.asks, beside.without === undefined ? undefined : nothingBut(beside.without));
		if (typeof more !== 'string') return more;
		besides.push(more);
	}
	return [[key, texts], ...(beside === undefined ? [] : [[beside.key, besides] as const])];
}

/** What options give; one that is blank gives nothing. */
export function givenBy(words: object): Given {
	return new Map(
		Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' && value.trim() !== '' ? [[key, [value]] as const] : [])),
	);
}

/** Trimmed; empty where nothing is given. */
export function oneOf(given: Given, key: string): string {
	return given.get(key)?.[0]?.trim() ?? '';
}

/** The same as one line, as a title is. */
export function lineOf(given: Given, key: string): string {
	return oneOf(given, key).replace(/\s+/gu, ' ');
}
