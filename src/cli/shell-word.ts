// Text as one word of a command line, so that a printed command can be copied and run.

/** Quoted as POSIX shells read it, where it must be. */
export function shellWord(text: string): string {
	return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
