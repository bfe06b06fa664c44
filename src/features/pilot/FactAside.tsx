import { unsettled } from '../../settling/unsettled.ts';
import { Later } from '../../ui/Later.tsx';
import { useStore } from '../../ui/use-store.ts';
import type { FactsSession } from './facts-session.ts';

/** Few ever see it. */
const settle = () => import('../../settling/Settle.tsx').then(({ SettleFact }) => SettleFact);

/** What stands under the field of a fact. */
export function FactAside({ session, id }: { session: FactsSession; id: string }) {
	const record = useStore(session.$entries, (entries) => entries[id]);
	const unreadable = useStore(session.unreadable, (all) => all[id]);
	return (
		<>
			{record && unsettled(record) && <Later load={settle} props={{ keeping: session, id }} />}
			{unreadable && (
				<p class="notice">
					{unreadable.state === 'newer'
						? '这一栏是更新的版本记下的，这里读不了，原样留着。请用新版打开。'
						: '这一栏存着的内容坏了，读不出来，原样留着，没有覆盖。下载备份可以把它一起带走。'}
				</p>
			)}
		</>
	);
}
