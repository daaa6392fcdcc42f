import { describe, expect, it } from 'vitest';

import { opened, temporaryFile } from './fixtures/place.ts';
import { attemptId, newAttempt, RIGHT, TREE } from './fixtures/sample.ts';

describe('an attempt that is looked for', () => {
	it('is found by the beginning of its id, latest begun first, and only by its own learner', () => {
		const file = temporaryFile();
		const record = opened(file);
		for (const number of [1, 2, 12]) {
			record.begin(newAttempt({ id: attemptId(number) }));
			record.finish(attemptId(number), 'ended', 2_000);
		}
		const found = (prefix: string, most = 9) => record.attemptsBeginning(prefix, most).map(({ id }) => id);
		expect(found('0198c0de')).toEqual([12, 2, 1].map(attemptId));
		expect(found('0198c0de', 2)).toEqual([12, 2].map(attemptId));
		expect(found('0198c0de-0000-7000-8000-00000000001')).toEqual([attemptId(12)]);
		expect(found(attemptId(2))).toEqual([attemptId(2)]);
		expect(found('0198c0df')).toEqual([]);
		expect(opened(file, {}, 'you').attemptsBeginning('0198c0de', 9)).toEqual([]);
	});

	it('is the latest begun, whatever has been answered since', () => {
		const file = temporaryFile();
		const record = opened(file);
		expect(record.latestAttempt()).toBeUndefined();
		record.begin(newAttempt({ id: attemptId(1) }));
		record.begin(newAttempt({ id: attemptId(2), deck: 'logic' }));
		record.show(attemptId(1), 1, 5_000);
		expect(record.latestAttempt()).toMatchObject({ id: attemptId(2), deck: 'logic' });
		expect(opened(file, {}, 'you').latestAttempt()).toBeUndefined();
	});
});

describe('time on task', () => {
	it('runs from showing to answer, each up to a limit, and never backwards', () => {
		const record = opened(temporaryFile());
		const { attempt } = record.begin(newAttempt());
		const take = (position: number, shown: number, answered: number) => {
			record.show(attempt.id, position, shown);
			record.answer(attempt.id, position, TREE, RIGHT, answered);
		};
		take(1, 1_000, 4_000);
		take(2, 5_000, 905_000);
		take(3, 910_000, 900_000);
		record.show(attempt.id, 4, 920_000);
		record.begin(newAttempt({ id: attemptId(2), unit: 'branches' }));
		expect(record.summaries('git').map(({ id, timeOnTask }) => [id, timeOnTask])).toEqual([
			[attempt.id, 303_000],
			[attemptId(2), undefined],
		]);
	});
});

describe('learners of one file', () => {
	it('are listed with their attempts and the time of their latest attempt, answer or reading', () => {
		const file = temporaryFile();
		const [me, ada, zoe] = [opened(file), opened(file, {}, 'ada'), opened(file, {}, 'zoe')];
		expect(me.learners()).toEqual([]);
		me.begin(newAttempt({ id: attemptId(1), startedAt: 1_000 }));
		me.finish(attemptId(1), 'ended', 2_000);
		me.begin(newAttempt({ id: attemptId(2), startedAt: 3_000 }));
		me.show(attemptId(2), 1, 3_500);
		ada.begin(newAttempt({ id: attemptId(3), startedAt: 2_500 }));
		zoe.read('git', 'snapshots', 'commits', 9_000);
		expect(ada.learners()).toEqual([
			{ learner: 'zoe', attempts: 0, lastUsedAt: 9_000 },
			{ learner: 'me', attempts: 2, lastUsedAt: 3_500 },
			{ learner: 'ada', attempts: 1, lastUsedAt: 2_500 },
		]);
	});
});
