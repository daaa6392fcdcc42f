// Parts that several messages have.

import type { Need, Score } from '../../model/decision.ts';
import type { Id, Section } from '../../model/deck.ts';

export interface Named {
	readonly id: Id;
	readonly title: string;
}

/** What meets the benchmark: `right` of `of`, `passes` times in a row, at least `floor` in each section asked twice or more. */
export interface NeedTold {
	readonly right: number;
	readonly of: number;
	readonly passes: number;
	readonly floor: number;
}

export interface ScoreTold {
	readonly right: number;
	readonly of: number;
}

export function named({ id, title }: Named): Named {
	return { id, title };
}

/** The id stands for the title where the unit no longer has the section. */
export function sectionNamed(sections: readonly Section[], id: Id): Named {
	return { id, title: sections.find((section) => section.id === id)?.title ?? id };
}

export function needTold({ right, asked, rule }: Need): NeedTold {
	return { right, of: asked, passes: rule.passes, floor: rule.floor };
}

export function scoreTold({ right, asked }: Score): ScoreTold {
	return { right, of: asked };
}
