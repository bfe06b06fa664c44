import { type Found, formsOf, inBrief, type Rules, saidAt, type Told } from './told.ts';

/* What the reports say of the self-check, against what it is. */

const report = 'evaluation-application#self-check-report';

const reports = [report, 'summary-report#tasks'];

interface Figure {
	/** As it stands in the report. */
	words: string;
	number: number;
	/** Of how many, where it says so. */
	of: number | undefined;
}

/** What is said of a single line is no figure of the whole: C7第2项自评2分. */
const ofOneLine = /(项|条|[A-Z]\d+)[^。;,，、\n]*$/i;

const figuresIn = (text: string, pattern: RegExp): Figure[] =>
	Array.from(text.matchAll(pattern))
		.filter(({ index }) => !ofOneLine.test(text.slice(0, index)))
		.map(([words, number, of]) => ({ words, number: Number(number), of: of === undefined ? undefined : Number(of) }));

/** 自评92分, 自查得分为 92.5 分; no minutes, no 分 that is half a word. */
const points =
	/(?:自评|自查|得分|总分)[^。;,\n\d扣]{0,10}(\d+(?:\.\d+)?)分(?![钟之别项组批期步层级管工类])(?:\(满分(\d+(?:\.\d+)?)分\))?/g;

/** 46 个评分项, 评分项 46 项. */
const counts = [/(\d+)个?评分项/g, /评分项[^。;,，、\n\d]{0,6}(\d+)[个项]/g];

/** Figures are found whatever the width of their digits, and with spaces between. */
const textAt = (told: Told, place: string): string =>
	saidAt(told, place)
		.normalize('NFKC')
		.replaceAll(/[^\S\n]/g, '');

/** In each report the figures that do not fit. */
const misfits = (told: Told, patterns: readonly RegExp[], fits: (figure: Figure) => boolean, is: string): Found[] =>
	reports.flatMap((place) =>
		patterns
			.flatMap((pattern) => figuresIn(textAt(told, place), pattern))
			.filter((figure) => !fits(figure))
			.map(({ words }) => ({
				forms: formsOf([place]),
				at: [place],
				text: `报告里写着“${inBrief(words)}”，${is}，请核对。`,
			})),
	);

export const figureRules: Rules = {
	'self-check-points': (told) => {
		if (!told.standing) return [];
		const { claimed, total } = told.standing;
		/** 总分100分 may be what there is to be had; 自评8分（满分10分） is of a part. */
		const fits = ({ words, number, of }: Figure) =>
			(of !== undefined && of !== Number(total)) ||
			number === Number(claimed) ||
			(number === Number(total) && /总分|满分/.test(words));
		return misfits(told, [points], fits, `自查现在是自评 ${claimed} 分，满分 ${total} 分`);
	},
	'self-check-counts': (told) => {
		if (!told.standing) return [];
		const { done, lines } = told.standing;
		const fits = ({ number }: Figure) => [lines, done, lines - done].includes(number);
		return misfits(told, counts, fits, `自查一共 ${lines} 项，填了 ${done} 项`);
	},
	'self-check-finished': (told) => {
		const { done, lines } = told.standing ?? { done: 0, lines: 0 };
		if (done >= lines || saidAt(told, report) === '') return [];
		const text = `自查报告已经写了，自查还有 ${lines - done} 项没有填完；细则写的是自查合格的，可以提出评估申请。`;
		return [{ forms: ['evaluation-application'], at: [report], text }];
	},
};
