import { $stays } from '../../kept/stay.ts';
import { sayNoStorage } from '../../strings/no-storage.ts';
import { dayOf } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import type { StorageState } from './storage-state.ts';

const promised = {
	true: '浏览器答应一直留着，除非有人清除。',
	false: '浏览器没有答应：空间不够，或者是无痕窗口，就可能清掉；有人清理浏览数据也会没有。',
	undefined: '这里的浏览器不说。有人清理浏览数据就会没有。',
};

/** Where things are kept, for how long, what is nowhere else, and the one thing to do about it. */
export function StorageStatus({ state, memoryOnly }: { state: StorageState; memoryOnly: string | undefined }) {
	const stays = useStore($stays);
	const { since, takenAt, changed } = state;
	const rows: readonly (readonly [string, string])[] =
		memoryOnly !== undefined
			? [['存在哪里', '只在这一页上，关掉就没有了。']]
			: [
					[
						'存在哪里',
						location.host
							? '这台电脑的这个浏览器里，别的电脑、别的浏览器看不到。'
							: '这台电脑的这个浏览器里，和从本机打开的其他网页放在一处；别的电脑、别的浏览器看不到。',
					],
					['从什么时候起', since ? dayOf(since) : '还没有存过什么。'],
					['会不会被清掉', promised[`${stays}`]],
					['最近一次带走文件', takenAt ? dayOf(takenAt) : '还没有带走过。'],
					['之后改了', `${changed > 0 ? `${changed} 处，只有这里有` : '没有改动'}；做题的记录没有算在内。`],
				];
	return (
		<section id="storage">
			<h2>存储状况</h2>
			<dl class="storage">
				{rows.map(([name, said]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{said}</dd>
					</div>
				))}
			</dl>
			<p>
				{memoryOnly !== undefined ? (
					`要做的：${sayNoStorage(memoryOnly)}`
				) : changed > 0 ? (
					<>
						要做的：在下面<a href="#bring">带回，合并，对比</a>里下载全部备份，放到这台电脑以外的地方。
					</>
				) : (
					'现在没有要做的。'
				)}
			</p>
		</section>
	);
}
