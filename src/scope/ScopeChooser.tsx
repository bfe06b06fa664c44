import type { Scope } from './scope.ts';

interface ScopeChooserProps {
	scopes: readonly Scope[];
	chosen: Scope | undefined;
	choose: (scope: Scope | undefined) => void;
}

/** 我参加的是…, the same wherever it stands. */
export const ScopeChooser = ({ scopes, chosen, choose }: ScopeChooserProps) => (
	<label class="scope">
		我参加的是{' '}
		<select
			value={chosen?.id ?? ''}
			onChange={({ currentTarget }) => choose(scopes.find(({ id }) => id === currentTarget.value))}
		>
			<option value="">还没有说，都看</option>
			{scopes.map(({ id, name }) => (
				<option key={id} value={id}>
					{name}
				</option>
			))}
		</select>
	</label>
);
