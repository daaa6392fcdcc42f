// What is used of js-yaml 4, which has no types of its own.

declare module 'js-yaml' {
	export interface Schema {
		readonly name?: never;
	}

	/** Only texts, lists and maps. */
	export const FAILSAFE_SCHEMA: Schema;

	/** The node that the parser is at, as far as it has been read; nothing before the first. */
	export interface State {
		/** `?`: none was written, and the node is a plain text. */
		readonly tag?: string | null;
		readonly anchor?: string | null;
		readonly kind?: 'scalar' | 'sequence' | 'mapping' | null;
		readonly result?: string | readonly unknown[] | Readonly<Record<string, unknown>> | null;
		/** Offset of the character that comes next. */
		readonly position: number;
	}

	export interface LoadOptions {
		readonly schema: Schema;
		/** Nodes within nodes; each level of a block counts up to twice. */
		readonly maxDepth: number;
		/** Called at the beginning of every node, when the state is still that of the one before it, and at its end; of some nodes more than once. */
		readonly listener: (event: 'open' | 'close', state: State) => void;
		readonly onWarning: (warning: unknown) => void;
	}

	/** Throws for whatever is no YAML, and for more than one document. */
	export function load(text: string, options: LoadOptions): unknown;
}
