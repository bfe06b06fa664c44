import { isBefore } from '../../dates/is-before.ts';
import { readDate } from '../../dates/written-date.ts';
import { dateInWords, dayAt } from './date-places.ts';
import { type Found, inBrief, plain, type Rules, rowsAt, saidAt, type Told } from './told.ts';

/* The steps that an application plans. */

const form = 'application';

/** What 计划工作步骤 is to include, and how one knows it. */
const stages: readonly (readonly [stage: string, known: RegExp])[] = [
	['宣传培训', /宣传|培训|宣贯/],
	['标准体系建立', /体系/],
	['组织实施标准', /实施|运行|贯彻|执行/],
	['自查', /自查|自评|自我评价|自我评估|自检/],
	['申请评估', /(?<!自我)评估|验收/],
];

interface Step {
	nth: number;
	when: string;
	from: string;
	to: string;
}

const quarters = ['一1', '二2', '三3', '四4'];

/** 第一季度 and 上半年 by their months; 上旬 by its month. */
const inMonths = (when: string): string =>
	plain(when)
		.replace(/第?([一二三四1-4])季度/, (_, which: string) => {
			const last = 3 * (quarters.findIndex((each) => each.includes(which)) + 1);
			return `${last - 2}月至${last}月`;
		})
		.replace('上半年', '1月至6月')
		.replace('下半年', '7月至12月')
		.replaceAll(/(?<=月)[上中下]旬/g, '');

/** Of the steps those whose time can be read. */
const stepsIn = (told: Told): Step[] =>
	rowsAt(told, form, 'steps').flatMap(({ nth, cells: { when = '' } }) => {
		const [from = '', to = from] = readDate(inMonths(when))?.split('/') ?? [];
		return /^\d/.test(from) && /^\d/.test(to) ? [{ nth, when: inBrief(when.trim()), from, to }] : [];
	});

/** When the pilot begins and ends, as the application says it; either may be a day or a month. */
function periodOf(told: Told): { from?: string | undefined; to?: string | undefined } {
	const own = saidAt(told, `${form}#own.begins.ends`);
	if (!own) return { from: dayAt(told, 'begins'), to: dayAt(told, 'ends') };
	const [from, to] = readDate(own)?.split('/') ?? [];
	return from && to && /^\d{4}-/.test(from) && /^\d{4}-/.test(to) ? { from, to } : {};
}

const found = (text: string, ...more: string[]): Found => ({ forms: [form], at: [`${form}#steps`, ...more], text });

export const stepRules: Rules = {
	'steps-cover': (told) => {
		const written = rowsAt(told, form, 'steps').map(({ cells: { what = '' } }) => plain(what));
		const all = written.join('\n').trim();
		const missing = stages.filter(([, known]) => !known.test(all)).map(([stage]) => stage);
		return all === '' || missing.length === 0
			? []
			: [found(`计划工作步骤里没有看到${missing.join('、')}；申请书的标题写着包括这些。`)];
	},
	'steps-in-period': (told) => {
		const { from, to } = periodOf(told);
		return stepsIn(told).flatMap((step) => {
			const early = from !== undefined && isBefore(step.from, from);
			const late = to !== undefined && isBefore(to, step.to);
			if (!early && !late) return [];
			const than = [
				early ? `早于试点开始（${dateInWords(from)}）` : '',
				late ? `晚于试点结束（${dateInWords(to)}）` : '',
			];
			const text = `第 ${step.nth} 步的时间是“${step.when}”，${than.filter(Boolean).join('，')}，请核对。`;
			return [found(text, ...(early ? ['begins'] : []), ...(late ? ['ends'] : []))];
		});
	},
	'steps-in-order': (told) =>
		stepsIn(told).flatMap((step, i, all) => {
			const before = all[i - 1];
			return before && isBefore(step.from, before.from)
				? [
						found(
							`第 ${step.nth} 步（${step.when}）比排在它前面的第 ${before.nth} 步（${before.when}）开始得早，请核对先后。`,
						),
					]
				: [];
		}),
};
