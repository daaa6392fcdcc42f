import { counted } from '../../../deck/diagnostics/diagnostic-codes.ts';
import { ownerPlaceOf } from '../../../deck/yaml/source-node.ts';
import { formPlanOf } from '../../../engine/form-plan.ts';
import { freshRetriesOf, missingForRetries } from '../../../engine/fresh-retries.ts';
import type { Unit } from '../../../model/deck.ts';
import { pairingOf, type UnitPair } from '../../pairing/pairing.ts';
import { type ChangeRule, type Finding, nothing } from '../../rule.ts';
import { badChange, changed, many, smallUnit } from './shared-example.ts';

const deck = (commits: number, trees: number) => ({
	units: {
		'snapshots.yaml': smallUnit({ settings: ['draw: 4'], sections: { commits: many('commit', commits), trees: many('tree', trees) } }),
	},
});

export const smallerPool: ChangeRule = {
	scope: 'change',
	code: 'smaller-pool',
	family: 'changes',
	severity: 'warning',
	summary: 'Fewer questions than before, and fewer fresh retries',
	why: `A retry is worth most when every question in it is new. Fresh retries are the further forms that a pool holds without repeating a question;
a group counts as one question, and each section must hold its own share.

This speaks where questions were taken away, or put into one group, and fewer fresh retries are left by it. It points at the section that has become too
small, or at the unit where no single section has. A pool that is smaller but serves as many forms is no loss.`,
	good: [changed(deck(7, 6), deck(6, 6), ['snapshots.yaml'])],
	bad: [
		badChange(
			deck(6, 6),
			deck(6, 4),
			['snapshots.yaml'],
			`snapshots.yaml:6:10: warning: The section \`trees\` has 4 questions, before 6, which leaves 1 fresh retry instead of 2 [smaller-pool]
  5 │   - {id: commits, title: What a commit stores, objective: Say what commits hold, text: What c…
  6 │   - {id: trees, title: Trees and blobs, objective: Say what trees hold, text: What trees hold…
    │          ^~~~~
  7 │ questions:
  help: Add 2 questions to have as many as before.`,
		),
	],
	check: (change) => pairingOf(change).units.flatMap(findingsOf),
};

function findingsOf(pair: UnitPair): readonly Finding[] {
	const sections = [...pair.sections.kept, ...pair.sections.renamed].flatMap((section) => {
		const [old, now] = [poolIn(pair.before, section.before.id), poolIn(pair.after.unit, section.after.section.id)];
		if (old.freshRetries === undefined || now.freshRetries === undefined || now.pool >= old.pool || now.freshRetries >= old.freshRetries)
			return nothing;
		const missing = missingForRetries(pair.after.unit, now.index, old.freshRetries) ?? 0;
		return [findingOf(ownerPlaceOf(section.after.located), `section \`${section.after.section.id}\``, old, now, missing)];
	});
	const [before, after] = [pair.before, pair.after.unit].map(wholePoolOf);
	if (before === undefined || after === undefined) return sections;
	if (sections.length > 0 || after.pool >= before.pool || after.freshRetries >= before.freshRetries) return sections;
	const missing = (before.freshRetries + 1) * after.asked - after.pool;
	return [findingOf(ownerPlaceOf(pair.after.located), `unit \`${pair.after.unit.id}\``, before, after, missing)];
}

interface Pool {
	readonly pool: number;
	readonly freshRetries?: number | undefined;
}

function poolIn(unit: Unit, section: string): Pool & { readonly index: number } {
	const index = unit.sections.findIndex(({ id }) => id === section);
	return { index, pool: formPlanOf(unit).sections[index]?.pool ?? 0, freshRetries: freshRetriesOf(unit).sections[index] };
}

function wholePoolOf(unit: Unit): { readonly pool: number; readonly asked: number; readonly freshRetries: number } {
	const { pool, asked } = formPlanOf(unit);
	return { pool, asked, freshRetries: freshRetriesOf(unit).unit };
}

/** @param missing questions that it takes to have as many retries as before; none where the others have to grow as well. */
function findingOf(place: Finding['place'], what: string, before: Pool, after: Pool, missing: number): Finding {
	const retries = `${counted(after.freshRetries ?? 0, 'fresh retry', 'fresh retries')} instead of ${before.freshRetries ?? 0}`;
	return {
		place,
		message: `The ${what} has ${counted(after.pool, 'question')}, before ${before.pool}, which leaves ${retries}`,
		...(missing > 0 ? { help: `Add ${counted(missing, 'question')} to have as many as before.` } : {}),
	};
}
