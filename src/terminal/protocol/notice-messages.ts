// The messages of what the quiz loop tells without asking anything.

import type { AttemptKind, Verdict } from '../../model/attempt.ts';
import type { UnitStanding } from '../../model/decision.ts';
import type { Resource } from '../../model/deck.ts';
import type { Notice } from '../../session/ports.ts';
import type { Named, NeedTold, ScoreTold } from './shared-parts.ts';

export interface UnitMessage {
	readonly type: 'unit';
	readonly deck: Named;
	readonly unit: Named;
	readonly state: UnitStanding['state'];
	readonly need: NeedTold;
	/** Attempts in a row that met the benchmark. */
	readonly streak: number;
	readonly best?: ScoreTold;
	/** Questions never shown yet, of those there are. */
	readonly fresh: number;
	readonly pool: number;
	readonly sections: readonly (Named & { readonly objective: string; readonly read: boolean })[];
}

export interface FormMessage {
	readonly type: 'form';
	readonly deck: Named;
	readonly unit: Named;
	readonly attempt: AttemptKind;
	readonly need: NeedTold;
	readonly questions: number;
	readonly fresh: number;
	readonly missedBefore: number;
	readonly again: number;
	readonly sections: readonly (Named & { readonly questions: number; readonly emphasis: boolean; readonly spilled: number })[];
}

export interface ResumedMessage {
	readonly type: 'resumed';
	readonly unit: Named;
	readonly attempt: AttemptKind;
	readonly position: number;
	readonly of: number;
	readonly deckChanged: boolean;
}

/** What kept an attempt from meeting the benchmark. */
export type ShortfallTold =
	| { readonly kind: 'benchmark'; readonly right: number; readonly need: number; readonly of: number }
	| { readonly kind: 'floor'; readonly section: Named; readonly right: number; readonly need: number; readonly of: number }
	| { readonly kind: 'unfinished'; readonly answered: number; readonly of: number };

export interface ResultMessage extends ScoreTold {
	readonly type: 'result';
	readonly unit: Named;
	readonly need: NeedTold;
	readonly qualifies: boolean;
	/** The unit is mastered, by this attempt or an earlier one. */
	readonly mastered: boolean;
	readonly streak: number;
	readonly shortfalls: readonly ShortfallTold[];
	readonly sections: readonly (Named & ScoreTold & { readonly dontKnow: number; readonly unanswered: number })[];
	readonly first?: ScoreTold;
	readonly best?: ScoreTold;
	/** In order of position; null: not answered. */
	readonly verdicts: readonly (Verdict['kind'] | null)[];
}

export interface PrescriptionMessage {
	readonly type: 'prescription';
	readonly unit: Named;
	/** Most missed first. */
	readonly revisit: readonly (Named & { readonly missed: number; readonly of: number })[];
	/** Three attempts or more in a row did not meet the benchmark. */
	readonly stuck: boolean;
	/** `section`: where the most was missed there. */
	readonly weakestPrerequisite?: Named & ScoreTold & { readonly section?: Named };
	/** Other ways in, for someone stuck. */
	readonly resources: readonly Resource[];
}

export interface MasteredMessage {
	readonly type: 'mastered';
	readonly deck: Named;
	readonly unit: Named;
	/** Units of the deck that are mastered now, of those there are. */
	readonly unitsMastered: number;
	readonly units: number;
	readonly opened: readonly Named[];
	readonly missed: readonly Named[];
	readonly enrichment: readonly Resource[];
	/** It was mastered before. */
	readonly retake: boolean;
}

/** What was chosen to be shown. */
export interface ResourceMessage {
	readonly type: 'resource';
	readonly unit: Named;
	readonly resource: Resource;
}

export interface PracticeDoneMessage extends ScoreTold {
	readonly type: 'practice-done';
	readonly unit: Named;
}

/** In another terminal. */
export interface AnsweredElsewhereMessage {
	readonly type: 'answered-elsewhere';
}

export interface EndedElsewhereMessage {
	readonly type: 'ended-elsewhere';
	readonly unit: Named;
	readonly attempt: AttemptKind;
}

export interface GaveUpMessage {
	readonly type: 'gave-up';
	readonly unit: Named;
	readonly attempt: AttemptKind;
}

/** One for each kind of notice; a new one will not compile without its own. */
export interface NoticeMessages {
	readonly unit: UnitMessage;
	readonly form: FormMessage;
	readonly resumed: ResumedMessage;
	readonly result: ResultMessage;
	readonly prescription: PrescriptionMessage;
	readonly mastered: MasteredMessage;
	readonly resource: ResourceMessage;
	readonly 'practice-done': PracticeDoneMessage;
	readonly 'answered-elsewhere': AnsweredElsewhereMessage;
	readonly 'ended-elsewhere': EndedElsewhereMessage;
	readonly 'gave-up': GaveUpMessage;
}

export type NoticeMessage = NoticeMessages[Notice['kind']];
