// What a unit's attempts came to, as it is kept: written and decoded, field by field. What is not the shape it should be is not believed.

import type { EarlierAttempts, JudgedAttempt, Judgement, Past, PastAttempt, Score, SectionScore, Shortfall } from '../model/decision.ts';
import { attemptKind, outcome } from './rows.ts';
import { type Decode, type Fields, integer, json, list, MalformedRow, object, oneOf, text, truth } from './shapes.ts';

const scoreIn = (f: Fields): Score => ({ right: f.need('right', integer), asked: f.need('asked', integer) });

const score: Decode<Score> = object(scoreIn);

const sectionScore: Decode<SectionScore> = object((f) => ({
	section: f.need('section', text),
	...scoreIn(f),
	dontKnow: f.need('dontKnow', integer),
	...f.may('unanswered', integer),
}));

const shortfall = object<Shortfall>((f) => {
	const kind = f.need('kind', oneOf('benchmark', 'floor', 'unfinished'));
	switch (kind) {
		case 'benchmark':
			return { kind, ...scoreIn(f), need: f.need('need', integer) };
		case 'floor':
			return { kind, section: f.need('section', text), ...scoreIn(f), need: f.need('need', integer) };
		case 'unfinished':
			return { kind, answered: f.need('answered', integer), asked: f.need('asked', integer) };
	}
});

const judgement: Decode<Judgement> = object((f) => ({
	...scoreIn(f),
	need: f.need('need', integer),
	qualifies: f.need('qualifies', truth),
	shortfalls: f.need('shortfalls', list(shortfall)),
	sections: f.need('sections', list(sectionScore)),
}));

const judged: Decode<JudgedAttempt> = object((f) => ({
	id: f.need('id', text),
	judgement: f.need('judgement', judgement),
	streak: f.need('streak', integer),
	passes: f.need('passes', integer),
	mastered: f.need('mastered', truth),
}));

const rule: Decode<PastAttempt['rule']> = object((f) => ({
	benchmark: f.need('benchmark', integer),
	passes: f.need('passes', integer),
	floor: f.need('floor', integer),
}));

const attempt: Decode<PastAttempt> = object((f) => ({
	id: f.need('id', text),
	kind: f.need('kind', attemptKind),
	rule: f.need('rule', rule),
	startedAt: f.need('startedAt', integer),
	...f.may('finishedAt', integer),
	...f.may('outcome', outcome),
	...f.may('timeOnTask', integer),
	score: f.need('score', score),
	answered: f.need('answered', integer),
	...f.may('judged', judged),
}));

const earlier: Decode<EarlierAttempts> = object((f) => ({
	count: f.need('count', integer),
	notYets: f.need('notYets', integer),
	best: f.need('best', score),
}));

const past: Decode<Past> = object((f) => ({
	attempts: f.need('attempts', integer),
	timeOnTask: f.need('timeOnTask', integer),
	recent: f.need('recent', list(attempt)),
	...f.may('earlier', earlier),
	streak: f.need('streak', integer),
	notYetsInARow: f.need('notYetsInARow', integer),
	...f.may('first', score),
	...f.may('best', judgement),
	...f.may(
		'mastery',
		object((m) => ({ by: m.need('by', text), startedAt: m.need('startedAt', integer) })),
	),
	...f.may('latestEnd', integer),
	practised: f.need('practised', truth),
	answered: f.need('answered', list(object((s) => ({ section: s.need('section', text), ...scoreIn(s) })))),
}));

export function encodePast(value: Past): string {
	return JSON.stringify(value);
}

/** Undefined where it is not a past: it can be had from the facts. */
export function decodePast(folded: string): Past | undefined {
	try {
		return json(past)(folded, 'past');
	} catch (error) {
		if (error instanceof MalformedRow) return undefined;
		throw error;
	}
}
