import { afterAll, describe, expect, it } from 'vitest';

import { projectFolder } from '../cli/run-program.ts';
import { allAreas } from './fuzzing/all-areas.ts';
import { fuzzArea, shareOf } from './fuzzing/run-fuzz.ts';

/** `npm run fuzz` tries more, and others. */
const [seed, count] = [20_260_101, 700];

const areas = allAreas(projectFolder);

describe(`inputs made with seed ${seed} neither throw, nor hang, nor let through what a terminal obeys`, () => {
	afterAll(() => {
		for (const area of areas) area.close?.();
	});

	it.each(areas.map((area) => [area.name, area] as const))('%s', async (_name, area) => {
		expect(await fuzzArea(area, seed, 0, shareOf(area, areas, count))).toBeUndefined();
	});
});
