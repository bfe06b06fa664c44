import { isBefore } from '../../dates/is-before.ts';
import { type DatePlace, dateAt, dateInWords, dateNames, datePlaces, dayAt, isOfMonth } from './date-places.ts';
import { formsOf, inBrief, type Rules, saidAt } from './told.ts';

/* Whether dates can be read, and can be so. */

/** What cannot be before what, by the clauses that say which follows upon which. */
const order: readonly (readonly [before: DatePlace, after: DatePlace])[] = [
	['application#applied', 'begins'],
	['begins', 'evaluation-applied'],
	['evaluation-applied', 'evaluation-report#reported'],
	['evaluation-applied', 'evaluated'],
	['evaluated', 'qualified'],
	['qualified', 'review-self-inspection#inspected'],
	['qualified', 'review-application#applied'],
	['review-self-inspection#inspected', 'review-application#applied'],
	['review-application#applied', 'review-report#reported'],
];

export const dateRules: Rules = {
	'dates-readable': (told) =>
		datePlaces
			.filter((place) => saidAt(told, place) !== '' && !(isOfMonth(place) ? dateAt(told, place) : dayAt(told, place)))
			.map((place) => ({
				forms: formsOf([place]),
				at: [place],
				text: `${dateNames[place]}写的是“${inBrief(saidAt(told, place))}”，${dateAt(told, place) ? '没有写到日，推算不了期限' : '读不出日期'}。请写成 ${isOfMonth(place) ? '2025-03' : '2025-03-01'} 这样。`,
			})),
	'dates-in-order': (told) =>
		order.flatMap(([first, second]) => {
			const [before, after] = [dateAt(told, first), dateAt(told, second)];
			if (!before || !after || !isBefore(after, before)) return [];
			const text = `${dateNames[first]}（${dateInWords(before)}）在${dateNames[second]}（${dateInWords(after)}）之后，请核对这两个日期。`;
			return [{ forms: formsOf([first, second]), at: [first, second], text }];
		}),
	'built-before-running': (told) => {
		const [built, running] = [dayAt(told, 'built'), dayAt(told, 'running')];
		if (!built || !running || built <= running) return [];
		const text = `标准体系建立的日期（${dateInWords(built)}）在开始运行的日期（${dateInWords(running)}）之后，请核对这两个日期。`;
		return [{ at: ['built', 'running'], text }];
	},
	'happened-already': (told) =>
		(['evaluated', 'qualified'] as const).flatMap((place) => {
			const day = dayAt(told, place);
			return day && day > told.today
				? [{ at: [place], text: `${dateNames[place]}写的是${dateInWords(day)}，还没有到，请核对。` }]
				: [];
		}),
};
