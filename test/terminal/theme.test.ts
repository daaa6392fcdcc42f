import { describe, expect, it } from 'vitest';

import { palettes, type Theme } from '../../src/terminal/palette.ts';
import { createStyle } from '../../src/terminal/style.ts';

type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const dark: Rgb = [0x1e, 0x1e, 0x1e];

/** The fixed colours of terminals: a cube of 6 by 6 by 6 from 16 on, and 24 greys from 232 on. */
function rgbOf(number: number): Rgb {
	if (number >= 232) {
		const grey = 8 + 10 * (number - 232);
		return [grey, grey, grey];
	}
	const level = (step: number) => (step === 0 ? 0 : 55 + 40 * step);
	const index = number - 16;
	return [level(Math.floor(index / 36)), level(Math.floor(index / 6) % 6), level(index % 6)];
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function contrast(one: Rgb, other: Rgb): number {
	const linear = (value: number) => (value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
	const luminance = ([red, green, blue]: Rgb) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
	const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

const inks = (theme: Theme) => Object.entries(palettes[theme]).map(([ink, number]): [string, Rgb] => [ink, rgbOf(number)]);

describe('the themes', () => {
	it('measures contrast as the standard does', () => {
		expect(contrast(white, [0, 0, 0])).toBe(21);
		expect(contrast(white, [0x76, 0x76, 0x76])).toBeCloseTo(4.54, 2);
	});

	it.each(inks('light'))('%s can be read on white', (_ink, colour) => {
		expect(contrast(colour, white)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(inks('dark'))('%s can be read on #1e1e1e', (_ink, colour) => {
		expect(contrast(colour, dark)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(inks('either'))('%s can be read on both, where nobody knows which it is', (_ink, colour) => {
		expect(contrast(colour, white)).toBeGreaterThanOrEqual(3.75);
		expect(contrast(colour, dark)).toBeGreaterThanOrEqual(3.75);
	});

	it.each(['light', 'dark', 'either'] as const)('tells right from missed in %s', (theme) => {
		const [red, , blue] = rgbOf(palettes[theme].missed);
		const [otherRed, , otherBlue] = rgbOf(palettes[theme].right);
		expect(red - blue).toBeGreaterThan(0);
		expect(otherRed - otherBlue).toBeLessThan(0);
	});
});

describe('a style', () => {
	it('takes its colours from the theme, in the fixed 240 wherever there are as many', () => {
		const accent = (theme: Theme, colorLevel: 1 | 2 | 3) => createStyle({ colorLevel, unicode: true, theme }).accent('x');
		expect(accent('light', 3)).toBe('\x1b[38;5;25mx\x1b[39m');
		expect(accent('dark', 2)).toBe('\x1b[38;5;80mx\x1b[39m');
		expect(accent('light', 1)).toBe('\x1b[34mx\x1b[39m');
		expect(accent('dark', 1)).toBe('\x1b[96mx\x1b[39m');
		expect(accent('either', 1)).toBe('\x1b[36mx\x1b[39m');
	});

	it('has no colours at level 0, whatever the theme, and keeps the marks of the author', () => {
		const style = createStyle({ colorLevel: 0, unicode: true, theme: 'dark' });
		expect([style.accent('x'), style.dim('x'), style.strong('x'), style.code('x')]).toEqual(['x', 'x', '*x*', '`x`']);
	});
});
