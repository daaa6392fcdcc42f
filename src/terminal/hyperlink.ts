// Addresses that can be followed with a click, where the terminal can (OSC 8). What a deck names as a target is only believed when
// it is a plain address of the web or of mail; words that look like another address are never made into a link.

import { safe } from './safe.ts';
import type { Style } from './style.ts';

/** Characters; some terminals take no more of a target. */
const longest = 2_000;

/** The address as a link's target: printable ASCII, everything else encoded; undefined: nothing to be followed. */
export function targetOf(address: string): string | undefined {
	if (!/^(?:https?:\/\/|mailto:)/iu.test(address) || /[\s\p{C}]/u.test(address)) return undefined;
	if (!URL.canParse(address)) return undefined;
	const { href, username, password } = new URL(address);
	if (username !== '' || password !== '' || href.length > longest) return undefined;
	// A quote, or a backtick, is nothing to a terminal; what is left of the printable characters is what an address may have.
	return /^[\x21-\x7e]+$/u.test(href) ? href : undefined;
}

/** An address that can be followed, underlined as one; safe. Where it cannot, the same text without the link. */
export function addressLink(address: string, style: Style): string {
	return withTarget(style.link(shownAddress(address)), address, style);
}

/** Words over their target, and the target beside them wherever they do not say it themselves. */
export function wordsLink(words: string, plainWords: string, address: string, style: Style): string {
	if (targetOf(address) === undefined) return words;
	const said = plainWords.trim();
	if (said === address) return addressLink(address, style);
	if (`mailto:${said}` === address) return withTarget(style.link(words), address, style);
	const linked = looksLikeAddress(said) ? words : withTarget(words, address, style);
	return `${linked} (${addressLink(address, style)})`;
}

/** The same text, with the addresses in it to be followed. Safe text in, safe text out. */
export function withLinks(text: string, style: Style): string {
	return text.replace(/https?:\/\/[^\s<>"“”‘’«»]+/giu, (found) => {
		const address = withoutTail(found);
		return addressLink(address, style) + found.slice(address.length);
	});
}

/** As written; where letters of other scripts stand in the name of the host, as that name is looked up, so that none passes for another. */
function shownAddress(address: string): string {
	const shown = safe(address);
	const host = /^https?:\/\/([^/?#]*)/iu.exec(shown)?.[1] ?? '';
	if (/^[\x20-\x7e]*$/u.test(host) || !URL.canParse(address)) return shown;
	return shown.replace(host, new URL(address).host);
}

/** What ends a sentence or closes a bracket is not part of the address before it. */
function withoutTail(found: string): string {
	const end = found.replace(/[.,;:!?'…]+$/u, '');
	const unpaired = end.endsWith(')') && !end.includes('(');
	return unpaired ? withoutTail(end.slice(0, -1)) : end;
}

function looksLikeAddress(words: string): boolean {
	return /:\/\/|@|^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)|\bwww\./iu.test(words);
}

/** Lines that one link is broken into belong together by their id. */
function withTarget(words: string, address: string, { hyperlinks }: Style): string {
	const target = hyperlinks ? targetOf(address) : undefined;
	return target === undefined ? words : `\x1b]8;id=gradus;${target}\x1b\\${words}\x1b]8;;\x1b\\`;
}
