// What went wrong with the record, in words: what happened, what is safe, what to do next.

import type { OpenNotice, StoreFault } from '../store/index.ts';
import { safe } from '../terminal/safe.ts';
import { shellWord } from './shell-word.ts';

export function messageOfFault(fault: StoreFault): string {
	return safe(wordingOfFault(fault));
}

export function messageOfNotice(notice: OpenNotice, path: string): string {
	return safe(wordingOfNotice(notice, path));
}

function wordingOfFault(fault: StoreFault): string {
	const { path } = fault;
	switch (fault.kind) {
		case 'locked':
			return `Another program is using the record at ${path}, so nothing could be written just now. Everything recorded before is safe. Close the other Gradus, or wait a moment, and run the command again.`;
		case 'corrupt':
			return fault.backup === undefined
				? `The record at ${path} is damaged and cannot be read. It was left as it is. Put a copy in its place with gradus data restore, or name another record with --db.`
				: `The record at ${path} is damaged and cannot be read. It was left as it is, and there is a backup: ${fault.backup}. Put it in place, and keep the damaged file aside, with: gradus data restore ${shellWord(fault.backup)}`;
		case 'newer':
			return `The record at ${path} was written by a newer Gradus (its version ${fault.found}; this program knows up to ${fault.supported}). It was not touched. Update Gradus, or name another record with --db.`;
		case 'foreign':
			return `The file ${path} belongs to another program, so Gradus will not write to it. It was not touched. Name another file with --db or GRADUS_DB.`;
		case 'read-only':
			return `Gradus may not write ${fault.what === 'folder' ? 'in the folder of' : 'to'} the record at ${path}. Nothing was changed. Make it writable, or name another file with --db or GRADUS_DB.`;
		case 'no-space':
			return `The disk that holds the record at ${path} is full, so your last answer or step could not be saved. Every answer before it is safe. Free some space and run the command again: it goes on where you were.`;
		case 'not-a-file':
			return `The record should be a file, but ${path} is something else. Nothing was changed. Name a file with --db or GRADUS_DB.`;
		case 'cannot-open':
			return `The record at ${path} cannot be opened (${fault.detail}). Nothing was changed. See that its folder exists and is yours, or name another file with --db or GRADUS_DB.`;
		case 'io':
			return `The disk that holds the record at ${path} reported a fault (${fault.detail}), so your last answer or step could not be saved. Every answer before it is safe. Check the disk, and run the command again: it goes on where you were.`;
		case 'native-module':
			return `The part of Gradus that keeps the record is missing or was built for another Node (${fault.detail}). Your record is safe. Install Gradus again with the Node you run it with; if installing asked about scripts, allow them for better-sqlite3.`;
		case 'migration':
			return fault.backup === undefined
				? `The record at ${path} could not be brought from version ${fault.from} to ${fault.to}, and was left as it was. Nothing is lost. Please report this, with the word ${fault.detail}.`
				: `The record at ${path} could not be brought from version ${fault.from} to ${fault.to}, and was left as it was; a copy lies at ${fault.backup}. Nothing is lost. Please report this, with the word ${fault.detail}.`;
	}
}

function wordingOfNotice(notice: OpenNotice, path: string): string {
	switch (notice.kind) {
		case 'rollback-journal':
			return `The record at ${path} is on a disk without write-ahead logging. It works, a little more slowly; use one terminal at a time.`;
		case 'migrated':
			return `The record at ${path} was brought up to date${notice.backup === undefined ? '' : `; a copy of the old one lies at ${notice.backup}`}.`;
		case 'backup-beside':
			return `A new record was begun at ${path}, but there is a backup beside it: ${notice.backup}. If your progress is missing, put that file in its place with: gradus data restore ${shellWord(notice.backup)}`;
	}
}
