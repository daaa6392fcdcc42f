// Where records, decks and caches live. A path that is empty or relative is no path: it would scatter records over
// whatever folder one happens to be in.

import { isAbsolute, join, resolve } from 'node:path';

import type { Environment } from './environment.ts';

export interface Folders {
	readonly data: string;
	readonly cache: string;
}

/** XDG base directories (freedesktop.org, 0.8) on Linux, and wherever their variables are set; each platform's own otherwise. */
export function foldersOf(environment: Environment): Folders | undefined {
	const { variables, platform } = environment;
	const home = homeOf(environment);
	const under = (...parts: string[]) => (home === undefined ? undefined : join(home, ...parts));
	const native =
		platform === 'darwin'
			? { data: under('Library', 'Application Support'), cache: under('Library', 'Caches') }
			: platform === 'win32'
				? { data: absolute(variables['LOCALAPPDATA']) ?? under('AppData', 'Local'), cache: absolute(variables['LOCALAPPDATA']) }
				: { data: under('.local', 'share'), cache: under('.cache') };
	const data = absolute(variables['XDG_DATA_HOME']) ?? native.data;
	if (data === undefined) return undefined;
	const cache = absolute(variables['XDG_CACHE_HOME']) ?? native.cache ?? data;
	return { data: join(data, 'gradus'), cache: join(cache, 'gradus') };
}

/** The record's file: `--db`, then `GRADUS_DB`, then the data folder. Undefined: there is no home to put it in. */
export function recordFileOf(environment: Environment, option: string | undefined): string | undefined {
	const named = [option, environment.variables['GRADUS_DB']].find((value) => value !== undefined && value !== '');
	if (named !== undefined) return resolve(environment.workingFolder, named);
	const folders = foldersOf(environment);
	return folders === undefined ? undefined : join(folders.data, 'record.db');
}

/** Undefined: there is no home to look in. */
export function configFileOf(environment: Environment): string | undefined {
	const { variables, platform } = environment;
	const home = homeOf(environment);
	const native = platform === 'win32' ? absolute(variables['APPDATA']) : home === undefined ? undefined : join(home, '.config');
	const folder = absolute(variables['XDG_CONFIG_HOME']) ?? native;
	return folder === undefined ? undefined : join(folder, 'gradus', 'config.env');
}

export function homeOf({ variables, homeFolder }: Environment): string | undefined {
	return absolute(variables['HOME']) ?? homeFolder();
}

function absolute(path: string | undefined): string | undefined {
	return path !== undefined && isAbsolute(path) ? path : undefined;
}
