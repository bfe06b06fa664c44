import { Fragment } from 'preact';
import { freshId } from '../../kept/ids.ts';
import type { Short } from '../../planning/shortfall.ts';
import { timeOf, type WorkColumn } from '../../planning/work-plan.ts';
import type { FormRow } from '../../schemas/saved-form.ts';
import { type PlanSession, workAt } from './plan-session.ts';

interface Props {
	session: PlanSession;
	rows: readonly FormRow[];
	labelOf: (line: string) => string;
	/** Of the lines that a text names those that the table does not have, and those that are not met. */
	replaceRows: (rows: FormRow[], said: string) => void;
	shortIn: (text: string) => { unknown: string[]; short: Short[] } | undefined;
}

const short: readonly (readonly [column: WorkColumn, label: string])[] = [
	['name', '阶段'],
	['from', '从'],
	['to', '到'],
];

const long: readonly (readonly [column: WorkColumn, label: string])[] = [
	['tasks', '任务'],
	['leads', '负责单位'],
	['partners', '参与单位'],
	['lines', '对应评分项'],
];

const PhasePrinted = ({ cells }: { cells: FormRow['cells'] }) => (
	<div class="on-paper">
		{long.map(([column, label]) => cells[column]?.trim() && <p key={column}>{`${label}：${cells[column]}`}</p>)}
	</div>
);

/** The phases, each folded under what it is and when. */
export function WorkRows({ session, rows, labelOf, replaceRows, shortIn }: Props) {
	/** Changes what there is now: a key may come before what the last one did is drawn. */
	const change = (work: (now: readonly FormRow[]) => FormRow[]) => session.putRows(workAt, work(session.rows(workAt)));
	const write = (id: string, column: WorkColumn, text: string) =>
		change((now) => now.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, [column]: text } } : row)));
	const move = (at: number, by: number) =>
		change((now) => {
			const next = [...now];
			next.splice(at + by, 0, ...next.splice(at, 1));
			return next;
		});
	return (
		<fieldset class="bare work" disabled={session.isShut(workAt)}>
			<legend class="hidden-head">各个阶段</legend>
			{rows.map(({ id, cells }, i) => {
				const called = cells.name?.trim() || `第 ${i + 1} 个阶段`;
				const measured = shortIn(cells.lines ?? '');
				return (
					<Fragment key={id}>
						<details id={`phase-${id}`} class="phase">
							<summary>
								<b>{called}</b> <span class="small">{timeOf(cells)}</span>
								{measured && measured.short.length > 0 && (
									<span class="small">，应当做到而还没有的 {measured.short.length} 项</span>
								)}
							</summary>
							<div class="pair">
								{short.map(([column, label]) => (
									<label key={column}>
										{label}
										<input
											type="text"
											aria-label={`${called}：${label}`}
											value={cells[column] ?? ''}
											onInput={({ currentTarget: { value } }) => write(id, column, value)}
										/>
									</label>
								))}
							</div>
							{long.map(([column, label]) => (
								<label key={column}>
									{label}
									<textarea
										rows={column === 'tasks' ? 5 : 2}
										aria-label={`${called}：${label}`}
										value={cells[column] ?? ''}
										onInput={({ currentTarget: { value } }) => write(id, column, value)}
									/>
								</label>
							))}
							{measured && measured.unknown.length > 0 && (
								<p class="notice">评分表里没有：{measured.unknown.join('、')}。请照表上的叫法写，用顿号隔开。</p>
							)}
							{measured && measured.short.length > 0 && (
								<p class="small">
									还没有做到的：
									{measured.short
										.map(({ line, claimed, of, open }) =>
											open ? `${labelOf(line)}（还没填）` : `${labelOf(line)}（自评 ${claimed} 分，满分 ${of} 分）`,
										)
										.join('、')}
								</p>
							)}
							<p class="paper-tools">
								<button type="button" disabled={i === 0} aria-label={`${called}上移`} onClick={() => move(i, -1)}>
									上移
								</button>
								<button
									type="button"
									disabled={i === rows.length - 1}
									aria-label={`${called}下移`}
									onClick={() => move(i, 1)}
								>
									下移
								</button>
								<button
									type="button"
									aria-label={`去掉${called}`}
									onClick={() =>
										replaceRows(
											session.rows(workAt).filter((row) => row.id !== id),
											`去掉了“${called}”。`,
										)
									}
								>
									去掉
								</button>
							</p>
						</details>
						<PhasePrinted cells={cells} />
					</Fragment>
				);
			})}
			<p class="tools">
				<button type="button" onClick={() => change((now) => [...now, { id: freshId(), cells: {} }])}>
					添一个阶段
				</button>
			</p>
		</fieldset>
	);
}
