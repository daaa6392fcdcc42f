// Words that were made for a page or a diagnostic, where code stands in backticks, for a message in which nothing is so marked.

export function plainly(text: string): string {
	return text.replaceAll('`', '');
}
