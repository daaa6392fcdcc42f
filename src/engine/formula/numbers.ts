// Numbers as learners see them. Reckoning is in doubles; comparing, rounding and showing look at twelve significant digits, so that
// 0.1 + 0.2 is 0.3.

/** Doubles carry between 15 and 17; a few steps of reckoning spoil the last of them. */
const digitsShown = 12;

/** The number that is shown for this one; whole numbers up to 2^53 stay what they are, and -0 is 0. */
export function asShown(value: number): number {
	if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
	return Number(value.toPrecision(digitsShown)) + 0;
}

/** From here on not every whole number can be told from the next by the digits that are shown. */
const exponentFrom = 1e15;

/**
 * The shortest digits that say it, at most twelve significant ones; whole numbers up to 2^53 in full. With an exponent where digits
 * were lost before the point, so that nobody takes rounded digits for exact ones, and below 1e-6.
 */
export function numberText(value: number): string {
	const shown = asShown(value);
	const isRounded = !Number.isSafeInteger(value) && Math.abs(shown) >= exponentFrom;
	return isRounded ? shown.toExponential().replace('e+', 'e') : String(shown);
}

/** Below 0, 0 or above 0, as the first is less, the same or more. Numbers that are shown the same are the same. */
export function compareNumbers(a: number, b: number): number {
	const difference = asShown(a) - asShown(b);
	// Infinity less Infinity is no number.
	return Number.isNaN(difference) ? 0 : difference;
}

/** A sum whose parts cancel as far as digits are shown is 0, not what reckoning left over. */
export function sumOf(a: number, b: number): number {
	return compareNumbers(a, -b) === 0 ? 0 : a + b;
}

/**
 * Rounded to so many digits after the point, half away from zero, by the decimal digits that are shown: 1.005 to two is 1.01.
 *
 * @param digits a whole number from 0 to 12.
 */
export function rounded(value: number, digits: number): number {
	const shown = asShown(value);
	const whole = Math.round(withPointMoved(Math.abs(shown), digits));
	return Math.sign(shown) * withPointMoved(whole, -digits) + 0;
}

/** The decimal point of a number moved to the right by so many places, without reckoning in binary. */
function withPointMoved(value: number, places: number): number {
	const [digits = '', exponent = '0'] = String(value).split('e');
	return Number(`${digits}e${Number(exponent) + places}`);
}
