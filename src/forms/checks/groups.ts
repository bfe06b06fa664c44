import { daysFromTo } from '../../dates/months.ts';
import { readDate } from '../../dates/written-date.ts';
import { inBrief, plain, type Rules, rowsAt, saidAt, severalIn, type Told } from './told.ts';

/* Who leads the pilot, who evaluates it and who reviews it. */

interface Person {
	name: string;
	post: string;
}

/** Of a report's two lists, leader first; who stands in both is one. */
function peopleIn(told: Told, form: string): Person[] {
	const people = ['head', 'members'].flatMap((field) =>
		rowsAt(told, form, field).flatMap(({ cells: { name = '', post = '' } }) =>
			severalIn(name).map((one) => ({ name: plain(one), post: plain(post) })),
		),
	);
	return people.filter(({ name }, i) => people.findIndex((other) => other.name === name) === i);
}

const sizeRule =
	(form: string, called: string, says: string): Rules[string] =>
	(told) => {
		const { length } = peopleIn(told, form);
		if (length === 0 || (length >= 5 && length <= 7)) return [];
		const at = [`${form}#head`, `${form}#members`];
		return [{ forms: [form], at, text: `${called}连组长写了 ${length} 人；细则写的是${says}。` }];
	};

const chinese = '一二三四五六七八九十';

/** Several days one after the other, of the year and month of the first: 5月10日、11日、12日; none where one is unread. */
function datesIn(text: string): string[] {
	const [first = '', ...rest] = plain(text).split(/[、,;及和]/);
	// Of which year they are does not matter for their number.
	const whole = readDate(/^\d{1,2}月/.test(first) ? `2000年${first}` : first) ?? '';
	const all = [
		whole,
		...rest.map(
			(each) =>
				readDate(
					/月/.test(each) ? `${whole.slice(0, 4)}年${each}` : `${whole.slice(0, 8)}${Number.parseInt(each, 10)}`,
				) ?? '',
		),
	];
	return all.includes('') ? [] : all;
}

/** How many days are meant; undefined where it cannot be told. */
function daysIn(text: string): number | undefined {
	const [, number = ''] = /^(?:共|历时)?(\d{1,3}|[一二两三四五六七八九十])(?:天|个工作日)$/.exec(plain(text)) ?? [];
	if (number) return Number(number) || chinese.indexOf(number.replace('两', '二')) + 1;
	const dates = datesIn(text);
	if (dates.length > 1) return new Set(dates).size;
	const [from = '', to = from] = (dates[0] ?? readDate(text) ?? '').split('/');
	return from.length === 10 && to.length === 10 ? daysFromTo(from, to) : undefined;
}

/** 党组书记、局长王建国 is 王建国; with one character more it is another name: 王建国 and 王建. */
const isSamePerson = (a: string, b: string): boolean =>
	a === b || ((a.includes(b) || b.includes(a)) && Math.abs(a.length - b.length) > 1);

export const groupRules: Rules = {
	'leader-is-head': (told) => {
		const [leader, head] = [plain(told.fact('leader')), plain(told.fact('head'))];
		if (!leader || !head || isSamePerson(leader, head)) return [];
		const text = `领导小组组长写的是“${inBrief(leader)}”，法定代表人（负责人）写的是“${inBrief(head)}”；细则写的是由主要负责人任组长，请核对。`;
		return [{ at: ['leader', 'head'], text }];
	},
	'evaluation-group-size': sizeRule('evaluation-report', '评估组', '一般为 5 至 7 人'),
	'evaluation-experts': (told) => {
		const people = peopleIn(told, 'evaluation-report');
		const experts = people.filter(({ post }) => post.includes('标准化')).length;
		if (experts * 3 >= people.length) return [];
		return [
			{
				forms: ['evaluation-report'],
				at: ['evaluation-report#head', 'evaluation-report#members'],
				text: `评估组写了 ${people.length} 人，从单位、职务（职称）看得出是标准化专家的有 ${experts} 人，看不出够不够三分之一（${Math.ceil(people.length / 3)} 人）；够的话可以在职务（职称）里写明。`,
			},
		];
	},
	'review-group-size': sizeRule('review-report', '复查专家组', '一般为 5 至 7 名'),
	'review-days': (told) => {
		const said = saidAt(told, 'review-report#reviewed');
		const days = daysIn(said);
		if (days === undefined || days <= 2) return [];
		const text = `复查时间写的是“${inBrief(said)}”，有 ${days} 天；细则写的是 1 至 2 天。`;
		return [{ forms: ['review-report'], at: ['review-report#reviewed'], text }];
	},
};
