import type { Kept } from '../../kept/open.ts';
import type { SlimRubric } from '../../rubric/slim.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { dayOf } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { MemoryNotice } from './MemoryNotice.tsx';
import { NewCheck } from './NewCheck.tsx';

interface ChooseProps {
	rubric: SlimRubric;
	records: Kept;
	checks: Check[];
	missing: boolean;
	start: (name: string) => Promise<void>;
}

/** Before a check is open: those of this table, and a new one. */
export function Choose({ rubric, records, checks, missing, start }: ChooseProps) {
	const memoryOnly = useStore(records.$memoryOnly);
	return (
		<div class="choose">
			{missing && memoryOnly === undefined && (
				<p class="notice" role="alert">
					没有找到地址里的这份自查：可能在别的电脑上，已经删除，或者被清理过。手里有备份文件的，可以到“我的自查”读回来。
				</p>
			)}
			{memoryOnly !== undefined && <MemoryNotice why={memoryOnly} />}
			{checks.length > 0 && (
				<>
					<h2>接着做</h2>
					<ul class="plain">
						{checks.map((check) => (
							<li key={check.id}>
								<a href={url.check(rubric.id, check.id)}>{check.name}</a>{' '}
								<span class="small">{dayOf(check.updatedAt)} 改过</span>
							</li>
						))}
					</ul>
				</>
			)}
			<p>
				同事分给你填的文件，到<a href={`${url.checks}#bring`}>我的自查</a>里打开。
			</p>
			<NewCheck start={start} instead="可以先打印下面的空白表。" />
			{memoryOnly === undefined && (
				<p class="small">
					单位名称、领域和试点日期各份自查共用，在<a href={url.facts}>档案资料</a>里填。
				</p>
			)}
			<p class="small">
				{memoryOnly === undefined ? '填的内容只存在这台电脑的这个浏览器里，不会传出去。' : '填的内容不会传出去。'}
				<strong>不得填写涉密或敏感信息。</strong>
				多人共用的电脑，用完请到
				<a href={url.checks}>我的自查</a>清除。
			</p>
			<h2>空白表</h2>
			<p class="small">下面是整张表，可以先看，也可以直接打印出来手填。</p>
		</div>
	);
}
