import { inert } from './inert.ts';

const mostLetters = 80;
const mostBytes = 200;

/** Names that Windows keeps for devices, whatever stands behind a dot. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;

/** Before a name that would be none, or a device's. */
const ours = '自查';

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

const clean = (text: string): string =>
	inert(text)
		.replaceAll('\ufffd', '')
		.replaceAll(/[\\/:*?"<>|\s\p{Cf}]+/gu, ' ')
		.replaceAll(/^[\s.]+|[\s.]+$/g, '');

export interface Parts {
	unit: string;
	table: string;
	check: string;
	what: string;
	/** YYYY-MM-DD. */
	day: string;
	/** Without the dot. */
	ending: string;
}

/** A name that every system takes: 某某局 深圳指标 2026年自查 自评表 2026-11-20.docx. */
export function fileName({ unit, table, check, what, day, ending }: Parts): string {
	const end = cut(joined([what, day]), mostLetters / 2, mostBytes / 2);
	const tail = ` ${end}.${ending}`;
	const letters = mostLetters - Array.from(`${ours} ${tail}`).length;
	const start = cut(joined([unit, table, check]), letters, mostBytes - bytesOf(`${ours} ${tail}`));
	const name = `${start} ${end}`.replaceAll(/^[\s.]+|[\s.]+$/g, '');
	return `${name === '' || reserved.test(name) ? `${ours} ${name}`.trim() : name}.${ending}`;
}

const joined = (texts: readonly string[]): string => texts.map(clean).filter(Boolean).join(' ');

/** Whole characters up to so many of them and so many bytes. */
function cut(text: string, letters: number, bytes: number): string {
	let kept = '';
	for (const letter of Array.from(text).slice(0, letters)) {
		if (bytesOf(kept + letter) > bytes) break;
		kept += letter;
	}
	return kept.trimEnd();
}
