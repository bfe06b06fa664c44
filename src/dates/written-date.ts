import { inDigits } from './in-digits.ts';

/* A date as people write it: a day, a month, a period of either, or 长期; kept as one text in one form. */

const year = '(?:19|20)\\d\\d';

const day = RegExp(`^(${year})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})[日号]?$`);
const month = RegExp(`^(${year})(?:年|[-./])(\\d{1,2})月?$`);
const onlyYear = RegExp(`^(${year})年?$`);
const packed = RegExp(`^(${year})(\\d\\d)(\\d\\d)$`);

const two = (text: string | undefined): string => `${text}`.padStart(2, '0');

/** Excel counts days from the end of 1899; what it takes for a day of this century. */
const serials = { from: 36_526, to: 73_050 };

const dayOfSerial = (serial: number): string => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);

const exists = (text: string): boolean => {
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** YYYY-MM-DD, YYYY-MM or YYYY; undefined for what is none of them. */
function point(text: string): string | undefined {
	const [, y, m, d] = day.exec(text) ?? packed.exec(text) ?? [];
	if (y) {
		const whole = `${y}-${two(m)}-${two(d)}`;
		return exists(whole) ? whole : undefined;
	}
	const [, ofYear, number] = month.exec(text) ?? [];
	if (ofYear) return Number(number) >= 1 && Number(number) <= 12 ? `${ofYear}-${two(number)}` : undefined;
	return onlyYear.exec(text)?.[1];
}

const lasting = /^(长期|永久|长期有效)$/;

/** A month or a day of the year before it, or a day of the month: 2025年3月至5月, 2025年3月4日至5日. */
function second(text: string, first: string): string | undefined {
	const whole = point(text);
	if (whole) return whole;
	const [, sameMonth] = /^(\d{1,2})[日号]$/.exec(text) ?? [];
	if (sameMonth) return first.length === 10 ? point(`${first.slice(0, 7)}-${two(sameMonth)}`) : undefined;
	const [, m, d] = /^(\d{1,2})月?(?:(\d{1,2})[日号]?)?$/.exec(text) ?? [];
	return m ? point(`${first.slice(0, 4)}-${two(m)}${d ? `-${two(d)}` : ''}`) : undefined;
}

/** A stroke parts two dates where it cannot stand within one. */
const between = /至|到|[~～—–]+|(?<=[\d月日号])-(?=(?:19|20)\d\d)|(?<=[月日号])-|(?<=月\d{1,2})-(?=\d{1,2}[日号])/;

/** In the one form, periods as `from/to`; undefined for what is no date, which is kept as it was written. */
export function readDate(written: string): string | undefined {
	const text = inDigits(written.normalize('NFKC').replaceAll(/\s/g, ''));
	if (text === '') return '';
	if (lasting.test(text)) return '长期';
	const serial = Number(text);
	if (/^\d{5}$/.test(text) && serial >= serials.from && serial <= serials.to) return dayOfSerial(serial);
	const single = point(text);
	if (single) return single;
	const parts = text.split(between);
	const [from = '', to = ''] = parts;
	const begin = parts.length === 2 ? point(from) : undefined;
	if (!begin) return undefined;
	if (/^(今|长期|现在)$/.test(to)) return `${begin}/长期`;
	const end = second(to, begin);
	return end && end >= begin.slice(0, end.length) ? `${begin}/${end}` : undefined;
}

/** As it is shown and printed. */
export const sayDate = (kept: string): string => kept.replace('/', ' 至 ');
