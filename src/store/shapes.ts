// Checks that a stored value is the shape it should be. Nothing of attempts or questions may enter here.

/** A stored row is not the shape it should be; the message names the field and what was expected there. */
export class MalformedRow extends Error {}

/** Returns the value as what it should be, or throws a MalformedRow; `at` names the place. */
export type Decode<T> = (value: unknown, at: string) => T;

function expected(what: string, at: string): never {
	throw new MalformedRow(`${at}: expected ${what}`);
}

export const text: Decode<string> = (value, at) => (typeof value === 'string' ? value : expected('text', at));

export const finite: Decode<number> = (value, at) =>
	typeof value === 'number' && Number.isFinite(value) ? value : expected('a number', at);

export const integer: Decode<number> = (value, at) =>
	typeof value === 'number' && Number.isSafeInteger(value) ? value : expected('an integer', at);

export const finiteOrText: Decode<number | string> = (value, at) =>
	typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) ? value : expected('a number or text', at);

export const truth: Decode<boolean> = (value, at) => (typeof value === 'boolean' ? value : expected('true or false', at));

/** SQLite has no truth values. */
export const zeroOrOne: Decode<boolean> = (value, at) => value === 1 || (value === 0 ? false : expected('one of 0, 1', at));

export function oneOf<const T extends string | number>(...legal: readonly T[]): Decode<T> {
	return (value, at) => legal.find((each) => each === value) ?? expected(`one of ${legal.join(', ')}`, at);
}

/** One of the keys. Written as a table of the union, so that the compiler misses a member that is forgotten here. */
export function keyOf<T extends string>(table: Readonly<Record<T, true>>): Decode<T> {
	const isKey = (value: unknown): value is T => typeof value === 'string' && Object.hasOwn(table, value);
	return (value, at) => (isKey(value) ? value : expected(`one of ${Object.keys(table).join(', ')}`, at));
}

export function list<T>(decode: Decode<T>): Decode<readonly T[]> {
	return (value, at) =>
		Array.isArray(value) ? value.map((each: unknown, index) => decode(each, `${at}[${index}]`)) : expected('a list', at);
}

/** A list, whatever is in it. */
export const values: Decode<readonly unknown[]> = (value, at) => (Array.isArray(value) ? value : expected('a list', at));

/** Any names, each with a value of one shape; own keys only. */
export function recordOf<T>(decode: Decode<T>): Decode<Readonly<Record<string, T>>> {
	return (value, at) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, decode(each, `${at}.${name}`)]))
			: expected('an object', at);
}

export function json<T>(decode: Decode<T>): Decode<T> {
	return (value, at) => {
		const source = text(value, at);
		let parsed: unknown;
		try {
			parsed = JSON.parse(source);
		} catch {
			expected('JSON', at);
		}
		return decode(parsed, at);
	};
}

export interface Fields {
	need<T>(key: string, decode: Decode<T>): T;
	/** An object to spread: empty where the field is absent or NULL. */
	may<const K extends string, T>(key: K, decode: Decode<T>): { readonly [key in K]?: T };
	/** The same, under the name the model has for it. */
	mayAs<const K extends string, T>(key: string, name: K, decode: Decode<T>): { readonly [key in K]?: T };
}

export function fieldsOf(value: unknown, at: string): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return expected('an object', at);
	return new OwnFields(value as Readonly<Record<string, unknown>>, at);
}

class OwnFields implements Fields {
	readonly #fields: Readonly<Record<string, unknown>>;
	readonly #at: string;

	constructor(fields: Readonly<Record<string, unknown>>, at: string) {
		this.#fields = fields;
		this.#at = at;
	}

	need<T>(key: string, decode: Decode<T>): T {
		return decode(this.#fieldOf(key), `${this.#at}.${key}`);
	}

	may<const K extends string, T>(key: K, decode: Decode<T>): { readonly [key in K]?: T } {
		return this.mayAs(key, key, decode);
	}

	mayAs<const K extends string, T>(key: string, name: K, decode: Decode<T>): { readonly [key in K]?: T } {
		const field = this.#fieldOf(key) ?? undefined;
		return (field === undefined ? {} : { [name]: decode(field, `${this.#at}.${key}`) }) as { readonly [key in K]?: T };
	}

	#fieldOf(key: string): unknown {
		return Object.hasOwn(this.#fields, key) ? this.#fields[key] : undefined;
	}
}

export function object<T>(decode: (fields: Fields, at: string) => T): Decode<T> {
	return (value, at) => decode(fieldsOf(value, at), at);
}
