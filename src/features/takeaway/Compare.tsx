import { useEffect, useState } from 'preact/hooks';
import { goodChecks } from '../../checks/checks.ts';
import { readLines, registerIn } from '../../evidence/papers.ts';
import { keptOf } from '../../kept/everything.ts';
import type { Kept } from '../../kept/open.ts';
import { loadTableForm } from '../../papers/load-table-form.ts';
import { factsIn } from '../../pilots/facts.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { url } from '../../url.ts';
import type { KnownTable } from './BringBack.tsx';
import { type Comparison, compare } from './compare.ts';

interface Props {
	records: Kept;
	tables: readonly KnownTable[];
}

/** Two checks of one table, line by line where they differ. */
export function Compare({ records, tables }: Props) {
	const [checks, setChecks] = useState<readonly Check[]>([]);
	const [first, setFirst] = useState('');
	const [second, setSecond] = useState('');
	const [found, setFound] = useState<{ a: Check; b: Check; by: Comparison }>();
	const [failed, setFailed] = useState(false);
	const look = () =>
		records.all().then(
			(all) => setChecks(goodChecks(all)),
			() => undefined,
		);
	useEffect(() => void look(), []);
	const a = checks.find(({ id }) => id === first);
	const b = checks.find(({ id, rubric }) => id === second && rubric === a?.rubric);
	useEffect(() => {
		setFound(undefined);
		setFailed(false);
		if (!a || !b) return;
		void (async () => {
			const [form, all] = await Promise.all([loadTableForm(a.rubric), records.all()]);
			const kept = new Map(all);
			const facts = factsIn(a.pilot, (key) => kept.get(key));
			const linesOf = (check: Check) => readLines(keptOf(all, check).lines, registerIn(all, check.pilot));
			setFound({ a, b, by: compare(form, facts, linesOf(a), linesOf(b)) });
		})().catch(() => setFailed(true));
	}, [a, b]);
	const short = (rubric: string) => tables.find(({ id }) => id === rubric)?.short ?? rubric;
	const option = ({ id, name, rubric }: Check) => (
		<option key={id} value={id}>
			{name}（{short(rubric)}）
		</option>
	);
	return (
		<section>
			<h3>对比两份自查</h3>
			<p class="small">同一张表的两份，比如去年和今年、自己打的和别人帮着打的。</p>
			<div class="pickers" onFocusIn={look}>
				<label>
					第一份
					<select value={first} onChange={({ currentTarget }) => setFirst(currentTarget.value)}>
						<option value="">请选</option>
						{checks.map(option)}
					</select>
				</label>
				<label>
					第二份
					<select
						value={b ? second : ''}
						disabled={!a}
						onChange={({ currentTarget }) => setSecond(currentTarget.value)}
					>
						<option value="">{a ? '请选' : '先选第一份'}</option>
						{checks.filter(({ id, rubric }) => id !== first && rubric === a?.rubric).map(option)}
					</select>
				</label>
			</div>
			{a && !checks.some(({ id, rubric }) => id !== first && rubric === a.rubric) && (
				<p>这张表只有这一份自查，没有可以对比的。可以先把另一份的备份带回来，放成“另存一份”。</p>
			)}
			{failed && (
				<p class="notice" role="alert">
					评分表没有读到，可能是网络断了，请再选一次。
				</p>
			)}
			<div role="status">{found && <Result {...found} />}</div>
		</section>
	);
}

function sayDifference(points: number | undefined): string {
	if (points === undefined) return '不计分';
	if (points === 0) return '分相同';
	return points > 0 ? `+${points}` : String(points);
}

const Result = ({ a, b, by }: { a: Check; b: Check; by: Comparison }) => (
	<>
		<p>
			<b>
				“{a.name}” {by.claimed[0]} 分，“{b.name}” {by.claimed[1]} 分，相差 {Math.abs(by.difference)} 分。
			</b>
			{by.rows.length === 0 && by.sameElsewhere && '每一项填的都一样。'}
		</p>
		{by.rows.length > 0 && (
			<table class="compared">
				<thead>
					<tr>
						<th scope="col">项</th>
						<th scope="col">“{a.name}”</th>
						<th scope="col">“{b.name}”</th>
						<th scope="col">差</th>
					</tr>
				</thead>
				<tbody>
					{by.rows.map(({ id, label, words, mine, theirs, difference }) => (
						<tr key={id}>
							<th scope="row">
								<a href={`${url.check(a.rubric, b.id)}#${id}`}>{label}</a> <span class="small">{words}</span>
							</th>
							<td>{mine}</td>
							<td>{theirs}</td>
							<td>{sayDifference(difference)}</td>
						</tr>
					))}
				</tbody>
			</table>
		)}
	</>
);
