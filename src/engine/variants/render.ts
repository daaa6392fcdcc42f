// From a template and values to the question as it is asked. Whoever grades, presents or keeps it knows nothing of templates.

import type { Question, Template, Variant, Written } from '../../model/deck.ts';
import { marksIn } from '../cloze-marks.ts';
import { normaliseText } from '../normalise-text.ts';
import { compile } from './compiled-template.ts';
import { Filling, type RenderFault } from './filling.ts';
import { partOf } from './render-part.ts';

export type Rendering =
	| { readonly ok: true; readonly question: Question }
	/** These values cannot be asked. The first reason; there may be more. */
	| { readonly ok: false; readonly fault: RenderFault };

/** What no value changes. Any question has it. */
export type Head = Pick<Question, 'id' | 'section' | 'difficulty' | 'group' | 'tags' | 'source' | 'also' | 'fingerprint'>;

/** @returns the question with these values, `variant` set and `template` left out; its fingerprint is the head's. */
export function render(head: Head, template: Template, variant: Variant): Rendering {
	const compilation = compile(template);
	if (!compilation.ok) return { ok: false, fault: { kind: 'formula', at: compilation.at, fault: compilation.fault } };
	const filling = new Filling(compilation.compiled, variant.values);
	const { written } = template;
	const question: Question = { ...headOf(head), ...textsOf(written, filling), ...partOf(written, filling), variant };
	if (question.type === 'cloze') checkMarks(question, written, filling);
	return filling.fault === undefined ? { ok: true, question } : { ok: false, fault: filling.fault };
}

function headOf({ id, section, difficulty, group, tags, source, also, fingerprint }: Head): Head {
	return {
		id,
		section,
		...(difficulty === undefined ? {} : { difficulty }),
		...(group === undefined ? {} : { group }),
		tags,
		...(source === undefined ? {} : { source }),
		also,
		fingerprint,
	};
}

function textsOf({ stem, code, explanation, hints }: Written, filling: Filling): Pick<Question, 'stem' | 'code' | 'explanation' | 'hints'> {
	return {
		stem: filling.long(stem, 'stem'),
		...(code === undefined ? {} : { code: { ...code, text: filling.long(code.text, 'code') } }),
		explanation: filling.long(explanation, 'explanation'),
		hints: hints.map((hint, index) => filling.long(hint, 'hints', index)),
	};
}

/** A value that is a text may hold braces. */
function checkMarks(question: Pick<Question, 'stem' | 'code'>, written: Written, filling: Filling): void {
	const marks = ({ stem, code }: Pick<Question, 'stem' | 'code'>) =>
		[stem, code?.text ?? '']
			.map((text) =>
				marksIn(text)
					.map(({ id }) => normaliseText(id))
					.join(' '),
			)
			.join('\n');
	if (marks(question) !== marks(written)) filling.fail({ kind: 'blanks-changed', at: ['stem'] });
}
