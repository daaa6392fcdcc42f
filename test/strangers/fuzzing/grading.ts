// Answers and questions through the graders; and what evens texts out, reads numbers and tries patterns.

import type { Chance } from '../../../src/engine/chance.ts';
import { grade } from '../../../src/engine/grade.ts';
import { faultOfPattern, matchPattern } from '../../../src/engine/match-pattern.ts';
import { foldCase, normaliseText, stripAccents } from '../../../src/engine/normalise-text.ts';
import { presentationOf } from '../../../src/engine/present.ts';
import { readNumber } from '../../../src/engine/read-number.ts';
import { typingDistance } from '../../../src/engine/typing-distance.ts';
import type { Answer, AskAgain } from '../../../src/model/attempt.ts';
import type { Question, TextMatch } from '../../../src/model/deck.ts';
import { readAnswer } from '../../../src/terminal/protocol/read-answer.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { askAgainText } from '../../../src/terminal/views/question.ts';
import { itemOf, QUESTIONS } from '../../store/fixtures/sample.ts';
import { obeyedIn } from '../obeyed.ts';
import { type Area, demand, picked } from './area.ts';
import { hostileText, mutated, payloads } from './hostile-text.ts';

const plain = createStyle({ colorLevel: 0, unicode: true });

const words = [
	'blob',
	'a blob',
	'the ',
	'HEAD',
	'log',
	'20',
	'19.5',
	'1',
	',',
	'.',
	' ',
	'/',
	'e',
	'-',
	'+',
	'x10^',
	'²',
	'½',
	'bytes',
	'km',
	'é',
	'e\u0301',
	'ı',
	'ς',
];
const patterns = [
	'(a+)+$',
	'(a|a)*$',
	'[a-z]+',
	'\\pL',
	'(?i)',
	'(?P<n>',
	'a{1000}',
	'(((',
	'\\Q',
	'[^',
	'.*.*.*.*x',
	'\\b',
	'$^',
	'(?:',
	'|',
	'*',
	'{2,',
	'\\x{10ffff}',
];

const base = { id: 'q', section: 's', stem: 'Which?', explanation: 'Because.', hints: [], tags: [], also: [], fingerprint: 'f' };

/** A question whose key is the first line, and whose answer is the second. */
function asked(about: string, text: string): { readonly question: Question; readonly answer: Answer } | undefined {
	const [key = '', typed = ''] = text.split('\u0000|\u0000');
	const options: TextMatch = {
		case: about.includes('c') ? 'exact' : 'ignore',
		accents: about.includes('n') ? 'note' : about.includes('x') ? 'exact' : 'ignore',
		typos: about.includes('t') ? 'auto' : about.includes('2') ? 2 : 0,
	};
	switch (about[0]) {
		case 'T':
			return { question: { ...base, type: 'text', keys: [key, 'blob'], match: options }, answer: { type: 'text', typed } };
		case 'P':
			if (faultOfPattern(key) !== undefined) return undefined;
			return { question: { ...base, type: 'text', keys: ['blob'], pattern: key, match: options }, answer: { type: 'text', typed } };
		case 'C':
			return {
				question: {
					...base,
					type: 'cloze',
					stem: '{{a}} {{b}}',
					blanks: [
						{ id: 'a', keys: [key] },
						{ id: 'b', keys: ['log'] },
					],
					match: options,
				},
				answer: {
					type: 'cloze',
					filled: [
						{ blank: 'a', typed },
						{ blank: 'b', typed: 'log' },
					],
				},
			};
		default: {
			const read = readNumber(key, 'bytes');
			if (!read.ok) return undefined;
			return {
				question: { ...base, type: 'number', key, value: read.value, accept: { kind: 'relative', fraction: 0.01 }, unit: 'bytes' },
				answer: { type: 'number', typed },
			};
		}
	}
}

export const grading: Area = {
	name: 'graders',
	share: 250,
	encoding: 'utf16le',
	make(chance) {
		const about = picked(chance, ['T', 'P', 'C', 'N']) + picked(chance, ['', 'c', 'n', 'x', 'cn']) + picked(chance, ['', 't', '2']);
		const key = about.startsWith('P') && chance.index(3) > 0 ? hostileText(chance, 8, patterns) : hostileText(chance, 8, words);
		const typed = chance.index(2) === 0 ? mutated(chance, key, words) : hostileText(chance, 20, words);
		const long = chance.index(200) === 0 ? typed.repeat(500) : typed;
		return { about, text: `${key}\u0000|\u0000${long}` };
	},
	attempt({ about, text }) {
		const sitting = asked(about, text);
		if (sitting !== undefined) {
			const grading = grade(sitting.question, sitting.answer, matchPattern);
			if (!grading.gradable) demandTellable(grading.again);
			const again = grade(sitting.question, sitting.answer, matchPattern);
			demand(JSON.stringify(grading) === JSON.stringify(again), 'is graded otherwise the second time');
		}
		const typed = text.slice(text.indexOf('|') + 2);
		for (const [name, even] of [
			['normaliseText', normaliseText],
			['foldCase', foldCase],
			['stripAccents', stripAccents],
		] as const) {
			const once = even(typed);
			// Halves of characters may meet when what stood between them is left out; no learner can type one.
			demand(/\p{Cs}/u.test(typed) || even(once) === once, `${name} changes its own result`);
		}
		for (const unit of [undefined, 'bytes', '']) {
			const read = readNumber(typed, unit);
			if (read.ok) demand(Number.isFinite(read.value), `reads the number ${read.value}`);
			else demandTellable(read.again);
		}
		const [left, right] = [typed.slice(0, 60), text.slice(0, 60)];
		demand(typingDistance(left, right) === typingDistance(right, left), 'is further away from the other side');
	},
};

function demandTellable(again: AskAgain): void {
	const told = obeyedIn(askAgainText(again, plain));
	demand(told === undefined, `lets through ${told}`);
}

/** Any JSON as the answer to any question: what is read of it can be graded. */
export const givenAnswers: Area = {
	name: 'answers',
	share: 100,
	encoding: 'utf16le',
	make: (chance) => ({ about: String(chance.index(QUESTIONS.length)), text: JSON.stringify(anyValue(chance, 3)) }),
	attempt({ about, text }) {
		const question = QUESTIONS[Number(about)];
		const value = parsed(text);
		if (question === undefined || value === undefined) return;
		const read = readAnswer(value, presentationOf(itemOf(question)));
		if (read.ok) {
			const grading = grade(question, read.answer, matchPattern);
			if (!grading.gradable) demandTellable(grading.again);
		} else demand(read.fault.message !== '', 'says nothing');
	},
};

/** Shrinking makes texts that are no JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const offered = QUESTIONS.flatMap((question) => itemOf(question).options);
const lefts = QUESTIONS.flatMap((question) => (question.type === 'match' ? question.pairs.map(({ left }) => left) : []));

function anyValue(chance: Chance, depth: number): unknown {
	switch (depth <= 0 ? chance.index(6) : chance.index(10)) {
		case 0:
			return picked(chance, [0, 1, 2, 3, -1, 0.5, 1e308, -0, 4294967296]);
		case 1:
		case 2:
			return picked(chance, offered);
		case 3:
			return picked(chance, payloads);
		case 4:
			return picked(chance, [true, false, null]);
		case 5:
			return hostileText(chance, 10, words);
		case 6:
			return Object.fromEntries(
				Array.from({ length: chance.index(4) }, () => [picked(chance, [...lefts, ...payloads]), anyValue(chance, depth - 1)]),
			);
		default:
			return Array.from({ length: chance.index(5) }, () => anyValue(chance, chance.index(depth)));
	}
}
