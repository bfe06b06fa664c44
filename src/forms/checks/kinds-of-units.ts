import { everywhere, inBrief, type Rules, severalIn } from './told.ts';

/* Whether a unit is of the kind that 填写说明 names. Only what a name clearly tells is judged. */

const noAuthority =
	/(公司|企业|厂|协会|学会|商会|研究院|研究所|大学|学院|学校|中学|小学|幼儿园|医院|养老院|福利院|合作社|基金会|事务所)$/;

const authority = /(厅|局|委|委员会|办公室|政府)$/;

const government = /(政府|管委会|管理委员会)$/;

const ofStandards = /标准|质量技术监督|质监|市场监督|市场监管/;

const province = /^.*?(省|自治区|兵团)|^(北京|天津|上海|重庆)市?/;

/** 市场, 社区, 区划 are no places; a 区 of a name that begins with its province stands behind it. */
const smallerPlace = /^.{2,9}?(市(?!场)|县|(?<!社)区(?!划|域)|旗)/;

const belowProvince = (name: string): boolean => smallerPlace.test(name.replace(province, ''));

interface Kind {
	called: string;
	/** As the sentence says it. */
	should: string;
	isNot: (name: string) => boolean;
}

const kinds: { readonly [fact: string]: Kind } = {
	guarantor: {
		called: '保证单位',
		should: '地方人民政府，省、自治区、直辖市行业主管部门或者标准化行政主管部门',
		isNot: (name) => noAuthority.test(name) || (belowProvince(name) && !government.test(name)),
	},
	guide: {
		called: '业务指导单位',
		should: '省、自治区、直辖市行业主管部门',
		isNot: (name) => noAuthority.test(name) || belowProvince(name) || government.test(name),
	},
	manager: {
		called: '管理单位',
		should: '省、自治区、直辖市标准化行政主管部门',
		isNot: (name) => noAuthority.test(name) || belowProvince(name) || (authority.test(name) && !ofStandards.test(name)),
	},
};

export const unitRules: Rules = Object.fromEntries(
	Object.entries(kinds).map(([fact, { called, should, isNot }]): [string, Rules[string]] => [
		`${fact}-kind`,
		(told) =>
			everywhere(told, fact).flatMap(({ at, said, forms = [] }) =>
				severalIn(said)
					.filter((name) => isNot(name.replaceAll(/\s/g, '')))
					.map((name) => ({
						forms,
						at: [at],
						text: `${called}写的是“${inBrief(name)}”，从名称看不出是${should}，请核对。`,
					})),
			),
	]),
);
