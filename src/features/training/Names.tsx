import type { Bank } from './bank.ts';

/** What the short names in the questions mean. */
export const Names = ({ names }: Pick<Bank, 'names'>) => (
	<ul class="small">
		{names.map(({ called, title }) => (
			<li key={title + called[0]}>
				{called.join('、')}：《{title}》
			</li>
		))}
	</ul>
);
