import { formsOf, type Rules, saidAt, type Told } from './told.ts';

/* What consists of several parts, of which some are written and others not. */

const written = (told: Told, place: string): boolean => saidAt(told, place) !== '';

/** Places by what they are called; a paper counts as begun by any of its places. */
interface Whole {
	parts: { readonly [called: string]: readonly string[] };
	/** What is said, by the parts that are written and those that are not. */
	says: (has: string, lacks: string) => string;
}

const wholes: { readonly [check: string]: Whole } = {
	'money-both-parts': {
		parts: { 经费主要投入方向: ['application#money-spent'], 经费来源: ['application#money-from'] },
		says: (has, lacks) => `经费保障情况写了${has}，还没有写${lacks}；表上两项都要填。`,
	},
	'qualified-date-and-number': {
		parts: { 日期: ['qualified'], 文件号: ['qualified-by'] },
		says: (has, lacks) => `确定为“试点合格单位”的${has}写了，${lacks}还没有写；表上时间和文件号两样都要填。`,
	},
	'summary-five-parts': {
		parts: {
			组织管理: ['summary-report#organisation'],
			标准体系建设: ['summary-report#system'],
			标准实施应用: ['summary-report#application'],
			任务完成情况: ['summary-report#tasks'],
			试点效果: ['summary-report#effects'],
		},
		says: (_, lacks) => `总结报告还没有写${lacks}；细则列的内容包括这几部分。`,
	},
	'evaluation-papers-together': {
		parts: {
			评估申请表里的自查报告: ['evaluation-application#self-check-report'],
			总结报告: ['organisation', 'system', 'application', 'tasks', 'effects'].map((part) => `summary-report#${part}`),
		},
		says: (has, lacks) => `${has}写了，还没有写${lacks}；评估申请表和总结报告要同时提交。`,
	},
	'review-papers-together': {
		parts: {
			复查自检报告: ['inspected', 'spread', 'self-inspection'].map((field) => `review-self-inspection#${field}`),
			复查申请表: ['applied', 'self-evaluation'].map((field) => `review-application#${field}`),
		},
		says: (has, lacks) => `${has}写了，还没有写${lacks}；这两份要一起提交。`,
	},
};

const wholeRule =
	({ parts, says }: Whole): Rules[string] =>
	(told) => {
		const all = Object.entries(parts);
		const has = all.filter(([, places]) => places.some((place) => written(told, place)));
		const lacks = all.filter((part) => !has.includes(part));
		if (has.length === 0 || lacks.length === 0) return [];
		const names = (some: typeof all) => some.map(([called]) => called).join('、');
		return [
			{
				forms: formsOf(Object.values(parts).flat()),
				at: lacks.flatMap(([, places]) => places),
				text: says(names(has), names(lacks)),
			},
		];
	};

const conditions = 'application#conditions';

/** As paragraphs, or counted within one: (一), 1., 一是. */
const itemsIn = (text: string): number =>
	Math.max(
		text.split('\n').filter((line) => line.trim() !== '').length,
		text.match(/\([一二三四五六七八九]\)|(?<!\d)\d[.、](?!\d)|[一二三四五六七八九]是|第[一二三四五六七八九][,、]/g)
			?.length ?? 0,
	);

export const partRules: Rules = {
	...Object.fromEntries(Object.entries(wholes).map(([check, whole]) => [check, wholeRule(whole)])),
	'conditions-all-four': (told) => {
		const said = saidAt(told, conditions);
		const items = itemsIn(said.normalize('NFKC'));
		return said === '' || items >= 4
			? []
			: [
					{
						forms: ['application'],
						at: [conditions],
						text: `与试点应具备条件符合性只看到 ${items} 段；细则列的基本条件有四项，请看是不是都写到了。`,
					},
				];
	},
};
