// Loaded before the program by the recordings: the same chance and the same clock at each run.

const crypto = require('node:crypto');

let seed = 2;
const { randomBytes } = crypto;
crypto.randomBytes = (size, ...rest) => {
	if (size !== 4) return randomBytes(size, ...rest);
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(++seed);
	return bytes;
};

let now = Date.UTC(2026, 0, 5, 9);
Date.now = () => {
	now += 1_000;
	return now;
};
