import { describe, expect, it } from 'vitest';

import { chanceText, luckText } from '../../src/authoring/chance-text.ts';
import { checkDeck } from '../../src/authoring/check-deck.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { openExample } from './example-folder.ts';

const codes = [
	'draw-above-pool',
	'effective-benchmark',
	'floor-above-quota',
	'floor-without-effect',
	'no-fresh-retry',
	'few-fresh-retries',
	'section-below-quota',
	'blind-luck',
	'luck-at-sixty',
];

interface Words {
	/** Lines of the unit, such as `draw: 5`. */
	readonly unit?: readonly string[];
	/** Lines of deck.yaml. */
	readonly deck?: readonly string[];
	/** Questions of each section; `a*2: 5` has weight 2. */
	readonly sections: Readonly<Record<string, number>>;
	readonly question?: string;
	/** A comment above all. */
	readonly comment?: string;
	/** Questions of these groups go together: the first so many of each section. */
	readonly twins?: number;
}

const fourOptions = 'answer: yes, distractors: [no, maybe, perhaps], explanation: So it is.';
const trueFalse = 'type: true-false, answer: true, explanation: So it is.';
const typed = 'type: text, answer: yes, explanation: So it is.';

/** What the rules about numbers find, in order of place. */
function found({ unit = [], deck = [], sections, question = fourOptions, twins = 0, comment }: Words): readonly Diagnostic[] {
	const ids = Object.keys(sections).map((name) => ({
		id: name.replace(/\*\d/u, ''),
		weight: /\*(\d)/u.exec(name)?.[1] ?? '1',
		size: sections[name] ?? 0,
	}));
	const text = [
		...(comment === undefined ? [] : [comment]),
		'unit: u',
		'title: Unit',
		...unit,
		'sections:',
		...ids.map(({ id, weight }) => `  - {id: ${id}, title: Section, objective: Know it, text: Text., weight: ${weight}}`),
		'questions:',
		...ids.flatMap(({ id, size }) =>
			Array.from(
				{ length: size },
				(_, index) =>
					`  - {id: ${id}-${index}, section: ${id}, stem: Question ${id} ${index}, ${question.replace(/\}$/u, '')}${index < twins ? `, group: ${id}-twins` : ''}}`,
			),
		),
	].join('\n');
	const example = {
		files: { 'deck.yaml': ['deck: d', 'title: Deck', ...deck, 'units: [u.yaml]', ''].join('\n'), 'u.yaml': `${text}\n` },
		shown: [],
	};
	const { diagnostics, sources } = checkDeck(openExample(example));
	expect(diagnostics.filter(({ severity, code }) => severity === 'error' && !codes.includes(code))).toEqual([]);
	expect(sources.size).toBe(2);
	return diagnostics.filter(({ code }) => codes.includes(code));
}

function said(words: Words): readonly string[] {
	return found(words).map(({ severity, message, code }) => `${severity}: ${message} [${code}]`);
}

function helped(words: Words): readonly (string | undefined)[] {
	return found(words).map(({ help }) => help);
}

const plenty = { a: 30, b: 30 };

describe('a sound unit', () => {
	it.each([
		{ unit: [] },
		{ unit: ['benchmark: 80%', 'draw: 10'] },
		{ unit: ['benchmark: 90%', 'draw: 20'] },
		{ unit: ['benchmark: 100%', 'draw: 8'] },
		{ unit: ['benchmark: 70%', 'draw: 10', 'passes: 2'] },
		{ unit: ['benchmark: 80%', 'draw: 10', 'floor: 4'] },
	])('with $unit is passed in silence', ({ unit }) => {
		expect(said({ unit, sections: plenty })).toEqual([]);
	});
});

describe('a draw above the pool', () => {
	it('is told alone, whatever else is wrong with the numbers', () => {
		expect(said({ unit: ['benchmark: 50%', 'floor: 9'], sections: { a: 3 }, question: trueFalse })).toEqual([
			'error: A form asks for 10 questions, but the unit has 3 [draw-above-pool]',
		]);
	});

	it('counts a group as one', () => {
		expect(said({ sections: { a: 11 }, twins: 3 })).toEqual([
			'error: A form asks for 10 questions, but the unit has 9 (a group counts as one) [draw-above-pool]',
		]);
	});
});

