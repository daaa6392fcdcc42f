// A new deck: deck.yaml, its first unit, and the schemas for editors.

import { deckFileName } from '../../deck/files/folder.ts';
import { emptyFolder, overlaid } from '../../deck/files/overlay.ts';
import { isId } from '../../deck/shape/schema.ts';
import type { Id } from '../../model/deck.ts';
import { checkDeck } from '../check-deck.ts';
import { newId } from '../new-id.ts';
import { faultOfId } from './chosen-id.ts';
import { type Drafting, quietened, refused } from './draft.ts';
import { sampleSection } from './samples.ts';
import { schemaFiles, schemaPathFrom } from './schema-files.ts';
import { schemaLine, type UnitHead, unitText } from './unit-text.ts';
import { blockYaml } from './yaml-text.ts';

export interface DeckWishes {
	readonly id: string;
	readonly title: string;
	/** Title of the first unit. */
	readonly unit: string;
	/** BCP 47 tag; `en` unless stated. */
	readonly language?: string;
}

/** The files in the order of writing: deck.yaml, which makes a deck of them, is the last. */
export function draftDeck({ id, title, unit, language = 'en' }: DeckWishes): Drafting {
	if (!isId(id)) return refused(faultOfId(id));
	const head: UnitHead = { id: newId(unit, 'unit'), title: unit, section: sectionHead({}) };
	const file = `01-${head.id}.yaml`;
	const deck = deckText(id, title, language, file);
	const { sketch, faults } = quietened((silenced) => {
		const created = new Map([
			[file, unitText(head, schemaPathFrom(file, 'unit'), silenced)],
			[deckFileName, deck],
		]);
		const check = checkDeck(overlaid(emptyFolder, created));
		return { created, check, own: check.diagnostics };
	});
	if (faults.length > 0) return refused({ kind: 'problems', diagnostics: faults, sources: sketch.check.sources });
	return { ok: true, created: sketch.created, schemas: schemaFiles(), id };
}

/** The first section of a unit; the sample's where the author has not said. */
export function sectionHead({ section, objective }: { readonly section?: string; readonly objective?: string }): UnitHead['section'] {
	const title = section ?? sampleSection.title;
	return {
		id: section === undefined ? 'writing-a-section' : newId(section, 'section'),
		title,
		objective: objective ?? sampleSection.objective,
	};
}

function deckText(id: Id, title: string, language: string, file: string): string {
	return [
		schemaLine(schemaPathFrom(deckFileName, 'deck')),
		'# The id stays the same for ever: what learners did is kept under it.\n',
		blockYaml({ deck: id, title }),
		'# summary: What the deck teaches, in a sentence or two.\n',
		blockYaml({ language }),
		`# license: CC-BY-4.0
# authors: [Ada Example]

# How much must be right, and how many questions an attempt asks. A unit may say otherwise.
benchmark: 90%
draw: 10

# The order of teaching. Each unit opens when the one before it is mastered. \`gradus new unit\` adds one.
`,
		blockYaml({ units: [file] }),
	].join('');
}
