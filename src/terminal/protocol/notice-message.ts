// What the quiz loop tells, each kind as its message.

import type { Shortfall } from '../../model/decision.ts';
import type { Section } from '../../model/deck.ts';
import type { Notice, NoticeOf } from '../../session/ports.ts';
import type { NoticeMessage, NoticeMessages, ShortfallTold } from './notice-messages.ts';
import { named, needTold, scoreTold, sectionNamed } from './shared-parts.ts';

/** One for each kind; a new kind will not compile without its own. */
const messages: { readonly [K in Notice['kind']]: (notice: NoticeOf<K>) => NoticeMessages[K] } = {
	unit: ({ deck, unit, standing, readings }) => ({
		type: 'unit',
		deck: named(deck),
		unit: named(unit),
		state: standing.state,
		need: needTold(standing.need),
		streak: standing.streak,
		...(standing.best === undefined ? {} : { best: scoreTold(standing.best) }),
		fresh: standing.fresh,
		pool: standing.pool,
		sections: unit.sections.map((section) => ({
			...named(section),
			objective: section.objective,
			read: readings.has(section.id),
		})),
	}),
	form: ({ deck, unit, attemptKind, need, form, composition }) => ({
		type: 'form',
		deck: named(deck),
		unit: named(unit),
		attempt: attemptKind,
		need: needTold(need),
		questions: form.items.length,
		fresh: composition.fresh,
		missedBefore: composition.missedBefore,
		again: composition.again,
		sections: form.quotas.map(({ section, asked, emphasis, spilled }) => ({
			...sectionNamed(unit.sections, section),
			questions: asked,
			emphasis,
			spilled,
		})),
	}),
	resumed: ({ unit, attemptKind, position, asked, deckChanged }) => ({
		type: 'resumed',
		unit: named(unit),
		attempt: attemptKind,
		position,
		of: asked,
		deckChanged,
	}),
	result: ({ unit, judgement, need, standing, first, best, streak, verdicts }) => ({
		type: 'result',
		unit: named(unit),
		...scoreTold(judgement),
		need: needTold(need),
		qualifies: judgement.qualifies,
		mastered: standing.state === 'mastered',
		streak,
		shortfalls: judgement.shortfalls.map((each) => shortfallTold(each, unit.sections)),
		sections: judgement.sections.map(({ section, dontKnow, unanswered = 0, ...score }) => ({
			...sectionNamed(unit.sections, section),
			...scoreTold(score),
			dontKnow,
			unanswered,
		})),
		...(first === undefined ? {} : { first: scoreTold(first) }),
		...(best === undefined ? {} : { best: scoreTold(best) }),
		verdicts: verdicts.map((verdict) => verdict ?? null),
	}),
	prescription: ({ deck, unit, prescription, sections }) => {
		const { revisit, stuck, weakestPrerequisite: weakest } = prescription;
		const foundation = deck.units.find(({ id }) => id === weakest?.unit);
		return {
			type: 'prescription',
			unit: named(unit),
			revisit: revisit.map(({ section, missed, asked }) => ({ ...sectionNamed(sections, section), missed, of: asked })),
			stuck,
			...(weakest === undefined
				? {}
				: {
						weakestPrerequisite: {
							id: weakest.unit,
							title: foundation?.title ?? weakest.unit,
							...scoreTold(weakest),
							...(weakest.section === undefined ? {} : { section: sectionNamed(foundation?.sections ?? [], weakest.section) }),
						},
					}),
			resources: stuck ? unit.resources : [],
		};
	},
	mastered: ({ deck, unit, unitsMastered, opened, missed, enrichment, retake }) => ({
		type: 'mastered',
		deck: named(deck),
		unit: named(unit),
		unitsMastered,
		units: deck.units.length,
		opened: opened.map(named),
		missed: missed.map(named),
		enrichment,
		retake,
	}),
	resource: ({ unit, resource }) => ({ type: 'resource', unit: named(unit), resource }),
	'practice-done': ({ unit, right, asked }) => ({ type: 'practice-done', unit: named(unit), right, of: asked }),
	'answered-elsewhere': () => ({ type: 'answered-elsewhere' }),
	'ended-elsewhere': ({ unit, attemptKind }) => ({ type: 'ended-elsewhere', unit: named(unit), attempt: attemptKind }),
	'gave-up': ({ unit, attemptKind }) => ({ type: 'gave-up', unit: named(unit), attempt: attemptKind }),
};

function shortfallTold(shortfall: Shortfall, sections: readonly Section[]): ShortfallTold {
	const { asked: of, ...rest } = shortfall;
	return rest.kind === 'floor' ? { ...rest, section: sectionNamed(sections, rest.section), of } : { ...rest, of };
}

export function noticeMessage(notice: Notice): NoticeMessage {
	switch (notice.kind) {
		case 'unit':
			return messages.unit(notice);
		case 'form':
			return messages.form(notice);
		case 'resumed':
			return messages.resumed(notice);
		case 'result':
			return messages.result(notice);
		case 'prescription':
			return messages.prescription(notice);
		case 'mastered':
			return messages.mastered(notice);
		case 'resource':
			return messages.resource(notice);
		case 'practice-done':
			return messages['practice-done'](notice);
		case 'answered-elsewhere':
			return messages['answered-elsewhere'](notice);
		case 'ended-elsewhere':
			return messages['ended-elsewhere'](notice);
		case 'gave-up':
			return messages['gave-up'](notice);
	}
}
