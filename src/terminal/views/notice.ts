// What the quiz loop tells, each kind by its own view.

import type { Notice } from '../../session/ports.ts';
import { wrap } from '../layout.ts';
import type { Style } from '../style.ts';
import { renderForm, renderResumed } from './form.ts';
import { renderMastered } from './mastered.ts';
import { renderPracticeDone, renderPrescription, renderResource } from './prescription.ts';
import { renderResult } from './result.ts';
import { renderUnitPage } from './unit-page.ts';
import { quoted } from './wording.ts';

export function renderNotice(notice: Notice, style: Style, width: number): string {
	switch (notice.kind) {
		case 'unit':
			return renderUnitPage(notice, style, width);
		case 'form':
			return renderForm(notice, style, width);
		case 'resumed':
			return renderResumed(notice, style, width);
		case 'result':
			return renderResult(notice, style, width);
		case 'prescription':
			return renderPrescription(notice, style, width);
		case 'mastered':
			return renderMastered(notice, style, width);
		case 'resource':
			return renderResource(notice, style, width);
		case 'practice-done':
			return renderPracticeDone(notice, style, width);
		case 'answered-elsewhere':
			return wrap('This question was answered in another terminal meanwhile. That answer stands; you go on from there.', width).join('\n');
		case 'ended-elsewhere':
			return wrap(
				`The ${notice.attemptKind} on ${quoted(notice.unit.title, style)} was ended in another terminal meanwhile. What was answered is kept.`,
				width,
			).join('\n');
		case 'gave-up':
			return wrap(
				notice.attemptKind === 'practice'
					? `The practice on ${quoted(notice.unit.title, style)} is over.`
					: `The attempt on ${quoted(notice.unit.title, style)} is over, and judged by the answers it has. Questions you had not seen stay unseen.`,
				width,
			).join('\n');
	}
}
