import { PassThrough } from 'node:stream';

import { expect, it } from 'vitest';

import { createContext } from '../../src/cli/context.ts';
import { endingCode } from '../../src/cli/ending.ts';
import { createPrinter } from '../../src/cli/printer.ts';
import * as sample from '../terminal/samples.ts';
import { world } from './run-program.ts';

it('says the last words as wide as the terminal has become', () => {
	const output = Object.assign(new PassThrough(), { columns: 120 });
	const errors = new PassThrough();
	const environment = world().environment({ output, errors });
	const context = createContext(environment, createPrinter({ output, errors }), undefined);
	output.columns = 40;
	endingCode(context, sample.deck, { kind: 'stopped', by: 'quit', left: sample.left });
	const said = String(errors.read() ?? '');
	expect(said).toContain('Every answer');
	expect(said.split('\n').every((line) => line.length <= 40)).toBe(true);
});
