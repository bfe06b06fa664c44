import type { ComponentType } from 'preact';
import type { Keeping } from '../kept/engine.ts';
import type { FormRecord } from '../schemas/saved-form.ts';
import type { FactRecord } from '../schemas/saved-pilot.ts';
import type { Shared } from '../schemas/saved-shared.ts';
import { SayUnread } from '../trouble/SayUnread.tsx';
import { Later } from '../ui/Later.tsx';
import { useStore } from '../ui/use-store.ts';
import { unsettled } from './unsettled.ts';

/* What two wrote otherwise stands at its field until someone chooses; few ever see it. */
const settleFact = () => import('./Settle.tsx').then(({ SettleFact }) => SettleFact);
const settleForm = () => import('./Settle.tsx').then(({ SettleForm }) => SettleForm);

interface Of<T extends Shared> {
	keeping: Keeping<T>;
	id: string;
}

function RecordAside<T extends Shared>({ keeping, id, load }: Of<T> & { load: () => Promise<ComponentType<Of<T>>> }) {
	const record = useStore(keeping.$entries, (all) => all[id]);
	const found = useStore(keeping.unreadable, (all) => all[id]);
	return (
		<>
			{record && unsettled(record) && <Later load={load} props={{ keeping, id }} />}
			<SayUnread found={found} backup="在“我的自查”里下载全部备份可以把它一起带走。" />
		</>
	);
}

export const FactAside = (of: Of<FactRecord>) => <RecordAside {...of} load={settleFact} />;

export const FormAside = (of: Of<FormRecord>) => <RecordAside {...of} load={settleForm} />;
