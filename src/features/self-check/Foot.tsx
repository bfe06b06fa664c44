import { MayGo } from '../../trouble/MayGo.tsx';
import { sayFate } from '../../trouble/say-fate.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { backupAge } from './backup-age.ts';
import type { Session } from './session.ts';

/** From line to line. */
export const Steps = ({ order, line }: { order: readonly string[]; line: string }) => {
	const at = order.indexOf(line);
	const [before, after] = [order[at - 1], order[at + 1]];
	return (
		<nav class="steps" aria-label="逐项">
			{before ? <a href={`#${before}`}>上一项</a> : <span />}
			<a href="#hub">回到总览</a>
			{after ? (
				<a class="primary" href={`#${after}`}>
					下一项
				</a>
			) : (
				<a class="primary" href="#hub">
					看结果
				</a>
			)}
			<span class="small">
				第 {at + 1} 项，共 {order.length} 项；按 j 下一项，按 k 上一项
			</span>
		</nav>
	);
};

/** How saving fares, and what can be taken away. */
export function Foot({ session, save }: { session: Session; save: () => void }) {
	const age = backupAge(useStore(session.$lines), useStore(session.$taken));
	const check = useStore(session.$check);
	const memoryOnly = useStore(session.$memoryOnly);
	const fates = Object.values(useStore(session.$saving));
	const failed = fates.find(({ state }) => state === 'failed');
	const saving = fates.some(({ state }) => state === 'saving');
	const last = fates
		.flatMap((fate) => (fate.state === 'saved' ? [fate.at] : []))
		.sort()
		.at(-1);
	return (
		<div class="check-foot">
			{failed && (
				<p class="notice" role="alert">
					{sayFate(failed, memoryOnly)}{' '}
					<button type="button" onClick={session.retry}>
						再存一次
					</button>
				</p>
			)}
			<p role="status" class="small" data-state={failed ? 'failed' : saving ? 'saving' : last ? 'saved' : 'none'}>
				{!failed &&
					check &&
					(saving
						? '正在保存……'
						: last
							? sayFate({ state: 'saved', at: last }, memoryOnly)
							: memoryOnly === undefined
								? '改动会自动保存在这台电脑上'
								: '改动只记在这一页上，关掉就没有了')}
			</p>
			<MayGo />
			{age.text && <p class={age.due ? 'notice calm' : 'small'}>{age.text}</p>}
			<p class="tools">
				<button type="button" onClick={save}>
					下载备份
				</button>
				<button type="button" onClick={() => window.print()}>
					打印这一页
				</button>
				<a href={url.checks}>我的自查</a>
			</p>
			<p class="small">
				{memoryOnly === undefined && '内容只存在这台电脑的这个浏览器里。'}
				<strong>不得填写涉密或敏感信息。</strong>
				多人共用的电脑，用完请到我的自查里清除。
			</p>
		</div>
	);
}
