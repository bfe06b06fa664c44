import type { Check } from '../schemas/saved-check.ts';

interface Props {
	/** What the check is chosen for. */
	label: string;
	checks: readonly Check[];
	/** The chosen check, by its id. */
	chosen: string;
	choose: (id: string) => void;
	/** What choosing no check is called, where that may be chosen. */
	none?: string;
}

export const ChooseCheck = ({ label, checks, chosen, choose, none }: Props) => (
	<label>
		{label}
		<select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
			{none !== undefined && <option value="">{none}</option>}
			{checks.map(({ id, name }) => (
				<option key={id} value={id}>
					{name}
				</option>
			))}
		</select>
	</label>
);
