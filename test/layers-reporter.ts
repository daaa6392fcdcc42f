// After the run: tests and time by layer, then one plain line that any machine can read.

import type { Reporter, TestModule } from 'vitest/node';

interface Layer {
	passed: number;
	failed: number;
	skipped: number;
	/** Milliseconds, summed over the layer's files. */
	time: number;
}

export class LayersReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const layers = new Map<string, Layer>();
		for (const module of modules) {
			const name = /test\/([^/]+)\//u.exec(module.moduleId)?.[1] ?? 'other';
			const layer = layers.get(name) ?? { passed: 0, failed: 0, skipped: 0, time: 0 };
			layers.set(name, layer);
			layer.time += module.diagnostic().duration;
			if (module.state() === 'failed' && [...module.children.allTests()].length === 0) layer.failed += 1;
			for (const test of module.children.allTests()) {
				const { state } = test.result();
				if (state === 'passed') layer.passed += 1;
				else if (state === 'failed') layer.failed += 1;
				else layer.skipped += 1;
			}
		}
		const total = { passed: 0, failed: 0, skipped: 0 };
		const lines = [...layers].sort().map(([name, { passed, failed, skipped, time }]) => {
			total.passed += passed;
			total.failed += failed;
			total.skipped += skipped;
			return `${name.padEnd(14)} ${String(passed + failed + skipped).padStart(5)} tests ${(time / 1000).toFixed(1).padStart(6)} s`;
		});
		process.stdout.write(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
	}
}
