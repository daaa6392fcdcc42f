// The text of a new unit: a sketch that can be sat at once, with a word on each part for whoever writes on.

import type { Id } from '../../model/deck.ts';
import { silencer } from './draft.ts';
import { questionText } from './question-draft.ts';
import { sampleQuestions, sampleSection } from './samples.ts';
import { blockYaml, indented } from './yaml-text.ts';

export interface UnitHead {
	readonly id: Id;
	readonly title: string;
	readonly section: { readonly id: Id; readonly title: string; readonly objective: string };
}

/**
 * @param schema path of the JSON Schema from the file.
 * @param silenced rules that the sketch keeps quiet.
 */
export function unitText({ id, title, section }: UnitHead, schema: string, silenced: readonly string[]): string {
	const { choice, text, number } = sampleQuestions;
	const question = (about: string, sample: typeof choice | typeof text | typeof number, questionId: Id) =>
		indented(`# ${about}\n${questionText(sample, questionId, section.id)}`, 2);
	return [
		schemaLine(schema),
		...sketchNote(silenced),
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

function sketchNote(silenced: readonly string[]): readonly string[] {
	const note = '# A first sketch: put your own text and questions in the place of these.\n';
	if (silenced.length === 0) return [note];
	const lines = silenced.length === 1 ? 'the next line' : `a line of the next ${silenced.length}`;
	return [
		note,
		`# As you add questions, remove ${lines} once \`gradus check\` says that it silences nothing.\n`,
		...silenced.map((code) => `${silencer(code)}\n`),
	];
}
