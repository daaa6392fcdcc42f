import { PassThrough } from 'node:stream';

import { describe, expect, it } from 'vitest';

import type { Variables } from '../../src/cli/environment.ts';
import { followsLinks, lookOf, themeFault, themeOf } from '../../src/cli/look.ts';
import { world } from './run-program.ts';

const terminal = () => Object.assign(new PassThrough(), { isTTY: true, getColorDepth: () => 8 });

function look(variables: Variables, output: NodeJS.WritableStream = terminal()) {
	return lookOf(world().environment({ variables, output }));
}

describe('the theme', () => {
	it.each([
		[{ GRADUS_THEME: 'light' }, 'light'],
		[{ GRADUS_THEME: 'dark', COLORFGBG: '0;15' }, 'dark'],
		[{ GRADUS_THEME: 'auto', COLORFGBG: '0;15' }, 'light'],
		[{ COLORFGBG: '15;0' }, 'dark'],
		[{ COLORFGBG: '15;default;0' }, 'dark'],
		[{ COLORFGBG: '0;7' }, 'light'],
		[{ COLORFGBG: '12;8' }, 'dark'],
		[{ COLORFGBG: '15;default' }, 'either'],
		[{ COLORFGBG: 'nonsense' }, 'either'],
		[{ GRADUS_THEME: 'lihgt' }, 'either'],
		[{}, 'either'],
	])('of %o is %s', (variables, theme) => {
		expect(themeOf(variables)).toBe(theme);
	});

	it('none is no colour, even where colour is forced', () => {
		expect(look({ GRADUS_THEME: 'none', FORCE_COLOR: '3' }).colorLevel).toBe(0);
		expect(look({ GRADUS_THEME: 'dark' }).colorLevel).toBe(2);
		expect(look({ GRADUS_THEME: 'dark', NO_COLOR: '1' }).colorLevel).toBe(0);
	});

	it('that is none is told, and the command is done all the same', async () => {
		expect(themeFault({ GRADUS_THEME: 'auto' })).toBeUndefined();
		const { code, errors } = await world().run(['map', 'mastery'], { GRADUS_THEME: 'lihgt' });
		expect(code).toBe(0);
		expect(errors).toBe('GRADUS_THEME is set to lihgt, which is no theme, so it is left aside. It may be light, dark, none or auto.\n');
	});
});

describe('links', () => {
	const follows = (variables: Variables, platform: NodeJS.Platform = 'linux') => followsLinks({ variables, platform, output: terminal() });

	it.each([
		{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.4.8' },
		{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.96.0' },
		{ TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' },
		{ TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.4', TMUX: '/tmp/x', TERM: 'tmux-256color' },
		{ VTE_VERSION: '7600' },
		{ WT_SESSION: 'x' },
		{ KONSOLE_VERSION: '230400' },
		{ TERM: 'xterm-kitty' },
		{ TERM: 'xterm', FORCE_HYPERLINK: '1' },
	])('are in %o', (variables) => {
		expect(follows(variables)).toBe(true);
	});

	it.each([
		{},
		{ TERM: 'xterm-256color' },
		{ TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '455' },
		{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.0' },
		{ TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a', TMUX: '/tmp/x' },
		{ TERM: 'screen-256color', VTE_VERSION: '7600' },
		{ STY: '1.pts', VTE_VERSION: '7600' },
		{ VTE_VERSION: '5000' },
		{ VTE_VERSION: '7600', TERM: 'dumb' },
		{ TERM: 'linux' },
		{ WT_SESSION: 'x', FORCE_HYPERLINK: '0' },
	])('are not in %o', (variables) => {
		expect(follows(variables)).toBe(false);
	});

	it('never go into a pipe, nor where there are no colours', () => {
		expect(look({ FORCE_HYPERLINK: '1', FORCE_COLOR: '1' }, new PassThrough()).hyperlinks).toBe(false);
		expect(look({ VTE_VERSION: '7600', NO_COLOR: '1' }).hyperlinks).toBe(false);
		expect(look({ VTE_VERSION: '7600' }).hyperlinks).toBe(true);
	});
});
