import { type Barred, barsIn } from '../forms/checks/bars.ts';
import type { Entry } from '../kept/kind.ts';
import type { Next } from '../planning/next.ts';
import { nextOf } from '../planning/next-of.ts';
import type { PlanData } from '../planning/plan-data.ts';
import { sayLateInBrief, sayNext } from '../planning/words.ts';
import { supply } from '../supply/supply.ts';
import { tellNext } from './next-day.ts';
import { toldOf } from './told.ts';

/** What bars, what is late and what is next: told in the same words wherever a pilot is. */
export interface Ahead {
	bars: Barred[];
	late: Next[];
	next: Next | undefined;
}

export async function aheadOf(all: readonly Entry[], pilot: string, day: string): Promise<Ahead> {
	const told = toldOf(all, pilot, day);
	const { late, next } = nextOf(await supply<PlanData>('periods'), told);
	tellNext(pilot, late[0] ?? next);
	return { bars: barsIn(told), late, next };
}

/** In lines, for a paper. */
export const sayAhead = ({ bars, late, next }: Ahead): string[] =>
	[
		...bars.map(({ lead, text }) => lead + text),
		[...late.map(sayLateInBrief), ...(next ? [`下一个日期：${sayNext(next)}`] : [])]
			.map((text) => `${text}。`)
			.join(''),
	].filter(Boolean);
