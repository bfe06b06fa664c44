import type { Told } from '../forms/checks/told.ts';
import { lateIn, type Next, nextIn } from './next.ts';
import { ownDates } from './own-dates.ts';
import { plan } from './plan.ts';
import type { PlanData } from './plan-data.ts';
import { toldDays } from './told-days.ts';

/** What is late of a pilot, and the next day that it has, by what it told. */
export function nextOf(data: PlanData, told: Told): { late: Next[]; next: Next | undefined } {
	const made = plan(data, toldDays(data.events, told).days, told.today);
	const own = ownDates(told.own('plan', 'own')?.rows ?? []).dates;
	return { late: lateIn(made, own, told.today), next: nextIn(made, own, told.today, 1)[0] };
}
