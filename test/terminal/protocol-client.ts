// A client of the JSON Lines, in process: writes a line whenever something stands that waits for one.

import { PassThrough } from 'node:stream';

import type { Message } from '../../src/terminal/protocol/messages.ts';
import { createProtocolExaminer, type ProtocolExaminer } from '../../src/terminal/protocol/protocol-examiner.ts';

/** A message as a client sees it: parsed, its type known. */
export type Received = { readonly type: Message['type'] } & Readonly<Record<string, unknown>>;

/** After these the program waits. */
const waitingAfter: readonly Message['type'][] = ['question', 'again', 'verdict', 'section', 'choose', 'error', 'bookmarked', 'disputed'];

/** A line to send, `end` to close the input, or `wait` to do nothing. */
export type Said = string | 'end' | 'wait';

export interface Client {
	readonly examiner: ProtocolExaminer;
	readonly input: PassThrough;
	readonly output: PassThrough;
	readonly received: readonly Received[];
	/** Both directions, in order: `> ` what the client wrote, `< ` what it read. */
	readonly transcript: readonly string[];
	/** Every byte that was written to the client. */
	raw(): string;
}

/** @param say asked after each message that waits for a line. */
export function client(say: (message: Received, received: readonly Received[]) => Said): Client {
	const input = new PassThrough();
	const output = new PassThrough();
	const { received, transcript, raw } = listen(input, output, say);
	return { examiner: createProtocolExaminer({ input, output }), input, output, received, transcript, raw };
}

export function listen(input: PassThrough, output: PassThrough, say: (message: Received, received: readonly Received[]) => Said) {
	const received: Received[] = [];
	const transcript: string[] = [];
	let raw = '';
	let rest = '';
	output.setEncoding('utf8');
	output.on('data', (chunk: string) => {
		raw += chunk;
		rest += chunk;
		const lines = rest.split('\n');
		rest = lines.pop() ?? '';
		for (const line of lines) take(line);
	});

	function take(line: string): void {
		const message = JSON.parse(line);
		received.push(message);
		transcript.push(`< ${line}`);
		if (!waitingAfter.includes(message.type)) return;
		const said = say(message, received);
		if (said === 'wait') return;
		if (said === 'end') {
			input.end();
			return;
		}
		transcript.push(`> ${said}`);
		input.write(`${said}\n`);
	}

	return { received, transcript, raw: () => raw };
}
