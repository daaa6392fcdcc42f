// How everything looks in this run: colours, their theme, signs, links. From the variables alone; the terminal is never asked, since
// its answer may come late, or not at all, or be taken for a key.

import type { Theme } from '../terminal/palette.ts';
import { safeLine } from '../terminal/safe.ts';
import type { StyleChoice } from '../terminal/style.ts';
import { colorLevelOf, type Environment, speaksUnicode, type Variables } from './environment.ts';

export function lookOf(environment: Environment): Required<StyleChoice> {
	const colorLevel = colorLevelOf(environment);
	return {
		colorLevel,
		unicode: speaksUnicode(environment),
		celebrate: environment.variables['GRADUS_CELEBRATE'] !== 'off',
		theme: themeOf(environment.variables),
		hyperlinks: colorLevel > 0 && followsLinks(environment),
	};
}

/** What is behind the text, as far as it is said: by GRADUS_THEME, else by COLORFGBG, which some terminals set (rxvt, Konsole, iTerm2). */
export function themeOf(variables: Variables): Theme {
	const said = variables['GRADUS_THEME'];
	if (said === 'light' || said === 'dark') return said;
	// `15;0`, or `15;default;0`: the last is the background, by its number among the sixteen.
	const background = /^(?:\d+|default);(?:default;)?(\d+)$/u.exec(variables['COLORFGBG'] ?? '')?.[1];
	if (background === undefined) return 'either';
	const number = Number(background);
	if (number > 15) return 'either';
	return number === 7 || number > 8 ? 'light' : 'dark';
}

/** GRADUS_THEME says something that is no theme; ready to be told. */
export function themeFault(variables: Variables): string | undefined {
	const said = variables['GRADUS_THEME'];
	if (said === undefined || ['', 'auto', 'light', 'dark', 'none'].includes(said)) return undefined;
	return `GRADUS_THEME is set to ${safeLine(said).slice(0, 40)}, which is no theme, so it is left aside. It may be light, dark, none or auto.`;
}

/**
 * The terminal follows links (OSC 8), by what it says of itself. A terminal that does not know them would show nothing of them, but
 * some old ones print the address in the middle of a word, so only those that are known get them, and never a pipe.
 */
export function followsLinks({ variables, output, platform }: Pick<Environment, 'variables' | 'output' | 'platform'>): boolean {
	if (output.isTTY !== true) return false;
	const forced = variables['FORCE_HYPERLINK'];
	if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
	const term = variables['TERM'] ?? '';
	const program = variables['TERM_PROGRAM'] ?? '';
	if (term === 'dumb' || term === 'linux' || given(variables, 'CI', 'STY', 'TEAMCITY_VERSION')) return false;
	// Inside tmux the variables of the terminal around it say nothing.
	if (given(variables, 'TMUX') || /^(?:tmux|screen)/u.test(term)) return program === 'tmux' && isAtLeast(variables, 3, 4);
	if (given(variables, 'WT_SESSION', 'KITTY_WINDOW_ID', 'DOMTERM')) return true;
	if (platform === 'win32') return false;
	if (/^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour|wezterm)/u.test(term)) return true;
	if (number(variables, 'VTE_VERSION') > 5000 || number(variables, 'KONSOLE_VERSION') >= 201_200) return true;
	switch (program) {
		case 'iTerm.app':
			return isAtLeast(variables, 3, 1);
		case 'vscode':
			return given(variables, 'CURSOR_TRACE_ID') || isAtLeast(variables, 1, 72);
		case 'WezTerm':
			return isAtLeast(variables, 20_200_620, 0);
		case 'Hyper':
		case 'WarpTerminal':
		case 'ghostty':
		case 'mintty':
		case 'rio':
		case 'zed':
			return true;
		default:
			return false;
	}
}

function given(variables: Variables, ...names: readonly string[]): boolean {
	return names.some((name) => variables[name] !== undefined && variables[name] !== '');
}

function number(variables: Variables, name: string): number {
	return Number(variables[name] ?? 0) || 0;
}

/** By TERM_PROGRAM_VERSION: `3.4`, `3.4a`, `20240203-110809-5046fc22`. */
function isAtLeast(variables: Variables, major: number, minor: number): boolean {
	const [, ofMajor = '0', ofMinor = '0'] = /^(\d+)(?:\.(\d+))?/u.exec(variables['TERM_PROGRAM_VERSION'] ?? '') ?? [];
	return Number(ofMajor) > major || (Number(ofMajor) === major && Number(ofMinor) >= minor);
}
