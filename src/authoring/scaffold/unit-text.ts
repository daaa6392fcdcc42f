// The text of a new unit: a sketch that can be sat at once, with a word on each part for whoever writes on.

import type { Id } from '../../model/deck.ts';
import { type QuestionDraft, questionText } from './question-draft.ts';
import { sampleQuestions, sampleSection } from './samples.ts';
import { sketchNote } from './sketch-note.ts';
import { blockYaml, indented } from './yaml-text.ts';

export interface UnitHead {
	readonly id: Id;
	readonly title: string;
	readonly section: { readonly id: Id; readonly title: string; readonly objective: string };
}

/**
 * @param schema path of the JSON Schema from the file.
 * @param silenced rules that the sketch keeps quiet.
 * @param stems `own`: each says whose sample it is, since another unit has the same samples.
 */
export function unitText(
	{ id, title, section }: UnitHead,
	schema: string,
	silenced: readonly string[],
	stems: 'plain' | 'own' = 'plain',
): string {
	const { choice, text, number } = sampleQuestions;
	const question = (about: string, sample: QuestionDraft, questionId: Id) => {
		const draft = stems === 'own' ? { ...sample, stem: `${sample.stem} (A sample in \`${id}\`.)` } : sample;
		return indented(`# ${about}\n${questionText(draft, questionId, section.id)}`, 2);
	};
	return [
		schemaLine(schema),
		'# A first sketch: put your own text and questions in the place of these.\n',
		...sketchNote(silenced).map((line) => `${line}\n`),
		blockYaml({ unit: id, title }),
		`# Further keys: \`benchmark\`, \`draw\`, \`passes\`, \`floor\`, \`requires\`, \`pools\`, \`resources\`, \`enrichment\`.
sections:
  # A section teaches one objective. The objective begins with a verb and names what a learner can do afterwards.
`,
		indented(blockYaml([{ ...section }]), 2),
		`    # Markdown. It can also stand in a file of its own: \`file: lesson.md\` instead of \`text\`.
    text: |
${indented(sampleSection.text, 6)}
`,
		'questions:\n',
		question('One right option. Say in `feedback` why a distractor does not hold.', choice, 'distractors-come-from'),
		question('A typed answer. `answer: [one, another]` accepts both.', text, 'says-what-one-can-do'),
		question('A number. `tolerance: 0.5` or `tolerance: 1%` accepts what is near, `unit: km` is shown.', number, 'enough-for-three'),
	].join('');
}

export function schemaLine(schema: string): string {
	return `# yaml-language-server: $schema=${schema}\n`;
}
