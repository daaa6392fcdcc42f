// The door of this room. Importing it loads the database library, so import it only where a record is opened.

export { StoreError, type StoreFault } from './faults.ts';
export { type OpenNotice, type OpenOptions, type OpenResult, openRecord } from './open-record.ts';
export type { StoredRecord } from './record.ts';
export type { ImportFlaw } from './transfer/import-lines.ts';
export {
	backupName,
	copyRecord,
	exportRecord,
	type Imported,
	importRecord,
	type Restored,
	restoreRecord,
	type Upkeep,
	verifyRecord,
} from './upkeep.ts';
