import { readDate } from '../dates/written-date.ts';

/* What the name of a file says of the paper in it. */

const number =
	/[\u4e00-\u9fff]{1,12}[〔[（(](?:19|20)\d\d[〕\])）]\s*第?\s*\d+\s*号|(?:GB|DB\d*|MZ|YY)[/ ]?T?[\s_-]*[\d.]+(?:[-—](?:19|20)\d\d)?/i;

const date = /(?:19|20)\d\d(?:年\d{1,2}月(?:\d{1,2}日)?|[-.]\d{1,2}[-.]\d{1,2}|\d{4}|[-.]\d{1,2}(?!\d)|年(?!度))/;

/** The number of a copy or of a draft is no part of the name. */
const ending = /\.[a-z0-9]{1,5}$/i;

export interface NamedPaper {
	name: string;
	number: string;
	date: string;
}

export function paperOfFile(file: string): NamedPaper {
	let rest = file.normalize('NFC').replace(ending, '').replaceAll('_', ' ');
	const take = (pattern: RegExp): string => {
		const [found = ''] = pattern.exec(rest) ?? [];
		rest = rest.replace(found, ' ');
		return found.trim();
	};
	const itsNumber = take(number);
	const written = take(date);
	const read = written ? readDate(written) : '';
	const name = rest
		.replaceAll(/[（(〔[]\s*[)）〕\]]/g, ' ')
		.replaceAll(/^[\s\d.、-]+(?=\D)|[\s.、，,-]+$/g, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
	return { name: name || file, number: itsNumber, date: read ?? '' };
}
