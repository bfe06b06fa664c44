import type { Kind } from '../../kept/kind.ts';
import type { Fate, RecordFate } from './bring-in.ts';
import type { BroughtFile } from './read-file.ts';

/** What people call the kinds of record that are no check's; what has no name is not for the eye. */
const names: { [kind: string]: string } = {
	facts: '档案资料',
	evidence: '材料库',
	forms: '表格、报告和计划',
	walks: '现场检查清单',
	study: '做题的记录',
	mocks: '模拟考试',
	exam: '考试日期',
	aside: '写法太多、另外存着的',
};

export const isTold = ({ name }: Kind): boolean => name in names;

const words: { [fate in Fate]?: string } = {
	new: '新添',
	newer: '更新',
	both: '两边都改了，都留着',
	blocked: '本机的读不出来，不动',
};

/** What of a file is no check's, and what becomes of it. */
export function OthersPreview({ files, others }: { files: readonly BroughtFile[]; others: readonly RecordFate[] }) {
	return (
		<>
			{files.map(({ name, othersBroken }) =>
				Object.entries(names).map(([kind, said]) => {
					const count = othersBroken.filter((each) => each.name === kind).length;
					return count === 0 ? null : (
						<p key={kind} data-unread={kind}>
							文件里的{said}有 {count} 条读不出来，没有带进来；其他的照常。请留好原文件。
							<span class="small">文件：{name}</span>
						</p>
					);
				}),
			)}
			{Object.entries(names).map(([kind, said]) => {
				const fates = others.filter((each) => each.kind.name === kind).map(({ fate }) => fate);
				const parts = (Object.keys(words) as Fate[]).flatMap((fate) => {
					const count = fates.filter((each) => each === fate).length;
					return count > 0 ? [`${words[fate]} ${count} 条`] : [];
				});
				return parts.length === 0 ? null : (
					<p key={kind} data-kind={kind}>
						{said}：{parts.join('，')}。
					</p>
				);
			})}
		</>
	);
}
