// Most stems are plain sentences. Those need no parser, whose first use alone takes longer than all the rest of a question.

/** Anything that Markdown might read as more than words: emphasis, code, links, tables, entities, escapes, addresses. */
const markup = /[\\`*_[\]<>#|~&@]|:\/\/|www\.|(?<![ \t])[ \t]{2,}$/imu;

/** A line that might begin a list, a heading's underline, a rule or a block of code. */
const blockStart = /^(?:[ \t]*(?:[-+=]|\d{1,9}[.)])|[ ]{4}|\t)/mu;

/** The paragraphs of a text that is nothing but words, each on one line; undefined where there may be more to it. */
export function plainParagraphs(text: string): string[] | undefined {
	if (markup.test(text) || blockStart.test(text)) return undefined;
	return text
		.split(/\n[ \t]*\n/u)
		.map((paragraph) => paragraph.trim().replace(/(?<!\s)\s*\n\s*/gu, ' '))
		.filter((paragraph) => paragraph !== '');
}
