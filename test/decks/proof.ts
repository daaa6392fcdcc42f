// How an author shows that a key is right: a script beside the question, and what its output has to be. The format is in decks/README.md.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';
import * as z from 'zod';

import { openDeckFolder } from '../../src/deck/files/folder.ts';
import { loadDeck } from '../../src/deck/load-deck.ts';
import type { Deck, Id, Question } from '../../src/model/deck.ts';

export const languages = ['sql', 'javascript', 'shell', 'git'] as const;
export type Language = (typeof languages)[number];

export interface Proof {
	readonly language: Language;
	readonly script: string;
	/** The script is run with each answer; what it prints with a right one, and with no other. */
	readonly gives?: string;
	/** What would be printed if it were as an option says, in the order in which the options are written. */
	readonly means?: readonly string[];
}

export interface ProvenQuestion {
	readonly unit: Id;
	readonly question: Question;
	readonly proof: Proof | undefined;
}

const script = z.string().min(1).optional();
const proofSchema = z
	.strictObject({
		sql: script,
		javascript: script,
		shell: script,
		git: script,
		gives: z.string().optional(),
		means: z.array(z.string()).min(2).optional(),
	})
	.refine((proof) => languages.filter((language) => proof[language] !== undefined).length === 1, { error: 'one script, in one language' })
	.refine(({ gives, means }) => gives === undefined || means === undefined, { error: '`gives` or `means`, not both' });

interface WrittenQuestion {
	readonly id: string;
	readonly proof?: unknown;
}

interface WrittenUnit {
	readonly unit: string;
	readonly pools?: string | readonly string[];
	readonly questions?: readonly WrittenQuestion[];
}

/** Each question of a deck that can be learned, with the proof that stands beside it in its file. */
export function readProofs(folder: string): { readonly deck: Deck; readonly questions: readonly ProvenQuestion[] } {
	const { deck, diagnostics } = loadDeck(openDeckFolder(folder));
	if (deck === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
	const proofs = writtenProofs(folder);
	const questions = deck.units.flatMap((unit) =>
		unit.questions.map((question) => ({ unit: unit.id, question, proof: proofs.get(`${unit.id}/${question.id}`) })),
	);
	return { deck, questions };
}

function writtenProofs(folder: string): ReadonlyMap<string, Proof> {
	const read = (file: string) => parse(readFileSync(join(folder, file), 'utf8'), { schema: 'failsafe' });
	const { units }: { units: readonly string[] } = read('deck.yaml');
	const proofs = new Map<string, Proof>();
	for (const file of units) {
		const { unit, pools = [], questions = [] }: WrittenUnit = read(file);
		const pooled: readonly WrittenQuestion[] = [pools].flat().flatMap((pool) => read(pool));
		for (const { id, proof } of [...questions, ...pooled]) if (proof !== undefined) proofs.set(`${unit}/${id}`, proofOf(proof, id));
	}
	return proofs;
}

function proofOf(written: unknown, id: string): Proof {
	const { success, data, error } = proofSchema.safeParse(written);
	if (!success) throw new Error(`proof of ${id}: ${z.prettifyError(error)}`);
	const { gives, means } = data;
	for (const language of languages) {
		const script = data[language];
		if (script !== undefined)
			return { language, script, ...(gives === undefined ? {} : { gives }), ...(means === undefined ? {} : { means }) };
	}
	throw new Error(`proof of ${id}: no script`);
}
