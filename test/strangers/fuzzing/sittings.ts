// Lines from whoever sits at the other end, a program or a person: through the protocol and through plain mode, bytes and all.

import { PassThrough } from 'node:stream';

import type { Chance } from '../../../src/engine/chance.ts';
import { presentationOf } from '../../../src/engine/present.ts';
import type { AskView, Examiner } from '../../../src/session/ports.ts';
import { createPlainExaminer } from '../../../src/terminal/plain/plain-examiner.ts';
import { requestKeys } from '../../../src/terminal/protocol/messages.ts';
import { createProtocolExaminer } from '../../../src/terminal/protocol/protocol-examiner.ts';
import { readRequest } from '../../../src/terminal/protocol/read-request.ts';
import { itemOf } from '../../store/fixtures/sample.ts';
import { everyTypeDeck, jsonAnswers } from '../../terminal/every-type.ts';
import { noAsides, where } from '../../terminal/samples.ts';
import { obeyedIn } from '../obeyed.ts';
import { type Area, demand, few, picked } from './area.ts';
import { hostileText, mutated, payloads } from './hostile-text.ts';

const unit = everyTypeDeck.units[0];
const questions = unit?.questions ?? [];
const sections = unit?.sections ?? [];

function viewOf(about: string): AskView {
	const question = questions[Number(about)];
	if (question === undefined) throw new Error(`no question ${about}`);
	return { where, presentation: presentationOf(itemOf(question)), hints: question.hints, readable: sections, asides: noAsides };
}

const answers = Object.values(jsonAnswers).flatMap(({ right, missed }) => [right, missed].map((answer) => JSON.stringify({ answer })));
const requests = [
	...answers,
	...requestKeys.flatMap((key) => [`{"${key}":true}`, `{"${key}":"commits"}`, `{"${key}":null}`, `{"${key}":[{}]}`]),
	'{"__proto__":{"answer":1}}',
	'{"constructor":1}',
	'{"answer":1,"answer":2}',
	'"answer"',
	'[]',
	'null',
	'1e999',
];
const signs = ['{', '}', '[', ']', '"', ':', ',', '\\', '\\u001b', '\\ud800', '\\u0000', 'true', 'null', '1', '-', 'e9', ' ', '\t'];
const typed = [
	'1',
	'2',
	'1 2',
	'9',
	'a b',
	'?',
	':h',
	':s',
	':b',
	':d',
	':r',
	':x',
	'blob',
	'A tree',
	'40',
	'1,234',
	'b a',
	'true',
	'f',
	'',
	' ',
];

function lines(chance: Chance, from: readonly string[], pieces: readonly string[]): string {
	return Array.from({ length: few(chance, 1, 5) }, () => {
		const line = picked(chance, from);
		switch (chance.index(6)) {
			case 0:
				return line;
			case 1:
				return hostileText(chance, 20, pieces);
			case 2:
				return `${picked(chance, ['[', '{"answer":', '"']).repeat(few(chance, 1, 60))}${line}`;
			default:
				return mutated(chance, line, [...pieces, ...payloads]);
		}
	}).join(chance.index(8) === 0 ? '\r\n' : '\n');
}

/** UTF-8, with a byte here and there that is none. */
function bytesOf(text: string): Buffer {
	return Buffer.concat([...text].map((each) => (each === '\udc00' ? Buffer.from([0xff]) : Buffer.from(each))));
}

/** Everything that is written until the input has ended. */
async function heard(
	create: (io: { readonly input: PassThrough; readonly output: PassThrough }) => Examiner & { restore(): void },
	about: string,
	text: string,
) {
	const [input, output] = [new PassThrough(), new PassThrough()];
	const chunks: Buffer[] = [];
	output.on('data', (chunk: Buffer) => chunks.push(chunk));
	const examiner = create({ input, output });
	input.end(bytesOf(text));
	const view = viewOf(about);
	for (;;) {
		const reply = await examiner.ask(view);
		if (reply.kind === 'stop') break;
		if (reply.kind === 'read') await examiner.read({ deck: everyTypeDeck, unit: unit ?? never(), section: reply.section, position: 1 });
	}
	examiner.restore();
	await new Promise((resolve) => setImmediate(resolve));
	return Buffer.concat(chunks).toString('utf8');
}

function never(): never {
	throw new Error('the deck has no unit');
}

const anyQuestion = (chance: Chance) => String(chance.index(questions.length));

export const requestLines: Area = {
	name: 'request lines',
	share: 100,
	encoding: 'utf16le',
	make: (chance) => ({ about: '', text: lines(chance, requests, signs) }),
	attempt({ text }) {
		for (const line of text.split('\n')) {
			const read = readRequest(line);
			if (!read.ok) demand(read.fault.message !== '', 'says nothing of a fault');
		}
	},
};

export const protocol: Area = {
	name: 'protocol',
	share: 80,
	encoding: 'utf16le',
	make: (chance) => ({ about: anyQuestion(chance), text: lines(chance, requests, signs) }),
	async attempt({ about, text }) {
		const written = await heard(createProtocolExaminer, about, text);
		const raw = obeyedIn(written);
		demand(raw === undefined, `writes ${raw}`);
		for (const line of written.split('\n').filter((each) => each !== '')) JSON.parse(line);
	},
};

const signals = { on: () => undefined, off: () => undefined };

export const plainMode: Area = {
	name: 'plain mode',
	share: 60,
	encoding: 'utf16le',
	make: (chance) => ({ about: anyQuestion(chance), text: lines(chance, typed, [...typed, '\n', ' ', ',']) }),
	async attempt({ about, text }) {
		const raw = obeyedIn(await heard((io) => createPlainExaminer({ ...io, signals }), about, text));
		demand(raw === undefined, `writes ${raw}`);
	},
};
