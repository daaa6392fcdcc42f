import type { Rule } from '../../rule.ts';
import { changedDeckId } from './changed-deck-id.ts';
import { changedKey } from './changed-key.ts';
import { loweredBenchmark } from './lowered-benchmark.ts';
import { movedQuestion } from './moved-question.ts';
import { removedQuestion } from './removed-question.ts';
import { removedSection } from './removed-section.ts';
import { removedUnit } from './removed-unit.ts';
import { renamedQuestion } from './renamed-question.ts';
import { renamedSection } from './renamed-section.ts';
import { renamedUnit } from './renamed-unit.ts';
import { reusedId } from './reused-id.ts';
import { smallerPool } from './smaller-pool.ts';

/** In the order of the pages. */
export const changesRules: readonly Rule[] = [
	changedDeckId,
	renamedUnit,
	removedUnit,
	renamedSection,
	removedSection,
	renamedQuestion,
	removedQuestion,
	movedQuestion,
	reusedId,
	changedKey,
	loweredBenchmark,
	smallerPool,
];
