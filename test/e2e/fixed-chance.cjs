// Loaded before the program by the recordings: the same chance and the same clock at each run.

let seed = 2;
const { crypto } = globalThis;
const getRandomValues = crypto.getRandomValues.bind(crypto);
crypto.getRandomValues = (values) => (values instanceof Uint32Array ? values.fill(++seed) : getRandomValues(values));

let now = Date.UTC(2026, 0, 5, 9);
Date.now = () => {
	now += 1_000;
	return now;
};
