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
	const all = nextIn(made, own, told.today, Number.POSITIVE_INFINITY);
	// What rests on a 一般 is told only where nothing firmer is known.
	return { late: lateIn(made, own, told.today), next: all.find(({ usual }) => !usual) ?? all[0] };
}
