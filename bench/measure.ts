// What every measurement needs: numbers from many runs, a process that nothing of the running shell makes slower or quicker, and how a
// result is told beside what is aimed at.

/** One figure, and what is aimed at. */
export interface Finding {
	readonly what: string;
	/** What it is a ratio to, measured in the same run; none for a figure that stands alone. */
	readonly baseline?: string;
	/** A ratio where there is a baseline; otherwise in `unit`. */
	readonly value: number;
	readonly unit: 'times' | 'ms' | 'MB';
	/** At most. */
	readonly aim?: number;
	/** Of what was measured, before any division. */
	readonly detail?: string;
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** @param share from 0 to 1: 0.99 is the value that one in a hundred is above. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The variables of a process with a home of its own. NODE_EXTRA_CA_CERTS, which makes every Node start slower, only where BENCH_INHERIT is set. */
export function cleanEnvironment(home: string): Record<string, string> {
	const certificates = process.env['NODE_EXTRA_CA_CERTS'];
	return {
		HOME: home,
		PATH: process.env['PATH'] ?? '',
		LANG: 'C.UTF-8',
		...(process.env['BENCH_INHERIT'] === undefined || certificates === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificates }),
	};
}

export const findingsHead = '| what | measured | aim | met | from |\n|---|---|---|---|---|';

export function findingRow({ what, baseline, value, unit, aim, detail = '' }: Finding): string {
	const shown = (figure: number) => `${figure.toFixed(unit === 'times' ? 2 : 1)}${unit === 'times' ? ' ×' : ` ${unit}`}`;
	const measured = `${shown(value)}${baseline === undefined ? '' : ` ${baseline}`}`;
	const met = aim === undefined ? '' : value <= aim ? 'yes' : '**no**';
	return `| ${[what, measured, aim === undefined ? '' : shown(aim), met, detail].join(' | ')} |`;
}

export function tableOf(findings: readonly Finding[]): string {
	return [findingsHead, ...findings.map(findingRow)].join('\n');
}
