import { describe, expect, it } from 'vitest';

import type { Verdict } from '../../src/model/attempt.ts';
import type { Blocker, JudgedAttempt, Judgement, Need, Reach, SectionScore, Shortfall, UnitStanding } from '../../src/model/decision.ts';
import type { Unit } from '../../src/model/deck.ts';
import type { Action, Menu, NoticeOf, Step } from '../../src/session/ports.ts';
import { widthOf } from '../../src/terminal/layout.ts';
import { createStyle } from '../../src/terminal/style.ts';
import { blockerText, titlesIn } from '../../src/terminal/views/gate.ts';
import { actionText, renderMenuTitle } from '../../src/terminal/views/menu.ts';
import { renderNotice } from '../../src/terminal/views/notice.ts';
import { renderSection } from '../../src/terminal/views/section.ts';
import * as sample from './samples.ts';

const style = createStyle({ colorLevel: 0, unicode: true });
const ascii = createStyle({ colorLevel: 0, unicode: false });
const { snapshots, branches, deck, once, need } = sample;
const [commits, trees] = [snapshots.sections[0] ?? never(), snapshots.sections[1] ?? never()];

type Marks = readonly (Verdict['kind'] | undefined)[];

const marks: Readonly<Record<string, Verdict['kind'] | undefined>> = { '+': 'right', '-': 'missed', '?': 'dont-know', '.': undefined };

/** `+` right, `-` missed, `?` I don't know, `.` not answered; as many as needed for the sections. */
function judgementOf(sections: Readonly<Record<string, string>>, needed: number, floor = 0): Judgement {
	const scores = Object.entries(sections).map(([section, signs]): SectionScore => {
		const count = (...those: string[]) => [...signs].filter((sign) => those.includes(sign)).length;
		const unanswered = count('.');
		return {
			section,
			right: count('+'),
			asked: signs.length,
			dontKnow: count('?'),
			...(unanswered === 0 ? {} : { unanswered }),
		};
	});
	const [right, asked] = [scores.reduce((sum, each) => sum + each.right, 0), scores.reduce((sum, each) => sum + each.asked, 0)];
	const shortfalls: Shortfall[] = [
		...(right < needed ? [{ kind: 'benchmark', right, need: needed, asked } as const] : []),
		...scores.flatMap((each) =>
			each.right < Math.min(floor, each.asked)
				? [{ kind: 'floor', section: each.section, right: each.right, need: floor, asked: each.asked } as const]
				: [],
		),
	];
	return { right, asked, need: needed, qualifies: shortfalls.length === 0, shortfalls, sections: scores };
}

function judged(...judgements: readonly Judgement[]): readonly JudgedAttempt[] {
	return judgements.map((judgement, index) => ({
		id: `a${index}`,
		judgement,
		streak: judgement.qualifies ? 1 : 0,
		passes: 1,
		mastered: judgement.qualifies,
	}));
}

function result(sections: Readonly<Record<string, string>>, before: readonly Judgement[] = [], over: Partial<NoticeOf<'result'>> = {}) {
	const judgement = judgementOf(sections, 9, (over.need ?? once).rule.floor);
	const all = judged(...before, judgement);
	const scores = all.map((each) => ({ right: each.judgement.right, asked: each.judgement.asked }));
	const best = scores.reduce((most, each) => (each.right * most.asked > most.right * each.asked ? each : most));
	const standing: UnitStanding = { ...sample.fresh, need: once, judged: all };
	const verdicts: Marks = Object.values(sections).flatMap((signs) => [...signs].map((sign) => marks[sign]));
	return {
		kind: 'result',
		unit: snapshots,
		judgement,
		need: once,
		standing,
		first: scores[0] ?? best,
		best,
		streak: 0,
		verdicts,
		...over,
	} as const;
}

const show = (notice: Parameters<typeof renderNotice>[0], width = 80, with_ = style) => renderNotice(notice, with_, width);