describe('an effective benchmark', () => {
	it.each([
		{ benchmark: '90%', draw: 7, says: '`90%` of 7 means 7 of 7, every question' },
		{ benchmark: '90%', draw: 9, says: '`90%` of 9 means 9 of 9, every question' },
		{ benchmark: '95%', draw: 10, says: '`95%` of 10 means 10 of 10, every question' },
		{ benchmark: '87.5%', draw: 10, says: undefined },
		{ benchmark: '85%', draw: 10, says: '`85%` of 10 means 9 of 10, which is 90%' },
		{ benchmark: '85.01%', draw: 10, says: undefined },
		{ benchmark: '80%', draw: 7, says: '`80%` of 7 means 6 of 7, which is 85.7%' },
		{ benchmark: '80%', draw: 6, says: undefined },
		{ benchmark: '99.99%', draw: 20, says: '`99.99%` of 20 means 20 of 20, every question' },
		{ benchmark: '100%', draw: 7, says: undefined },
	])('of $benchmark of $draw is told as it is', ({ benchmark, draw, says }) => {
		const own = found({ unit: [`benchmark: ${benchmark}`, `draw: ${draw}`], sections: plenty, question: typed });
		expect(own.filter(({ code }) => code === 'effective-benchmark').map(({ message }) => message)).toEqual(
			says === undefined ? [] : [says],
		);
	});

	it('comes with percentages that mean the count beside them in a long form too', () => {
		const sections = { a: 300, b: 300 };
		const help = (benchmark: string, draw: number) =>
			found({ unit: [`benchmark: ${benchmark}`, `draw: ${draw}`], sections, question: typed }).flatMap((each) =>
				each.code === 'effective-benchmark' ? [each.help] : [],
			);
		expect(help('99.7%', 200)).toEqual([expect.stringContaining('`benchmark: 99.5%` for 199 of 200')]);
		expect(help('99.9%', 150)).toEqual([expect.stringContaining('`benchmark: 99%` for 149 of 150')]);
	});

	it('comes with numbers that mean what they say, as far as the pool goes', () => {
		expect(helped({ unit: ['benchmark: 90%', 'draw: 3', 'passes: 3'], sections: { a: 9 }, question: typed })).toEqual([
			'Write `benchmark: 100%` if that is meant, `benchmark: 66%` for 2 of 3, or `draw: 10` with 1 more question for 9 of 10.',
		]);
	});
});

describe('a floor', () => {
	it('that no section can hold is an error, and one that some cannot a warning that names them', () => {
		const unit = (floor: number) => ['benchmark: 60%', 'draw: 10', 'passes: 3', `floor: ${floor}`];
		const sections = { 'a*3': 30, b: 30, c: 30 };
		expect(said({ unit: unit(7), sections })).toEqual([
			'error: `floor: 7` is more than a form asks of any section, 6 at most, so that it means all of them [floor-above-quota]',
		]);
		expect(said({ unit: unit(3), sections })).toEqual([
			'warning: `floor: 3` is more than a form asks of `b` and `c`, so that it means all of them there [floor-above-quota]',
		]);
	});

	it('that the benchmark implies decides nothing', () => {
		expect(said({ unit: ['floor: 1'], sections: plenty })).toEqual([
			'warning: `floor: 1` decides nothing: whoever has 9 of 10 right has 1 right in each section that is asked twice or more [floor-without-effect]',
		]);
		expect(said({ unit: ['benchmark: 100%', 'floor: 1'], sections: plenty })).toEqual([
			'warning: `floor: 1` decides nothing: the benchmark asks for every question [floor-without-effect]',
		]);
	});

	it('that decides nothing comes with one that does', () => {
		expect(helped({ unit: ['benchmark: 80%', 'floor: 1'], sections: plenty })).toEqual(['Remove it, or set `floor: 4`, which decides.']);
	});

	it('is seen to decide where chance decides between sections of unequal weight', () => {
		const unit = ['draw: 6', 'benchmark: 66%', 'passes: 3', 'floor: 2'];
		expect(said({ unit, sections: { a: 20, 'b*3': 20 }, question: typed })).toEqual([]);
	});

	it('is seen to decide where the misses that a benchmark allows fit into one section', () => {
		expect(said({ unit: ['floor: 1'], sections: { a: 30, 'b*4': 30 } })).not.toEqual([]);
		expect(said({ unit: ['benchmark: 80%', 'floor: 1'], sections: { a: 30, 'b*4': 30 } })).toEqual([]);
	});
});

