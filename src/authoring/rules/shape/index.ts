import type { Rule } from '../../rule.ts';
import { benchmarkForm } from './benchmark-form.ts';
import { emptyList } from './empty-list.ts';
import { emptyText } from './empty-text.ts';
import { idForm } from './id-form.ts';
import { keyOfOtherType } from './key-of-other-type.ts';
import { missingKey } from './missing-key.ts';
import { noQuestions } from './no-questions.ts';
import { textAndFile } from './text-and-file.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownType } from './unknown-type.ts';
import { wholeNumber } from './whole-number.ts';
import { wrongShape } from './wrong-shape.ts';
import { wrongValue } from './wrong-value.ts';

/** In the order of the pages. */
export const shapeRules: readonly Rule[] = [
	unknownKey,
	keyOfOtherType,
	missingKey,
	wrongShape,
	wrongValue,
	emptyText,
	emptyList,
	idForm,
	wholeNumber,
	benchmarkForm,
	unknownType,
	textAndFile,
	noQuestions,
];
