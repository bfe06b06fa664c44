import { readDate } from '../../dates/written-date.ts';
import { EntryName } from '../../evidence/EntryName.tsx';
import type { EvidenceRecord } from '../../schemas/saved-evidence.ts';
import { useStore } from '../../ui/use-store.ts';
import type { EvidenceSession } from './evidence-session.ts';

const fields = [
	['number', '文号'],
	['date', '日期（一天、一个月、一段时间，或者长期）'],
	['kept', '存放处'],
	['copies', '份数、页数'],
	['code', '材料编号'],
	['note', '备注'],
] as const satisfies readonly (readonly [keyof EvidenceRecord, string])[];

/** All that is said of one entry; right everywhere once it is right here. */
export function EntryFields({ session, id }: { session: EvidenceSession; id: string }) {
	const entry = useStore(session.$entries, (all) => all[id]) ?? session.of(id);
	return (
		<div class="paper-fields">
			<EntryName name={entry.name} change={(name) => session.edit(id, { name })} />
			{fields.map(([field, label]) => (
				<label key={field} class={`paper-${field}`}>
					{label}
					<input
						type="text"
						value={entry[field]}
						onInput={({ currentTarget: { value } }) => session.edit(id, { [field]: value })}
						onBlur={() => {
							const read = field === 'date' ? readDate(entry.date) : undefined;
							if (read !== undefined && read !== entry.date) session.edit(id, { date: read });
						}}
					/>
				</label>
			))}
			<label class="opt">
				<input
					type="checkbox"
					checked={entry.stamped}
					onChange={({ currentTarget: { checked } }) => session.edit(id, { stamped: checked })}
				/>
				<span>已盖章</span>
			</label>
		</div>
	);
}
