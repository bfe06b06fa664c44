import { useState } from 'preact/hooks';
import { type KeptCheck, type KeptPilot, textOfPilot } from '../../kept/backup.ts';
import { partOf } from '../../kept/everything.ts';
import type { Facts } from '../../pilots/facts.ts';
import { criteriaOf } from '../../rubric/criteria.ts';
import { labelsOf } from '../../rubric/labels.ts';
import type { SlimRubric } from '../../rubric/slim.ts';
import { download, json } from '../../ui/download.ts';
import { today } from '../../ui/today.ts';

interface Props {
	kept: KeptCheck;
	facts: Facts;
	pilot: KeptPilot;
	rubric: SlimRubric;
}

interface Group {
	label: string;
	lines: { id: string; label: string }[];
}

function groupsOf(rubric: SlimRubric): Group[] {
	const labels = labelsOf(rubric);
	const group = (label: string, ids: readonly string[]): Group => ({
		label,
		lines: ids.map((id) => ({ id, label: labels.get(id) ?? id })),
	});
	const required = [...rubric.conditions, ...(rubric.vetoes?.lines ?? [])].map(({ id }) => id);
	return [
		...(required.length > 0 ? [group('参评条件和一票否决', required)] : []),
		...rubric.sections.map((section) =>
			group(
				section.label,
				criteriaOf({ sections: [section] }).map(({ id }) => id),
			),
		),
	];
}

/** A part of the table for a colleague, as a file to be filled in elsewhere and brought back. */
export function HandOut({ kept, facts, pilot, rubric }: Props) {
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const [who, setWho] = useState('');
	const [said, setSaid] = useState('');
	const groups = groupsOf(rubric);
	const set = (lines: readonly string[], on: boolean) => {
		const next = new Set(chosen);
		for (const line of lines)
			if (on) next.add(line);
			else next.delete(line);
		setChosen(next);
		setSaid('');
	};
	const save = () => {
		if (chosen.size === 0) {
			setSaid('还没有选，请先勾上要分出去的部分。');
			return;
		}
		const order = groups.flatMap(({ lines }) => lines.map(({ id }) => id)).filter((id) => chosen.has(id));
		const to = who.trim() ? `分给${who.trim()}` : `分出 ${order.length} 项`;
		const parts = { unit: facts.unit, table: rubric.short, check: kept.check.name, what: to };
		const text = textOfPilot({ ...pilot, checks: [partOf(kept, order, who.trim())] });
		if (!download({ ...parts, day: today(), ending: 'json' }, json(text), { backup: text })) return;
		setSaid(
			`文件下载好了，里面是 ${order.length} 项和已经填的内容。请同事在自己的电脑上打开“我的试点”，用“收到同事发来的文件”打开它来填；填完交回的文件，你在“我的自查”里一起带回来。`,
		);
	};
	return (
		<details class="hand-out">
			<summary>分给同事填</summary>
			<p class="small">勾上要分出去的部分，下载一个小文件交给同事。交回来的几份可以一次带回，谁改了什么都看得到。</p>
			{groups.map(({ label, lines }) => {
				const ids = lines.map(({ id }) => id);
				const all = ids.every((id) => chosen.has(id));
				return (
					<div key={label} class="part-pick">
						<label class="opt">
							<input
								type="checkbox"
								checked={all}
								// A part of the section is neither.
								indeterminate={!all && ids.some((id) => chosen.has(id))}
								onChange={({ currentTarget }) => set(ids, currentTarget.checked)}
							/>
							<span>
								{label} <span class="small">{ids.length} 项</span>
							</span>
						</label>
						<details>
							<summary class="small" aria-label={`${label}，逐项选`}>
								逐项选
							</summary>
							<div class="line-picks">
								{lines.map((line) => (
									<label key={line.id}>
										<input
											type="checkbox"
											checked={chosen.has(line.id)}
											onChange={({ currentTarget }) => set([line.id], currentTarget.checked)}
										/>{' '}
										{line.label}
									</label>
								))}
							</div>
						</details>
					</div>
				);
			})}
			<label>
				给谁（写在文件里，交回来时看得出是谁的，可以不填）
				<input type="text" maxLength={20} value={who} onInput={({ currentTarget }) => setWho(currentTarget.value)} />
			</label>
			<p class="tools">
				<button type="button" onClick={save}>
					下载分出去的 {chosen.size} 项
				</button>
			</p>
			<p role="status">{said}</p>
		</details>
	);
}
