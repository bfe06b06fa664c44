import { useState } from 'preact/hooks';
import { allKinds } from '../../kept/all-kinds.ts';
import { textOfPilot } from '../../kept/backup.ts';
import { keptOfPilot } from '../../kept/everything.ts';
import type { Entry } from '../../kept/kind.ts';
import { factsIn } from '../../pilots/facts.ts';
import { download, json } from '../../ui/download.ts';
import { today } from '../../ui/today.ts';

/** Everything of one pilot in one file. */
export function PilotBackup({ all, pilot }: { all: readonly Entry[]; pilot: string }) {
	const [said, setSaid] = useState('');
	const save = () => {
		const kept = new Map(all);
		const { unit, pilot: called } = factsIn(pilot, (key) => kept.get(key));
		const text = textOfPilot(keptOfPilot(all, pilot, allKinds));
		const parts = {
			unit,
			table: called === unit ? '' : called,
			check: '',
			what: '试点备份',
			day: today(),
			ending: 'json',
		};
		if (download(parts, json(text), { backup: text }))
			setSaid('这个试点的档案、自查和现场记录都在下载的文件里，请把它放到这台电脑以外的地方。');
	};
	return (
		<>
			<p class="tools">
				<button type="button" onClick={save}>
					备份这个试点
				</button>
			</p>
			<p role="status">{said}</p>
		</>
	);
}
