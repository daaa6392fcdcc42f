import type { Rule } from '../../rule.ts';
import { controlCharacter } from './control-character.ts';
import { cutByComment } from './cut-by-comment.ts';
import { directionControl } from './direction-control.ts';
import { directionMark } from './direction-mark.ts';
import { duplicateKey } from './duplicate-key.ts';
import { forbiddenKey } from './forbidden-key.ts';
import { keyForm } from './key-form.ts';
import { mergeKey } from './merge-key.ts';
import { unusedAnchor } from './unused-anchor.ts';
import { yamlAlias } from './yaml-alias.ts';
import { yamlDirective } from './yaml-directive.ts';
import { yamlDocuments } from './yaml-documents.ts';
import { yamlLimit } from './yaml-limit.ts';
import { yamlSyntax } from './yaml-syntax.ts';
import { yamlTag } from './yaml-tag.ts';
import { zeroWidth } from './zero-width.ts';

/** In the order of the pages. */
export const yamlRules: readonly Rule[] = [
	yamlSyntax,
	duplicateKey,
	keyForm,
	forbiddenKey,
	mergeKey,
	yamlAlias,
	unusedAnchor,
	cutByComment,
	yamlTag,
	yamlDirective,
	yamlDocuments,
	yamlLimit,
	controlCharacter,
	directionControl,
	directionMark,
	zeroWidth,
];
