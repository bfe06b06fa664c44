import { useState } from 'preact/hooks';
import { allKinds } from '../../kept/all-kinds.ts';
import { trust } from '../../kept/doubt.ts';
import { allKept, textOfAll } from '../../kept/everything.ts';
import type { Kept } from '../../kept/open.ts';
import { factsIn } from '../../pilots/facts.ts';
import { download, json } from '../../ui/download.ts';
import { today } from '../../ui/today.ts';
import { takenNotes } from './taken-notes.ts';

interface Props {
	records: Kept;
	/** It is noted that everything is in a file. */
	changed: () => void;
}

/** Everything of this computer in one file. */
export function AllBackup({ records, changed }: Props) {
	const [said, setSaid] = useState('');
	const save = async () => {
		const stored = await records.all();
		const all = allKept(stored, allKinds);
		if (all.pilots.length + all.broken.length + Object.keys(all.others).length === 0) {
			setSaid('这台电脑上还没有填过什么，没有可以备份的。');
			return;
		}
		const kept = new Map(stored);
		const names = all.pilots.map(({ pilot }) => factsIn(pilot.id, (key) => kept.get(key)).unit);
		const unit = names.length === 1 ? (names[0] ?? '') : '';
		const parts = { unit, table: '全部', check: '', what: '备份', day: today(), ending: 'json' };
		const text = textOfAll(all);
		if (!download(parts, json(text), { backup: text })) return;
		setSaid('这台电脑上填过的都在下载的文件里，请把它放到这台电脑以外的地方。');
		trust();
		// A note for the eye; the file itself is safe.
		await records.change([], () => takenNotes(stored)).catch(() => undefined);
		changed();
	};
	return (
		<section>
			<h3>全部备份</h3>
			<p class="tools">
				<button type="button" onClick={() => void save().catch(() => setSaid('记录没有读出来，请再试一次。'))}>
					下载全部备份
				</button>
			</p>
			<p role="status">{said}</p>
		</section>
	);
}
