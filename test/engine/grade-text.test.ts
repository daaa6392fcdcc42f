import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { grade } from '../../src/engine/grade.ts';
import { faultOfPattern, matchPattern } from '../../src/engine/match-pattern.ts';
import { foldCase, normaliseText, stripAccents } from '../../src/engine/normalise-text.ts';
import { typingDistance } from '../../src/engine/typing-distance.ts';
import type { Grading } from '../../src/model/attempt.ts';
import type { TextMatch, TextQuestion } from '../../src/model/deck.ts';
import { outcomeOf, propertySeed, text } from './builders.ts';

function gradeTyped(question: TextQuestion, typed: string): Grading {
	return grade(question, { type: 'text', typed }, matchPattern);
}

const right: Grading = { gradable: true, verdict: { kind: 'right' } };
const missed: Grading = { gradable: true, verdict: { kind: 'missed' } };

function acceptedAs(as: string, despite: 'accents' | 'typos'): Grading {
	return { gradable: true, verdict: { kind: 'right', accepted: { as, despite } } };
}

describe('what the keyboard changes is evened out', () => {
	it.each([
		['spaces around it', 'commit tree', '  commit tree \n'],
		['runs of spaces and tabs', 'commit tree', 'commit \t  tree'],
		['a no-break space', 'commit tree', 'commit\u00a0tree'],
		['full-width letters', 'HEAD', 'ＨＥＡＤ'],
		['full-width digits', 'utf8', 'utf８'],
		['a ligature', 'file', 'ﬁle'],
		['a letter in two code points', 'café', 'cafe\u0301'],
		['a zero-width space', 'HEAD', 'HE\u200bAD'],
		['a soft hyphen', 'branches', 'bran\u00adches'],
		['a byte order mark', 'HEAD', '\ufeffHEAD'],
		['a right-to-left mark', 'HEAD', 'HEAD\u200f'],
		['a zero-width space before a combining accent', 'café', 'cafe\u200b\u0301'],
	])('%s is no miss', (_, key, typed) => {
		expect(gradeTyped(text([key], { match: { case: 'exact', accents: 'exact' } }), typed)).toEqual(right);
	});

	it('the same evening-out is done to the key', () => {
		expect(gradeTyped(text([' ＨＥＡＤ \u200b']), 'HEAD')).toEqual(right);
	});

	it("spaces inside a word, punctuation and signs are not the keyboard's doing", () => {
		expect(gradeTyped(text(['rebase']), 're base')).toEqual(missed);
		expect(gradeTyped(text(['--soft']), 'soft')).toEqual(missed);
		expect(gradeTyped(text(['C++']), 'C')).toEqual(missed);
	});

	it.each(['1.10', 'no', '007', '0x1F', 'null', '0'])('%s is the text as written, not a value', (key) => {
		expect(gradeTyped(text([key]), key)).toEqual(right);
		expect(gradeTyped(text([key]), `${key}0`)).toEqual(missed);
	});

	it('normalising twice is normalising once', () => {
		const pieces = fc.constantFrom(
			'e',
			'E',
			'\u0301',
			'\u200b',
			'\u034f',
			' ',
			'\u00a0',
			'\u3164',
			'¨',
			'ﬁ',
			'か',
			'\u3099',
			'ｶ',
			'ﾞ',
			'\ud800',
		);
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: pieces })), (words) => {
				expect(normaliseText(normaliseText(words))).toBe(normaliseText(words));
			}),
			{ seed: propertySeed, numRuns: 2_000 },
		);
	});

	it('two texts are the same when only the keyboard tells them apart, and case does tell them apart', () => {
		expect(normaliseText(' a\u00a0 b')).toBe(normaliseText('a b'));
		expect(normaliseText('ａ')).toBe(normaliseText('a'));
		expect(normaliseText('A')).not.toBe(normaliseText('a'));
	});
});

describe('case', () => {
	it.each([
		['head', 'HEAD'],
		['Straße', 'STRASSE'],
		['Straße', 'strasse'],
		['STRASSE', 'straße'],
		['ὈΔΥΣΣΕΎΣ', 'ὀδυσσεύς'],
		['οδος', 'ΟΔΟΣ'],
		['οδοσ', 'οδος'],
		['ﬂow', 'FLOW'],
		['ÉCOLE', 'école'],
		['Привет', 'ПРИВЕТ'],
	])('is ignored between %s and %s', (key, typed) => {
		expect(gradeTyped(text([key], { match: { accents: 'exact' } }), typed)).toEqual(right);
	});

	it.each(['ταΐζω', 'ΰ', 'ǰ', 'straße', 'ŉ', 'ﬃ', 'ᾳ'])('%s may be typed in capitals', (key) => {
		expect(gradeTyped(text([key], { match: { accents: 'exact' } }), key.toUpperCase())).toEqual(right);
	});

	it('counts when the author says so', () => {
		const question = text(['HEAD'], { match: { case: 'exact' } });
		expect(gradeTyped(question, 'HEAD')).toEqual(right);
		expect(gradeTyped(question, 'head')).toEqual(missed);
		expect(gradeTyped(text(['straße'], { match: { case: 'exact' } }), 'strasse')).toEqual(missed);
	});

	it('folds by no locale: a dotted capital keeps its dot', () => {
		expect(foldCase('TITLE')).toBe('title');
		expect(foldCase('İ')).not.toBe(foldCase('I'));
	});

	it('folds every ASCII character, which it does quickly, as it folds it beside any other', () => {
		const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');
		expect(`${foldCase(ascii)}é`).toBe(foldCase(`${ascii}é`));
	});
});

