import { useState } from 'preact/hooks';
import { textOfPilot } from '../../kept/backup.ts';
import { download, json } from '../../ui/download.ts';
import { today } from '../../ui/today.ts';
import type { LivePlace } from './form-page.ts';
import type { FormSession } from './form-session.ts';

interface Props {
	session: FormSession;
	form: string;
	name: string;
	places: readonly LivePlace[];
}

/** Some questions of a form for a colleague, as a file to be filled in elsewhere and brought back. */
export function HandOutForm({ session, form, name, places }: Props) {
	const own = places.filter(({ field }) => field);
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(own.map(({ key }) => key)));
	const [said, setSaid] = useState('');
	const save = () => {
		const forms = Object.fromEntries(
			Object.entries(session.own.$entries.get())
				.filter(([id]) => id.startsWith('own.') || chosen.has(id))
				.map(([id, record]) => [`${form} ${id}`, record]),
		);
		const text = textOfPilot({ pilot: session.record(), facts: session.facts.$entries.get(), forms });
		const some = own.filter(({ key }) => chosen.has(key)).map(({ label }) => label);
		const what = some.length === own.length ? name : `${name} ${some.join('、')}`;
		const parts = { unit: session.saying.fact('unit-name'), table: '', check: '', what, day: today(), ending: 'json' };
		if (!download(parts, json(text), { backup: text })) return;
		setSaid(
			'文件下载好了，里面有选中的栏目、共用的资料和已经填的内容。请同事在自己的电脑上打开“我的自查”，用“把文件带回来”打开它，到这张表里接着填，再照样下载一份交回；带回来时谁写了什么都看得到，两人都写了的两边都留着。',
		);
	};
	return (
		<details class="hand-out" open>
			<summary>分给同事填，或交回给同事</summary>
			{own.length > 1 && (
				<fieldset class="bare">
					<legend class="small">勾上要带的栏目</legend>
					{own.map(({ key, label }) => (
						<label key={key} class="opt">
							<input
								type="checkbox"
								checked={chosen.has(key)}
								onChange={({ currentTarget: { checked } }) => {
									const next = new Set(chosen);
									if (checked) next.add(key);
									else next.delete(key);
									setChosen(next);
								}}
							/>
							<span>{label}</span>
						</label>
					))}
				</fieldset>
			)}
			<p class="tools">
				<button type="button" onClick={save}>
					下载文件
				</button>
			</p>
			<p role="status">{said}</p>
		</details>
	);
}
