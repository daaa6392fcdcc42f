// What is about to be written, as data; or why there is nothing to write. Whoever has the disk writes it, and words the rest.

import type { Id } from '../../model/deck.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DeckCheck } from '../check-deck.ts';
import { keepsLearnersOut } from '../settings.ts';

export interface Draft {
	readonly ok: true;
	/** Texts of new files by path from the deck's folder, with `/`, in the order of writing. */
	readonly created: ReadonlyMap<string, string>;
	/** Schemas for editors; one that is there already stays as it is. */
	readonly schemas: ReadonlyMap<string, string>;
	readonly edited?: { readonly file: string; readonly before: string; readonly after: string };
	/** Of what is new. */
	readonly id: Id;
	/** Rules that the edited file keeps quiet as a first sketch: those that came, and those that went. */
	readonly sketched?: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

export type DraftFault =
	/** deck.yaml, or the file in question, cannot be read as what it is. */
	| { readonly kind: 'unreadable'; readonly file: string }
	| { readonly kind: 'exists'; readonly file: string }
	/** Nothing of the deck lists the file, or it holds no questions. */
	| { readonly kind: 'not-listed'; readonly file: string }
	/** `like`: an id that would do. */
	| { readonly kind: 'id-form'; readonly id: string; readonly like?: Id }
	| { readonly kind: 'id-taken'; readonly id: Id; readonly file: string }
	| { readonly kind: 'no-section'; readonly section: string; readonly known: readonly Id[] }
	/** The list is laid out so that a machine had better leave it alone. `text`: what could be added by hand. */
	| { readonly kind: 'layout'; readonly file: string; readonly text?: string }
	/** What would be written has faults for which learners are refused a deck. */
	| { readonly kind: 'problems'; readonly diagnostics: readonly Diagnostic[]; readonly sources: ReadonlyMap<string, string> };

export type Drafting = Draft | { readonly ok: false; readonly fault: DraftFault };

export function refused(fault: DraftFault): { readonly ok: false; readonly fault: DraftFault } {
	return { ok: false, fault };
}

const mostRounds = 4;

/**
 * Writes a sketch so that it checks clean: what is still told of it, for it is short and a sample, is silenced by name.
 *
 * @param write the sketch with rules to silence, checked; `own` are the problems that are told of it.
 */
export function quietened<Sketch extends { readonly check: DeckCheck; readonly own: readonly Diagnostic[] }>(
	write: (silenced: readonly string[]) => Sketch,
): { readonly sketch: Sketch; readonly faults: readonly Diagnostic[] } {
	let silenced: readonly string[] = [];
	let sketch = write(silenced);
	for (let round = 0; round < mostRounds; round++) {
		const more = sketch.own.filter((diagnostic) => !keepsLearnersOut(diagnostic)).map(({ code }) => code);
		if (more.length === 0) break;
		silenced = [...new Set([...silenced, ...more])];
		sketch = write(silenced);
	}
	return { sketch, faults: sketch.own.filter(keepsLearnersOut) };
}

export const silencer = (code: string) => `# gradus-ignore ${code}: a first sketch`;
