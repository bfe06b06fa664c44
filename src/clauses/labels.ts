import type { ClauseKind } from '../schemas/document.ts';
import { chineseNumber, parseNumber } from './numerals.ts';

export interface Label {
	kind: Exclude<ClauseKind, 'line' | 'paragraph'>;
	/** As printed, without the space after it. */
	printed: string;
	/** Undefined for an annex that stands alone and carries no number. */
	number: number | undefined;
	/** For "4.1": the section it says it belongs to. */
	section?: number;
}

type Reader = (text: string) => Label | undefined;

const numbered =
	(kind: Label['kind'], pattern: RegExp): Reader =>
	(text) => {
		const match = pattern.exec(text);
		const number = parseNumber(match?.[1] ?? '');
		return match && number ? { kind, printed: match[0].trim(), number } : undefined;
	};

const dotted: Reader = (text) => {
	const match = /^([1-9]\d?)\.([1-9]\d?)(?!\d)/.exec(text);
	return match ? { kind: 'item', printed: match[0], number: Number(match[2]), section: Number(match[1]) } : undefined;
};

const annex: Reader = (text) => {
	const match = /^附件(?:\s*([1-9]\d*))?(?=\s|$)/.exec(text);
	return match ? { kind: 'annex', printed: match[0], number: match[1] ? Number(match[1]) : undefined } : undefined;
};

const onHeadings: Reader[] = [
	numbered('chapter', RegExp(`^第(${chineseNumber})章(?=\\s)`)),
	numbered('section', RegExp(`^(${chineseNumber})、`)),
	annex,
];

const anywhere: Reader[] = [
	numbered('article', RegExp(`^第(${chineseNumber})条(?=\\s)`)),
	numbered('item', RegExp(`^[（(](${chineseNumber})[）)]`)),
	dotted,
	numbered('point', /^([1-9]\d?)\.(?!\d)/),
];

/** The label that a heading or a paragraph starts with, read from its shown text. */
export function readLabel(text: string, onHeading: boolean): Label | undefined {
	for (const read of onHeading ? [...onHeadings, ...anywhere] : anywhere) {
		const label = read(text);
		if (label) return label;
	}
	return undefined;
}

/** A line that starts like a label and must not pass for plain words. */
export const looksLabelled = (text: string): boolean =>
	RegExp(
		`^(?:第[\\d０-９]*(?:${chineseNumber})?[章条]|[（(](?:${chineseNumber}|\\d+)[）)]|${chineseNumber}、|[\\d０-９]+\\.(?!\\d{2,}))`,
	).test(text);
