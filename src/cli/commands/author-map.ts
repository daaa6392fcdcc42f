// `gradus map --author`: what the numbers of a deck come to, for whoever writes it.

import { checkDeck } from '../../authoring/check-deck.ts';
import { authorReportOf } from '../../authoring/report.ts';
import { openDeckFolder } from '../../deck/files/folder.ts';
import { jsonText } from '../../terminal/json-text.ts';
import { renderAuthorReport } from '../../terminal/views/author-report.ts';
import { type Context, complainOfBrokenDeck, withDeck, withRecordToRead } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-codes.ts';

export function authorMapCommand(context: Context, deckName: string | undefined, json: boolean): Promise<ExitCode> {
	const { printer, style, width } = context;
	return withRecordToRead(context, (record) =>
		withDeck(context, record, deckName, async (_, folder) => {
			const { checked, diagnostics, sources } = checkDeck(openDeckFolder(folder));
			if (checked === undefined) return complainOfBrokenDeck(context, { ok: false, folder, diagnostics, sources });
			const report = authorReportOf(checked);
			printer.print(json ? jsonText({ schema: 'gradus.author/1', ...report }) : renderAuthorReport(report, style, width));
			return exitCode.done;
		}),
	);
}
