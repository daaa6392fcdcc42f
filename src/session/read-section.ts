// Reading a section, and remembering that it was read.

import type { Admission } from '../engine/admit.ts';
import type { Section } from '../model/deck.ts';
import type { Examiner, LearnerRecord, PrescribedReading, Stop, World } from './ports.ts';

interface Reader {
	readonly record: LearnerRecord;
	readonly examiner: Examiner;
	readonly world: World;
}

export async function readSection(
	{ record, examiner, world }: Reader,
	{ deck, unit }: Admission,
	section: Section,
	prescribed?: PrescribedReading,
): Promise<{ readonly kind: 'read' } | Stop> {
	const position = unit.sections.findIndex(({ id }) => id === section.id) + 1;
	const reply = await examiner.read({ deck, unit, section, position, ...(prescribed === undefined ? {} : { prescribed }) });
	if (reply.kind === 'read') record.read(deck.id, unit.id, section.id, world.now());
	return reply;
}
