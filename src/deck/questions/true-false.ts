// true-false: whether the stem is true.

import { quoted } from '../diagnostics/diagnostic-codes.ts';
import type { TypeReader } from './question-reading.ts';

export const readTrueFalse: TypeReader<'true-false'> = ({ answer }, question) => {
	const written = answer.toLowerCase();
	if (written === 'true' || written === 'false') return { type: 'true-false', key: written === 'true' };
	return question.tell('wrong-value', ['answer'], `Unexpected ${quoted(answer)}, expected \`true\` or \`false\``, {
		help: 'Write one of the two, or add `vars:` for a formula to be worked out.',
	});
};
