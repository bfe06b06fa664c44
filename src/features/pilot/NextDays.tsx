import { useEffect, useState } from 'preact/hooks';
import { officialDate } from '../../dates/official.ts';
import type { Entry } from '../../kept/kind.ts';
import { toldOf } from '../../pilots/told.ts';
import { lateIn, nextIn } from '../../planning/next.ts';
import { plan } from '../../planning/plan.ts';
import type { PlanData } from '../../planning/plan-data.ts';
import { toldDays } from '../../planning/told-days.ts';
import type { Period } from '../../schemas/period.ts';
import { supply } from '../../supply/supply.ts';
import { today } from '../../ui/today.ts';

/** The next deadline of a pilot, and what is late. */
export function NextDays({ all, pilot }: { all: readonly Entry[]; pilot: string }) {
	const [data, setData] = useState<PlanData>();
	useEffect(() => {
		supply<PlanData>('periods').then(setData, () => {
			// The page of the plan says so where it is opened.
		});
	}, []);
	if (!data) return null;
	const day = today();
	const course = { events: data.events, periods: data.periods as unknown as readonly Period[] };
	const made = plan(course, toldDays(data.events, toldOf(all, pilot, day)).days, day);
	const [late, next] = [lateIn(made), nextIn(made, day, 1)];
	return (
		<>
			{late.map(({ row: { event }, by }) => (
				<p key={event.id} class="bars">
					<b>{event.name}</b>最晚是{officialDate(by)}，已经过了
				</p>
			))}
			{next.map(({ row: { event, told }, by }) => (
				<p key={event.id}>
					{told ? `${officialDate(by)}：${event.name}` : `下一个：${event.name}，最晚${officialDate(by)}`}
				</p>
			))}
		</>
	);
}
