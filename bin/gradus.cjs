#!/usr/bin/env node
// A doormat, readable even to a Node too old for the program.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 20 || (major === 20 && minor >= 17)) {
	require('../dist/entry.cjs').run(process.argv.slice(2), require('node:path').dirname(__dirname));
} else {
	console.error(
		`Gradus needs Node 20.17 or newer, and this is Node ${process.versions.node}. Nothing was changed: install a newer Node and run it again.`,
	);
	process.exitCode = 4;
}
