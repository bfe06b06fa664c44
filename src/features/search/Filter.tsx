import type { Link } from './address.ts';

interface FilterProps {
	title: string;
	name: 'kind' | 'doc';
	chosen: string;
	options: readonly { value: string; name: string; count: number }[];
	link: Link;
}

export const Filter = ({ title, name, chosen, options, link }: FilterProps) => (
	<nav class="filter" aria-label={`按${title}筛选`}>
		<span>{title}</span>
		<ul>
			{[{ value: '', name: '全部', count: undefined }, ...options].map((option) =>
				option.count === 0 && option.value !== chosen ? null : (
					<li key={option.value}>
						<a {...link({ [name]: option.value })} aria-current={option.value === chosen ? 'true' : undefined}>
							{option.name}
							{option.count !== undefined && ` ${option.count}`}
						</a>
					</li>
				),
			)}
		</ul>
	</nav>
);
