import { everywhere, inBrief, plain, type Rules } from './told.ts';

/* What the pilot and the bodies that take part in it are called. */

const ending = '综合标准化试点';

/** Names of bodies that several forms ask for. */
const bodies = {
	'pilot-name': '试点名称',
	'unit-name': '试点单位',
	guarantor: '保证单位',
	guide: '业务指导单位',
	manager: '管理单位',
	office: '标准化机构（或者协调组织）名称',
} as const;

function lacks(name: string): string | undefined {
	const bare = plain(name).replaceAll(/[“”"《》]/g, '');
	if (/[X×]{2,}/i.test(bare)) return '里面还有没有换掉的“XXX”';
	if (!bare.endsWith(ending)) return `不是以“${ending}”结尾`;
	return bare === ending ? '前面还没有写是哪里、哪方面的' : undefined;
}

export const nameRules: Rules = {
	'pilot-name': (told) =>
		everywhere(told, 'pilot-name').flatMap(({ at, said, forms = [] }) => {
			const lacking = lacks(said);
			return lacking
				? [
						{
							forms,
							at: [at],
							text: `试点名称写的是“${inBrief(said)}”，${lacking}；填写说明给的写法是“XXX（社会管理和公共服务）综合标准化试点”。`,
						},
					]
				: [];
		}),
	'same-name': (told) =>
		Object.entries(bodies).flatMap(([fact, called]) => {
			const [first, ...others] = everywhere(told, fact);
			return others
				.filter(({ said }) => first && plain(said) !== plain(first.said))
				.map(({ at, said, forms = [] }) => ({
					forms,
					at: [at],
					text: `这张表里的${called}是“${inBrief(said)}”，别处是“${inBrief(first?.said ?? '')}”；如果说的是同一个，请写成一样。`,
				}));
		}),
};
