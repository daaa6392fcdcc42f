// What the record throws where a fact cannot be kept.

import type { StoreFault } from '../store/index.ts';

/** Told by its shape, so that the database library need not be loaded to ask. */
export function isStoreError(error: unknown): error is Error & { readonly fault: StoreFault } {
	return error instanceof Error && error.name === 'StoreError' && 'fault' in error;
}
