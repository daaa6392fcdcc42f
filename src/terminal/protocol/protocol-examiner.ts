// The examiner where there is no terminal: JSON Lines, so that editors, scripts and tests can sit a quiz. Decides nothing.

import type { Asides, Examiner, Menu, Stop } from '../../session/ports.ts';
import { jsonLine } from '../json-text.ts';
import { createLinesIn, type LineIn } from '../lines-in.ts';
import type { TerminalIo } from '../terminal-io.ts';
import { chooseMessage } from './choose-message.ts';
import { type ByeMessage, longestLine, type Message, protocolName, type RequestKey } from './messages.ts';
import { noticeMessage } from './notice-message.ts';
import { againMessage, questionMessage, sectionMessage, verdictMessage } from './question-message.ts';
import { readAnswer } from './read-answer.ts';
import { type Fault, notUtf8, type Request, readRequest, shown, tooLong } from './read-request.ts';

export interface ProtocolExaminer extends Examiner {
	/** @param version of the program. */
	hello(version: string): void;
	/** Resolves once it is written, or cannot be. */
	bye(message: Omit<ByeMessage, 'type' | 'finished'>): Promise<void>;
	/** An attempt was finished, and its result told. */
	readonly finished: boolean;
	/**
	 * Resolves with true where the input ends without a byte: nobody is there.
	 *
	 * @param atHand all of it lies there already; else somebody may be waiting to be spoken to first, so that only a moment is waited.
	 */
	isAlone(atHand: boolean): Promise<boolean>;
	/** Ends whatever stands, as Ctrl-C does in a terminal. */
	interrupt(): void;
	/** No line is read any more. */
	restore(): void;
}

/** What came of a request: the end of what stands, a fault in it, or nothing yet. */
type Outcome<T> =
	| { readonly kind: 'done'; readonly value: T }
	| { readonly kind: 'fault'; readonly fault: Fault }
	| { readonly kind: 'stands' };

/** Milliseconds until an input that was empty from the start has shown it. */
const moment = 50;

