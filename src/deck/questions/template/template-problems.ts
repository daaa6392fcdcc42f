// What is wrong with a template before any values are drawn, in words, and where it is written.

import type { PlaceInQuestion } from '../../../engine/variants/compiled-template.ts';
import type { TemplateFault } from '../../../engine/variants/template-faults.ts';
import { type DiagnosticCode, type ProblemDetail, problem, quoted } from '../../diagnostics/diagnostic-codes.ts';
import { keyPlaceOf, nodeAt } from '../../yaml/source-node.ts';
import type { QuestionProblems } from '../question-reading.ts';
import { formulaAround, placeInQuestion } from './place-in-question.ts';

/** The question can be asked all the same. */
export function isAdvice({ kind }: TemplateFault): boolean {
	return kind === 'unused-variable' || kind === 'near-name';
}

export function tellTemplateFault(fault: TemplateFault, question: QuestionProblems): void {
	const { located } = question;
	const tell = (code: DiagnosticCode, at: PlaceInQuestion, message: string, help: string) => {
		question.diagnostics.push(problem(code, placeInQuestion(located, at).place, message, { help }));
	};
	const tellName = (code: DiagnosticCode, name: string, message: string, help: string) => {
		const vars = { file: located.file, node: nodeAt(located.node, ['vars']) };
		question.diagnostics.push(problem(code, keyPlaceOf(vars, name), message, { help }));
	};
	switch (fault.kind) {
		case 'formula': {
			const { place, exact } = placeInQuestion(located, fault.at, fault.fault);
			const { found, expected, help } = fault.fault;
			const where = exact ? '' : ` in ${quoted(formulaAround(located, fault.at, fault.fault.offset))}`;
			const detail: ProblemDetail = help === undefined ? {} : { help };
			question.diagnostics.push(problem('formula', place, `Unexpected ${found}${where}, expected ${expected}`, detail));
			return;
		}
		case 'name-form': {
			const like = nameLike(fault.name);
			const help = like === undefined ? 'Take another name.' : `Write \`${like}\`.`;
			const message = `Unexpected name ${quoted(fault.name)}, expected a letter, then letters, digits and underscores, at most 30 in all`;
			tellName('variable-name', fault.name, message, help);
			return;
		}
		case 'reserved-name': {
			const message = `Unexpected name \`${fault.name}\`, expected one that means nothing else in formulas`;
			tellName('variable-name', fault.name, message, 'Take another name.');
			return;
		}
		case 'integers-form': {
			const [low, high] = [0, 1].map((index) => {
				const node = nodeAt(located.node, [...fault.at, 'int', index]);
				return node.kind === 'text' ? node.value : '';
			});
			const isBackwards = Number(low) > Number(high);
			const message = isBackwards
				? `Unexpected numbers from ${low} down to ${high}, expected the lowest first`
				: `Unexpected numbers from ${low} to ${high}, expected ones that lie less far apart`;
			tell('variable-values', [...fault.at, 'int'], message, isBackwards ? `Write \`[${high}, ${low}]\`.` : 'Draw from fewer numbers.');
			return;
		}
		case 'repeated-value': {
			const again = secondOf(question, fault.at, String(fault.value));
			tell(
				'variable-values',
				again,
				`Unexpected second ${quoted(String(fault.value))}, expected each value once`,
				'Remove one of the two.',
			);
			return;
		}
		case 'no-value':
			tell('variable-values', fault.at, 'Unexpected empty list, expected at least one value', 'Add a value.');
			return;
		case 'value-too-long':
			tell('variable-values', fault.at, `Unexpected text of more than ${fault.limit} characters`, 'Shorten it.');
			return;
		case 'unused-variable': {
			const message = fault.where
				? `Nothing that is shown or asked depends on \`${fault.name}\`, only the condition does`
				: `Nothing depends on \`${fault.name}\``;
			tellName('unused-variable', fault.name, message, `Use it in a text, as \`{${fault.name}}\`, or remove it.`);
			return;
		}
		case 'nothing-varies':
			question.tellKey('nothing-varies', 'vars', 'Nothing varies: there is but one way to draw these values', {
				help: 'Let one of them have several values, or write the values into the texts and remove `vars`.',
			});
			return;
		case 'near-name': {
			const { place } = placeInQuestion(located, fault.at, { offset: fault.offset, length: fault.name.length + 2 });
			const message = `\`{${fault.name}}\` is shown as it stands here, since no variable is called \`${fault.name}\``;
			question.diagnostics.push(problem('no-such-variable', place, message, { help: `Did you mean \`{${fault.meant}}\`?` }));
			return;
		}
	}
}

/** The name that a text comes nearest to; `undefined` where it has no letter to begin with. */
function nameLike(text: string): string | undefined {
	const like = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9_]+/gu, '_')
		.replace(/^[^A-Za-z]+|_+$/gu, '')
		.slice(0, 30);
	return like === '' ? undefined : like;
}

function secondOf({ located }: QuestionProblems, at: PlaceInQuestion, value: string): PlaceInQuestion {
	const list = nodeAt(located.node, [...at, 'pick']);
	if (list.kind !== 'list') return at;
	const texts = list.items.map((item) => (item.kind === 'text' ? item.value : ''));
	return [...at, 'pick', Math.max(0, texts.indexOf(value, texts.indexOf(value) + 1))];
}
