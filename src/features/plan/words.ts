import type { CitedPeriod, PlanData } from '../../planning/plan-data.ts';

/** What events and periods are called, for those who say what was reckoned. */
export interface Words {
	nameOf: (event: string) => string;
	periods: readonly CitedPeriod[];
}

export const wordsOf = ({ events, periods }: PlanData): Words => ({
	nameOf: (id) => events.find((event) => event.id === id)?.name ?? id,
	periods,
});
