import { creditAlphabet, creditCheck, organisationCheck } from './check-characters.ts';
import { everywhere, inBrief, plain, type Rules, rowsAt, type Saying, severalIn, type Told } from './told.ts';

/* Codes, numbers and addresses that can be told by their shape. */

/** What is wrong with a code of either kind. */
function codeFault(said: string): string | undefined {
	const code = plain(said)
		.toUpperCase()
		.replaceAll(/[-‐–—]/g, '');
	const [before, last] = [code.slice(0, -1), code.slice(-1)];
	if (code.length === 18) {
		const strange = Array.from(code).find((letter) => !creditAlphabet.includes(letter));
		if (strange) return `有“${strange}”，统一社会信用代码里没有这个字符`;
		return last === creditCheck(before) ? undefined : '最后一位校验码不对，可能有一位写错了';
	}
	if (code.length !== 9) return `有 ${code.length} 位；统一社会信用代码是 18 位，原来的组织机构代码是 9 位`;
	if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return '不像组织机构代码：前 8 位是数字或者字母，最后一位是数字或者 X';
	return last === organisationCheck(before) ? undefined : '最后一位校验码不对，可能有一位写错了';
}

/** A mobile, a number with or without its district, one that is called all over the country. */
const telephone =
	/^((\+?86-?)?1[3-9]\d{9}|((0|\+?86-?0?)\d{2,3}-?)?[2-9]\d{6,7}|[48]00-?\d{3}-?\d{4}|1\d{2,4}|9\d{4,7})((转|-|ext\.?)\d{1,6})?$/i;

const isTelephone = (text: string): boolean =>
	telephone.test(plain(text).replaceAll(/[()]/g, '').replaceAll(/[‐–—]/g, '-'));

/** The telephones of the two groups, as they stand in their lists. */
const phonesOfGroups = (told: Told): Saying[] =>
	['evaluation-report', 'review-report'].flatMap((form) =>
		['head', 'members'].flatMap((field) =>
			rowsAt(told, form, field).map(({ cells: { phone = '' } }) => ({
				forms: [form],
				at: `${form}#${field}`,
				said: phone,
			})),
		),
	);

const findAmong = (sayings: readonly Saying[], faultOf: (said: string) => string | undefined) =>
	sayings.flatMap(({ at, said, forms = [] }) => {
		const text = faultOf(said);
		return text ? [{ forms, at: [at], text }] : [];
	});

const saysOf = (called: string, said: string) => `${called}写的是“${inBrief(said)}”`;

export const shapeRules: Rules = {
	'organisation-code': (told) =>
		findAmong(everywhere(told, 'code'), (said) => {
			const fault = codeFault(said);
			return fault && `${saysOf('代码', said)}，${fault}，请核对。`;
		}),
	postcode: (told) =>
		findAmong(everywhere(told, 'postcode'), (said) =>
			/^\d{6}$/.test(plain(said)) ? undefined : `${saysOf('邮编', said)}；邮编是 6 位数字，请核对。`,
		),
	telephone: (told) =>
		findAmong([...everywhere(told, 'phone'), ...everywhere(told, 'contact-phone'), ...phonesOfGroups(told)], (said) => {
			const strange = said.split(/[、，,；;/\n]/).find((each) => each.trim() !== '' && !isTelephone(each));
			return strange && `${saysOf('电话', strange.trim())}，不像电话号码，请核对。`;
		}),
	email: (told) =>
		findAmong(everywhere(told, 'email'), (said) => {
			const strange = severalIn(said).find((each) => !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(plain(each)));
			return strange && `${saysOf('电子邮箱', strange)}，不像邮箱地址，请核对。`;
		}),
};
