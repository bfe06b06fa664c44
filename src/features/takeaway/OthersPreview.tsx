import type { Kind } from '../../kept/kind.ts';
import { facts } from '../../kept/kinds/facts.ts';
import type { Fate, RecordFate } from './bring-in.ts';
import type { BroughtFile } from './read-file.ts';

/** What people call the kinds of record that are no check's; what has no name is not for the eye. */
const names: { [kind: string]: string } = {
	facts: '单位情况',
	walks: '现场检查清单',
	study: '做题的记录',
	mocks: '模拟考试',
	exam: '考试日期',
	aside: '写法太多、另外存着的',
};

export const isTold = ({ name }: Kind): boolean => name in names;

const factsWords: { [fate in Fate]?: string } = {
	new: '单位情况本机还没有填，用文件里的。',
	newer: '单位情况文件里的更新，用文件里的。',
	both: '单位情况和文件里的不一样，两份都留着，本机的在前；可以在下面定，也可以以后到“单位情况”里定。',
	blocked: '本机的单位情况读不出来，不动。',
};

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
							文件里的{said}
							{kind !== facts.name && `有 ${count} 条`}读不出来，没有带进来；其他的照常。请留好原文件。
							<span class="small">文件：{name}</span>
						</p>
					);
				}),
			)}
			{Object.entries(names).map(([kind, said]) => {
				const fates = others.filter((each) => each.kind.name === kind).map(({ fate }) => fate);
				if (kind === facts.name) return fates[0] && factsWords[fates[0]] && <p key={kind}>{factsWords[fates[0]]}</p>;
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
