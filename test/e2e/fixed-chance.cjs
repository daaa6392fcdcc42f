// Loaded before the program by the recordings: the same chance and the same clock at each run.

/** An attempt asks for its seed, and for each of the sixteen bytes of its id; the prompt library asks once before the first. */
const askedByAttempt = 1 + 16;
let asked = -1;
let seed = 2;
Math.random = () => (asked++ % askedByAttempt === 0 ? ++seed / 2 ** 32 : 0);

let now = Date.UTC(2026, 0, 5, 9);
Date.now = () => {
	now += 1_000;
	return now;
};
