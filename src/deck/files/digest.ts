// SHA-256, in hexadecimal. What works it out is loaded by the first who asks: many a start does without.

let crypto: typeof import('node:crypto') | undefined;

export function sha256(content: string | Uint8Array): string {
	crypto ??= process.getBuiltinModule('node:crypto');
	return crypto.hash('sha256', content);
}
