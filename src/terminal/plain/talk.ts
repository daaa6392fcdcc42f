// Lines out and lines in, on whatever stands at the two ends. Knows nothing of questions.

import type { Stop } from '../../session/ports.ts';
import { textWidth, wrap } from '../layout.ts';
import { createLinesIn } from '../lines-in.ts';
import { type TerminalIo, usualSettleTime } from '../terminal-io.ts';

/** Bytes in a typed line. */
const longestLine = 100_000;

export type Heard = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'unreadable'; readonly message: string } | Stop;

export interface Talk {
	/** The lines, after a blank one. */
	readonly say: (lines: readonly string[]) => void;
	/** Writes the prompt, which ends without a line break, and waits for a line. @param settle milliseconds in which lines are thrown away first. */
	readonly ask: (prompt: string, settle: number) => Promise<Heard>;
	readonly columns: () => number;
	/** Undefined: not known. */
	readonly rows: () => number | undefined;
	/** For what must not be dismissed unseen; 0 where nobody types. */
	readonly settleTime: number;
	readonly interrupt: () => void;
	readonly close: () => void;
}

export function createTalk({
	input,
	output,
	signals,
	settleTime = usualSettleTime,
}: Pick<TerminalIo, 'input' | 'output' | 'signals' | 'settleTime'>): Talk {
	const lines = createLinesIn(input, longestLine);
	const typed = 'isTTY' in input && input.isTTY === true;
	let prompt = '';
	/** After Ctrl-Z and fg, so that one knows where one is. */
	const wake = () => {
		if (prompt !== '') output.write(`\n${prompt}`);
	};
	const lose = () => lines.end();
	output.on('error', lose);
	signals.on('SIGCONT', wake);

	return {
		say: (said) => {
			output.write(`\n${said.join('\n')}\n`);
		},
		ask: async (text, settle) => {
			const asked = fitting(text, output.columns || 80);
			output.write(`\n${asked}`);
			prompt = asked;
			if (settle > 0 && (await lines.settle(settle)) > 0) output.write(`\n${asked}`);
			const line = await lines.next();
			prompt = '';
			// Whoever types has ended the line on the screen too.
			if (!typed || line.kind === 'end' || line.kind === 'interrupt') output.write('\n');
			switch (line.kind) {
				case 'line':
					return line;
				case 'too-long':
					return {
						kind: 'unreadable',
						message: `That line was longer than ${longestLine} bytes, and was not taken. Please type a shorter one.`,
					};
				case 'not-utf8':
					return {
						kind: 'unreadable',
						message: 'That line had characters that could not be read: Gradus reads UTF-8. Please type it again.',
					};
				case 'end':
					return { kind: 'stop', by: 'end-of-input' };
				case 'interrupt':
					return { kind: 'stop', by: 'interrupt' };
			}
		},
		columns: () => output.columns || 80,
		rows: () => output.rows,
		settleTime: typed ? settleTime : 0,
		interrupt: () => lines.interrupt(),
		close: () => {
			lines.close();
			output.off('error', lose);
			signals.off('SIGCONT', wake);
		},
	};
}

/** Broken between words, as all else is, and not by the terminal; with the space that it ends with. */
function fitting(prompt: string, columns: number): string {
	const text = prompt.trimEnd();
	return wrap(text, textWidth(columns)).join('\n') + prompt.slice(text.length);
}
