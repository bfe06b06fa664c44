import type { TableForm } from '../../papers/load-table-form.ts';
import { inTableOrder, labelsOf } from '../../rubric/labels.ts';
import { misfitsOf } from '../../rubric/misfits.ts';
import type { Misfit } from '../../rubric/rules/rule.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { dayOf } from '../../ui/today.ts';
import type { KnownTable } from './BringBack.tsx';
import type { Fate, JobFate } from './bring-in.ts';

interface Props {
	fate: JobFate;
	form: TableForm | undefined;
	table: KnownTable | undefined;
	/** The checks here of the same table. */
	checks: readonly Check[];
	/** Into another check, into a new one under another name, or nowhere. */
	move: (to: { into?: string; name?: string } | 'nowhere') => void;
}

const words: { [fate in Fate]: string } = {
	new: '新添',
	newer: '更新',
	both: '两边都改了，都留着',
	known: '本机已经有，不动',
	blocked: '本机这一项读不出来，不动',
};

const comesIn: readonly Fate[] = ['new', 'newer', 'both'];

const misfitWords: { [misfit in Misfit]: (count: number) => string } = {
	unknown: (count) => `有 ${count} 项的选择不在这张表里，会原样带进来，但算作没填`,
	'in-part': (count) => `有 ${count} 项里写着这张表没有的小项，会原样带进来，那些小项不计分`,
	above: (count) => `有 ${count} 项的数目超过满分所需，会原样带进来，按满分计`,
};

/** What one check of a file would change. */
export function JobPreview({ fate: { job, lines, renamed }, form, table, checks, move }: Props) {
	const { check, rejected, rests, unreadable } = job.incoming;
	const labels = form && labelsOf(form.rubric);
	const label = (line: string) => labels?.get(line);
	const known = checks.some(({ id }) => id === job.into);
	const strange = form ? lines.filter(({ line }) => label(line) === undefined) : [];
	const misfits = (misfit: Misfit) =>
		lines.flatMap(({ line, fate }) => {
			const answer = job.incoming.lines.get(line)?.answer;
			return form && comesIn.includes(fate) && misfitsOf(form.rubric, line, answer).includes(misfit) ? [line] : [];
		});
	const list = (ids: readonly string[]) =>
		inTableOrder(ids, labels, (id) => id)
			.map((id) => label(id) ?? id)
			.join('、');
	return (
		<div class="job">
			<p>
				<b>{check.name}</b>（{table?.short ?? check.rubric}
				{check.part && `，${check.by ? `${check.by}交回的，` : ''}分出去的 ${check.part.length} 项`}）
				<span class="small">文件：{job.file}</span>
			</p>
			<label>
				放到哪里
				<select
					value={job.skip ? 'nowhere' : known ? job.into : job.into === job.own ? '' : 'copy'}
					onChange={({ currentTarget: { value } }) =>
						move(
							value === 'nowhere'
								? 'nowhere'
								: value === 'copy'
									? { name: `${check.name}（带回）` }
									: { into: value || job.own },
						)
					}
				>
					{!checks.some(({ id }) => id === job.own) && <option value="">新的一份</option>}
					{checks.map(({ id, name }) => (
						<option key={id} value={id}>
							并入“{name}”
						</option>
					))}
					<option value="copy">另存一份“{check.name}（带回）”</option>
					<option value="nowhere">不带回这一份</option>
				</select>
			</label>
			<ul>
				{job.own !== check.id && (
					<li data-fate="apart">本机有一份编号相同、评分表不同的自查，那一份不动；这一份另存为新的一份</li>
				)}
				{renamed && (
					<li data-fate="renamed">
						这份自查的名称会从“{renamed.from}”变成“{renamed.to}”，带回以后可以在“我的自查”里改名
					</li>
				)}
				{(Object.keys(words) as Fate[]).map((fate) => {
					const of = lines.filter((each) => each.fate === fate).map(({ line }) => line);
					return of.length === 0 ? null : (
						<li key={fate} data-fate={fate}>
							{words[fate]} {of.length} 项<span class="small">：{list(of)}</span>
						</li>
					);
				})}
				{job.deleted && (
					<li data-fate="deleted">
						这份自查 {dayOf(job.deleted)} 在这台电脑上删掉过，不会自己回来；要它回来，在上面改选
					</li>
				)}
				{lines.length === 0 && !job.skip && <li>文件里一项也没有填。</li>}
				{strange.length > 0 && (
					<li data-fate="strange">
						表里没有这 {strange.length} 项，原样留着，不计分
						<span class="small">：{list(strange.map(({ line }) => line))}</span>
					</li>
				)}
				{(Object.keys(misfitWords) as Misfit[]).map((misfit) => {
					const of = misfits(misfit);
					return of.length === 0 ? null : (
						<li key={misfit} data-misfit={misfit}>
							{misfitWords[misfit](of.length)}
							<span class="small">：{list(of)}</span>
						</li>
					);
				})}
				{rests.size > 0 && (
					<li data-fate="rest">
						有 {rests.size} 项在文件里的写法太多，列不下：最新的带进来，其余的另外存着，会在“全部备份”里
						<span class="small">：{list([...rests.keys()])}</span>
					</li>
				)}
				{unreadable.size > 0 && <li>有 {unreadable.size} 项写文件的时候就读不出来，原样留着</li>}
				{rejected.map(({ line, why }) => (
					<li key={line} data-fate="rejected">
						没有带回 {label(line) ?? line}：{why}。请留好原文件。
					</li>
				))}
			</ul>
		</div>
	);
}
