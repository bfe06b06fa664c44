import { freshId } from '../../kept/ids.ts';
import { type OwnDates as Own, type ownColumns, yes } from '../../planning/own-dates.ts';
import { FormAside } from '../../settling/RecordAside.tsx';
import { keyOf, ownDatesAt, type PlanSession } from './plan-session.ts';

type Column = (typeof ownColumns)[number];

/** The unit's own days, and what is asked of it beside the documents. */
export function OwnDates({ session, own: { unread } }: { session: PlanSession; own: Own }) {
	const rows = session.rows(ownDatesAt);
	const shut = session.isShut(ownDatesAt);
	const write = (id: string, column: Column, text: string) =>
		session.putRows(
			ownDatesAt,
			session
				.rows(ownDatesAt)
				.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, [column]: text } } : row)),
		);
	return (
		<section class="own-dates">
			<h2>文件之外的日期</h2>
			<p class="small">自己的安排，或者当地主管部门另外要求的期限。依据自己写明；它们不是文件写的，单独标着。</p>
			<FormAside keeping={session.own} id={keyOf(ownDatesAt)} />
			<fieldset class="bare" disabled={shut}>
				<legend class="hidden-head">文件之外的日期</legend>
				{rows.map(({ id, cells }, i) => {
					const called = cells.name?.trim() || `第 ${i + 1} 件`;
					const faulty = unread.find((each) => each.id === id);
					const box = (column: Column, label: string) => (
						<label class="opt">
							<input
								type="checkbox"
								checked={cells[column] === yes}
								aria-label={`${called}：${label}`}
								onChange={({ currentTarget: { checked } }) => write(id, column, checked ? yes : '')}
							/>
							<span>{label}</span>
						</label>
					);
					const text = (column: Column, label: string) => (
						<label>
							{label}
							<input
								type="text"
								value={cells[column] ?? ''}
								onInput={({ currentTarget: { value } }) => write(id, column, value)}
							/>
						</label>
					);
					return (
						<fieldset key={id} class="paper-fields">
							<legend class="small">{called}</legend>
							{text('name', '什么事')}
							{text('day', '日期')}
							{faulty && (
								<p class="notice">“{faulty.written}”不是年月日俱全的日期，没有放进来。请写成 2026-03-01 这样。</p>
							)}
							{text('because', '依据')}
							{box('deadline', '这是最后期限')}
							{box('done', '办好了')}
							<p class="paper-tools">
								<button
									type="button"
									aria-label={`去掉${called}`}
									onClick={() =>
										session.putRows(
											ownDatesAt,
											session.rows(ownDatesAt).filter((row) => row.id !== id),
										)
									}
								>
									去掉
								</button>
							</p>
						</fieldset>
					);
				})}
				<p class="tools">
					<button
						type="button"
						onClick={() => session.putRows(ownDatesAt, [...session.rows(ownDatesAt), { id: freshId(), cells: {} }])}
					>
						添一个日期
					</button>
				</p>
			</fieldset>
		</section>
	);
}
