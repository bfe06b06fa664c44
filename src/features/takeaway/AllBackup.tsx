import { useState } from 'preact/hooks';
import { allKept, textOfAll } from '../../checks/backup.ts';
import { keys } from '../../checks/saved.ts';
import type { Records } from '../../storage/records.ts';
import { download, json } from '../../ui/download.ts';
import { today } from '../../ui/today.ts';

/** Every check of this computer in one file. */
export function AllBackup({ records }: { records: Records }) {
	const [said, setSaid] = useState('');
	const save = async () => {
		const all = allKept(await records.all());
		if (all.checks.length + all.broken.length === 0) {
			setSaid('这台电脑上还没有自查，没有可以备份的。');
			return;
		}
		const parts = { unit: all.profile.name, table: '全部自查', check: '', what: '备份', day: today(), ending: 'json' };
		const text = textOfAll(all);
		if (!download(parts, json(text), { backup: text })) return;
		setSaid(`${all.checks.length} 份自查和单位情况都在下载的文件里，请把它放到这台电脑以外的地方。`);
		const at = new Date().toISOString();
		// A note for the eye; the file itself is safe.
		await records.change([], () => all.checks.map(({ check }) => [keys.backup(check.id), at])).catch(() => undefined);
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