describe('fresh retries', () => {
	it('are told for each section that has too few', () => {
		expect(said({ sections: { a: 5, b: 12, c: 3, d: 40 } })).toEqual([
			'warning: The section `a` has 5 questions, and a form asks 2 of them, so that the third form repeats some [few-fresh-retries]',
			'error: The section `c` has 3 questions, and a form asks 2 of them, so that the second form repeats some [no-fresh-retry]',
		]);
	});

	it('are two with as many questions more as the help says, and one with as many as it says for one', () => {
		expect(helped({ sections: { a: 8, b: 30 } })).toEqual(['Write 2 more for one fresh retry, 7 more for two; or draw fewer.']);
		expect(helped({ sections: { a: 10, b: 30 } })).toEqual(['Write 5 more for a second fresh retry, or draw fewer.']);
		expect(helped({ sections: { a: 15, b: 30 } })).toEqual([]);
	});

	it('are told for the unit where no section says it', () => {
		const groups = Array.from({ length: 11 }, (_, index) => `group: g${index}`);
		const questions = ['a', 'b'].flatMap((id) =>
			groups.map((group, index) => `  - {id: ${id}-${index}, section: ${id}, stem: Q ${id} ${index}, ${group}, ${typed}}`),
		);
		const sections = ['a', 'b'].map((id) => `  - {id: ${id}, title: Section, objective: Know it, text: Text.}`);
		const unit = ['unit: u', 'title: Unit', 'sections:', ...sections, 'questions:', ...questions, ''].join('\n');
		const { diagnostics } = checkDeck(
			openExample({ files: { 'deck.yaml': 'deck: d\ntitle: D\nunits: [u.yaml]\n', 'u.yaml': unit }, shown: [] }),
		);
		expect(diagnostics.filter(({ code }) => codes.includes(code)).map(({ message }) => message)).toEqual([
			'The unit has 11 questions (a group counts as one), and a form asks 10 of them, so that the second form repeats some',
		]);
	});

	it('are told once of a section that is short, and not of those that fill in for it', () => {
		const short =
			'but its share of a form is 5, so that other sections are asked more and the second form repeats them [section-below-quota]';
		expect(said({ sections: { a: 2, b: 15 } })).toEqual([`error: The section \`a\` has 2 questions, ${short}`]);
		expect(said({ sections: { a: 40, b: 4 } })).toEqual([`error: The section \`b\` has 4 questions, ${short}`]);
		expect(said({ sections: { a: 2, b: 12 } })).toEqual([
			`error: The section \`a\` has 2 questions, ${short}`,
			'error: The section `b` has 12 questions, and a form asks 8 of them, so that the second form repeats some [no-fresh-retry]',
		]);
	});

	it('are told of a section that is short where the rule that would tell it is off, or milder', () => {
		const told = 'error: The section `b` has 4 questions, and a form asks 4 of them, so that the second form repeats some [no-fresh-retry]';
		expect(said({ deck: ['check: {section-below-quota: off}'], sections: { a: 40, b: 4 } })).toEqual([told]);
		expect(said({ deck: ['check: {section-below-quota: warning}'], sections: { a: 40, b: 4 } })).toContain(told);
		expect(said({ deck: ['check: {no-fresh-retry: off}'], sections: { a: 40, b: 4 } }).map((each) => each.slice(0, 5))).toEqual(['error']);
	});

	it.each([
		{ draw: 3, sections: { a: 13, b: 2 } },
		{ draw: 3, sections: { a: 6, b: 2 } },
		{ draw: 4, sections: { a: 8, b: 8, c: 2 } },
		{ draw: 10, sections: { a: 20, b: 20, c: 6 } },
		{ draw: 10, sections: { a: 30, b: 30, c: 30, d: 4 } },
		{ draw: 10, sections: { a: 12, b: 12, c: 12, d: 4 } },
	])('are one where the draw asks the smallest section only its least: $draw of $sections', ({ draw, sections }) => {
		const own = found({ unit: [`draw: ${draw}`, 'passes: 3'], sections, question: typed });
		expect(own.filter(({ code }) => code.endsWith('retry') || code.endsWith('retries'))).toMatchObject([{ code: 'few-fresh-retries' }]);
	});

	it('are two where they are two', () => {
		expect(
			said({ unit: ['draw: 5', 'passes: 3'], sections: { a: 15, b: 6 }, question: typed }).filter((each) => /retr/u.test(each)),
		).toEqual([]);
	});

	it('are told beside the deck’s draw where the unit has none', () => {
		const [finding] = found({ deck: ['draw: 8'], unit: ['benchmark: 75%', 'passes: 2'], sections: { a: 30, b: 7 } });
		expect(finding).toMatchObject({
			code: 'no-fresh-retry',
			place: { file: 'u.yaml' },
			related: { file: 'deck.yaml', message: "the deck's `draw`" },
		});
	});
});

