// Things by what they have in common.

/** Things by each of their signs, in their order. */
export function gather<Thing, Sign>(things: readonly Thing[], signsOf: (thing: Thing) => readonly Sign[]): ReadonlyMap<Sign, Thing[]> {
	const gathered = new Map<Sign, Thing[]>();
	for (const thing of things) {
		for (const sign of signsOf(thing)) {
			const known = gathered.get(sign);
			if (known === undefined) gathered.set(sign, [thing]);
			else known.push(thing);
		}
	}
	return gathered;
}
