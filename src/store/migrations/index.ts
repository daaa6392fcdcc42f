// Every step of the schema, in order. A new one is a new file and a new last line here; released ones stay as they are.

import type { Migration } from '../migrate.ts';
import { firstRecord } from './001-first-record.ts';
import { variantsBookmarksDisputes } from './002-variants-bookmarks-disputes.ts';
import { exposuresAndPasts } from './003-exposures-and-pasts.ts';

export const MIGRATIONS: readonly Migration[] = [firstRecord, variantsBookmarksDisputes, exposuresAndPasts];
