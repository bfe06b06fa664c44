import { unsettled } from '../../settling/unsettled.ts';
import { Later } from '../../ui/Later.tsx';
import type { Entry, WalkSession } from './walk-session.ts';
import { sayFailure, sayUnreadable } from './words.ts';

interface Props {
	entry: Entry;
	clause: string;
	label: string;
	session: WalkSession;
}

/** Few ever see it. */
const settle = () => import('../../settling/Settle.tsx').then(({ SettleWalk }) => SettleWalk);

/** What stands under the fields of one problem. */
export const Aside = ({ entry: { record, unreadable, fate }, clause, label, session }: Props) => (
	<>
		{unsettled(record) && <Later load={settle} props={{ keeping: session, id: clause }} />}
		{unreadable && <p class="notice">{sayUnreadable(unreadable)}</p>}
		{fate?.state === 'failed' && <p class="notice">{sayFailure(fate)}</p>}
		{record.finding !== 'open' && (
			<button
				type="button"
				class="unset"
				aria-label={`清除选择：${label}`}
				onClick={() => session.edit(clause, { finding: 'open' })}
			>
				清除选择
			</button>
		)}
	</>
);
