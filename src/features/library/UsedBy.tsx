import { url } from '../../url.ts';
import { countUses, type Use } from './uses.ts';

/** What rests on a clause, told in one line; all of it stands on a page of its own, which script opens in place. */
export const UsedBy = ({ row, uses }: { row: string; uses: readonly Use[] }) => (
	<a class="uses" href={url.usesHere(row)}>
		被引用 {countUses(uses)}
	</a>
);
