import { useState } from 'preact/hooks';
import { sayDate } from '../../dates/written-date.ts';
import { nameOfEntry, type Register } from '../../evidence/papers.ts';
import { alike, takenOver } from '../../evidence/register.ts';
import type { Use } from '../../evidence/uses.ts';
import type { EvidenceSession } from './evidence-session.ts';

interface Props {
	session: EvidenceSession;
	register: Register;
	uses: ReadonlyMap<string, readonly Use[]>;
}

interface Done {
	ids: string[];
	stays: string;
	before: object;
	name: string;
}

/** Entries of one name and number: put together, and apart again. */
export function Same({ session, register, uses }: Props) {
	const [done, setDone] = useState<Done>();
	const groups = alike(register);
	if (groups.length === 0 && !done) return null;
	/** The one that is cited most stays. */
	const join = (ids: readonly string[]) => {
		const [stays = '', ...others] = [...ids].sort((a, b) => (uses.get(b)?.length ?? 0) - (uses.get(a)?.length ?? 0));
		const before = session.of(stays);
		for (const id of others) {
			session.edit(stays, takenOver(session.of(stays), session.of(id)));
			session.edit(id, { same: stays });
		}
		const { number, date, kept, copies, note, stamped } = before;
		setDone({ ids: others, stays, before: { number, date, kept, copies, note, stamped }, name: nameOfEntry(before) });
	};
	return (
		<section>
			<h2>可能是同一份的</h2>
			<p class="small">
				名称一样，文号也一样，或者有的没写文号。合成一份，用到它们的各项都指到那一份；各自填过的都留着，可以撤销。
			</p>
			<ul class="plain">
				{groups.map((group) => (
					<li key={group[0]?.id} class="tools">
						<span>
							{group[0] && nameOfEntry(group[0].entry)}（{group.length} 份）{' '}
							<span class="small">
								{group
									.map(({ entry }) => [sayDate(entry.date), entry.kept].filter(Boolean).join('，') || '没有别的')
									.join('；')}
							</span>
						</span>
						<button
							type="button"
							aria-label={`把 ${group.length} 份${group[0] ? nameOfEntry(group[0].entry) : ''}合成一份`}
							onClick={() => join(group.map(({ id }) => id))}
						>
							合成一份
						</button>
					</li>
				))}
			</ul>
			<div role="status">
				{done && (
					<p class="notice calm">
						“{done.name}”合成了一份。{' '}
						<button
							type="button"
							onClick={() => {
								session.edit(done.stays, done.before);
								for (const id of done.ids) session.edit(id, { same: undefined });
								setDone(undefined);
							}}
						>
							撤销
						</button>
					</p>
				)}
			</div>
		</section>
	);
}
