// What must hold whenever the program is killed: what was seen is in the record, once, in its order, and nothing else is.

import type { Place, RecordState } from './record-state.ts';
import type { Seen } from './transcript.ts';

/** An answer that the script gave: its last key was pressed. */
export interface Given {
	readonly question: string;
	/** Stands in the stored answer. */
	readonly words: string;
	readonly verdict: string;
}

export interface LifeStory {
	readonly unit: string;
	readonly before: RecordState;
	readonly after: RecordState;
	/** On the screens of this life, in order. */
	readonly seen: readonly Seen[];
	readonly given: readonly Given[];
	/** Ids of all questions of the unit that were on a screen in earlier lives. */
	readonly seenEarlier: ReadonlySet<string>;
	/** Ids of all questions of the unit, by section. */
	readonly pools: ReadonlyMap<string, readonly string[]>;
}

/** Each a sentence; none: all held. */
export function breachesOf(story: LifeStory): readonly string[] {
	return [
		...story.after.flaws.map((flaw) => `the database says: ${flaw}`),
		...losses(story),
		...doublings(story.after),
		...disorder(story),
		...falseAnswers(story),
		...draws(story),
	];
}

/** What an earlier life left is there as it was. */
function losses({ before, after }: LifeStory): readonly string[] {
	const now = new Map(after.places.map((place) => [keyOf(place), place]));
	return before.places.flatMap((place) => {
		const later = now.get(keyOf(place));
		if (later === undefined) return [`${keyOf(place)} is gone`];
		const kept =
			later.question === place.question &&
			(place.shown === undefined || later.shown === place.shown) &&
			(place.verdict === undefined || (later.verdict === place.verdict && later.answer === place.answer));
		return kept ? [] : [`${keyOf(place)} was ${JSON.stringify(place)} and is ${JSON.stringify(later)}`];
	});
}

function doublings({ places }: RecordState): readonly string[] {
	const questions = places.map(({ attempt, question }) => `${question} in ${attempt}`);
	const open = [...new Set(places.filter(({ ended }) => !ended).map(({ attempt, unit }) => `${unit} ${attempt}`))];
	const units = open.map((each) => each.split(' ')[0]);
	return [
		...questions.filter((each, index) => questions.indexOf(each) !== index).map((each) => `${each} is asked twice`),
		...units.filter((unit, index) => units.indexOf(unit) !== index).map((unit) => `two attempts are open in ${unit}`),
	];
}

/** The places at which this life can have been, in order: the one that stood open, then each that it showed. */
function placesOf({ unit, before, after }: LifeStory): readonly Place[] {
	const shownBefore = new Set(before.places.filter(({ shown }) => shown !== undefined).map(keyOf));
	const answeredBefore = new Set(before.places.filter(({ verdict }) => verdict !== undefined).map(keyOf));
	return after.places.filter(
		(place) =>
			place.unit === unit &&
			place.shown !== undefined &&
			!answeredBefore.has(keyOf(place)) &&
			(!shownBefore.has(keyOf(place)) || place.verdict !== undefined || !place.ended),
	);
}

/** The screen follows the record question by question; the record may be one step ahead of it, and never behind. */
function disorder(story: LifeStory): readonly string[] {
	const { seen } = story;
	const places = placesOf(story);
	const elsewhere = story.after.places.filter(({ unit, verdict }) => unit !== story.unit && verdict !== undefined).length;
	const elsewhereBefore = story.before.places.filter(({ unit, verdict }) => unit !== story.unit && verdict !== undefined).length;
	return [
		...seen.flatMap(({ position, question, verdict }, index) => {
			const place = places[index];
			const told = `question ${position} (${question}), number ${index + 1} on the screen,`;
			if (place === undefined) return [`${told} was shown without being in the record as shown`];
			if (place.question !== question || place.position !== position)
				return [`${told} stands where ${keyOf(place)} (${place.question}) is due`];
			if (verdict !== undefined && place.verdict !== verdict)
				return [`${told} was told "${verdict}", and the record has ${place.verdict ?? 'no answer'}`];
			return verdict === undefined && index < seen.length - 1 ? [`${told} was left without a verdict`] : [];
		}),
		...(places.length > seen.length + 1 ? [`${places.length} questions count as shown, and ${seen.length} were on the screen`] : []),
		...places
			.slice(seen.length)
			.flatMap((place) => (place.verdict === undefined ? [] : [`${keyOf(place)} has an answer and never was on the screen`])),
		...(elsewhere === elsewhereBefore ? [] : ['an answer came into another unit']),
	];
}

/** Nothing was recorded but what the script gave, as it gave it. */
function falseAnswers(story: LifeStory): readonly string[] {
	const answered = placesOf(story).filter(({ verdict }) => verdict !== undefined);
	return answered.flatMap((place) => {
		const given = story.given.filter(({ question }) => question === place.question);
		if (given.some(({ words, verdict }) => verdict === place.verdict && place.answer?.includes(words) === true)) return [];
		const wanted = given.length === 0 ? 'nothing' : given.map(({ words, verdict }) => `${words} (${verdict})`).join(', then ');
		return [`${keyOf(place)} (${place.question}) was given ${wanted}, and holds ${place.answer} (${place.verdict})`];
	});
}

/** An attempt that this life began asks nothing that was seen while its section has unseen questions left, and calls nothing seen new. */
function draws({ unit, before, after, seen, seenEarlier, pools }: LifeStory): readonly string[] {
	const old = new Set(before.places.map(({ attempt }) => attempt));
	const begun = [...new Set(after.places.filter((place) => place.unit === unit && !old.has(place.attempt)).map(({ attempt }) => attempt))];
	const known = new Set([
		...seenEarlier,
		...before.places.flatMap((place) => (place.unit === unit && place.shown !== undefined ? [place.question] : [])),
	]);
	// All of an attempt that was open before is shown by the time another begins.
	if (begun.length > 0)
		for (const place of after.places)
			if (place.unit === unit && old.has(place.attempt) && place.shown !== undefined) known.add(place.question);
	const breaches: string[] = [];
	for (const attempt of begun) {
		const form = after.places.filter((place) => place.attempt === attempt);
		const drawn = new Set(form.map(({ question }) => question));
		for (const { section, question, familiarity } of form) {
			if (!known.has(question)) continue;
			const unseen = (pools.get(section) ?? []).filter((other) => !known.has(other) && !drawn.has(other));
			if (unseen.length > 0) breaches.push(`${question} was drawn again while ${unseen.join(', ')} had not been shown`);
			if (familiarity === 'new') breaches.push(`${question} was seen, and is drawn as new`);
		}
		for (const { question } of form) if (seen.some((each) => each.question === question)) known.add(question);
	}
	return breaches;
}

function keyOf({ attempt, position }: Place): string {
	return `${attempt}/${position}`;
}