describe('a rule that is off or turned down', () => {
	const codesOf = (words: Words) => found(words).map(({ severity, code }) => `${severity} ${code}`);
	const few = (...check: readonly string[]): Words => ({
		unit: ['draw: 4', 'benchmark: 50%'],
		deck: check.map((levels) => `check: {${levels}}`),
		sections: { a: 3 },
		question: trueFalse,
	});

	it('hides no other: draw-above-pool', () => {
		expect(codesOf(few())).toEqual(['error draw-above-pool']);
		expect(codesOf(few('draw-above-pool: off'))).toEqual(expect.arrayContaining(['error blind-luck', 'error no-fresh-retry']));
		expect(codesOf(few('draw-above-pool: warning'))).toEqual(
			expect.arrayContaining(['warning draw-above-pool', 'error blind-luck', 'error no-fresh-retry']),
		);
	});

	it('keeps those quiet that matter no more', () => {
		expect(codesOf(few('draw-above-pool: warning, blind-luck: warning, no-fresh-retry: info'))).toEqual(['warning draw-above-pool']);
	});

	it('hides no other: blind-luck', () => {
		const words = (...check: readonly string[]): Words => ({
			unit: ['draw: 4', 'benchmark: 50%'],
			deck: check.map((levels) => `check: {${levels}}`),
			sections: { a: 30 },
			question: trueFalse,
		});
		expect(codesOf(words())).toEqual(['error blind-luck']);
		expect(codesOf(words('blind-luck: off'))).toEqual(['warning luck-at-sixty']);
		expect(codesOf(words('blind-luck: info')).toSorted()).toEqual(['info blind-luck', 'warning luck-at-sixty']);
	});

	it('hides no other: floor-above-quota', () => {
		const words = (...check: readonly string[]): Words => ({
			unit: ['benchmark: 100%', 'floor: 7'],
			deck: check.map((levels) => `check: {${levels}}`),
			sections: { a: 30, b: 30 },
		});
		expect(codesOf(words())).toEqual(['error floor-above-quota']);
		expect(codesOf(words('floor-above-quota: off'))).toEqual(['warning floor-without-effect']);
	});

	it('is another matter than a comment, which silences what comes of the same cause too', () => {
		expect(codesOf({ ...few(), comment: '# gradus-ignore draw-above-pool: on purpose' })).toEqual([]);
	});
});