describe('accents', () => {
	it.each([
		['café', 'cafe'],
		['Ångström', 'angstrom'],
		['Việt Nam', 'Viet Nam'],
		['ὀδός', 'οδος'],
		['resume', 'résumé'],
	])('%s typed as %s is accepted and noted, accepted in silence, or missed, as the author says', (key, typed) => {
		expect(gradeTyped(text([key]), typed)).toEqual(acceptedAs(key, 'accents'));
		expect(gradeTyped(text([key], { match: { accents: 'ignore' } }), typed)).toEqual(right);
		expect(gradeTyped(text([key], { match: { accents: 'exact' } }), typed)).toEqual(missed);
	});

	it('a key that is met exactly goes before one that is met despite accents', () => {
		expect(gradeTyped(text(['résumé', 'resume']), 'resume')).toEqual(right);
	});

	it.each([
		['vowel signs of Devanagari', 'हिन्दी', 'हन्द'],
		['the voicing of kana', 'が', 'か'],
		['the breve of a Cyrillic letter', 'й', 'и'],
		['the points of Hebrew', 'שָׁלוֹם', 'שלום'],
		['a letter of its own', 'ø', 'o'],
	])('%s stays a difference: %s is not %s', (_, key, typed) => {
		expect(gradeTyped(text([key], { match: { accents: 'ignore' } }), typed)).toEqual(missed);
		expect(stripAccents(key.normalize('NFC'))).toBe(key.normalize('NFC'));
	});
});

describe('typos', () => {
	it.each([
		['commit', 'comit', 1],
		['commit', 'commmit', 1],
		['commit', 'comnit', 1],
		['commit', 'cmomit', 1],
		['commit', 'ocmmti', 2],
		['commit', 'comi', 2],
		['commit', 'coomit', 1],
		['commit', 'comet', 2],
		['commit', 'permit', 3],
	])('%s typed as %s passes where %i slips are forgiven, and not with one less', (key, typed, slips) => {
		for (const typos of [0, 1, 2] as const) {
			expect(gradeTyped(text([key], { match: { typos } }), typed)).toEqual(typos >= slips ? acceptedAs(key, 'typos') : missed);
		}
	});

	it.each([
		['tree', 'tre', 'missed'],
		['trees', 'tres', 'right'],
		['trees', 'tes', 'missed'],
		['branches', 'branchs', 'right'],
		['branches', 'brnchs', 'missed'],
		['snapshots', 'snpshot', 'right'],
		['snapshots', 'snpsht', 'missed'],
	])('auto goes by the length of the key: %s typed as %s is %s', (key, typed, outcome) => {
		expect(outcomeOf(gradeTyped(text([key], { match: { typos: 'auto' } }), typed))).toBe(outcome);
	});

	it('auto counts letters, not code units', () => {
		expect(gradeTyped(text(['🐙🐙🐙🐙'], { match: { typos: 'auto' } }), '🐙🐙🐙')).toEqual(missed);
	});

	it('a slip of case or accent is none where these are let pass', () => {
		expect(gradeTyped(text(['Émigré'], { match: { typos: 1 } }), 'emigr')).toEqual(acceptedAs('Émigré', 'typos'));
	});

	it('accents are noted before typos are', () => {
		expect(gradeTyped(text(['café'], { match: { typos: 2 } }), 'cafe')).toEqual(acceptedAs('café', 'accents'));
	});

	it.each([
		['', '', 0],
		['', 'abc', 3],
		['ab', 'ba', 1],
		['ca', 'abc', 3],
		['kitten', 'sitting', 3],
		['a cat', 'an act', 2],
		['🐙a', 'a🐙', 1],
	])('the distance between "%s" and "%s" is %i', (a, b, distance) => {
		expect(typingDistance(a, b)).toBe(distance);
	});

	it('the distance is the same both ways, nothing for equal texts, and never more than the longer text or less than the difference', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '🐙'), maxLength: 8 });
		fc.assert(
			fc.property(word, word, (a, b) => {
				const distance = typingDistance(a, b);
				expect(typingDistance(b, a)).toBe(distance);
				expect(distance === 0).toBe(a === b);
				expect(distance).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
				expect(distance).toBeGreaterThanOrEqual(Math.abs([...a].length - [...b].length));
			}),
			{ seed: propertySeed, numRuns: 500 },
		);
	});
});

