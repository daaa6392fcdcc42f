// What is said on standard output where there is no terminal: one JSON object on each line. docs/protocol.md explains them to
// those who write clients, and schema/protocol.schema.json is the same for machines.

import type { Accepted, AskAgain, AttemptKind, Verdict } from '../../model/attempt.ts';
import type { UnitStanding } from '../../model/decision.ts';
import type { Code, Resource } from '../../model/deck.ts';
import type { Action, Menu, Step } from '../../session/ports.ts';
import type { NoticeMessage } from './notice-messages.ts';
import type { Named, NeedTold, ScoreTold } from './shared-parts.ts';

export const protocolName = 'gradus.quiz/1';

/** Bytes in a line that is read, without its end. */
export const longestLine = 1_000_000;

/** Arrays and objects within each other in a line that is read. */
export const deepestLine = 16;

/** The first line. */
export interface Hello {
	readonly type: 'hello';
	readonly protocol: typeof protocolName;
	/** Of the program. */
	readonly version: string;
	/** Bytes. */
	readonly longestLine: number;
}

/** What may be seen of a question; as `Presentation`, but blanks are counted and not named. */
export type QuestionTold = { readonly stem: string; readonly code?: Code } & (
	| { readonly type: 'choice' | 'multiple'; readonly options: readonly string[] }
	| { readonly type: 'true-false' | 'text' }
	| { readonly type: 'number'; readonly unit?: string }
	| { readonly type: 'cloze'; readonly blanks: number }
	| { readonly type: 'order'; readonly items: readonly string[] }
	| { readonly type: 'match'; readonly lefts: readonly string[]; readonly rights: readonly string[] }
);

/** Stands until it is answered. */
export interface QuestionMessage {
	readonly type: 'question';
	readonly deck: Named;
	readonly unit: Named;
	readonly attempt: AttemptKind;
	/** 1 to `of`. */
	readonly position: number;
	readonly of: number;
	readonly need: NeedTold;
	/** So far, in order. */
	readonly verdicts: readonly Verdict['kind'][];
	readonly question: QuestionTold;
	/** From faint to strong; practice only. */
	readonly hints: readonly string[];
	/** Sections that `read` may name now. */
	readonly readable: readonly Named[];
	readonly bookmarked: boolean;
}

/** The answer could not be graded; nothing is recorded, and the question stands. */
export interface AgainMessage {
	readonly type: 'again';
	readonly reason: AskAgain['kind'];
	readonly message: string;
	/** Those left empty, from 1. */
	readonly blanks?: readonly number[];
	/** Characters. */
	readonly limit?: number;
	readonly readings?: readonly string[];
}

/** An answer as a line may give it, in words: `null` is an honest "I don't know". */
export type AnswerTold = string | boolean | null | readonly string[];

/** What was right of an answer that missed; numbers count from 1. */
export type PartlyTold =
	| { readonly of: 'options'; readonly right: readonly string[]; readonly left: readonly string[]; readonly wrong: readonly string[] }
	| { readonly of: 'blanks'; readonly blanks: readonly { readonly blank: number; readonly right: boolean; readonly accepted?: Accepted }[] }
	| { readonly of: 'items'; readonly firstOff: number }
	| { readonly of: 'pairs'; readonly pairs: readonly { readonly left: string; readonly right: boolean }[] };

/** The answer is recorded; only now is the key told. Stands until `next`. */
export interface VerdictMessage {
	readonly type: 'verdict';
	readonly position: number;
	readonly of: number;
	readonly verdict: Verdict['kind'];
	/** It counts although it was not written as the key is. */
	readonly accepted?: Accepted;
	/** The same for single blanks. */
	readonly blanks?: readonly (Accepted & { readonly blank: number })[];
	readonly partly?: PartlyTold;
	readonly answer: AnswerTold;
	/** What is right: the texts of options; the text; the number with its unit; for each blank; the items in order; for each left side. */
	readonly key: readonly string[];
	/** The author's words to the options that were chosen. */
	readonly feedback: readonly { readonly option: string; readonly feedback: string }[];
	/** Markdown. */
	readonly explanation: string;
	readonly source?: string;
	/** Sections that `read` may name now. */
	readonly reread: readonly Named[];
	/** With this one. */
	readonly verdicts: readonly Verdict['kind'][];
	readonly bookmarked: boolean;
}

