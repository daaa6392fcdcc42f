// What is wrong with an id that an author has chosen, and one that would do.

import { idLike } from '../../deck/shape/schema.ts';
import type { DraftFault } from './draft.ts';

export function faultOfId(id: string): DraftFault {
	const like = idLike(id);
	return { kind: 'id-form', id, ...(like === undefined ? {} : { like }) };
}
