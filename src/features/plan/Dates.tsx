import { useState } from 'preact/hooks';
import { officialDate } from '../../dates/official.ts';
import { lateIn, nextIn } from '../../planning/next.ts';
import { type Plan, plan, type Row } from '../../planning/plan.ts';
import type { CitedPeriod, PlanData } from '../../planning/plan-data.ts';
import type { End, Window } from '../../planning/reckon.ts';
import type { ToldDays } from '../../planning/told-days.ts';
import { sayChain } from '../../planning/words.ts';
import type { Period } from '../../schemas/period.ts';
import { url } from '../../url.ts';

interface Props {
	data: PlanData;
	told: ToldDays;
	/** Today. */
	day: string;
}

/** What the told days lead to; another day can be tried, and is not kept. */
export function Dates({ data, told, day }: Props) {
	const [tried, setTried] = useState<ReadonlyMap<string, string>>(new Map());
	const days = new Map([...told.days, ...tried]);
	// A script needs the bounds of a period and not where its words stand.
	const periods = data.periods as unknown as readonly Period[];
	const made = plan({ events: data.events, periods }, days, day);
	const nameOf = (id: string) => data.events.find((event) => event.id === id)?.name ?? id;
	const words: Words = { nameOf, periodOf: (id) => data.periods.find((period) => period.id === id) };
	const put = (event: string, value: string) => {
		const next = new Map(tried);
		if (value === '') next.delete(event);
		else next.set(event, value);
		setTried(next);
	};
	return (
		<>
			<Unread told={told} />
			<Clashes made={made} words={words} />
			<InWords made={made} day={day} />
			<h2>每一件事在哪一天</h2>
			<p class="small">
				“试一试”里改的日期只在这一页上推算，不会存起来；定下来的日期请填到<a href={url.facts}>档案资料</a>里。
				{tried.size > 0 && (
					<>
						{' '}
						<button type="button" onClick={() => setTried(new Map())}>
							都还原
						</button>
					</>
				)}
			</p>
			<table class="plan-table">
				<thead>
					<tr>
						<th scope="col">事</th>
						<th scope="col">填的日期</th>
						<th scope="col">推算</th>
						<th scope="col">试一试</th>
					</tr>
				</thead>
				<tbody>
					{made.rows.map((row) => (
						<tr key={row.event.id} data-event={row.event.id} data-state={row.state}>
							<th scope="row">{row.event.name}</th>
							<td data-head="填的日期">
								{row.told ? officialDate(row.told) : '没有填'}
								{tried.has(row.event.id) && '（试的）'}
							</td>
							<td data-head="推算">
								<Reckoned row={row} words={words} />
							</td>
							<td data-head="试一试">
								<input
									type="date"
									aria-label={`试一试：${row.event.name}`}
									min="2000-01-01"
									max="2099-12-31"
									value={tried.get(row.event.id) ?? ''}
									onChange={({ currentTarget: { value } }) => put(row.event.id, value)}
								/>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</>
	);
}

interface Words {
	nameOf: (event: string) => string;
	periodOf: (period: string) => CitedPeriod | undefined;
}

/** By which reading of the words a window was reckoned. */
function sayReading({ earliest, latest }: Window, which: number, { periodOf }: Words): string {
	const steps = [...(latest?.steps ?? []), ...(earliest?.steps ?? [])];
	const [read] = steps.flatMap(({ tie }) => periodOf(tie.period)?.readings?.[which]?.says ?? []);
	return read ? `按“${read}”理解` : which === 0 ? '一种理解' : '另一种理解';
}

const isKnown = ({ earliest, latest }: Window): boolean => Boolean(earliest ?? latest);

const Unread = ({ told: { unread } }: { told: ToldDays }) => (
	<>
		{unread.map(({ event, written }) => (
			<p key={event.id} class="notice">
				{event.name}写的是“{written}”，不是年月日俱全的日期，没有拿来推算。请写成 2025-03-01 这样。
			</p>
		))}
	</>
);

/** The words of a period, with where they stand. */
function Rests({ period }: { period: CitedPeriod | undefined }) {
	const [first] = period?.because ?? [];
	if (!period || !first) return null;
	return (
		<>
			{' '}
			“{first.quote}”<a href={url.fromRoot(first.address)}>{first.place}</a>
			{period.usual && '（写的是“一般”）'}
		</>
	);
}

function Clashes({ made: { broken, squeezed, circle }, words }: { made: Plan; words: Words }) {
	const { nameOf, periodOf } = words;
	if (broken.length + squeezed.length + circle.length === 0) return null;
	const byOne = (by: readonly number[], window: Window) =>
		by.length === 1 ? `${sayReading(window, by[0] ?? 0, words)}，` : '';
	return (
		<section class="clashes">
			<h2>对不上的日期</h2>
			<ul>
				{broken.map(({ tie, limit, by }) => (
					<li key={`${tie.period} ${tie.event} ${tie.must} ${by.join()}`}>
						{byOne(by, {
							latest: { day: limit, from: tie.than, told: limit, steps: [{ tie, back: false, day: limit }] },
						})}
						{nameOf(tie.event)}应当{tie.must === 'not-before' ? '不早于' : '不晚于'}
						{officialDate(limit)}，填的日期对不上，请核对它和{nameOf(tie.than)}的日期。
						<span class="small">
							<Rests period={periodOf(tie.period)} />
						</span>
					</li>
				))}
				{squeezed.map(({ event, earliest, latest, by }) => (
					<li key={`${event} ${earliest.day} ${latest.day}`}>
						{byOne(by, { earliest, latest })}
						{nameOf(event)}最早要到{officialDate(earliest.day)}，最晚却是{officialDate(latest.day)}
						，没有哪一天两头都合。
						<Chain end={earliest} words={words} called="为什么最早是那天" />
						<Chain end={latest} words={words} called="为什么最晚是那天" />
					</li>
				))}
				{circle.length > 0 && (
					<li>{circle.map(nameOf).join('、')}互相要求排在对方之后，哪一天都合不上，请改其中一项。</li>
				)}
			</ul>
		</section>
	);
}

const Chain = ({ end, words: { nameOf, periodOf }, called }: { end: End; words: Words; called: string }) => (
	<details>
		<summary class="small">{called}</summary>
		<ol class="small">
			{sayChain(end, nameOf).map(({ period, says }) => (
				<li key={says}>
					{says}
					{period && <Rests period={periodOf(period)} />}
				</li>
			))}
		</ol>
	</details>
);

const sayWindow = ({ earliest, latest }: Window): string =>
	[
		...(earliest ? [`最早${officialDate(earliest.day)}`] : []),
		...(latest ? [`最晚${officialDate(latest.day)}`] : []),
	].join('，');

function Reckoned({ row: { told, windows, state }, words }: { row: Row; words: Words }) {
	if (told) return <>{state === 'planned' ? '还没有到' : '已经过了'}</>;
	const known = windows.filter(isKnown);
	if (state === 'passed') return <>后面的事已经办了，它应当办过，只是没有填日期</>;
	if (known.length === 0) return <>推不出：有关的日期还没有填</>;
	return (
		<>
			{known.map((window, i) => (
				<div key={`${i}`}>
					{known.length > 1 && `${sayReading(window, i, words)}：`}
					{sayWindow(window)}
					{window.earliest && <Chain end={window.earliest} words={words} called="最早，为什么" />}
					{window.latest && <Chain end={window.latest} words={words} called="最晚，为什么" />}
				</div>
			))}
			{state === 'late' && <p class="late">最晚的日子已经过了。文件没有写可以延期，请向主管部门核实。</p>}
		</>
	);
}

/** The next two that have a last day, and what is late. */
function InWords({ made, day }: { made: Plan; day: string }) {
	const [late, next] = [lateIn(made), nextIn(made, day, 3)];
	return (
		<section>
			<h2>接下来</h2>
			{late.length === 0 && next.length === 0 && (
				<p>
					还推不出：先在<a href={url.facts}>档案资料</a>里填试点开始、试点结束、标准体系开始运行的日期。
				</p>
			)}
			<ul>
				{late.map(({ row, by }) => (
					<li key={row.event.id}>
						<b>{row.event.name}</b>最晚是{officialDate(by)}
						，已经过了，也没有填办的日期。办过了就填上；没有办，文件没有写可以延期，请向主管部门核实。
					</li>
				))}
				{next.map(({ row, by }) => (
					<li key={row.event.id}>
						{row.told ? `${officialDate(by)}：${row.event.name}` : `${row.event.name}，最晚${officialDate(by)}`}
						{row.windows.length > 1 && !row.told && '（文件的话有两种理解，这是早的一种）'}
					</li>
				))}
			</ul>
		</section>
	);
}
