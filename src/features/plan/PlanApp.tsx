import { useEffect, useState } from 'preact/hooks';
import { barsIn } from '../../forms/checks/bars.ts';
import type { Told } from '../../forms/checks/told.ts';
import { Bars } from '../../pilots/Bars.tsx';
import { nameOfPilot } from '../../pilots/facts.ts';
import { useOpened } from '../../pilots/use-opened.ts';
import { ownDates } from '../../planning/own-dates.ts';
import { picture } from '../../planning/picture.ts';
import { plan } from '../../planning/plan.ts';
import { toldDays } from '../../planning/told-days.ts';
import { phasesIn } from '../../planning/work-plan.ts';
import { sayNoStorage } from '../../strings/no-storage.ts';
import { MayGo } from '../../trouble/MayGo.tsx';
import { Trouble } from '../../trouble/Trouble.tsx';
import { NotRead } from '../../ui/NotRead.tsx';
import { today } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { Ahead } from './Ahead.tsx';
import { Answers } from './Answers.tsx';
import { Clashes } from './Clashes.tsx';
import { DateTable, type Tried } from './DateTable.tsx';
import { OwnDates } from './OwnDates.tsx';
import { PlanPicture } from './PlanPicture.tsx';
import { openPlan, ownDatesAt, type PlanSession, workAt } from './plan-session.ts';
import { TakePlan } from './TakePlan.tsx';
import { wordsOf } from './words.ts';

/** What the rules make of the days that a pilot told. */
export function PlanApp({ root }: { root: HTMLElement }) {
	const { opened, failed } = useOpened(root, openPlan);
	if (opened) return <Planning session={opened} />;
	return failed ? (
		<NotRead what="本机的记录或者期限没有读到，现在不能推算" />
	) : (
		<p role="status">正在打开本机的记录……</p>
	);
}

/** Midnight passes while the page is open. */
function useDay(): string {
	const [day, setDay] = useState(today);
	useEffect(() => {
		const turn = setInterval(() => setDay(today()), 30_000);
		return () => clearInterval(turn);
	}, []);
	return day;
}

/** Nothing tried is lost unasked. */
function useAskBeforeLeaving(any: boolean): void {
	useEffect(() => {
		if (!any) return undefined;
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		addEventListener('beforeunload', ask);
		return () => removeEventListener('beforeunload', ask);
	}, [any]);
}

/** What was written before it was stored over, by its place. */
type Before = readonly (readonly [place: string, said: string])[];

function Planning({ session }: { session: PlanSession }) {
	const { data, facts, own: records, saying } = session;
	useStore(facts.$entries);
	useStore(records.$entries);
	const memoryOnly = useStore(session.records.$memoryOnly);
	const day = useDay();
	const [tried, setTried] = useState<Tried>(new Map());
	const [before, setBefore] = useState<Before>();
	useAskBeforeLeaving(tried.size > 0);
	const placeOf = (event: string) => data.events.find(({ id }) => id === event)?.typed;
	const tries = new Map([...tried].map(([event, said]) => [placeOf(event) ?? '', said]));
	const told: Told = { ...saying, today: day };
	const trying: Told = {
		fact: (id) => tries.get(id) ?? saying.fact(id),
		own: (of, field) => {
			const said = tries.get(`${of}#${field}`);
			return said === undefined ? saying.own(of, field) : { said, rows: [] };
		},
		today: day,
	};
	const stored = toldDays(data.events, told);
	const { days, unread } = toldDays(data.events, trying);
	const made = plan(data, days, day);
	const words = wordsOf(data);
	const bars = barsIn(trying);
	const own = ownDates(session.rows(ownDatesAt));
	const phases = phasesIn(session.rows(workAt));
	const drawn = picture(made, phases, own.dates, day);
	const name = nameOfPilot(session.factsNow());
	const attempt = (event: string, said: string) => {
		const next = new Map(tried);
		if (said === (stored.days.get(event) ?? '')) next.delete(event);
		else next.set(event, said);
		setTried(next);
		setBefore(undefined);
	};
	const put = (all: Before) => {
		for (const [place, said] of all) session.put(place, said);
	};
	const store = () => {
		setBefore([...tries.keys()].map((place) => [place, session.at(place)]));
		put([...tries]);
		setTried(new Map());
	};
	return (
		<>
			<p class="on-screen">
				<a href={url.pilot(session.pilot)}>{name}</a>
				：照<a href={url.facts}>档案资料</a>、<a href={url.forms}>各张表</a>和这里填的日期推算，今天是 {day}。
			</p>
			{memoryOnly !== undefined && (
				<p class="notice" role="alert" data-why={memoryOnly}>
					{sayNoStorage(memoryOnly)}可以照常填，但内容只在这一页上，关掉就没有了。
				</p>
			)}
			<MayGo />
			<Trouble keeping={facts} />
			<Trouble keeping={records} />
			<Bars bars={bars} />
			{unread
				.filter(({ isExpected }) => !isExpected)
				.map(({ event, written }) => (
					<p key={event.id} class="notice">
						{event.name}写的是“{written}”，读不出是哪年哪月哪日，没有拿来推算。请写成 2025-03-01 这样。
					</p>
				))}
			<Ahead made={made} own={own.dates} day={day} periods={data.periods} />
			<Clashes made={made} words={words} told={bars.map(({ check }) => check)} />
			{drawn && (
				<section class="wall">
					<h2>几年里的样子</h2>
					<PlanPicture
						drawn={drawn}
						title={`${name}，${day}${tried.size > 0 ? `，其中 ${tried.size} 个日期是试的，还没有存` : ''}`}
					/>
				</section>
			)}
			<Answers course={data} days={days} day={day} words={words} />
			<section>
				<h2>每一件事在哪一天</h2>
				<p class="small">改一个日期，看别的怎么动；改了先是试的，存了才写进档案资料和各张表。</p>
				<DateTable
					made={made}
					before={plan(data, stored.days, day)}
					events={data.events}
					{...{ words, tried, attempt, session }}
					writtenOf={(id) => unread.find(({ event }) => event.id === id)?.written}
				/>
				<div class="tried" role="status">
					{tried.size > 0 && (
						<p class="tools">
							试了 {tried.size} 个日期，还没有存。
							<button type="button" class="primary" onClick={store}>
								存下来
							</button>
							<button type="button" onClick={() => setTried(new Map())}>
								都还原
							</button>
						</p>
					)}
					{before && (
						<p class="tools">
							存好了。
							<button
								type="button"
								onClick={() => {
									put(before);
									setBefore(undefined);
								}}
							>
								撤回
							</button>
						</p>
					)}
				</div>
			</section>
			<OwnDates session={session} own={own} />
			<section>
				<h2>工作计划</h2>
				<p>
					{phases.length > 0 ? `写了 ${phases.length} 个阶段。` : '分几个阶段、谁来做、到时候哪些评分项应当做到。'}
					<a href={url.work}>打开工作计划</a>
				</p>
			</section>
			<TakePlan
				session={session}
				days={async () => {
					const { calendarDays } = await import('../../planning/calendar-days.ts');
					const kept = plan(data, stored.days, day);
					const { periods } = data;
					return calendarDays({ pilot: session.pilot, plan: kept, phases, own: own.dates, periods, today: day });
				}}
			/>
		</>
	);
}
