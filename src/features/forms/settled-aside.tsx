import { type ComponentType, render } from 'preact';
import type { Keeping } from '../../kept/engine.ts';
import type { FormRecord } from '../../schemas/saved-form.ts';
import type { FactRecord } from '../../schemas/saved-pilot.ts';
import type { Shared } from '../../schemas/saved-shared.ts';
import { unsettled } from '../../settling/unsettled.ts';
import { SayUnread } from '../../trouble/SayUnread.tsx';
import { Later } from '../../ui/Later.tsx';
import { useStore } from '../../ui/use-store.ts';

/* What two wrote otherwise stands at its field until someone chooses; few ever see it. */
const settleFact = () => import('../../settling/Settle.tsx').then(({ SettleFact }) => SettleFact);
const settleForm = () => import('../../settling/Settle.tsx').then(({ SettleForm }) => SettleForm);

interface Waiting<T extends Shared> {
	keeping: Keeping<T>;
	id: string;
	load: () => Promise<ComponentType<{ keeping: Keeping<T>; id: string }>>;
}

function Aside<T extends Shared>({ keeping, id, load }: Waiting<T>) {
	const record = useStore(keeping.$entries, (all) => all[id]);
	const found = useStore(keeping.unreadable, (all) => all[id]);
	return (
		<>
			{record && unsettled(record) && <Later load={load} props={{ keeping, id }} />}
			<SayUnread found={found} backup="在“我的自查”里下载全部备份可以把它一起带走。" />
		</>
	);
}

const drawIn = <T extends Shared>(section: HTMLElement, waiting: Waiting<T>) => {
	const slot = section.querySelector('[data-slot="aside"]');
	if (slot) render(<Aside {...waiting} />, slot);
};

export const factAside = (section: HTMLElement, keeping: Keeping<FactRecord>, id: string) =>
	drawIn(section, { keeping, id, load: settleFact });

export const ownAside = (section: HTMLElement, keeping: Keeping<FormRecord>, id: string) =>
	drawIn(section, { keeping, id, load: settleForm });
