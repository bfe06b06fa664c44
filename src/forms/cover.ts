import type { Printed } from './printed.ts';

export const isSection = (each: Printed): boolean => each.type === 'clause' && each.clause.kind === 'section';

/** Where what stands on the cover ends: before the first heading, table or section. */
export const coverEnd = (printed: readonly Printed[]): number =>
	printed.findIndex((each) => each.type === 'heading' || each.type === 'table' || isSection(each));
