import { unsettled } from '../../settling/unsettled.ts';
import { SayUnread } from '../../trouble/SayUnread.tsx';
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
			<SayUnread found={unreadable} backup="下载备份可以把它一起带走。" />
		</>
	);
}
