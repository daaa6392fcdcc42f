// The configuration file: `NAME=value` lines, with the very names of the environment variables. The environment goes before it.

import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parseEnv } from 'node:util';

import { nearest } from '../deck/diagnostics/nearest.ts';
import { systemCode } from '../deck/files/folder.ts';
import { safeLine } from '../terminal/safe.ts';
import { type Environment, environmentWith } from './environment.ts';
import { configFileOf, homeOf } from './folders.ts';
import { knownVariables } from './variables.ts';

export interface Configured {
	readonly environment: Environment;
	/** What is wrong with the file, ready to be told; the rest of it counts. */
	readonly complaints: readonly string[];
}

/** More bytes are no configuration. */
const largestConfig = 100_000;

/** The environment with what the configuration file adds to its variables. Never throws for anything the file holds. */
export function configured(environment: Environment): Configured {
	const file = configFileOf(environment);
	const text = file === undefined ? undefined : textOf(file);
	if (file === undefined || text === undefined || text === '') return { environment, complaints: [] };
	const shown = safeLine(file);
	if (typeof text !== 'string')
		return { environment, complaints: [`The configuration file ${shown} could not be read (${text.fault}), so it is left aside.`] };
	const known = knownVariables.filter(({ configurable }) => configurable).map(({ name }) => name);
	const entries = Object.entries(parseEnv(text));
	const unknown = entries.filter(([name]) => !known.includes(name));
	const added = new Map(entries.filter(([name]) => known.includes(name)));
	const record = added.get('GRADUS_DB') ?? '';
	const wholePath = record === '' ? '' : homePath(environment, record);
	if (wholePath === undefined) added.delete('GRADUS_DB');
	else if (record !== '') added.set('GRADUS_DB', wholePath);
	return {
		environment: environmentWith(environment, { variables: { ...Object.fromEntries(added), ...environment.variables } }),
		complaints: [
			...unknown.map(([name]) => unknownName(shown, name, known)),
			...(wholePath === undefined ? [partOfAPath(shown, record)] : []),
		],
	};
}

function unknownName(file: string, name: string, known: readonly string[]): string {
	const near = nearest(
		name,
		known.map((each) => each.toLowerCase()),
	);
	const hint = near === undefined ? `It may set ${known.join(', ')}.` : `Did you mean ${near.toUpperCase()}?`;
	return `The configuration file ${file} sets ${safeLine(name)}, which Gradus does not know there, so it is left aside. ${hint}`;
}

/** No shell reads this file, so `~` is turned into the home folder here. Undefined: no whole path, which every folder would take for another file. */
function homePath(environment: Environment, path: string): string | undefined {
	const home = path.startsWith('~/') ? homeOf(environment) : undefined;
	const whole = home === undefined ? path : join(home, path.slice(2));
	return isAbsolute(whole) ? whole : undefined;
}

function partOfAPath(file: string, path: string): string {
	return `The configuration file ${file} sets GRADUS_DB to ${safeLine(path)}, which would be another file in every folder, so it is left aside. Write the whole path, from / or from ~/.`;
}

/** Undefined where there is none. */
function textOf(file: string): string | { readonly fault: string } | undefined {
	try {
		const { size } = statSync(file);
		return size > largestConfig ? { fault: `${size} bytes` } : readFileSync(file, 'utf8');
	} catch (error) {
		const code = systemCode(error);
		return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { fault: code };
	}
}
