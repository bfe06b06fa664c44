import {
	type Check,
	format,
	isCheck,
	isLineRecord,
	isProfile,
	type LineRecord,
	type Profile,
} from '../schemas/saved-check.ts';

/* How things are kept: by which keys, and what is made of what is found under them. */

export const keys = {
	/** The name of this browser in the lineage of what it writes. */
	here: 'here',
	profile: 'profile',
	check: (id: string) => `check ${id}`,
	line: (id: string, line: string) => `line ${id} ${line}`,
	/** What the last import changed, so that it can be undone. */
	before: 'before',
	/** When a check was last taken away as a file. */
	backup: (id: string) => `backup ${id}`,
	/** What was found about a common problem on site. */
	walk: (clause: string) => `walk ${clause}`,
};

export const emptyLine = (): LineRecord => ({
	format,
	reason: '',
	note: '',
	papers: [],
	later: false,
	setAside: [],
	updatedAt: new Date(0).toISOString(),
});

/** What is said about a paper, as it is called. */
export const paperColumns = [
	['name', '名称'],
	['number', '文号'],
	['date', '日期'],
	['kept', '存放处'],
	['note', '备注'],
] as const;

export const emptyProfile = (): Profile => ({ format, name: '', sector: '', from: '', to: '', running: '' });

/** What a stored value turns out to be; what cannot be read is kept as it is. */
export type Read<T> = { state: 'good'; value: T } | { state: 'newer' | 'bad'; raw: unknown };

export function read<T>(sound: (raw: unknown) => raw is T, raw: unknown): Read<T> {
	if (sound(raw)) return { state: 'good', value: raw };
	const newer = typeof raw === 'object' && raw !== null && 'format' in raw && Number(raw.format) > format;
	return { state: newer ? 'newer' : 'bad', raw };
}

export const readLine = (raw: unknown): Read<LineRecord> => read(isLineRecord, raw);
export const readCheck = (raw: unknown): Read<Check> => read(isCheck, raw);
export const readProfile = (raw: unknown): Read<Profile> => read(isProfile, raw);

/** All that is stored for one check, by line. */
export function linesOf(all: readonly [string, unknown][], id: string): Map<string, Read<LineRecord>> {
	const start = keys.line(id, '');
	return new Map(
		all.flatMap(([key, raw]) => (key.startsWith(start) ? [[key.slice(start.length), readLine(raw)] as const] : [])),
	);
}

export const checksIn = (all: readonly [string, unknown][]): Read<Check>[] =>
	all.flatMap(([key, raw]) => (key.startsWith(keys.check('')) ? [readCheck(raw)] : []));

/** An id that no other has; plain HTTP pages have no crypto.randomUUID. */
export const freshId = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36).padStart(2, '0')).join('');
