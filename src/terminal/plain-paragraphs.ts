// Most stems are plain sentences, some with a word of code. Those need no parser, whose first use alone takes longer than all the rest of a question.

/** Code in a line, between two single backticks with no blank inside of them: it is what it is, whatever stands in it. */
const codeSpan = /(?<!`)`(?!\s)[^`\n]+(?<!\s)`(?!`)/gu;

/** Anything that Markdown might read as more than words: emphasis, links, tables, entities, escapes, addresses. */
const markup = /[\\`*_[\]<>#|~&@]|:\/\/|www\.|(?<![ \t])[ \t]{2,}$/imu;

/** A line that might begin a list, a heading's underline, a table's, a rule or a block of code. */
const blockStart = /^(?:[ \t]*(?:[-+=:]|\d{1,9}[.)])|[ ]{4}|\t)/mu;

/** The paragraphs of a text that is nothing but words and code spans, each on one line; undefined where there may be more to it. */
export function plainParagraphs(text: string): string[] | undefined {
	const words = text.includes('`') ? text.replace(codeSpan, 'x') : text;
	if (markup.test(words) || blockStart.test(words)) return undefined;
	return text
		.split(/\n[ \t]*\n/u)
		.map((paragraph) => paragraph.trim().replace(/(?<!\s)\s*\n\s*/gu, ' '))
		.filter((paragraph) => paragraph !== '');
}
