import { type Read, read, readAll } from '../kept/kind.ts';
import { check } from '../kept/kinds/check.ts';
import { line } from '../kept/kinds/line.ts';
import type { Check, LineRecord } from '../schemas/saved-check.ts';

/* How self-checks are kept: under which keys, and what is made of what is found there. */

export const keys = {
	check: (id: string) => check.prefix + id,
	line: (id: string, of: string) => `${line.prefix}${id} ${of}`,
	/** What the last import changed, so that it can be undone. */
	before: 'before',
	/** When a check was last taken away as a file. */
	backup: (id: string) => `backup ${id}`,
};

export const emptyLine = line.empty;

/** What is said about a paper, as it is called. */
export const paperColumns = [
	['name', '名称'],
	['number', '文号'],
	['date', '日期'],
	['kept', '存放处'],
	['note', '备注'],
] as const;

export const readLine = (raw: unknown): Read<LineRecord> => read(line, raw);
export const readCheck = (raw: unknown): Read<Check> => read(check, raw);

/** All that is stored for one check, by line. */
export const linesOf = (all: readonly [string, unknown][], id: string): Map<string, Read<LineRecord>> =>
	readAll(line, all, keys.line(id, ''));

export const checksIn = (all: readonly [string, unknown][]): Read<Check>[] => [...readAll(check, all).values()];
