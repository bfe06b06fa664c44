import { render } from 'preact';
import type { Keeping } from '../../kept/engine.ts';
import type { FormRecord } from '../../schemas/saved-form.ts';
import type { FactRecord } from '../../schemas/saved-pilot.ts';
import { unsettled } from '../../settling/unsettled.ts';
import { Later } from '../../ui/Later.tsx';
import { useStore } from '../../ui/use-store.ts';

/* What two wrote otherwise stands at its field until someone chooses; few ever see it. */
const settleFact = () => import('../../settling/Settle.tsx').then(({ SettleFact }) => SettleFact);
const settleForm = () => import('../../settling/Settle.tsx').then(({ SettleForm }) => SettleForm);

function FactWaiting({ keeping, id }: { keeping: Keeping<FactRecord>; id: string }) {
	const record = useStore(keeping.$entries, (all) => all[id]);
	return record && unsettled(record) ? <Later load={settleFact} props={{ keeping, id }} /> : null;
}

function FormWaiting({ keeping, id }: { keeping: Keeping<FormRecord>; id: string }) {
	const record = useStore(keeping.$entries, (all) => all[id]);
	return record && unsettled(record) ? <Later load={settleForm} props={{ keeping, id }} /> : null;
}

export function factAside(section: HTMLElement, keeping: Keeping<FactRecord>, id: string): void {
	const slot = section.querySelector('[data-slot="aside"]');
	if (slot) render(<FactWaiting {...{ keeping, id }} />, slot);
}

export function ownAside(section: HTMLElement, keeping: Keeping<FormRecord>, id: string): void {
	const slot = section.querySelector('[data-slot="aside"]');
	if (slot) render(<FormWaiting {...{ keeping, id }} />, slot);
}
