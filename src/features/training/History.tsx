import { useStore } from '../../ui/use-store.ts';
import type { Bank } from './bank.ts';
import { resultOf } from './mock.ts';
import type { Study } from './study.ts';

const shownDays = 14;

/** What was done, day by day, and the mocks. */
export function History({ bank, study }: { bank: Bank; study: Study }) {
	const events = useStore(study.$events).flatMap((event) => (event.what === 'answered' ? [event] : []));
	const mocks = useStore(study.$mocks).filter(({ state }) => state === 'done');
	const days = [...new Set(events.map(({ day }) => day))].sort().slice(-shownDays);
	const rows = days.map((day) => {
		const of = events.filter((event) => event.day === day);
		return { day, done: of.length, right: of.filter(({ right, guessed }) => right && !guessed).length };
	});
	const most = Math.max(1, ...rows.map(({ done }) => done));
	return (
		<section>
			<h2 tabIndex={-1}>做题记录</h2>
			{rows.length === 0 ? (
				<p>还没有做过题。</p>
			) : (
				<table class="history">
					<caption>最近 {rows.length} 天（只列做过题的）</caption>
					<thead>
						<tr>
							<th scope="col">日期</th>
							<th scope="col">做了</th>
							<th scope="col">答对</th>
							<th scope="col">占比</th>
						</tr>
					</thead>
					<tbody>
						{rows.map(({ day, done, right }) => (
							<tr key={day}>
								<th scope="row">{day}</th>
								<td>{done}</td>
								<td>{right}</td>
								<td>
									<svg class="chart" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
										<rect class="done" width={(100 * done) / most} height="10" />
										<rect class="right" width={(100 * right) / most} height="10" />
									</svg>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<h3>模拟卷</h3>
			{mocks.length === 0 ? (
				<p>还没有交过卷。</p>
			) : (
				<ul>
					{mocks.map((mock) => {
						const { points, marked } = resultOf(mock, bank);
						return (
							<li key={mock.id}>
								<a href={`#result=${mock.id}`}>第 {mock.number} 号</a>，{marked.length} 题得 {points / 100} 分，
								{mock.timed ? '计时' : '不计时'}，{new Date(mock.doneAt ?? mock.startedAt).toLocaleString('zh-CN')}
							</li>
						);
					})}
				</ul>
			)}
			<p class="tools">
				<a href="#home">回到开头</a>
			</p>
		</section>
	);
}