describe('luck', () => {
	it('of blind guessing is a warning above 1 % and an error above 5 %', () => {
		const unit = (draw: number) => ['benchmark: 100%', `draw: ${draw}`];
		const told = (draw: number) => said({ unit: unit(draw), sections: plenty, question: trueFalse });
		expect(told(4)).toEqual(['error: Blind guessing masters this unit with a chance of 6.3 % at one try, 28 % within five [blind-luck]']);
		expect(told(5)).toEqual(['warning: Blind guessing masters this unit with a chance of 3.1 % at one try, 15 % within five [blind-luck]']);
		expect(told(6)).toEqual([
			'warning: Blind guessing masters this unit with a chance of 1.6 % at one try, 7.6 % within five [blind-luck]',
		]);
		expect(told(7)).toEqual([]);
	});

	it('of exactly the limit is not above it', () => {
		const ten = 'answer: no-0, distractors: [no-1, no-2, no-3, no-4, no-5, no-6, no-7, no-8, no-9], explanation: So it is.';
		expect(said({ unit: ['benchmark: 100%', 'draw: 2'], sections: { a: 6 }, question: ten }).filter((each) => /blind/u.test(each))).toEqual(
			[],
		);
	});

	it('of a learner at 60 % is told where blind guessing is not', () => {
		expect(said({ unit: ['benchmark: 80%', 'draw: 5'], sections: plenty, question: typed })).toEqual([
			'warning: A learner who knows 60 % masters this unit with a chance of 34 % at one try, 87 % within five [luck-at-sixty]',
		]);
		expect(said({ unit: ['benchmark: 80%', 'draw: 5'], sections: plenty, question: trueFalse }).map((each) => each.slice(-12))).toEqual([
			'[blind-luck]',
		]);
	});

	it('is gone with the passes and with the draw that the help names', () => {
		const unit = ['benchmark: 80%', 'draw: 5'];
		expect(helped({ unit, sections: plenty, question: typed })).toEqual([
			'Set `passes: 2` (11 % in two tries, 33 % within five), or `draw: 7` (16 % at one try, 58 % within five).',
		]);
		expect(said({ unit: [...unit, 'passes: 2'], sections: plenty, question: typed })).toEqual([]);
		expect(said({ unit: ['benchmark: 80%', 'draw: 6'], sections: plenty, question: typed }).length).toBe(1);
		expect(
			said({ unit: ['benchmark: 80%', 'draw: 7'], sections: plenty, question: typed }).filter((each) => each.includes('luck')),
		).toEqual([]);
	});

	it('is met with more questions where the pool would not do', () => {
		const [help] = helped({ unit: ['benchmark: 80%', 'draw: 5'], sections: { a: 8, b: 8 }, question: typed });
		expect(help).toMatch(/or `draw: 7` \(16 % at one try, 58 % within five\), which takes 5 more questions for two fresh retries\.$/u);
		expect(said({ unit: ['benchmark: 86%', 'draw: 7', 'passes: 3'], sections: { a: 11, b: 11 }, question: typed })).toEqual([
			'warning: `86%` of 7 means 7 of 7, every question [effective-benchmark]',
		]);
	});

	it('is met with a higher benchmark where neither passes nor a larger draw would do', () => {
		expect(helped({ unit: ['benchmark: 50%', 'draw: 10'], sections: plenty, question: typed })).toEqual([
			'Set `benchmark: 80%` (17 % at one try, 60 % within five).',
		]);
	});

	it('counts two tries as the first where two in a row must pass', () => {
		expect(said({ unit: ['benchmark: 60%', 'draw: 10', 'passes: 2'], sections: plenty, question: typed })).toEqual([
			'warning: A learner who knows 60 % masters this unit with a chance of 40 % in two tries, 78 % within five [luck-at-sixty]',
		]);
	});

	it('is pointed at where the number is written, or at the unit with the deck’s number beside it', () => {
		const place = (words: Omit<Words, 'sections'>) => {
			const [finding] = found({ ...words, sections: plenty, question: typed });
			return [finding?.place.span?.start, finding?.related?.message];
		};
		expect(place({ unit: ['benchmark: 80%', 'draw: 5'] })).toEqual(['unit: u\ntitle: Unit\nbenchmark: '.length, undefined]);
		expect(place({ unit: ['draw: 5'], deck: ['benchmark: 80%'] })).toEqual([
			'unit: u\ntitle: Unit\ndraw: '.length,
			"the deck's `benchmark`",
		]);
		expect(place({ deck: ['draw: 5', 'benchmark: 80%'] })).toEqual(['unit: '.length, "the deck's `benchmark`"]);
		expect(place({ deck: ['draw: 5', 'benchmark: 80%'], unit: ['benchmark: 80%'] })).toEqual([
			'unit: u\ntitle: Unit\nbenchmark: '.length,
			undefined,
		]);
	});
});

describe('a chance in words', () => {
	it.each([
		{ chance: 0, text: '0 %' },
		{ chance: 1e-7, text: 'under 0.001 %' },
		{ chance: 0.000_029_6, text: '0.003 %' },
		{ chance: 0.010_742, text: '1.1 %' },
		{ chance: 0.1673, text: '17 %' },
		{ chance: 0.989_6, text: '99 %' },
		{ chance: 0.9944, text: '99.4 %' },
		{ chance: 0.998_7, text: '99.9 %' },
		{ chance: 0.999_5, text: '99.95 %' },
		{ chance: 0.999_999, text: 'over 99.99 %' },
		{ chance: 1, text: '100 %' },
	])('of $chance is $text', ({ chance, text }) => {
		expect(chanceText(chance)).toBe(text);
	});

	it('names the tries', () => {
		expect(luckText({ once: 0.0279, withinFive: 0.097 }, 2)).toBe('2.8 % in two tries, 9.7 % within five');
		expect(luckText({ once: 0, withinFive: 0 }, 6)).toBe('0 % in 6 tries, 0 % within five');
	});
});