/** Stands until `next`, which records that it was read. */
export interface SectionMessage {
	readonly type: 'section';
	readonly deck: Named;
	readonly unit: Named;
	/** `text`: Markdown. */
	readonly section: Named & { readonly objective: string; readonly text: string };
	readonly position: number;
	readonly of: number;
	/** Why it is read now, after a not-yet: what was missed in it, and its place on the way to the next quiz. */
	readonly prescribed?: { readonly missed: number; readonly of: number; readonly step: Step };
}

export interface ActionTold {
	/** What `choose` names. */
	readonly id: string;
	readonly kind: Action['kind'];
	/** One line for people. */
	readonly text: string;
	readonly attempt?: AttemptKind;
	readonly unit?: Named;
	readonly section?: Named;
	/** Of a section: read already, since it was last prescribed. */
	readonly done?: boolean;
	/** Of a section: how many of its questions were missed. */
	readonly missed?: number;
	readonly position?: number;
	readonly of?: number;
	readonly need?: NeedTold;
	readonly questions?: number;
	readonly state?: UnitStanding['state'];
	readonly deck?: Named;
	readonly resource?: Resource;
	/** After a not-yet: a step on the way to the next quiz. */
	readonly step?: Step;
	/** Of a unit to go back to: how many were right there. */
	readonly foundation?: ScoreTold;
	/** Of stopping: recommended, to somebody who is stuck. */
	readonly pause?: true;
}

/** Stands until one of the actions is chosen. The first is what most people want next. */
export interface ChooseMessage {
	readonly type: 'choose';
	readonly about: {
		readonly kind: Menu['about']['kind'];
		readonly deck?: Named;
		readonly unit?: Named;
		readonly need?: NeedTold;
		readonly right?: number;
		/** Questions not yet answered. */
		readonly left?: number;
		readonly mastered?: boolean;
	};
	/** One line for people. */
	readonly text: string;
	readonly actions: readonly ActionTold[];
}

export interface BookmarkedMessage {
	readonly type: 'bookmarked';
	readonly set: boolean;
}

export interface DisputedMessage {
	readonly type: 'disputed';
	readonly note: string;
}

/** Each part of a line that can be wrong, and what was wrong with it. They never change their meaning. */
export type ErrorCode =
	| 'too-long'
	| 'not-utf8'
	| 'not-json'
	| 'too-deep'
	| 'not-an-object'
	| 'unknown-message'
	| 'wrong-value'
	| 'not-now'
	| 'wrong-answer'
	| 'no-such-option'
	| 'twice'
	| 'incomplete'
	| 'no-such-action'
	| 'no-such-section'
	| 'closed-book';

/** A line was not understood, or not expected. What stood before it stands. */
export interface ErrorMessage {
	readonly type: 'error';
	readonly code: ErrorCode;
	/** What was found, and what was expected. */
	readonly message: string;
	/** What a line may say now. */
	readonly expected: readonly string[];
}

/** The last line. */
export interface ByeMessage {
	readonly type: 'bye';
	/** How it ended; `stopped` says by what in `by`. */
	readonly ended: 'done' | 'stopped' | 'closed' | 'unknown-unit' | 'unknown-section' | 'nothing-to-practise' | 'quiz-open';
	readonly by?: 'quit' | 'interrupt' | 'end-of-input';
	/** An attempt was finished in this run. */
	readonly finished: boolean;
	/** The attempt that waits. */
	readonly left?: { readonly unit: Named; readonly attempt: AttemptKind; readonly position: number; readonly of: number };
	/** For people: what is kept, or what is in the way. */
	readonly message: string;
	/** A command that leads on, ready for a shell. */
	readonly next?: string;
	readonly exitCode: number;
}

export type Message =
	| Hello
	| QuestionMessage
	| AgainMessage
	| VerdictMessage
	| SectionMessage
	| ChooseMessage
	| BookmarkedMessage
	| DisputedMessage
	| ErrorMessage
	| ByeMessage
	| NoticeMessage;

/** What a line may say, by its one key. */
export const requestKeys = ['answer', 'dontKnow', 'next', 'read', 'choose', 'bookmark', 'dispute', 'stop'] as const;

export type RequestKey = (typeof requestKeys)[number];
