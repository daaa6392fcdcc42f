// Text as it is compared: what a keyboard or a clipboard changes is evened out, what a learner knows is not.

/**
 * NFKC, without invisible characters, trimmed, runs of white space collapsed to one space.
 * Full-width letters, ligatures, no-break and zero-width spaces are the keyboard's doing, not the learner's.
 */
export function normaliseText(text: string): string {
	return isNormal.test(text) ? text : evenedOut(text);
}

/** Most text is normal already: visible ASCII, one space between words. */
const isNormal = /^[!-~]+(?: [!-~]+)*$/;

function evenedOut(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
		.normalize('NFKC')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** ASCII, whose capital and small letters are pairs. */
const isPlain = /^[\0-\x7f]*$/;

/** Case folded without a locale: upper case first, so that ß meets SS and both sigmas meet. */
export function foldCase(text: string): string {
	return isPlain.test(text) ? text.toLowerCase() : text.toUpperCase().toLowerCase().normalize('NFC');
}

/**
 * Without the accents of Latin and Greek letters. Marks of other scripts stay: there they are vowels and
 * consonants of their own (Devanagari, Hebrew, kana), not a matter of spelling.
 */
export function stripAccents(text: string): string {
	return text
		.normalize('NFD')
		.replace(/([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu, '$1')
		.normalize('NFC');
}
