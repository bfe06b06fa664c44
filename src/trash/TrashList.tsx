import { useState } from 'preact/hooks';
import type { Entry } from '../kept/kind.ts';
import type { Kept } from '../kept/open.ts';
import { dayOf } from '../ui/today.ts';
import { takeBack } from './take-back.ts';
import { emptyTrash, trashIn } from './trash.ts';

interface Props {
	records: Kept;
	all: readonly Entry[];
	changed: () => Promise<unknown>;
}

/** What was deleted in the last thirty days: had back, or gone for good. */
export function TrashList({ records, all, changed }: Props) {
	const [failed, setFailed] = useState(false);
	const [asking, setAsking] = useState(false);
	const thrown = trashIn(all);
	if (thrown.length === 0) return null;
	const run = (work: () => Promise<void>) => {
		setFailed(false);
		setAsking(false);
		work()
			.then(changed)
			.catch(() => setFailed(true));
	};
	return (
		<section class="trash">
			<h2>最近删掉的</h2>
			<p class="small">删掉的在这里留 30 天，可以拿回；备份文件里没有它们。</p>
			<ul class="plain">
				{thrown.map(({ key, what, at }) => (
					<li key={key} class="tools">
						<span>
							{what} <span class="small">{dayOf(at)} 删掉</span>
						</span>
						<button type="button" aria-label={`拿回${what}`} onClick={() => run(() => takeBack(records, key))}>
							拿回
						</button>
					</li>
				))}
			</ul>
			{asking ? (
				<p class="notice" role="alert">
					彻底删掉这 {thrown.length} 份？这一步不能撤销。{' '}
					<button
						type="button"
						onClick={() =>
							run(() =>
								emptyTrash(
									records,
									thrown.map(({ key }) => key),
								),
							)
						}
					>
						彻底删掉
					</button>{' '}
					<button type="button" onClick={() => setAsking(false)}>
						不删
					</button>
				</p>
			) : (
				<button type="button" onClick={() => setAsking(true)}>
					清空
				</button>
			)}
			<p role="status">{failed && '没有做成，浏览器不允许保存。原来的内容没有动。'}</p>
		</section>
	);
}
