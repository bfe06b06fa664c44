import type { Kept } from '../../kept/open.ts';
import { AllBackup } from './AllBackup.tsx';
import { BringIn } from './BringIn.tsx';
import { Compare } from './Compare.tsx';
import { useStyles } from './styles.ts';

export interface KnownTable {
	id: string;
	short: string;
}

interface Props {
	records: Kept;
	tables: readonly KnownTable[];
	/** What the facts of a pilot are called. */
	facts: { readonly [fact: string]: string };
	changed: () => void;
}

/** What can be done with files on the page of all checks. */
export function BringBack({ records, tables, facts, changed }: Props) {
	useStyles();
	return (
		<div class="bring-back">
			<BringIn {...{ records, tables, facts, changed }} />
			<AllBackup {...{ records, changed }} />
			<Compare {...{ records, tables }} />
		</div>
	);
}