describe('the result', () => {
	it('shows each section as a bar, each question as a sign, and compares nothing on the first attempt', () => {
		expect(show(result({ commits: '++++++-?', trees: '+.' }))).toMatchInlineSnapshot(`
			"Commits are snapshots
			─────────────────────
			✗ not yet: 7 of 10 right, 9 needed

			✗ What a commit stores  ██████░░  6 of 8
			○ Trees and blobs       █·        1 of 2, 1 left

			✓ ✓ ✓ ✓ ✓   ✓ ✗ ? ✓ ○
			✓ 7 right   ✗ 1 missed   ? 1 not known   ○ 1 not answered"
		`);
	});

	it('gives every question as many cells as any other, so that a full bar is all of it', () => {
		expect(show(result({ commits: '++++-', trees: '+' }))).toMatchInlineSnapshot(`
			"Commits are snapshots
			─────────────────────
			✗ not yet: 5 of 6 right, 9 needed

			✗ What a commit stores  ████████░░  4 of 5
			✓ Trees and blobs       ██          1 of 1

			✓ ✓ ✓ ✓ ✗   ✓
			✓ 5 right   ✗ 1 missed"
		`);
		const many = show(result({ commits: `${'+'.repeat(39)}-`, trees: '+'.repeat(20) })).split('\n');
		expect(many.filter((line) => / of /u.test(line)).slice(1)).toMatchInlineSnapshot(`
			[
			  "✗ What a commit stores  █████████░  39 of 40",
			  "✓ Trees and blobs       █████       20 of 20",
			]
		`);
	});

	it('numbers the rows of questions where there are more than ten', () => {
		expect(show(result({ commits: '+'.repeat(17), trees: '--?...' }), 40)).toMatchInlineSnapshot(`
			"Commits are snapshots
			─────────────────────
			✓ 17 of 23 right, 9 needed

			✓ What a commit stores
			  ██████████  17 of 17
			✗ Trees and blobs
			  ░░·         0 of 6, 3 left

			 1  ✓ ✓ ✓ ✓ ✓   ✓ ✓ ✓ ✓ ✓
			11  ✓ ✓ ✓ ✓ ✓   ✓ ✓ ✗ ✗ ?
			21  ○ ○ ○
			✓ 17 right   ✗ 2 missed   ? 1 not known
			○ 3 not answered"
		`);
	});

	it('stands beside the first attempt and the best, and says when this is the best', () => {
		const [five, nine] = [judgementOf({ commits: '+++++-----' }, 9), judgementOf({ commits: '+++++++++-' }, 9)];
		const own = (text: string) => text.split('\n').filter((line) => /attempt|[Bb]est/u.test(line));
		expect(own(show(result({ commits: '+++++++---' }, [five, nine])))).toMatchInlineSnapshot(`
			[
			  "First attempt  █████░░░░░  5 of 10",
			  "Best so far    █████████░  9 of 10",
			  "This attempt   ███████░░░  7 of 10",
			]
		`);
		expect(own(show(result({ commits: '+++++++---' }, [five])))).toMatchInlineSnapshot(`
			[
			  "First attempt  █████░░░░░  5 of 10",
			  "This attempt   ███████░░░  7 of 10, your best so far",
			]
		`);
		expect(own(show(result({ commits: '+++++-----' }, [nine])))).toMatchInlineSnapshot(`
			[
			  "First and best  █████████░  9 of 10",
			  "This attempt    █████░░░░░  5 of 10",
			]
		`);
	});

	it('draws how many in a row there are, where several are needed', () => {
		const standing: UnitStanding = { ...sample.tried, need };
		expect(show(result({ commits: '+++++++++', trees: '+' }, [], { need, streak: 1, standing }))).toMatch(
			/\n✓ ○ {2}1 of 2 in a row\. Once more, and the unit is mastered\.$/u,
		);
	});

	it('reads at 40 columns, and in ASCII', () => {
		const floored: Need = { ...once, rule: { ...once.rule, floor: 1 } };
		expect(
			show(result({ commits: '+++++++-', trees: '?.' }, [judgementOf({ commits: '+++-------' }, 9)], { need: floored }), 40, ascii),
		).toMatchInlineSnapshot(`
			"Commits are snapshots
			---------------------
			x not yet: 7 of 10 right, 9 needed

			x What a commit stores  #######.  7 of 8
			x Trees and blobs       .-        0 of 2
			    1 left, at least 1 needed

			+ + + + +   + + x ? o
			+ 7 right   x 1 missed   ? 1 not known
			o 1 not answered

			First attempt  ###.......  3 of 10
			This attempt   #######...  7 of 10
			    your best so far"
		`);
	});

	it('has its sections in teaching order, whatever order they were asked in', () => {
		const lines = show(result({ trees: '+++++-', commits: '+++-' })).split('\n');
		expect(lines.findIndex((line) => line.includes(commits.title))).toBeLessThan(lines.findIndex((line) => line.includes(trees.title)));
	});

	it('puts long titles above their bars, and fits any width', () => {
		const long: Unit = {
			...snapshots,
			sections: [{ ...commits, title: '漢字 and a title that goes on for longer than a narrow screen is wide' }, trees],
		};
		const notice = result({ commits: '++++----', trees: '+.' }, [], { unit: long });
		expect(show(notice, 40)).toMatchInlineSnapshot(`
			"Commits are snapshots
			─────────────────────
			✗ not yet: 5 of 10 right, 9 needed

			✗ 漢字 and a title that goes on for
			  longer than a narrow screen is wide
			  ████░░░░  4 of 8
			○ Trees and blobs
			  █·        1 of 2, 1 left

			✓ ✓ ✓ ✓ ✗   ✗ ✗ ✗ ✓ ○
			✓ 5 right   ✗ 4 missed
			○ 1 not answered"
		`);
		for (const width of [20, 30, 40, 79, 120]) {
			for (const line of show(notice, width).split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width);
		}
	});

	it('says the same without colours', () => {
		const notice = result({ commits: '++++--?.' }, [judgementOf({ commits: '+-' }, 9)]);
		const coloured = show(notice, 80, createStyle({ colorLevel: 3, unicode: true }));
		expect(coloured).not.toBe(show(notice));
		expect(coloured.replace(/\x1b\[[\d;]+m/g, '')).toBe(show(notice));
	});
});

describe('a menu after a not-yet', () => {
	const step = (number: number, done = false): Step => ({ number, of: 4, done });
	const reading = (section: typeof commits, number: number, done = false): Action => ({
		kind: 'read',
		section,
		done,
		prescribed: { missed: 1, asked: 2, step: step(number, done), next: { kind: 'quiz', need: once } },
	});
	const titleOf = (...[first, ...others]: readonly Action[]) =>
		renderMenuTitle({ about: { kind: 'after-not-yet', unit: snapshots }, actions: [first ?? never(), ...others] }, style, 80);
	const quizStep: Action = { kind: 'quiz', need: once, retry: true, retake: false, step: step(4) };

	it('says where on the way one is, whatever the order of the lines', () => {
		const practice = (done: boolean): Action => ({ kind: 'practice', questions: 3, step: step(3, done) });
		expect(titleOf(reading(trees, 2), practice(false), quizStep, reading(commits, 1, true))).toBe('Step 2 of 4 to the next quiz  ✓ ▸ ○ ○');
		expect(titleOf(reading(trees, 2), quizStep, reading(commits, 1, true), practice(true))).toBe('Step 2 of 4 to the next quiz  ✓ ▸ ✓ ○');
		expect(titleOf(quizStep, reading(commits, 1, true), reading(trees, 2, true), practice(true))).toBe(
			'Step 4 of 4 to the next quiz  ✓ ✓ ✓ ▸',
		);
		expect(titleOf({ kind: 'quiz', need: once, retry: true, retake: false, step: { number: 1, of: 1, done: false } })).toBe(
			'How would you like to go on?',
		);
	});

	it('words other ways in, and a pause', () => {
		const actions: readonly Action[] = [
			{ kind: 'practice', questions: 3, step: step(3, true) },
			{ kind: 'resource', resource: { title: 'Pro Git', url: 'https://git-scm.com/book' } },
			{ kind: 'unit', unit: branches, standing: sample.mastered, foundation: { right: 19, asked: 30 } },
			{ kind: 'to-sections' },
			{ kind: 'go-on' },
			{ kind: 'stop', pause: true },
		];
		expect(actions.map((action) => actionText(action, style)).join('\n')).toMatchInlineSnapshot(`
			"Practice with 3 questions and hints (does not count) ✓ done
			Another way in: Pro Git
			Go back to Branches are names, which this builds on (19 of 30 right there)
			Go to the sections now: the attempt ends as not yet, and the questions left stay unseen
			Go on to the end, for the sake of practice
			Pause here: everything is kept, and a fresh head helps"
		`);
	});
});

describe('out of reach', () => {
	const menu = (short: readonly Shortfall[], mastered = false): Menu => {
		const reach: Extract<Reach, { readonly within: false }> = { within: false, short };
		return {
			about: { kind: 'out-of-reach', unit: snapshots, need: once, right: 4, left: 1, reach, mastered },
			actions: [{ kind: 'to-sections' }],
		};
	};
	const benchmark = { kind: 'benchmark', right: 5, need: 9, asked: 10 } as const;
	const floor = { kind: 'floor', section: 'trees', right: 0, need: 1, asked: 2 } as const;

	it('says what is out of reach and how far one has come, without blame', () => {
		expect(renderMenuTitle(menu([benchmark]), style, 80)).toMatchInlineSnapshot(`
			"9 of 10 are out of reach this time: 4 right so far, 1 question left, 5 at best.
			There is no harm in that: nothing is lost, and you can try again."
		`);
		expect(renderMenuTitle(menu([benchmark]), style, 40)).toMatchInlineSnapshot(`
			"9 of 10 are out of reach this time: 4
			right so far, 1 question left, 5 at
			best.
			There is no harm in that: nothing is
			lost, and you can try again."
		`);
	});

	it('names the section whose floor is out of reach', () => {
		expect(renderMenuTitle(menu([floor]), style, 80)).toMatchInlineSnapshot(`
			"In “Trees and blobs” 1 of 2 must be right, and that is out of reach this time.
			There is no harm in that: nothing is lost, and you can try again."
		`);
		expect(renderMenuTitle(menu([benchmark, floor]), style, 120).split('\n')).toHaveLength(3);
	});

	it('says so where the unit stays mastered', () => {
		expect(renderMenuTitle(menu([benchmark], true), style, 80)).toContain('The unit stays mastered, whatever comes of it.');
	});
});

describe('a prescribed section', () => {
	it('says why it is read, and what comes next, above its text', () => {
		const prescribed = { missed: 2, asked: 3, step: { number: 1, of: 3, done: false }, next: { kind: 'practice', questions: 4 } } as const;
		const head = (width: number) => renderSection({ deck, unit: snapshots, section: trees, position: 2, prescribed }, style, width);
		expect(head(80)).toMatchInlineSnapshot(`
			"Commits are snapshots · section 2 of 2
			Trees and blobs
			───────────────
			Step 1 of 3 to the next quiz · 2 of 3 missed last time
			After it: practice with 4 questions and hints

			You will be able to: Trace a path from a commit to a file's content

			A tree lists names. A blob holds content."
		`);
		expect(head(40)).toMatchInlineSnapshot(`
			"Commits are snapshots · section 2 of 2
			Trees and blobs
			───────────────
			Step 1 of 3 to the next quiz
			2 of 3 missed last time
			After it: practice with 4 questions and
			hints

			You will be able to: Trace a path from a
			commit to a file's content

			A tree lists names. A blob holds
			content."
		`);
	});
});

describe('mastery', () => {
	const mastered = (judgements: readonly Judgement[], over: Partial<NoticeOf<'mastered'>> = {}) => {
		const standing = { ...sample.mastered, judged: judged(...judgements) };
		const news = { unit: snapshots, standing, unitsMastered: 1, opened: [branches], missed: [], enrichment: [], retake: false };
		return show({ kind: 'mastered', deck, ...news, ...over }, 120);
	};
	const [all, nine, seven] = ['++++++++++', '+++++++++-', '+++++++---'].map((commits) => judgementOf({ commits }, 9));
	if (all === undefined || nine === undefined || seven === undefined) throw new Error('three of them');
	/** The line beneath the title. */
	const saying = (text: string) => text.split('\n')[5];

	it('celebrates in three short lines, and says what opened and how to go there', () => {
		expect(mastered([nine])).toMatchInlineSnapshot(`
			"         ✦
			      ██████
			  ██████████

			✦ mastered: “Commits are snapshots”
			On the first attempt.
			You have mastered 1 of 2 units of “Git from the inside”.

			Now open
			• Branches are names
			  gradus learn git branches"
		`);
	});

	it('celebrates in words alone where that is asked for', () => {
		const calm = createStyle({ colorLevel: 0, unicode: true, celebrate: false });
		expect(renderNotice(sample.notices.mastered, calm, 80).split('\n')[0]).toBe('✦ mastered: “Commits are snapshots”');
	});

	it('speaks of oneself alone: the first attempt, no not-yet on the way, better than before, worth staying', () => {
		expect(saying(mastered([nine]))).toMatch(/^On the first attempt\.$/u);
		expect(saying(mastered([nine, nine]))).toMatch(/^In 2 attempts without a not-yet\.$/u);
		expect(saying(mastered([seven, nine]))).toMatch(
			/^It took 2 attempts, and it was worth staying: your best so far, better than before by 2\.$/u,
		);
		expect(saying(mastered([all, seven, nine]))).toMatch(/^It took 3 attempts, and it was worth staying\.$/u);
	});

	it('counts nothing where the sizes differ', () => {
		expect(saying(mastered([judgementOf({ commits: '+-' }, 2), nine]))).toMatch(/your best so far, better than before\.$/u);
	});

	it('says when the whole deck is mastered', () => {
		expect(mastered([nine], { unitsMastered: 2, opened: [] })).toContain('You have mastered the whole of “Git from the inside”.');
	});

	it('of a retake says that it is still theirs, and whether it was better', () => {
		expect(mastered([nine, nine], { retake: true, opened: [] })).toBe('“Commits are snapshots” is still yours.');
		expect(mastered([nine, all], { retake: true, opened: [] })).toMatch(/\nAnd your best so far, better than before by 1\.$/u);
	});
});

describe('a resource', () => {
	const resource = (over: object, width = 80) =>
		show({ kind: 'resource', unit: snapshots, resource: { title: 'In other words', ...over } }, width);

	it('shows its text, its address, or both, and opens nothing', () => {
		expect(resource({ text: 'A *photograph*.', url: 'https://git-scm.com/book' })).toMatchInlineSnapshot(`
			"Commits are snapshots: another way in
			In other words
			──────────────
			A _photograph_.

			It is found here:
			  https://git-scm.com/book"
		`);
		expect(resource({ url: 'https://git-scm.com/book' })).not.toContain('photograph');
		expect(resource({ text: 'A *photograph*.' })).not.toContain('found here');
	});
});

describe('a closed gate whose unit has a best that would do now', () => {
	const gate = (over: Partial<Blocker>, rule: Partial<Need['rule']> = {}) => {
		const eased: Need = { asked: 10, right: 8, rule: { ...once.rule, benchmark: 8_000, ...rule } };
		return blockerText({ ...sample.blocker, need: eased, ...over }, titlesIn(deck), style);
	};
	const benchmark = { kind: 'benchmark', right: 8, need: 9, asked: 10 } as const;
	const floor = { kind: 'floor', section: 'trees', right: 0, need: 1, asked: 2 } as const;

	it('says what was needed when it was reached, and that the same again is enough', () => {
		expect(gate({ bestLacked: [benchmark] })).toMatchInlineSnapshot(
			`"needs 8 of 10 in “Commits are snapshots”; your best is 8 of 10, when 9 were needed; the same again is enough now"`,
		);
		expect(gate({ bestLacked: [benchmark] }, { passes: 2 })).toMatchInlineSnapshot(
			`"needs 8 of 10, twice in a row, in “Commits are snapshots”; your best is 8 of 10, when 9 were needed"`,
		);
	});

	it('names the floor that was not met', () => {
		expect(gate({ bestLacked: [floor] }, { floor: 1 })).toMatchInlineSnapshot(
			`"needs 8 of 10 in “Commits are snapshots”, at least 1 right in each section that is asked twice or more; your best is 8 of 10, with 0 of 2 in “Trees and blobs”, where 1 was needed"`,
		);
	});

	it('says that it takes more in a row, or took', () => {
		expect(gate({ bestLacked: [] }, { passes: 2 })).toMatchInlineSnapshot(
			`"needs 8 of 10, twice in a row, in “Commits are snapshots”; your best is 8 of 10, though not twice in a row yet"`,
		);
		expect(gate({ bestLacked: [], streak: 1 }, { passes: 2 })).toMatchInlineSnapshot(
			`"needs 8 of 10, twice in a row, in “Commits are snapshots”; your best is 8 of 10, 1 of 2 in a row so far"`,
		);
		expect(gate({ bestLacked: [], streak: 1 })).toMatchInlineSnapshot(
			`"needs 8 of 10 in “Commits are snapshots”; your best is 8 of 10, when it took more in a row; the same again is enough now"`,
		);
		expect(gate({ bestLacked: [], streak: 2 }, { passes: 2 })).toMatchInlineSnapshot(
			`"needs 8 of 10, twice in a row, in “Commits are snapshots”; your best is 8 of 10, when it took more in a row; the same again is enough now"`,
		);
	});

	it('is said on the front page of the unit too', () => {
		const standing: UnitStanding = {
			...sample.fresh,
			need: { asked: 10, right: 8, rule: { ...once.rule, benchmark: 8_000 } },
			best: { right: 8, asked: 10 },
			bestLacked: [benchmark],
		};
		expect(show({ kind: 'unit', deck, unit: snapshots, standing, readings: new Set() })).toContain(
			'\nYour best is 8 of 10, when 9 were needed; the same again is enough now.\n',
		);
	});
});

function never(): never {
	throw new Error('the sample has no such thing');
}
