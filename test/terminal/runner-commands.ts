// What the runner of GitHub Actions takes for commands in the output of a step: `::name key=value,key=value::data` at the beginning of
// a line, after spaces; and, from its first version, `##[name key=value;key=value]data` anywhere in one.

export interface RunnerCommand {
	readonly name: string;
	readonly properties: Readonly<Record<string, string>>;
	readonly data: string;
}

const names =
	'add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state set-env set-output stop-commands warning';
const known = new Set(names.split(' '));

export function commandsIn(output: string): readonly RunnerCommand[] {
	return output.split(/\r\n|\n|\r/u).flatMap((line) => commandAtStart(line.trimStart()) ?? commandAnywhere(line) ?? []);
}

function commandAtStart(line: string): RunnerCommand | undefined {
	const [, head, data] = /^::(.*?)::(.*)$/su.exec(line) ?? [];
	return head === undefined || data === undefined ? undefined : commandOf(head, ',', data);
}

function commandAnywhere(line: string): RunnerCommand | undefined {
	const [, head, data] = /##\[(.*?)\](.*)$/su.exec(line) ?? [];
	return head === undefined || data === undefined ? undefined : commandOf(head, ';', data);
}

function commandOf(head: string, separator: string, data: string): RunnerCommand | undefined {
	const space = head.indexOf(' ');
	const name = space === -1 ? head : head.slice(0, space);
	if (!known.has(name)) return undefined;
	const pairs = space === -1 ? [] : head.slice(space + 1).split(separator);
	const properties = pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))] as const);
	return { name, properties: Object.fromEntries(properties), data: unescaped(data) };
}

function unescaped(text: string): string {
	return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}
