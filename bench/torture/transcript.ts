// What a screen says happened: the questions that were seen on it, in order, and their verdicts.

export interface Seen {
	readonly position: number;
	/** Id of the question, which its stem names. */
	readonly question: string;
	readonly verdict?: SeenVerdict;
}

export type SeenVerdict = 'right' | 'missed' | 'dont-know';

/** What the last line waits for. */
export type Waiting = 'answer' | 'next' | 'menu';

const heading = /^Question (\d+) of \d+\b/mu;

/** A heading whose question is not on the screen yet shows nothing. */
export function seenOn(screen: string): readonly Seen[] {
	const seen: Seen[] = [];
	let rest = screen;
	for (let match = heading.exec(rest); match !== null; match = heading.exec(rest)) {
		rest = rest.slice(match.index + match[0].length);
		const end = heading.exec(rest)?.index ?? rest.length;
		const part = rest.slice(0, end);
		const question = /about (\S+)\?$/mu.exec(part)?.[1];
		if (question === undefined) continue;
		const verdict = verdictIn(part);
		seen.push({ position: Number(match[1]), question, ...(verdict === undefined ? {} : { verdict }) });
	}
	return seen;
}

export function waitingOn(screen: string): Waiting | undefined {
	const last = screen.split('\n').at(-1) ?? '';
	if (/\bEnter answer\b/u.test(last)) return 'answer';
	if (/\bEnter (?:next|result)\b/u.test(last)) return 'next';
	return /\bEnter go\b/u.test(last) ? 'menu' : undefined;
}

/** From the last heading on. */
export function lastPartOf(screen: string): string {
	return screen.slice(Math.max(0, screen.lastIndexOf('\nQuestion ')));
}

function verdictIn(part: string): SeenVerdict | undefined {
	if (/^✓ right$/mu.test(part)) return 'right';
	if (/^✗ not yet: good to know/mu.test(part)) return 'dont-know';
	return /^✗ not yet$/mu.test(part) ? 'missed' : undefined;
}
