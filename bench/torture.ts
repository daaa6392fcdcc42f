// The program killed at random moments of scripted sittings, in real terminals, and started again on the same record.

import { join } from 'node:path';

import { torture } from './torture/campaign.ts';
import { phases } from './torture/life.ts';

/**
 * The program is GRADUS_PROGRAM, or the one in `bin/`.
 *
 * @param argv kills (500), seed (a new one), terminals at once (4).
 * @returns 1 where anything was lost, doubled or out of order.
 */
export async function main(argv: readonly string[], root: string): Promise<number> {
	const [kills = '500', seed = String(Math.floor(Math.random() * 2 ** 32)), lanes = '4'] = argv;
	const program = process.env['GRADUS_PROGRAM'] ?? join(root, 'bin/gradus.cjs');
	console.log(`${kills} kills in ${lanes} terminals at once, seed ${seed}: node bench/run-ts.js torture ${kills} ${seed} ${lanes}`);
	const started = performance.now();
	const told = await torture({
		program,
		kills: Number(kills),
		seed: Number(seed),
		lanes: Number(lanes),
		onKill: (count) => {
			if (count % 50 === 0) console.log(`${count} kills`);
		},
	});
	console.log(`\n${'killed while'.padEnd(48)} times`);
	for (const phase of phases) console.log(`${phase.padEnd(48)} ${told.kills.get(phase) ?? 0}`);
	console.log(
		`\n${told.records} records, ${told.attempts} attempts, ${told.answers} answers; ${told.verdicts} verdicts seen and looked up`,
	);
	for (const { lane, life, plan, what, kept } of told.breaches) {
		console.log(`\nBreach: seed ${seed}, terminal ${lane}, life ${life}, ${JSON.stringify(plan)}; files in ${kept}\n${what}`);
	}
	console.log(`${told.breaches.length} breaches, ${Math.round((performance.now() - started) / 1000)} s`);
	return told.breaches.length === 0 ? 0 : 1;
}
