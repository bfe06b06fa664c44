import { useState } from 'preact/hooks';
import type { Facts } from '../../pilots/facts.ts';
import { MayGo } from '../../trouble/MayGo.tsx';
import { url } from '../../url.ts';
import { ExportList } from './ExportList.tsx';
import type { WalkProblem } from './problems.ts';
import type { Walk, WalkSession } from './walk-session.ts';

interface Props {
	problems: readonly WalkProblem[];
	walk: Walk;
	session: WalkSession;
	facts: Facts;
	/** Everything as a file. */
	save: () => void;
	showAll: () => void;
}

/** What can be done with the whole walk. */
export function TakeAway({ problems, walk, session, facts, save, showAll }: Props) {
	const [undo, setUndo] = useState<() => Promise<void>>();
	const [said, setSaid] = useState('');
	const run = (work: () => Promise<void>) => {
		setSaid('');
		work().catch(() => setSaid('没有做成，浏览器不允许保存。原来的内容没有动。'));
	};
	return (
		<section class="walk-end">
			<h2>查完以后</h2>
			<ExportList {...{ problems, walk, unit: facts.unit }} />
			<p class="tools">
				<button type="button" onClick={() => window.print()}>
					打印这张表
				</button>
				<button type="button" onClick={save}>
					下载记录
				</button>
				<button
					type="button"
					onClick={() =>
						run(async () => {
							const back = await session.clear();
							setUndo(() => back);
							showAll();
						})
					}
				>
					全部清空
				</button>
			</p>
			<div role="status">
				{said}
				{undo && (
					<p class="notice calm">
						全部清空了。离开这一页之前可以撤销。{' '}
						<button
							type="button"
							onClick={() =>
								run(async () => {
									await undo();
									setUndo(undefined);
									showAll();
								})
							}
						>
							撤销
						</button>
					</p>
				)}
			</div>
			<MayGo />
			<p class="small">
				内容只存在这台设备的这个浏览器里，不会传出去。<strong>不得填写涉密或敏感信息。</strong>
				多人共用的，用完请到<a href={url.checks}>我的自查</a>清除本机数据。
			</p>
		</section>
	);
}
