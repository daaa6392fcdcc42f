#!/usr/bin/env node
// A doormat. Written so that even a Node too old for the program can read it and say so.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 17)) {
	console.error(
		`Gradus needs Node 20.17 or newer, and this is Node ${process.versions.node}. Nothing was changed: install a newer Node and run it again.`,
	);
	process.exit(4);
}
import('../dist/gradus.js').then((gradus) => gradus.run(process.argv.slice(2)));
