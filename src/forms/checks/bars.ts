import { isBefore } from '../../dates/is-before.ts';
import { type Span, shift } from '../../dates/shift.ts';
import { readDate } from '../../dates/written-date.ts';
import { dateInWords, reckonedInWords } from './date-places.ts';
import { type Found, type Rules, saidAt, type Told } from './told.ts';

/* What forbids to hand something in: reckoned here alone, and told in the same words wherever it matters. */

/** Until so long after one thing, another may not be done. */
interface Bar {
	since: string;
	length: Span;
	/** What it keeps from being handed in: its day, and its form. */
	act: string;
	form: string;
	/** The words for it: what was on a day, until when that is, and from when on it may be done. */
	says: (day: string, until: string, from: string) => string;
	/** Where what is said makes it no matter any more. */
	isOver?: (told: Told, day: string) => boolean;
}

/** By the ids of their checks, which are those of the periods that they are told of (content/periods). */
export const bars: { readonly [check: string]: Bar } = {
	'running-half-a-year': {
		since: 'running',
		length: { months: 6 },
		act: 'evaluation-applied',
		form: 'evaluation-application',
		says: (day, until, from) => `标准体系从${day}开始运行，${until}未满半年，不得提出评估申请；从${from}起可以申请。`,
	},
	'three-years-without-accident': {
		since: 'plan#accident',
		length: { years: 3 },
		act: 'application#applied',
		form: 'application',
		says: (day, until, from) =>
			`${day}有过重大事故、通报、处分或者曝光，${until}未满三年，还不具备申请试点的条件；从${from}起满三年。`,
		isOver: (told, day) => {
			const applied = dateAt(told, 'application#applied');
			// A pilot that was begun was applied for before.
			return applied ? isBefore(applied, day) : saidAt(told, 'begins') !== '';
		},
	},
	'two-years-shut-out': {
		since: 'plan#revoked',
		length: { years: 2 },
		act: 'plan#applied-again',
		form: 'application',
		says: (day, until, from) => `${day}被撤销合格，${until}未满两年，不得重新申请试点；从${from}起可以申请。`,
	},
};

/** A day or a month. */
function dateAt(told: Told, place: string): string | undefined {
	const date = readDate(saidAt(told, place));
	return date && /^\d{4}-\d\d(-\d\d)?$/.test(date) ? date : undefined;
}

/** What the day of an act is called in a sentence. */
const actNames: { readonly [act: string]: string } = {
	'evaluation-applied': '评估申请日期',
	'application#applied': '申请书上的申请年月',
	'plan#applied-again': '重新申请的日期',
};

function find({ since, length, act, form, says, isOver }: Bar, told: Told): Found[] {
	const day = dateAt(told, since);
	if (day?.length !== 10 || isOver?.(told, day)) return [];
	const from = shift(day, length, 'after');
	const applied = dateAt(told, act);
	if (!isBefore(applied ?? told.today, from)) return [];
	const until = applied ? `到${actNames[act]}（${dateInWords(applied)}）` : '到今天';
	const text = says(dateInWords(day), until, reckonedInWords(from, day));
	return [{ forms: [form], at: [since, act], text, bars: true }];
}

export const barRules: Rules = Object.fromEntries(
	Object.entries(bars).map(([check, bar]) => [check, (told: Told) => find(bar, told)]),
);

export interface Barred {
	check: string;
	form: string;
	/** What may not be done, and the sentence that says why. */
	lead: string;
	text: string;
	at: readonly string[];
}

const leads: { readonly [form: string]: string } = {
	'evaluation-application': '现在还不能提出评估申请：',
	application: '现在还不能申请试点：',
};

export const barsIn = (told: Told): Barred[] =>
	Object.entries(bars).flatMap(([check, bar]) =>
		find(bar, told).map(({ at, text }) => ({ check, form: bar.form, lead: leads[bar.form] ?? '', text, at })),
	);
