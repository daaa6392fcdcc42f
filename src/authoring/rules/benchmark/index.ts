import type { Rule } from '../../rule.ts';
import { drawAbovePool } from './draw-above-pool.ts';
import { effectiveBenchmark } from './effective-benchmark.ts';
import { floorAboveQuota } from './floor-above-quota.ts';
import { floorWithoutEffect } from './floor-without-effect.ts';

/** In the order of the pages. */
export const benchmarkRules: readonly Rule[] = [drawAbovePool, effectiveBenchmark, floorAboveQuota, floorWithoutEffect];
