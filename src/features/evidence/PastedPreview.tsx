import { ChooseCheck } from '../../checks/ChooseCheck.tsx';
import { sayDate } from '../../dates/written-date.ts';
import type { Known } from '../../evidence/match.ts';
import type { PastedPaper, PastedRow, Role, Sheet } from '../../evidence/pasted.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { evidenceNames } from '../../strings/evidence-names.ts';

const { code: _, ...pasted } = evidenceNames;

const roleNames: { [role in Role]: string } = {
	...pasted,
	line: '评分项（不添）',
	count: '序号（不添）',
};

interface Props {
	sheet: Sheet;
	columns: (Role | undefined)[];
	rows: readonly PastedRow[];
	known: (paper: Pick<PastedPaper, 'name' | 'number'>) => Known | undefined;
	checks: readonly Check[];
	/** The check whose lines are to cite them. */
	citing: string;
	cite: (check: string) => void;
	/** How many of them are new. */
	count: number;
	change: (columns: (Role | undefined)[]) => void;
	put: () => void;
	drop: () => void;
}

/** So many rows are shown; what there is to say is said of all. */
const most = 20;

/** What the rows become, before anything is put in. */
export function PastedPreview({ sheet, columns, rows, known, checks, citing, cite, count, change, put, drop }: Props) {
	const there = rows.filter(({ paper }) => known(paper) !== undefined).length;
	const nameless = rows.filter(({ paper }) => !paper.name && !paper.number).length;
	const dates = rows.filter(({ doubts }) => doubts.includes('no date'));
	const formulas = rows.filter(({ doubts }) => doubts.includes('formula')).length;
	return (
		<div class="preview">
			<h3>会添进 {count} 份</h3>
			<ul>
				{there > 0 && <li>{there} 行材料库里已经有了，不再添</li>}
				{nameless > 0 && <li>{nameless} 行没有名称也没有文号，不添：请在表里补上，或者改下面各列是什么</li>}
				{dates.length > 0 && (
					<li>
						{dates.length} 行的日期没有认出来，原样留着：
						{[...new Set(dates.map(({ paper }) => paper.date))].slice(0, 5).join('、')}
					</li>
				)}
				{formulas > 0 && <li>{formulas} 行有公式，当作普通文字，不会计算</li>}
			</ul>
			{/* biome-ignore-start lint/a11y: what scrolls must be reachable by keyboard. */}
			<div class="scroll" role="group" aria-label="粘贴的表" tabIndex={0}>
				<table>
					<thead>
						<tr>
							{columns.map((role, i) => (
								<th key={`${i}`} scope="col">
									<select
										aria-label={`第 ${i + 1} 列${sheet.heads?.[i] ? `“${sheet.heads[i]}”` : ''}是什么`}
										value={role ?? ''}
										onChange={({ currentTarget: { value } }) =>
											change(
												columns.map((each, j) =>
													j === i
														? (value as Role) || undefined
														: each === value && value !== 'note'
															? undefined
															: each,
												),
											)
										}
									>
										<option value="">写进备注</option>
										{(Object.keys(roleNames) as Role[]).map((each) => (
											<option key={each} value={each}>
												{roleNames[each]}
											</option>
										))}
									</select>
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.slice(0, most).map(({ paper }, i) => (
							<tr key={`${i}`}>
								{columns.map((role, j) => (
									<td key={`${j}`}>{role === 'date' ? sayDate(paper.date) : (sheet.rows[i]?.[j] ?? '')}</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{/* biome-ignore-end lint/a11y: as above. */}
			{rows.length > most && (
				<p class="small">
					这里是前 {most} 行，共 {rows.length} 行。
				</p>
			)}
			{columns.includes('line') && checks.length > 0 && (
				<ChooseCheck
					label="表里写了评分项，同时记到哪份自查的各项上"
					checks={checks}
					chosen={citing}
					choose={cite}
					none="不记"
				/>
			)}
			<p class="tools">
				<button type="button" class="primary" disabled={count === 0 && citing === ''} onClick={put}>
					添进材料库
				</button>
				<button type="button" onClick={drop}>
					不添
				</button>
			</p>
		</div>
	);
}
