import { freshId } from '../../kept/ids.ts';
import type { FormRow } from '../../schemas/saved-form.ts';
import { useStore } from '../../ui/use-store.ts';
import type { FormSession } from './form-session.ts';

interface Props {
	session: FormSession;
	field: string;
	label: string;
	columns: readonly { id: string; name: string }[];
}

/** As many rows as it needs: added, filled in, moved and taken away. */
export function RowsField({ session: { own }, field, label, columns }: Props) {
	const { rows } = useStore(own.$entries, (all) => all[field]) ?? own.of(field);
	const shut = useStore(own.unreadable, (all) => all[field] !== undefined);
	/** Changes what there is now: a key may come before what the last one did is drawn. */
	const change = (work: (now: readonly FormRow[]) => FormRow[]) => own.edit(field, { rows: work(own.of(field).rows) });
	const move = (at: number, by: number) =>
		change((now) => {
			const next = [...now];
			next.splice(at + by, 0, ...next.splice(at, 1));
			return next;
		});
	return (
		<fieldset class="paper-list" disabled={shut}>
			<legend>
				{label}
				{rows.length > 0 && `（${rows.length} 行）`}
			</legend>
			{rows.map((row, i) => (
				<fieldset key={row.id} class="paper-fields">
					<legend class="small">第 {i + 1} 行</legend>
					{columns.map(({ id, name }) => (
						<label key={id}>
							{name}
							<textarea
								rows={2}
								value={row.cells[id] ?? ''}
								onInput={({ currentTarget: { value } }) =>
									change((now) =>
										now.map((each) => (each.id === row.id ? { ...each, cells: { ...each.cells, [id]: value } } : each)),
									)
								}
							/>
						</label>
					))}
					<p class="paper-tools">
						<button type="button" disabled={i === 0} aria-label={`第 ${i + 1} 行上移`} onClick={() => move(i, -1)}>
							上移
						</button>
						<button
							type="button"
							disabled={i === rows.length - 1}
							aria-label={`第 ${i + 1} 行下移`}
							onClick={() => move(i, 1)}
						>
							下移
						</button>
						<button
							type="button"
							aria-label={`去掉第 ${i + 1} 行`}
							onClick={() => change((now) => now.filter(({ id }) => id !== row.id))}
						>
							去掉
						</button>
					</p>
				</fieldset>
			))}
			<p class="tools">
				<button type="button" onClick={() => change((now) => [...now, { id: freshId(), cells: {} }])}>
					添一行
				</button>
			</p>
		</fieldset>
	);
}
