import type { Gain } from '../rubric/score.ts';

/** The name of a line's single award, which says nothing by itself. */
const whole = '得分';

/** What would earn the points that are still missing. */
export const sayStep = ({ with: names }: Pick<Gain, 'with'>): string =>
	names.map((name) => (name === whole ? '做到这一项' : name)).join('；');