export function createProtocolExaminer({ input, output }: Pick<TerminalIo, 'input' | 'output'>): ProtocolExaminer {
	const lines = createLinesIn(input, longestLine);
	let finished = false;
	let flowing = true;
	let resume = () => {};
	const onDrain = () => {
		flowing = true;
		resume();
	};
	/** Nobody reads any more: then nobody can answer either. */
	const onLost = () => {
		lines.end();
		onDrain();
	};
	output.on('drain', onDrain);
	output.on('error', onLost);
	output.on('close', onLost);

	function send(message: Message): void {
		flowing = output.write(`${jsonLine(message)}\n`);
	}

	/** A client that does not read is not read either. */
	async function nextLine(): Promise<LineIn> {
		if (!flowing) {
			await new Promise<void>((resolve) => {
				resume = resolve;
			});
		}
		return lines.next();
	}

	/**
	 * Reads lines until one of them ends what stands. Whatever else they say is told, and it stands still.
	 *
	 * @param expected keys that may come now.
	 */
	async function heed<T>(expected: readonly RequestKey[], take: (request: Request) => Outcome<T>, asides?: Asides): Promise<T | Stop> {
		const complain = ({ code, message }: Fault) => send({ type: 'error', code, message, expected });
		for (;;) {
			const line = await nextLine();
			if (line.kind === 'end') return { kind: 'stop', by: 'end-of-input' };
			if (line.kind === 'interrupt') return { kind: 'stop', by: 'interrupt' };
			if (line.kind !== 'line') {
				complain(line.kind === 'too-long' ? tooLong : notUtf8);
				continue;
			}
			if (line.text.trim() === '') continue;
			const read = readRequest(line.text);
			if (!read.ok) {
				complain(read.fault);
				continue;
			}
			const { request } = read;
			if (request.key === 'stop') return { kind: 'stop', by: 'quit' };
			if (!expected.includes(request.key)) {
				complain(notNow(request, expected));
				continue;
			}
			if (asides !== undefined && heedAside(request, asides)) continue;
			const outcome = take(request);
			if (outcome.kind === 'done') return outcome.value;
			if (outcome.kind === 'fault') complain(outcome.fault);
		}
	}

	function heedAside(request: Request, asides: Asides): boolean {
		if (request.key === 'bookmark') {
			if (asides.isBookmarked() !== request.set) asides.bookmark();
			send({ type: 'bookmarked', set: asides.isBookmarked() });
			return true;
		}
		if (request.key === 'dispute') {
			asides.dispute(request.note);
			send({ type: 'disputed', note: request.note });
			return true;
		}
		return false;
	}

	return {
		hello(version) {
			send({ type: 'hello', protocol: protocolName, version, longestLine });
		},

		tell(notice) {
			if (notice.kind === 'result' || notice.kind === 'practice-done') finished = true;
			send(noticeMessage(notice));
		},

		async choose(menu) {
			const { message, ids } = chooseMessage(menu);
			send(message);
			return heed(['choose', 'stop'], (request) => (request.key === 'choose' ? chosenFrom(menu, ids, request.action) : stands));
		},

		async ask(view) {
			const { presentation, readable, asides, again } = view;
			send(again === undefined ? questionMessage(view) : againMessage(again));
			return heed(
				['answer', 'dontKnow', ...reading(readable), 'bookmark', 'dispute', 'stop'],
				(request): Outcome<Exclude<Awaited<ReturnType<Examiner['ask']>>, Stop>> => {
					if (request.key === 'dontKnow') return done({ kind: 'answer', answer: { type: 'dont-know' } });
					if (request.key === 'read') return sectionOf(request.section, readable);
					if (request.key !== 'answer') return stands;
					const read = readAnswer(request.answer, presentation);
					return read.ok ? done({ kind: 'answer', answer: read.answer }) : { kind: 'fault', fault: read.fault };
				},
				asides,
			);
		},

		async feedback(view) {
			const { reread, asides, where } = view;
			send(verdictMessage(view));
			const reply = await heed(
				['next', ...reading(reread), 'bookmark', 'dispute', 'stop'],
				(request): Outcome<Exclude<Awaited<ReturnType<Examiner['feedback']>>, Stop>> => {
					if (request.key === 'next') return done({ kind: 'next' });
					return request.key === 'read' ? sectionOf(request.section, reread) : stands;
				},
				asides,
			);
			// Every answer is given: whoever has nothing more to say is told the result all the same.
			const answered = where.verdicts.length === where.asked;
			return reply.kind === 'stop' && reply.by === 'end-of-input' && answered ? { kind: 'next' } : reply;
		},

		async read(view) {
			send(sectionMessage(view));
			return heed(['next', 'stop'], () => done({ kind: 'read' }));
		},

		bye(message) {
			const last: ByeMessage = { type: 'bye', ...message, finished };
			return new Promise((resolve) => {
				output.write(`${jsonLine(last)}\n`, () => resolve());
			});
		},

		get finished() {
			return finished;
		},

		isAlone: (atHand) => lines.endsAtOnce(atHand ? undefined : moment),

		interrupt() {
			lines.interrupt();
			onDrain();
		},

		restore() {
			lines.close();
			output.off('drain', onDrain);
			output.off('error', onLost);
			output.off('close', onLost);
		},
	};
}

const stands = { kind: 'stands' } as const;

function done<const T>(value: T): { readonly kind: 'done'; readonly value: T } {
	return { kind: 'done', value };
}

function chosenFrom({ actions }: Menu, ids: readonly string[], id: string): Outcome<Menu['actions'][number]> {
	const action = actions[ids.indexOf(id)];
	if (action !== undefined) return done(action);
	return {
		kind: 'fault',
		fault: { code: 'no-such-action', message: `Unexpected action ${shown(id)}. Expected one of ${ids.join(', ')}.` },
	};
}

function sectionOf<S extends { readonly id: string }>(
	id: string,
	sections: readonly S[],
): Outcome<{ readonly kind: 'read'; readonly section: S }> {
	const section = sections.find((each) => each.id === id);
	if (section !== undefined) return done({ kind: 'read', section });
	const known = sections.map((each) => each.id).join(', ');
	return { kind: 'fault', fault: { code: 'no-such-section', message: `Unexpected section ${shown(id)}. Expected one of ${known}.` } };
}

function reading(sections: readonly unknown[]): readonly 'read'[] {
	return sections.length === 0 ? [] : ['read'];
}

/** In a quiz the sections open again once the question is answered. */
function notNow({ key }: Request, expected: readonly RequestKey[]): Fault {
	if (key === 'read' && expected.includes('answer')) {
		return { code: 'closed-book', message: 'Unexpected "read" now. Expected an answer first: in a quiz the sections open again after it.' };
	}
	return { code: 'not-now', message: `Unexpected "${key}" now. Expected one of ${expected.join(', ')}.` };
}
