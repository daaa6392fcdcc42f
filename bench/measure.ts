// What every measurement needs: one number from many runs, and a process that nothing of the running shell makes slower or quicker.

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
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
