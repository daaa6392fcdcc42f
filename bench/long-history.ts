// Writes a record as long as one likes, by drawing from real decks: behind the program's back, since a million answers one by one would
// take hours, and then counted as the program counts. The same seed writes the same facts.

import { type Chance, chanceFrom } from '../src/engine/chance.ts';
import { drawForm } from '../src/engine/draw-form.ts';
import type { FormItem } from '../src/model/attempt.ts';
import type { Deck, Unit } from '../src/model/deck.ts';
import { connect } from '../src/store/connect.ts';
import { countAnew } from '../src/store/exposures.ts';
import { encode } from '../src/store/json-columns.ts';
import { openRecord } from '../src/store/open-record.ts';
import { statementsOf } from '../src/store/statements.ts';
import { attemptRow, questionRow } from '../src/store/written-rows.ts';

/** What the record is made of. */
export const mix = {
	right: 0.7,
	/** Of ten attempts, those of other learners; of all, one in so many is practice, and one in so many is ended half way. */
	others: 1,
	practiceEvery: 8,
	endedEvery: 20,
	/** Milliseconds from one answer to the next. */
	thought: 20_000,
} as const;

/** Of ordinary length; nothing that is measured looks into it. */
const given = { answer: encode.answer({ type: 'text', typed: 'as somebody would type it' }), detail: '{}' };

/** As many as the first attempts at a unit by forty learners would ask. */
function drawnForms(unit: Unit, seed: number): readonly (readonly FormItem[])[] {
	return Array.from({ length: 40 }, (_, form) => drawForm(unit, [], new Set(), seed + form).items);
}

/** The learner who has nine in ten answers. */
export const learner = 'me';

const firstStart = Date.UTC(2000, 0, 1);

/** @param formsOf what is asked of each unit, over and over. */
export function writeLongHistory(file: string, decks: readonly Deck[], answers: number, seed: number, formsOf = drawnForms): void {
	const opened = openRecord(file, learner, { now: () => firstStart });
	if (!opened.ok) throw new Error(opened.fault.detail);
	opened.record.close();
	const chance = chanceFrom(seed);
	const places = decks.flatMap((deck) => deck.units.map((unit) => ({ deck, unit, forms: formsOf(unit, seed) })));
	const connection = connect(file, { wait: 0 });
	connection.pragma('synchronous = OFF');
	const { addAttempt } = statementsOf((sql) => connection.prepare(sql));
	const addQuestion = connection.prepare(`
		INSERT INTO question (attempt, position, question, section, fingerprint, familiarity, times_shown, emphasis, snapshot, variant,
			shown, shown_ordinal, answered, answered_ordinal, verdict, answer, verdict_detail)
		VALUES (:attempt, :position, :question, :section, :fingerprint, :familiarity, :timesShown, :emphasis, :snapshot, :variant,
			:shown, :shownOrdinal, :answered, :answeredOrdinal, :verdict, :answer, :detail)`);
	const end = connection.prepare('UPDATE attempt SET outcome = ?, finished = ? WHERE id = ?');
	let ordinal = 0;
	let at = firstStart;
	connection.exec('BEGIN');
	for (let attempt = 0, written = 0; written < answers; attempt++) {
		const place = places[attempt % places.length];
		if (place === undefined) throw new Error('no unit');
		const { deck, unit, forms } = place;
		const round = Math.floor(attempt / places.length);
		const items = forms[round % forms.length] ?? [];
		const who = attempt % 10 < mix.others ? `other ${attempt % 9}` : learner;
		const kind = round % mix.practiceEvery === 3 ? 'practice' : 'quiz';
		const id = idOf(at, chance);
		const { id: deckId, digest } = deck;
		const begun = { id, deck: deckId, deckDigest: digest, unit: unit.id, kind, seed, rule: unit.rule, startedAt: at, items } as const;
		addAttempt.run({ ...attemptRow(who, begun), ordinal: ++ordinal });
		const answered = chance.index(mix.endedEvery) === 0 ? Math.ceil(items.length / 2) : items.length;
		for (const [index, item] of items.entries()) {
			addQuestion.run({ attempt: id, position: index + 1, ...rowOf(item), ...factsOf(index < answered) });
		}
		written += answered;
		end.run(answered < items.length ? 'ended' : 'finished', at, id);
	}
	connection.exec('COMMIT');
	connection.transaction(() => countAnew(connection)).immediate();
	connection.exec('ANALYZE');
	connection.pragma('wal_checkpoint(TRUNCATE)');
	connection.close();

	function factsOf(isAnswered: boolean) {
		if (!isAnswered)
			return { shown: null, shownOrdinal: null, answered: null, answeredOrdinal: null, verdict: null, answer: null, detail: null };
		const shown = at;
		at += mix.thought;
		const verdict = chance.index(100) < mix.right * 100 ? 'right' : 'missed';
		return { shown, shownOrdinal: ++ordinal, answered: at, answeredOrdinal: ++ordinal, verdict, ...given };
	}
}

const rows = new Map<FormItem, ReturnType<typeof questionRow>>();

/** Written once for all the times it is asked. */
function rowOf(item: FormItem) {
	const known = rows.get(item) ?? questionRow(item);
	rows.set(item, known);
	return known;
}

/** As the program makes them: a time, then chance. */
function idOf(at: number, chance: Chance): string {
	const time = at.toString(16).padStart(12, '0');
	const digits = (count: number) => Array.from({ length: count }, () => chance.index(16).toString(16)).join('');
	return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
}