describe('patterns', () => {
	it.each([
		['git commit( -a)?', 'git commit -a', 'right'],
		['git commit( -a)?', 'git  commit', 'right'],
		['git commit( -a)?', 'git commit -am', 'missed'],
		['commit', 'a commit', 'missed'],
		['a|ab', 'ab', 'right'],
		['(?i)x', 'X', 'right'],
		['\\d+', '12', 'right'],
		['\\d+', '12\n', 'right'],
		['[', 'x', 'throws'],
	])('%s is matched whole against %s: %s', (pattern, typed, outcome) => {
		const question = text(['unlike anything'], { pattern });
		if (outcome === 'throws') expect(() => gradeTyped(question, typed)).toThrow(/bracket|missing/iu);
		else expect(outcomeOf(gradeTyped(question, typed))).toBe(outcome);
	});

	it('follows the case rule of the question', () => {
		expect(outcomeOf(gradeTyped(text(['no'], { pattern: 'head~1' }), 'HEAD~1'))).toBe('right');
		expect(outcomeOf(gradeTyped(text(['no'], { pattern: 'head~1', match: { case: 'exact' } }), 'HEAD~1'))).toBe('missed');
	});

	it('sees the normalised text, accents and all', () => {
		expect(outcomeOf(gradeTyped(text(['no'], { pattern: 'caf.' }), ' ｃafe\u0301 '))).toBe('right');
		expect(outcomeOf(gradeTyped(text(['no'], { pattern: 'cafe' }), 'café'))).toBe('missed');
	});

	it('accepts besides the keys, never instead of them', () => {
		expect(gradeTyped(text(['trunk'], { pattern: 'ma(in|ster)' }), 'trunk')).toEqual(right);
		expect(gradeTyped(text(['trunk'], { pattern: 'ma(in|ster)', match: { typos: 1 } }), 'trnk')).toEqual(acceptedAs('trunk', 'typos'));
		expect(gradeTyped(text(['trunk'], { pattern: 'ma(in|ster)' }), 'master')).toEqual(right);
	});

	it('runs in linear time on a pattern made to explode', () => {
		expect(matchPattern('(a+)+$', `${'a'.repeat(1_900)}b`, false)).toBe(false);
	});

	it('tells why a pattern does not compile, and nothing where it does', () => {
		expect(faultOfPattern('(a|b)+')).toBeUndefined();
		expect(faultOfPattern('(a')).toEqual(expect.stringContaining('missing'));
		expect(faultOfPattern('(?=a)')).toEqual(expect.any(String));
		expect(faultOfPattern('(a)\\1')).toEqual(expect.any(String));
	});
});

describe('what cannot be graded is asked again', () => {
	it.each(['', ' ', '\t\n', '\u200b', '\u00a0\u200d', '\ufeff', '\u3164'])('nothing visible: %j', (typed) => {
		expect(gradeTyped(text(['key'], { pattern: '.*' }), typed)).toEqual({ gradable: false, again: { kind: 'empty' } });
	});

	it('a text of two thousand characters is read, one more is not', () => {
		expect(gradeTyped(text(['a'.repeat(2_000)]), 'A'.repeat(2_000))).toEqual(right);
		expect(gradeTyped(text(['key']), 'a'.repeat(2_001))).toEqual({ gradable: false, again: { kind: 'too-long', limit: 2_000 } });
	});
});

describe('every key', () => {
	const rules: fc.Arbitrary<TextMatch> = fc.record({
		case: fc.constantFrom('ignore', 'exact'),
		accents: fc.constantFrom('note', 'exact', 'ignore'),
		typos: fc.constantFrom<TextMatch['typos']>(0, 1, 2, 'auto'),
	});
	const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })).filter((words) => normaliseText(words) !== '');

	const word = fc.string({ unit: fc.constantFrom('a', 'A', 'e', 'é', 'e\u0301', 'ß', 's'), minLength: 1, maxLength: 3 });

	it('grades as right without a note, whatever the rules', () => {
		fc.assert(
			fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), rules, (keys, match) => {
				for (const key of keys) expect(gradeTyped(text(keys, { match }), key)).toEqual(right);
			}),
			{ seed: propertySeed, numRuns: 500 },
		);
	});

	it('stays right when a learner puts spaces around it, and a looser rule never takes it away', () => {
		fc.assert(
			fc.property(word, word, rules, (key, typed, match) => {
				const outcome = (rule: Partial<TextMatch>) => outcomeOf(gradeTyped(text([key], { match: { ...match, ...rule } }), typed));
				expect(outcomeOf(gradeTyped(text([key], { match }), ` ${key}\t`))).toBe('right');
				if (outcome({ case: 'exact', typos: 0 }) === 'right') expect(outcome({ case: 'ignore', typos: 0 })).toBe('right');
				if (outcome({ accents: 'exact', typos: 0 }) === 'right') expect(outcome({ accents: 'note', typos: 0 })).toBe('right');
				if (outcome({ typos: 0 }) === 'right') expect(outcome({ typos: 1 })).toBe('right');
				if (outcome({ typos: 1 }) === 'right') expect(outcome({ typos: 2 })).toBe('right');
				expect(outcome({ accents: 'note' })).toBe(outcome({ accents: 'ignore' }));
			}),
			{ seed: propertySeed, numRuns: 1_000 },
		);
	});
});
